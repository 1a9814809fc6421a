from tests.facts_notation import facts
from wg_excel.domain.group import Group
from wg_excel.domain.imported.deciding import lines, take_over
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.imported.spellings import match_spellings, waiting
from wg_excel.domain.staff.teachers import Teacher

ANNA, ALLA = "Ким Анна Львовна", "Ким Алла Львовна"
KNOWN = facts("""
    09-01 1 5А Чтение Ким_А.Л. + +
    09-02 1 5А Чтение Ким_А.Л. + +
    09-02 2 5А Чтение Цой_Юн + +
""")
KNOWN = type(KNOWN)(tuple(one._replace(teacher=one.teacher.replace("_", " ")) for one in KNOWN.lessons))


def group(teachers: dict[str, str], decisions: dict[str, str]) -> Group:
    return Group(
        {
            Teacher: tuple(
                Teacher(fio, export_name=known, row=row) for row, (fio, known) in enumerate(teachers.items(), 5)
            ),
            NameDecision: tuple(NameDecision(spelling, teacher=teacher) for spelling, teacher in decisions.items()),
        }
    )


def known_names(found: Group) -> dict[str, str]:
    return {teacher.fio: teacher.export_name for teacher in take_over(found).teachers}


def test_a_decision_is_added_to_what_the_teacher_is_called() -> None:
    found = group({ANNA: "Ким А.", ALLA: ""}, {"Ким А.Л.": ANNA, "Kim": ANNA})
    assert known_names(found) == {ANNA: "Ким А.; Ким А.Л.; Kim", ALLA: ""}
    assert [(was.export_name, now.row) for was, now in take_over(found).grown] == [("Ким А.", 5)]


def test_what_is_known_already_is_not_added_again() -> None:
    found = group({ANNA: "ким а.л.", ALLA: ""}, {"Ким А.Л.": ANNA})
    assert take_over(found).grown == ()


def test_a_decision_that_names_no_one_teacher_is_left_to_the_user() -> None:
    found = group({ANNA: "", ALLA: ""}, {"Ким А.Л.": "Ким А.", "Цой Юн": "Цой Юна"})
    assert take_over(found).grown == ()


def test_a_line_says_why_a_name_waits_with_rows_and_proposals_most_rows_first() -> None:
    found = group({ANNA: "", ALLA: "", "Цай Юн": ""}, {"Ким А.Л.": "Ким Анна"})
    named = lines(waiting(KNOWN, match_spellings(KNOWN, found[Teacher])), found[NameDecision])
    assert named == (
        NameDecision("Ким А.Л.", "подходит нескольким", 2, f"{ANNA}; {ALLA}", "Ким Анна"),
        NameDecision("Цой Юн", "нет в «Педагогах»", 1, "Цай Юн", ""),
    )


def test_a_decided_name_waits_no_longer_and_the_other_does() -> None:
    decided = take_over(group({ANNA: "", ALLA: ""}, {"Ким А.Л.": ALLA}))
    left = waiting(KNOWN, match_spellings(KNOWN, decided.teachers))
    assert [each.match.spelling for each in left] == ["Цой Юн"]


def test_of_namesakes_the_one_is_meant_whom_the_user_told() -> None:
    first, second = Teacher("Ким Ян", export_name="Ян Ким", row=5), Teacher("Ян Ким", row=6)
    named = facts("09-01 1 5А Чтение Ким_Ян + +").lessons[0]._replace(teacher="Ян Ким")
    (match,) = match_spellings(type(KNOWN)((named,)), (first, second))
    assert match.teacher is first
