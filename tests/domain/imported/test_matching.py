import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.imported.matching import Match, MatchKind, Roster
from wg_excel.domain.staff.teachers import Teacher

STAFF = """
Абдуллаева Эльмаз Серверовна
Иванова Мария Петровна
Иванова Ольга Сергеевна
Ким Анна Владимировна
Королёва Алёна Петровна     | Королева А.; Алёна Королёва (замещение)
Мамедов Али Гасан оглы
Семёнова-Ткач Ирина Викторовна
Петров Олег Ильич
Петров Олег Иванович
Щербаков Артём Николаевич   | Щербаков старший
"""


def teacher(line: str) -> Teacher:
    fio, _, export_name = line.partition("|")
    return Teacher(fio.strip(), export_name=export_name.strip())


ROSTER = Roster(map(teacher, STAFF.strip().splitlines()))


def told(match: Match) -> str:
    people = (match.teacher,) if match.teacher else match.proposals
    return " ".join([match.kind.name.lower(), *(person.fio.split()[0] + person.fio.split()[1][0] for person in people)])


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Иванова Мария Петровна", "exact ИвановаМ"),
        (" Иванова  Мария   Петровна ", "exact ИвановаМ"),
        ("ИВАНОВА МАРИЯ ПЕТРОВНА", "exact ИвановаМ"),
        ("Мария Петровна Иванова", "exact ИвановаМ"),
        ("Королева Алена Петровна", "exact КоролёваА"),
        ("Kим Aнна Владимировна", "exact КимА"),
        ("Семенова - Ткач Ирина Викторовна", "exact Семёнова-ТкачИ"),
        ("Мамедов Али Гасан оглы", "exact МамедовА"),
        ("Абдуллаева Эльмаз Серверовна (совм.)", "exact АбдуллаеваЭ"),
        ("Иванова М. П.", "initials ИвановаМ"),
        ("Иванова О.С.", "initials ИвановаО"),
        ("О. Иванова", "initials ИвановаО"),
        ("Иванова Мария", "initials ИвановаМ"),
        ("Мария Иванова", "initials ИвановаМ"),
        ("Иванова Мария П.", "initials ИвановаМ"),
        ("Ким А В", "initials КимА"),
        ("Мамедов А. Г.", "initials МамедовА"),
        ("Мамедов А. Г. оглы", "initials МамедовА"),
        ("Мамедов Али Гасан-оглы", "exact МамедовА"),
        ("Семёнова Ткач Ирина Викторовна", "exact Семёнова-ТкачИ"),
        ("Королева А.", "alias КоролёваА"),
        ("щербаков  старший", "alias ЩербаковА"),
        ("Петров О. И.", "ambiguous ПетровО ПетровО"),
        ("Петров Олег", "ambiguous ПетровО ПетровО"),
        ("Щербаков Артём Николавич", "slip ЩербаковА"),
        ("Щербоков А. Н.", "slip ЩербаковА"),
        ("Семёнова Ирина Викторовна", "slip Семёнова-ТкачИ"),
        ("Ким", "slip КимА"),
        ("Иванова", "unknown ИвановаМ ИвановаО"),
        ("Петров Олег Иличь", "slip ПетровО"),
        ("Иванова И. И.", "unknown ИвановаМ ИвановаО"),
        ("Сидорова Анна", "unknown"),
        ("Администратор", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_spelling_is_matched_or_left_to_the_user(spelling: str, expected: str) -> None:
    assert told(ROSTER.match(spelling)) == expected


def test_a_likely_slip_is_never_counted_to_anybody() -> None:
    match = ROSTER.match("Щербаков Артём Николавич")
    assert match.kind is MatchKind.SLIP
    assert match.teacher is None


def test_one_name_given_to_two_people_is_ambiguous() -> None:
    roster = Roster([Teacher("Ким Анна", export_name="Ким А."), Teacher("Ким Алла", export_name="Ким А.")])
    assert told(roster.match("Ким А.")) == "ambiguous КимА КимА"


def test_a_name_in_elzhur_that_is_another_teachers_full_name_is_ambiguous() -> None:
    roster = Roster([Teacher("Ким Анна Львовна", export_name="Цой Анна Львовна"), Teacher("Цой Анна Львовна")])
    assert roster.match("Цой Анна Львовна").kind is MatchKind.AMBIGUOUS


def test_initials_in_pedagogi_take_no_full_name() -> None:
    assert Roster([Teacher("Иванова М. П.")]).match("Иванова Марина Павловна").teacher is None


@given(st.sampled_from(ROSTER.teachers), st.integers(0, 4), st.booleans())
def test_blanks_case_and_yo_change_no_match(person: Teacher, blanks: int, upper: bool) -> None:  # noqa: FBT001 - drawn
    written = person.fio.replace("ё", "е").replace(" ", " " * (blanks + 1)) + " " * blanks
    assert ROSTER.match(written.upper() if upper else written).teacher == person


@given(st.text(max_size=30))
def test_any_text_gets_an_answer_and_a_teacher_only_when_it_is_certain(text: str) -> None:
    match = ROSTER.match(text)
    certain = match.kind in {MatchKind.EXACT, MatchKind.INITIALS, MatchKind.ALIAS}
    assert (match.teacher is not None) == certain
