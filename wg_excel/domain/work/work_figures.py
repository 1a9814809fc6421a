"""Figures of the group's own work: assignments, plan, documents, readiness, imports (B 2.1, 3.2, 4.2; A III)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from wg_excel.domain.figures import Figure, State, on
from wg_excel.domain.group import Group
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.language.names import initials
from wg_excel.domain.periods import Period
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.readiness import CONDITIONS, Readiness

DONE, OPEN, OVERDUE = "done", "open", "overdue"
TITLES = {DONE: "выполнено", OPEN: "в работе", OVERDUE: "просрочено"}
IMPORTS_SHOWN = 5
FULL_SCORE = 3

Task = Assignment | Activity


def work_figures(group: Group, period: Period, day: dt.date) -> tuple[Figure, ...]:
    """Return the figures of assignments and plan, whole and by member, then documents, readiness and imports."""
    tasks: tuple[Task, ...] = (*group[Assignment], *group[Activity])
    return (
        *_states("assignments", "Поручения", group[Assignment], day),
        *_states("plan", "План", group[Activity], day),
        *_by_member(group, tasks, day),
        *_documents(group, day),
        *_readiness(group, day),
        *_imports(group, period, day),
    )


def state_of(task: Task, day: dt.date) -> str:
    """Return done, open or overdue; empty for what was cancelled."""
    if task.status == "Выполнено":
        return DONE
    if not task.is_open:
        return ""
    return OVERDUE if task.due and task.due < day else OPEN


def _states(name: str, title: str, tasks: Iterable[Task], day: dt.date) -> Iterator[Figure]:
    numbers = Counter(state_of(task, day) for task in tasks)
    base = sum(numbers[state] for state in TITLES)
    sheet = {"assignments": Assignment.table.sheet, "plan": Activity.table.sheet}[name]
    for state, words in TITLES.items():
        bad = State.BROKEN if state == OVERDUE and numbers[state] else State.NONE
        yield Figure(f"{name}.{state}", f"{title}: {words}", numbers[state], sheet, on(day), base, state=bad)


def _by_member(group: Group, tasks: Iterable[Task], day: dt.date) -> Iterator[Figure]:
    numbers = Counter((_person(group, task), state_of(task, day)) for task in tasks)
    names = sorted({name for name, state in numbers if name and state})
    for name in names:
        for state, words in TITLES.items():
            sheet, title = Assignment.table.sheet, f"{name}: {words}"
            yield Figure(f"member.{name}.{state}", title, numbers[name, state], sheet, on(day))


def _person(group: Group, task: Task) -> str:
    fio = task.executor if isinstance(task, Assignment) else task.responsible
    return initials(group.index.find("tblMembers", fio) or fio)


def _documents(group: Group, day: dt.date) -> Iterator[Figure]:
    documents, sheet = group[Document], Document.table.sheet
    for name, title, number in (
        ("change", "Требуют изменений", sum(1 for one in documents if one.analysis == "Требует изменений")),
        ("analyse", "Анализ не проводился", sum(1 for one in documents if one.analysis == "Не проводился")),
        ("publish", "Не опубликованы на сайте", sum(1 for one in documents if one.publication == "Не опубликован")),
    ):
        yield Figure(f"documents.{name}", title, number, sheet, on(day), len(documents))


def _readiness(group: Group, day: dt.date) -> Iterator[Figure]:
    known = {line.condition: line.score for line in group[Readiness]}
    scores = {condition: int(score) for condition, score in known.items() if score.isdigit()}
    mean = round(sum(scores.values()) / len(scores), 1) if scores else None
    sheet = Readiness.table.sheet
    yield Figure("readiness", "Готовность, средняя оценка из 3", mean, sheet, on(day), len(scores))
    for number, condition in enumerate(CONDITIONS, 1):
        score = scores.get(condition)
        state = State.NONE if score is None else _state_of_score(score)
        yield Figure(f"readiness.{number}", condition, score, sheet, on(day), FULL_SCORE, state=state)


def _state_of_score(score: int) -> State:
    return State.KEPT if score == FULL_SCORE else State.BROKEN if score == 0 else State.RISK


def latest_imports(group: Group) -> tuple[Import, ...]:
    """Return the newest lines of the log of imports, the newest first."""
    dated = [one for one in group[Import] if one.when]
    return tuple(
        sorted(dated, key=lambda one: (str(one.when), len(one.number), one.number), reverse=True)[:IMPORTS_SHOWN]
    )


def _imports(group: Group, period: Period, day: dt.date) -> Iterator[Figure]:
    sheet, latest = Import.table.sheet, latest_imports(group)
    last = latest[0].when.date().isoformat() if latest and latest[0].when else None
    loaded = sum(1 for one in group[Import] if one.when and one.when.date() in period)
    yield Figure("imports", "Загружено отчётов", loaded, sheet, period)
    yield Figure("imports.last", "Последняя загрузка", last, sheet, on(day))
    for number, one in enumerate(latest, 1):
        days = Period(one.first, one.last) if one.first and one.last else on(day)
        note = f"{one.kind}, отклонено строк: {one.rejected or 0}"
        yield Figure(f"imports.{number}", one.file, one.rows, sheet, days, note=note)
