import pytest
from hypothesis import given, strategies as st

from tests.exports.conftest import Reader
from tests.exports.sheets import rows, workbook
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.phrases import fold
from wg_excel.exports.refusals import BadKindsFile, UnknownKind
from wg_excel.exports.synonyms import Synonyms

MEALS = """
[kinds.meals]
title = "Питание"
shape = "counts"
columns = ["school_class", "order"]
needs = ["fed"]

[kinds.meals.own]
fed = ["питаются", "охвачено питанием"]
paid = ["платно"]
"""
HEADINGS = [
    (kind.id, role, spelled)
    for kind in vocabulary().kinds.values()
    for role, many in kind.spellings.items()
    for spelled in many
    if "*" not in spelled
]


@pytest.mark.parametrize(("kind", "role", "heading"), HEADINGS)
def test_every_spelling_is_known_as_its_own_column_or_one_of_the_same_heading(
    kind: str, role: str, heading: str
) -> None:
    known = vocabulary().kinds[kind]
    found, cover = known.role(fold(heading))
    assert cover >= 1
    assert found == role or heading in known.spellings[found]


@given(st.sampled_from(HEADINGS), st.sampled_from([str.upper, str.title]), st.sampled_from([" ", "  ", "\xa0", "\n"]))
def test_case_and_blanks_of_a_heading_do_not_matter(heading: tuple[str, str, str], case: object, blank: str) -> None:
    kind = vocabulary().kinds[heading[0]]
    assert callable(case)
    assert kind.role(fold(case(heading[2]).replace(" ", blank))) == kind.role(fold(heading[2]))


def test_a_new_kind_of_a_known_shape_needs_no_code(read_bytes: Reader) -> None:
    data = workbook({"Лист1": rows("Период: 01.09.2026 - 30.09.2026\nКласс | Охвачено питанием | Платно\n5А | 20 | 3")})
    (unknown,), (known,) = read_bytes(data), read_bytes(data, extra=Synonyms(file=MEALS))
    assert unknown.status == "unknown"
    assert known.export is not None
    assert [(one.kind, one.name, one.value) for one in known.export.facts.figures] == [
        ("meals", "fed", 20.0),
        ("meals", "paid", 3.0),
    ]


def test_a_schools_file_adds_to_the_lists_of_the_package() -> None:
    added = vocabulary(Synonyms(file='[homework]\nnot_set = ["отдых"]\n[columns]\nteacher = ["ведущий"]'))
    assert added.pattern("homework", "not_set").match("отдых")
    assert added.pattern("homework", "not_set").match("не задано")
    assert added.kinds["lessons"].role("ведущий") == added.kinds["lessons"].role("учитель")


@pytest.mark.parametrize(
    "file", ["[kinds", "[kinds.x]\ntitle = 'X'", "[kinds.x]\ntitle = 'X'\nshape = 'y'\ncolumns = ['нет']"]
)
def test_a_schools_file_with_a_fault_is_refused_in_a_sentence(file: str) -> None:
    with pytest.raises(BadKindsFile):
        vocabulary(Synonyms(file=file))


def test_a_kind_is_found_by_id_and_title_and_no_other() -> None:
    assert vocabulary().kind("Темы и ДЗ") is vocabulary().kind("lessons")
    with pytest.raises(UnknownKind):
        vocabulary().kind("темы")


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Темы внесены", "topics"),
        ("Не внесено тем", "topics_missing"),
        ("Отсутствуют ДЗ", "homework_missing"),
        ("Незаполненные домашние задания", "homework_missing"),
        ("Уроков не с отметками", "lessons_without_marks"),
        ("Кол-во уроков без плана", ""),
        ("Тем внесено не вовремя", ""),
        ("ДЗ с опозданием", ""),
    ],
)
def test_a_word_of_denial_turns_a_count_into_what_is_missing(heading: str, column: str) -> None:
    assert vocabulary().kinds["filling"].role(fold(heading))[0] == column


@pytest.mark.parametrize(
    ("held", "planned"),
    [("Фактическая дата", "Плановая дата"), ("Тема проведена", "Тема запланирована"), ("Тема", "Тема (план)")],
)
def test_what_was_held_outweighs_what_was_planned(held: str, planned: str) -> None:
    role = vocabulary().kinds["lessons"].role
    assert role(fold(held))[1] > role(fold(planned))[1]


def test_a_date_in_a_heading_says_nothing_of_its_column() -> None:
    assert vocabulary().kinds["movement"].role("состояло на 01.09.2026")[0] == "begin"
