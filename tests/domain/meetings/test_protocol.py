from dataclasses import replace

import pytest

from tests.sample_meeting import ITEMS, MEETING, SETTINGS, TASKS, but, group
from wg_excel.domain.language.declension import Case
from wg_excel.domain.meetings.protocol import declined_initials, protocol_of
from wg_excel.domain.meetings.protocol_gaps import NoSuchMeeting

UNTIL = "Срок\N{NO-BREAK SPACE}–\N{NO-BREAK SPACE}до\N{NO-BREAK SPACE}"


def points(decided: str, tasks: tuple[object, ...] = ()) -> list[str]:
    made = protocol_of(group(items=(but(ITEMS[0], decided=decided),), tasks=tasks), "3")
    return [f"{point.number} {point.text}" for point in made.items[0].points]


def test_those_present_stand_in_the_order_of_the_composition_with_posts() -> None:
    made = protocol_of(group(), "3")
    assert [str(person) for person in made.present][:2] == [
        "Даценко И. А., директор",
        "Иванова М. П., заместитель директора по УВР",
    ]
    assert made.head_count == "5 человек"


def test_those_absent_stand_with_their_reason() -> None:
    assert [str(person) for person in protocol_of(group(), "3").absent] == ["Сейтаблаев Э. М., болезнь"]


def test_a_signature_has_its_initials_before_the_surname() -> None:
    made = protocol_of(group(), "3")
    assert (made.chair.signature, made.secretary.signature) == ("И. А. Даценко", "М. П. Иванова")


@pytest.mark.parametrize(
    ("speaker", "heard", "expected"),
    [
        ("Иванова Мария Петровна", "О ходе работы.", "Иванову М. П. – О ходе работы."),
        ("Мария Петровна Иванова", "О плане.", "Иванову М. П. – О плане."),
        ("Бондарь С. И.", "О связи.", "Бондаря С. И. – О связи."),
        ("Бондарь С. И., инженер", "О связи.", "Бондаря С. И., инженера – О связи."),
        ("Иванова М. П.; Черных И. О.", "Отчёт.", "Иванову М. П., Черных И. О. – Отчёт."),
        ("Иванова М. П.", "Иванову М. П. о ходе работы.", "Иванову М. П. о ходе работы."),
        ("", "Рассмотрен план.", "Рассмотрен план."),
    ],
)
def test_who_was_heard_stands_in_the_accusative(speaker: str, heard: str, expected: str) -> None:
    made = protocol_of(group(items=(but(ITEMS[0], speaker=speaker, heard=heard),)), "3")
    assert made.items[0].heard == expected


def test_the_question_stands_for_what_was_heard_where_nothing_was_written() -> None:
    made = protocol_of(group(items=(but(ITEMS[0], heard="", question="О плане", speaker="Иванова М. П."),)), "3")
    assert made.items[0].heard == "Иванову М. П. – о плане"


def test_an_executor_stands_in_the_dative_with_the_term() -> None:
    assert points("Принять к сведению", (TASKS[0],)) == [
        "1.1 Принять к сведению.",
        f"1.2 Поручить Аблялимовой А. Р.: провести консультации для новых педагогов. {UNTIL}04.09.2026.",
    ]


def test_a_decision_that_states_the_task_gets_executor_and_term_itself() -> None:
    assert points("Провести консультацию для новых педагогов.", (TASKS[0],)) == [
        f"1.1 Провести консультацию для новых педагогов. Ответственный – Аблялимова А. Р. {UNTIL}04.09.2026."
    ]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "Аблялимовой А. Р. провести консультации.",
            f"1.1 Аблялимовой А. Р. провести консультации. {UNTIL}04.09.2026.",
        ),
        (
            "Провести консультации педагогов до 4 сентября.",
            "1.1 Провести консультации педагогов до 4 сентября. Ответственный – Аблялимова А. Р.",
        ),
        (
            "Аблялимовой А. Р. провести консультации до 04.09.2026",
            "1.1 Аблялимовой А. Р. провести консультации до 04.09.2026.",
        ),
    ],
)
def test_what_a_decision_says_of_executor_or_term_is_not_repeated(decided: str, expected: str) -> None:
    assert points(decided, (TASKS[0],)) == [expected]


def test_numbers_typed_before_decisions_are_replaced_by_the_protocols_own() -> None:
    assert points("1) Принять.\n1.2. Отметить работу\n– Продолжить;") == [
        "1.1 Принять.",
        "1.2 Отметить работу.",
        "1.3 Продолжить;",
    ]


def test_an_assignment_named_in_the_item_belongs_to_it() -> None:
    made = protocol_of(group(), "3")
    assert made.items[1].points[1].text.startswith("Поручить Бондарю С. И.: сообщить родителям")


def test_only_votes_without_dissent_are_unanimous() -> None:
    votes = [str(item.votes) for item in protocol_of(group(), "3").items]
    assert votes == [
        "«за» – 5, «против» – 0, «воздержались» – 0 (единогласно)",
        "«за» – 4, «против» – 0, «воздержались» – 1",
        "None",
    ]


@pytest.mark.parametrize(
    ("numbers", "told"), [((1, 2), False), ((2, 1), False), ((None, 1), False), ((1, 1), True), ((1, 3), True)]
)
def test_questions_that_get_other_numbers_are_told(numbers: tuple[int | None, ...], *, told: bool) -> None:
    items = tuple(but(item, number=number) for item, number in zip(ITEMS, numbers, strict=False))
    made = protocol_of(group(items=items, tasks=()), "3")
    assert [item.number for item in made.items] == [1, 2]
    assert ("пронумерованы по порядку" in made.told) == told


def test_quorum_is_told_only_where_the_school_turns_it_on() -> None:
    assert protocol_of(group(), "3").quorum == ""
    half = protocol_of(group(replace(SETTINGS, quorum=0.5)), "3")
    assert half.quorum == "Кворум: присутствуют 5 из 6 членов рабочей группы, кворум имеется."
    most = protocol_of(group(replace(SETTINGS, quorum=0.9)), "3")
    assert most.quorum.endswith("кворум отсутствует.")


def test_invited_people_are_told_apart_by_semicolons() -> None:
    assert protocol_of(group(), "3").invited == (
        "Сидорова А. П., председатель родительского комитета",
        "Ким В. С., представитель управления образования",
    )


@pytest.mark.parametrize(("people", "annex"), [(16, False), (17, True)])
def test_more_than_fifteen_present_are_listed_in_an_annex(people: int, annex: bool) -> None:  # noqa: FBT001
    assert protocol_of(group(people=people), "3").has_annex is annex


def test_what_the_meeting_does_not_state_is_left_out() -> None:
    bare = but(MEETING, start=None, end=None, place="", kind="", form="", invited="")
    made = protocol_of(group(meeting=bare), "3")
    assert (made.circumstances, made.invited) == ((), ())


def test_a_protocol_is_a_draft_until_it_is_sealed() -> None:
    assert protocol_of(group(), "3").mark == "ПРОЕКТ"


def test_a_number_that_no_meeting_has_is_refused() -> None:
    with pytest.raises(NoSuchMeeting, match="Заседания № 9 нет"):
        protocol_of(group(), "9")


def test_a_text_that_is_no_name_is_left_alone() -> None:
    assert declined_initials("—", Case.DATIVE) == "—"
