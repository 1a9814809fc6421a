import datetime as dt

from hypothesis import given, strategies as st

from wg_excel.domain.figures import Figure, Unit, on
from wg_excel.domain.summary.summary_changes import Memory, Snapshot, memory_of, rows_of, snapshot

FRIDAY, MONDAY, TUESDAY = dt.date(2026, 11, 13), dt.date(2026, 11, 16), dt.date(2026, 11, 17)


def figures(received: int, topics: float | None = None) -> list[Figure]:
    return [
        Figure("appeals.received", "Поступило", received, "Обращения", on(FRIDAY)),
        Figure("monitoring.school.topics", "Темы", topics, "Мониторинг", on(FRIDAY), unit=Unit.PERCENT),
        Figure("member.Ким.done", "Ким: выполнено", received, "Поручения", on(FRIDAY)),
    ]


def told(memory: Memory) -> list[str]:
    return list(map(str, memory.changes))


def test_the_first_build_has_nothing_to_compare_with() -> None:
    assert told(Memory().built(figures(3), FRIDAY)) == []


def test_what_differs_since_the_build_of_an_earlier_day_is_told_before_and_now() -> None:
    memory = Memory().built(figures(3), FRIDAY).built(figures(5, 97.5), MONDAY)
    assert told(memory) == ["Обращения: поступило: 3 → 5", "Мониторинг: темы: нет данных → 97,5 %"]
    assert memory.before.day == FRIDAY


def test_built_again_on_the_same_day_no_change_is_lost() -> None:
    memory = Memory().built(figures(3), FRIDAY).built(figures(5), MONDAY)
    assert told(memory.built(figures(5), MONDAY)) == told(memory)
    assert told(memory.built(figures(6), MONDAY)) == ["Обращения: поступило: 3 → 6"]
    assert told(memory.built(figures(5), MONDAY).built(figures(5), TUESDAY)) == []


def test_built_for_a_day_gone_by_it_is_compared_only_with_what_was_before() -> None:
    memory = Memory().built(figures(3), FRIDAY).built(figures(5), TUESDAY)
    assert told(memory.built(figures(4), MONDAY)) == ["Обращения: поступило: 3 → 4"]
    assert memory.built(figures(4), FRIDAY).before == Snapshot()


def test_a_figure_that_is_new_is_no_change() -> None:
    memory = Memory(now=snapshot(figures(3)[:1], FRIDAY)).built(figures(3, 90.0), MONDAY)
    assert told(memory) == []


def test_rows_that_are_something_else_are_no_memory() -> None:
    assert memory_of([["Класс", "Темы", "ДЗ", None], ["5А", 1, 2, None]]) == Memory()
    assert memory_of([]) == Memory()


texts = st.text("абв 0123,%→", min_size=1).filter(lambda text: text.strip() == text)


@given(st.dictionaries(texts, st.tuples(texts, texts), max_size=20), st.dictionaries(texts, st.tuples(texts, texts)))
def test_what_the_workbook_keeps_is_read_back(
    before: dict[str, tuple[str, str]], now: dict[str, tuple[str, str]]
) -> None:
    titles = {name: told[0] for name, told in (before | now).items()}
    memory = Memory(
        Snapshot(FRIDAY, {name: (titles[name], text) for name, (_, text) in before.items()}),
        Snapshot(MONDAY, {name: (titles[name], text) for name, (_, text) in now.items()}),
    )
    rows = [[_cell(value) for value in row] for row in rows_of(memory)]
    assert memory_of(rows) == memory


def _cell(value: object) -> object:
    return dt.datetime.combine(value, dt.time()) if isinstance(value, dt.date) else value


def test_it_is_told_since_when_how_much_has_changed() -> None:
    memory = Memory().built(figures(3), FRIDAY)
    assert memory.told == "Страница построена впервые: сравнить пока не с чем."
    assert memory.built(figures(3), MONDAY).told == "С 13.11.2026 показатели те же."
    assert memory.built(figures(5), MONDAY).told == "С 13.11.2026 изменилось показателей: 1."
