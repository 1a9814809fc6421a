"""What an import moved, in Russian: for the log «Импорт» and for the user."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wg_excel.domain.imported.facts import Facts, Lesson
from wg_excel.domain.imported.scopes import Scope
from wg_excel.domain.language.wording import agreed, counted

ROWS = ("строка", "строки", "строк")


LOADED, TO_LOAD = "Загружено:", "Будет загружено:"


def unchanged(number: int) -> str:
    """Say that the same file stands already."""
    return f"Уже загружено (импорт № {number}): ничего не изменилось."


def loaded(new: Facts) -> str:
    """Say how much an import brought."""
    return f"{LOADED} {_counts(new)}."


def foreseen(message: str) -> str:
    """Return what an import says of itself as said before it is made."""
    return message.replace(LOADED, TO_LOAD, 1)


def nothing_to_count() -> str:
    """Say that a report was read but has nothing that is counted."""
    return "Отчёт прочитан; в подсчёт он ничего не добавляет."


@dataclass(frozen=True)
class Moved:
    """What an import did: its facts, the facts it took out, its scope and the earlier ones that it met.

    `covered` imports no longer count, `partly` ones keep what the new one does not name; `again` counts their
    facts that stand now as in the new one. `apart` are the latest earlier imports of the same kind for other days,
    `newer` those of the covered whose data are of a later day.
    """

    new: Facts
    old: Facts
    scope: Scope
    covered: Sequence[Scope]
    partly: Sequence[Scope]
    again: int
    apart: Sequence[Scope] = ()
    newer: Sequence[Scope] = ()

    def __str__(self) -> str:
        sentences = (loaded(self.new), self._replaced(), self._older(), self._again(), *self._left())
        return " ".join(filter(None, sentences))

    def _replaced(self) -> str:
        if not self.covered:
            return ""
        numbers = ", ".join(f"№ {scope.source}" for scope in self.covered)
        moved = _moved(self.old.lessons, self.new.lessons)
        return f"Заменяет {_imports(self.covered)} {numbers}: было {_counts(self.old)}{moved}."

    def _older(self) -> str:
        if not self.newer:
            return ""
        numbers = ", ".join(f"№ {scope.source}" for scope in self.newer)
        return f"Внимание: эта выгрузка сделана раньше, чем {numbers}; если взят не тот файл, загрузите новую снова."

    def _again(self) -> str:
        if not self.again:
            return ""
        return f"Было и в прежних выгрузках: {counted(self.again, *ROWS)}; каждая учтена один раз, по новой."

    def _left(self) -> list[str]:
        told = [*self._lost(), *(_shorter(scope, self.scope) for scope in self.partly)]
        told += [_missed_since(scope, self.scope) for scope in self.apart]
        return list(filter(None, told))

    def _lost(self) -> Iterator[str]:
        """Warn about classes that earlier imports of the same days had and the new one has lost."""
        numbers: dict[tuple[str, ...], list[str]] = {}
        for scope in self.partly:
            numbers.setdefault(tuple(_lost(scope, self.scope)), []).append(f"№ {scope.source}")
        for classes, sources in numbers.items():
            if classes:
                from_where = agreed(len(sources), "импорта", "импортов", "импортов")
                yield f"Нет классов {', '.join(classes)}: их данные остались из {from_where} {', '.join(sources)}."


def _imports(scopes: Sequence[Scope]) -> str:
    return agreed(1 if len(scopes) == 1 else 5, "импорт", "импорты", "импорты")


def _counts(facts: Facts) -> str:
    kinds = (
        (len(facts.lessons), ("урок", "урока", "уроков")),
        (sum(entry.times for entry in facts.entries), ("запись о вводе", "записи о вводе", "записей о вводе")),
        (len(facts.figures), ("показатель", "показателя", "показателей")),
    )
    return ", ".join(counted(number, *forms) for number, forms in kinds if number) or "0 строк"


def _moved(old: Sequence[Lesson], new: Sequence[Lesson]) -> str:
    """Return how topics and homework moved when both have lessons."""
    if not (old and new):
        return ""
    pairs = (
        ("темы", sum(lesson.topic for lesson in old), sum(lesson.topic for lesson in new)),
        ("ДЗ", sum(lesson.homework > 0 for lesson in old), sum(lesson.homework > 0 for lesson in new)),
    )
    return "".join(f"; {name}: {before} → {now}" for name, before, now in pairs if before != now)


def _shorter(old: Scope, new: Scope) -> str:
    """Warn about days that an earlier import of the same classes had and the new one has lost."""
    if _lost(old, new):
        return ""
    if old.span[0] <= new.span[0] and new.span[1] <= old.span[1] and old.span != new.span:
        return f"Период короче, чем у импорта № {old.source}: остальные дни остались из него."
    return ""


def _missed_since(old: Scope, new: Scope) -> str:
    """Warn about classes that the last import of the same kind had for other days."""
    lost = _lost(old, new)
    return f"Нет классов {', '.join(lost)}, а в прошлом таком отчёте (импорт № {old.source}) они были." if lost else ""


def _lost(old: Scope, new: Scope) -> list[str]:
    """Return the classes that are missing; a list of less than half of the classes is meant to be a part."""
    lost = old.classes_beyond(new)
    return lost if len(lost) * 2 <= len(old.classes) else []
