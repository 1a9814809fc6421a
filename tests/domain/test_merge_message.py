from tests.facts_notation import entries, figures, lessons
from wg_excel.domain.facts import Facts
from wg_excel.domain.merge_message import Moved, loaded
from wg_excel.domain.scopes import scope_of

OLD = Facts(lessons("09-01 1 5А Чтение Ким + -\n09-02 1 5А Чтение Ким - -", source=1))
NEW = Facts(lessons("09-01 1 5А Чтение Ким + +", source=3))


def test_what_was_loaded_is_counted_in_russian() -> None:
    assert loaded(OLD) == "Загружено: 2 урока."
    mixed = Facts(NEW.lessons, entries("09-01 5А Чтение Ким mark 09-01 21"), figures("quality 09-01 10-23 2А _ _ n=3"))
    assert loaded(mixed) == "Загружено: 1 урок, 21 запись о вводе, 1 показатель."


def test_a_replacement_tells_what_stood_before_and_what_moved() -> None:
    old, new = scope_of(1, OLD), scope_of(3, NEW)
    assert str(Moved(NEW, OLD, new, [old], [], 0)) == (
        "Загружено: 1 урок. Заменяет импорт № 1: было 2 урока; ДЗ: 0 → 1."
    )


def test_rows_known_before_are_told() -> None:
    new = scope_of(3, NEW)
    assert str(Moved(NEW, Facts(), new, [], [], 21)) == (
        "Загружено: 1 урок. Было и в прежних выгрузках: 21 строка; каждая учтена один раз, по новой."
    )
