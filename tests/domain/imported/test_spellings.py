from tests.facts_notation import facts, teachers
from wg_excel.domain.imported.spellings import match_spellings, rows_of

KNOWN = facts(
    "09-01 1 5А Чтение Ким + +\n09-02 1 5А Чтение Цой + +",
    "09-01 5А Чтение Цой mark 09-01 7",
    "journal 09-01 09-30 5А Чтение Цой marks=3 lessons=9\nquality 09-01 09-30 5А Чтение Лев n=3",
)


def test_each_spelling_that_counts_is_matched_once() -> None:
    matches = match_spellings(KNOWN, teachers("Ким"))
    assert [(match.spelling, bool(match.teacher)) for match in matches] == [("Ким", True), ("Цой", False)]


def test_without_teachers_only_full_names_stand_for_themselves() -> None:
    named = facts("09-01 1 5А Чтение Ким + +")
    full = named.lessons[0]._replace(teacher="Ким Анна Львовна")
    matches = match_spellings(type(named)((*named.lessons, full)), ())
    assert [match.teacher.fio if match.teacher else None for match in matches] == [None, "Ким Анна Львовна"]


def test_rows_are_lessons_entries_and_reports() -> None:
    assert rows_of(KNOWN, ["Цой"]) == {"Цой": 3}
    assert rows_of(KNOWN, []) == {}
