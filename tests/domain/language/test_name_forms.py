import datetime as dt
from dataclasses import replace

from tests.sample_meeting import ITEMS, TASKS, but, group
from wg_excel.domain.language.declension import Gender, OwnForms
from wg_excel.domain.language.name_forms import NameForms, own_forms
from wg_excel.domain.meetings.outcome import outcome
from wg_excel.domain.meetings.protocol import protocol_of

LINES = (
    NameForms("Бондарь", "Мужское", "Бондаря", "Бондареви", "Бондаря", "Бондарем"),
    NameForms("Чёрная", "", "", "", "", ""),
    NameForms("", "Женское", "А"),
)


def test_a_line_becomes_forms_and_one_without_a_word_is_left() -> None:
    assert own_forms(LINES) == (
        OwnForms("Бондарь", Gender.MALE, ("Бондаря", "Бондареви", "Бондаря", "Бондарем")),
        OwnForms("Чёрная", None, ("", "", "", "")),
    )


def test_the_protocol_declines_as_the_sheet_says() -> None:
    whole = group(items=(but(ITEMS[2], decided="План утвердить."),), tasks=(but(TASKS[1], item=3),))
    with_own = replace(whole, records={**whole.records, NameForms: LINES})
    (item,) = protocol_of(with_own, "3").items
    assert item.points[-1].text.startswith("Поручить Бондареви С. И.:")


def test_a_decision_that_charges_a_person_in_the_forms_of_the_sheet_is_understood() -> None:
    said = but(ITEMS[2], decided="Бондареви С. И. составить график до 11.09.2026.", votes_for=None)
    whole = group(items=(said,), tasks=())
    with_own = replace(whole, records={**whole.records, NameForms: LINES})
    (meeting,) = with_own.index.held
    (task,) = outcome(with_own, [meeting]).assignments
    assert (task.executor, task.due) == ("Бондарь Сергей Иванович", dt.date(2026, 9, 11))
    assert outcome(whole, [meeting]).assignments == ()
