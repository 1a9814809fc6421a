import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from tests.facts_notation import date, entries, figures, lessons
from wg_excel.domain.imported.facts import Export, Facts, Lesson, day_key
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.merging import FactStore, Merged, merge

SEPTEMBER = (date("09-01"), date("09-30"))
OCTOBER = (date("10-01"), date("10-31"))
AUTUMN = (SEPTEMBER[0], OCTOBER[1])
LIST = """
    09-01 1 5А Алгебра Иванова + +
    09-01 2 5А Чтение Ким - -
    09-02 1 6А Алгебра Иванова + -
"""

PAGES = """
    journal 09-01 09-30 5А Чтение Ким marks=3 lessons=9
    journal 09-01 09-30 6А Чтение Ким marks=1
"""


def export(text: str = "", days: tuple[dt.date, dt.date] = SEPTEMBER, sha: str = "a", **kinds: Facts) -> Export:
    known = kinds.get("facts") or Facts(lessons(text, source=0) if text else ())
    rows = len(known.lessons) + len(known.entries) + len(known.figures)
    return Export("файл.xlsx", "lessons", sha, *days, known, rows=rows)


def run(*exports: Export) -> list[Merged]:
    """Merge exports one after another, each with the facts and the log that the one before left."""
    facts, log, results = Facts(), list[Import](), list[Merged]()
    for one in exports:
        merged = merge(facts, one, log)
        results.append(merged)
        if merged.status != "unchanged":
            facts = merged.facts
            log.append(Import(str(merged.number), first=one.first, last=one.last, rows=one.rows, sha256=one.sha256))
    return results


def shown(rows: Iterable[Lesson]) -> list[str]:
    return [f"{row.day % 10000:04} {row.number} {row.school_class} {row.teacher} №{row.source}" for row in rows]


def statuses(results: Sequence[Merged]) -> list[str]:
    return [result.status for result in results]


def test_a_first_import_brings_its_facts_under_its_number() -> None:
    (merged,) = run(export(LIST))
    assert (merged.status, merged.number, merged.message) == ("imported", 1, "Загружено: 3 урока.")
    assert shown(merged.facts.lessons) == ["0901 1 5А Иванова №1", "0901 2 5А Ким №1", "0902 1 6А Иванова №1"]


def test_the_same_bytes_again_change_nothing() -> None:
    first, again = run(export(LIST), export(LIST))
    assert (again.status, again.number, again.facts) == ("unchanged", 1, first.facts)
    assert again.message == "Уже загружено (импорт № 1): ничего не изменилось."


def test_sheets_of_one_file_are_not_taken_for_each_other() -> None:
    results = run(export(LIST, sha="a"), export("09-01 1 7А Алгебра Ким + +", sha="a"))
    assert statuses(results) == ["imported", "imported"]
    assert len(results[-1].facts.lessons) == 4


def test_the_same_bytes_read_in_another_way_are_taken_anew() -> None:
    results = run(export(LIST), export(LIST.replace("- -", "+ +")))
    assert statuses(results) == ["imported", "replaced"]


def test_a_report_without_anything_to_count_is_known_the_second_time() -> None:
    results = run(export(), export())
    assert statuses(results) == ["imported", "unchanged"]
    assert results[0].message == "Отчёт прочитан; в подсчёт он ничего не добавляет."


def test_the_same_period_and_people_with_other_content_replace() -> None:
    results = run(export(LIST), export(LIST.replace("- -", "+ +"), sha="b"))
    assert statuses(results) == ["imported", "replaced"]
    assert {row.source for row in results[-1].facts.lessons} == {2}
    assert results[-1].message == ("Загружено: 3 урока. Заменяет импорт № 1: было 3 урока; темы: 2 → 3; ДЗ: 1 → 2.")


def test_a_replaced_file_brought_again_counts_again() -> None:
    results = run(export(LIST), export(LIST.replace("- -", "+ +"), sha="b"), export(LIST))
    assert statuses(results) == ["imported", "replaced", "replaced"]
    assert {row.source for row in results[-1].facts.lessons} == {3}


def test_a_lesson_that_a_replacement_no_longer_has_is_gone() -> None:
    moved = LIST.replace("09-01 1", "09-03 1")
    results = run(export(LIST), export(moved, sha="b"))
    assert shown(results[-1].facts.lessons)[0] == "0903 1 5А Иванова №2"
    assert len(results[-1].facts.lessons) == 3


def test_a_list_for_other_classes_adds() -> None:
    results = run(export(LIST), export("09-01 1 7А Алгебра Иванова + +", sha="b"))
    assert statuses(results) == ["imported", "imported"]
    assert len(results[-1].facts.lessons) == 4


def test_a_list_for_one_teacher_leaves_the_other_group_in_its_place() -> None:
    results = run(
        export("09-01 1 7А Язык Ким + +"),
        export("09-01 1 7А Язык Цой + +", sha="b"),
    )
    assert statuses(results) == ["imported", "imported"]
    assert shown(results[-1].facts.lessons) == ["0901 1 7А Ким №1", "0901 1 7А Цой №2"]


def test_a_longer_period_takes_the_place_of_a_shorter_one() -> None:
    later = "09-02 3 5А Чтение Ким + +\n09-01 1 5А Алгебра Иванова + +\n10-01 1 6А Алгебра Иванова + -"
    results = run(export(LIST), export(later, AUTUMN, sha="b"))
    assert results[-1].status == "imported"
    assert {row.source for row in results[-1].facts.lessons} == {2}
    assert "Заменяет импорт № 1" in results[-1].message


def test_in_overlapping_periods_a_lesson_counts_once_and_the_later_export_wins() -> None:
    days = (date("09-02"), date("10-10"))
    results = run(
        export(LIST + "09-02 2 5А Чтение Ким - -"),
        export("09-02 2 5А Чтение Ким + +\n10-01 1 5А Чтение Ким + +", days, sha="b"),
    )
    merged = results[-1]
    assert merged.status == "imported"
    assert shown(merged.facts.lessons) == [
        "0901 1 5А Иванова №1",
        "0901 2 5А Ким №1",
        "0902 1 6А Иванова №1",
        "0902 2 5А Ким №2",
        "1001 1 5А Ким №2",
    ]
    assert "Было и в прежних выгрузках: 1 строка; каждая учтена один раз, по новой." in merged.message


def test_a_lesson_given_to_another_teacher_in_a_later_export_is_his() -> None:
    days = (date("09-02"), date("10-10"))
    results = run(
        export("09-01 1 5А Чтение Ким + +\n09-02 1 5А Чтение Ким + +\n09-03 1 6А Чтение Цой + +"),
        export("09-02 1 5А Чтение Цой + +\n09-05 1 5А Чтение Ким + +", days, sha="b"),
    )
    assert [row for row in shown(results[-1].facts.lessons) if "0902" in row] == ["0902 1 5А Цой №2"]


@pytest.mark.parametrize(("before", "now"), [("0", "2"), ("2", "0"), ("0", "0")])
def test_where_lessons_have_no_number_the_day_is_their_place(before: str, now: str) -> None:
    days = (date("09-02"), date("10-10"))
    results = run(
        export(f"09-01 {before} 5А Чтение Ким + +\n09-02 {before} 5А Чтение Ким + +"),
        export(f"09-02 {now} 5А Чтение Ким + +", days, sha="b"),
    )
    assert shown(results[-1].facts.lessons) == [f"0901 {before} 5А Ким №1", f"0902 {now} 5А Ким №2"]


def test_lost_classes_and_a_shorter_period_are_warned_about() -> None:
    classes = "\n".join(f"09-0{n} 1 {n}А Алгебра Иванова + +" for n in range(5, 9))
    results = run(
        export(classes, AUTUMN),
        export(classes.rpartition("\n")[0], AUTUMN, sha="b"),
        export(classes.rpartition("\n")[0], SEPTEMBER, sha="c"),
    )
    assert "Нет классов 8А: их данные остались из импорта № 1." in results[1].message
    assert "Период короче, чем у импорта № 2: остальные дни остались из него." in results[2].message


def test_entries_and_figures_are_told_anew_by_the_later_export() -> None:
    log = Facts(entries=entries("09-01 4А Чтение Ким topic 09-01\n09-02 4А Чтение Ким mark 09-02 3", 0))
    more = Facts(entries=entries("09-02 4А Чтение Ким mark 09-02 5\n10-02 4А Чтение Ким mark 10-02", 0))
    days = (date("09-02"), OCTOBER[1])
    merged = run(export(facts=log), export(facts=more, days=days, sha="b"))[-1]
    assert [(entry.what, entry.times, entry.source) for entry in merged.facts.entries] == [
        ("topic", 1, 1),
        ("mark", 5, 2),
        ("mark", 1, 2),
    ]
    page = Facts(figures=figures(PAGES, 0))
    wider = Facts(figures=figures("journal 09-01 09-30 5А Чтение Ким marks=4", 0))
    merged = run(export(facts=page), export(facts=wider, days=OCTOBER, sha="b"))[-1]
    assert [(figure.name, figure.value) for figure in merged.facts.figures] == [("marks", 1), ("marks", 4)]


def test_the_number_follows_the_log_and_the_facts() -> None:
    stored = Facts(lessons(LIST, source=7))
    one = export("09-01 1 7А Чтение Ким + +")
    assert FactStore(stored, [Import("12"), Import("без номера")]).take(one).number == 13
    assert FactStore(stored, []).take(one).number == 8


DAYS = st.dates(date("09-01"), date("10-31"))
ROWS = st.lists(
    st.builds(
        Lesson,
        day=DAYS.map(day_key),
        number=st.integers(1, 2),
        school_class=st.sampled_from(["5А", "6А"]),
        subject=st.sampled_from(["Алгебра", "Чтение"]),
        group=st.just(""),
        teacher=st.sampled_from(["Иванова", "Ким"]),
        topic=st.integers(0, 1),
        work=st.just(0),
        homework=st.just(1),
        topic_day=st.just(0),
        homework_day=st.just(0),
        source=st.just(0),
    ),
    min_size=1,
    max_size=15,
    unique_by=lambda row: row[:6],
)


@given(st.lists(st.tuples(ROWS, DAYS, DAYS), min_size=1, max_size=4))
def test_files_of_one_click_end_as_files_of_many(files: list[tuple[list[Lesson], dt.date, dt.date]]) -> None:
    exports = [
        export(facts=Facts(tuple(rows)), days=(min(one, other), max(one, other)), sha=str(place % 2))
        for place, (rows, one, other) in enumerate(files)
    ]
    store = FactStore(Facts(), [])
    together = [store.take(one) for one in exports]
    apart = run(*exports)
    assert [(merged.status, merged.number) for merged in together] == [(one.status, one.number) for one in apart]
    assert store.facts == apart[-1].facts


@given(ROWS)
def test_importing_twice_is_importing_once(rows: list[Lesson]) -> None:
    one = export(facts=Facts(tuple(rows)))
    first, again = run(one, one)
    assert again.status == "unchanged"
    assert again.facts == first.facts


@given(st.lists(st.tuples(ROWS, DAYS, DAYS), min_size=1, max_size=4))
def test_no_lesson_stands_twice_and_the_last_export_stands_whole(
    files: list[tuple[list[Lesson], dt.date, dt.date]],
) -> None:
    exports = [
        export(facts=Facts(tuple(rows)), days=(min(one, other), max(one, other)), sha=str(place))
        for place, (rows, one, other) in enumerate(files)
    ]
    merged = run(*exports)[-1]
    keys = [row[:6] for row in merged.facts.lessons]
    assert len(keys) == len(set(keys))
    last = {row[:-1] for row in files[-1][0]}
    assert last <= {row[:-1] for row in merged.facts.lessons}
    assert {row[:6] for row in merged.facts.lessons} <= {row[:6] for rows, _, _ in files for row in rows}


def test_an_export_made_before_the_one_that_it_replaces_is_told() -> None:
    older = replace(export(LIST.replace("+ -", "- -"), sha="old"), made=dt.date(2026, 10, 10))
    store = FactStore(Facts(), (), 20261020)
    store.take(replace(export(LIST), made=dt.date(2026, 10, 17)))
    assert "Внимание: эта выгрузка сделана раньше, чем № 1" in store.take(older).message


def test_the_day_of_an_export_is_its_own_and_else_that_of_the_import() -> None:
    when = dt.datetime(2026, 10, 20, 9)  # noqa: DTZ001 - cells know no zone
    assert Import("1", when, made=dt.date(2026, 10, 17)).data_day == dt.date(2026, 10, 17)
    assert Import("2", when).data_day == dt.date(2026, 10, 20)
    assert Import("3").data_day is None
