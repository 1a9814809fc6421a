import pytest

from wg_excel.builder.validation import LONGEST_MESSAGE, LONGEST_TITLE, from_values, validation
from wg_excel.domain import lists
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Column, Kind

COLUMNS = [column for record in RECORDS for column in record.table.columns]


def rule_of(kind: Kind, **facets: object) -> dict[str, object]:
    rule = validation(Column("name", "Столбец", kind, **facets), 2)  # type: ignore[arg-type]
    assert rule is not None
    return rule


def test_messages_are_sentences_as_short_as_excel_asks() -> None:
    for rule in (validation(column, 0) or {} for column in COLUMNS):
        assert len(rule.get("error_title", "")) <= LONGEST_TITLE
        assert len(rule.get("input_title", "")) <= LONGEST_TITLE
        for message in (rule.get("input_message", "."), rule.get("error_message", ".")):
            assert len(message) <= LONGEST_MESSAGE
            assert message.endswith("."), "it was cut"


def test_a_choice_is_let_in_by_the_name_of_its_list_even_where_the_list_has_a_blank_cell() -> None:
    rule = rule_of(Kind.CHOICE, choices=lists.ROLES)
    assert rule["source"] == "=ref_lstRoles"
    assert rule["ignore_blank"] is False


def test_only_a_list_that_may_be_extended_says_where() -> None:
    assert "Справочники" in str(rule_of(Kind.CHOICE, choices=lists.THEMES)["error_message"])
    assert "Справочники" not in str(rule_of(Kind.CHOICE, choices=lists.ROLES)["error_message"])


def test_a_reference_names_its_sheet_and_lets_the_user_insist() -> None:
    rule = rule_of(Kind.REFERENCE, refers="tblMembers")
    assert rule["source"] == "=ref_tblMembers"
    assert "«Члены группы»" in str(rule["error_message"])
    assert rule["error_type"] == "warning"


def test_a_unique_key_is_counted_in_its_own_column() -> None:
    formula = str(rule_of(Kind.TEXT, unique=True)["value"])
    assert formula.startswith('=COUNTIF($C$6:$C$5000,"="&')
    assert '(C6,"~","~~")' in formula
    assert len(formula) <= 255


def test_a_hint_of_the_schema_stands_before_the_general_one() -> None:
    message = rule_of(Kind.DATE, hint="Пусто — срок считается по приоритету")["input_message"]
    assert message == "Пусто — срок считается по приоритету. Дата, например 15.09.2026."


@pytest.mark.parametrize("kind", [Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.NUMBER])
def test_numbers_and_dates_have_bounds(kind: Kind) -> None:
    rule = rule_of(kind)
    assert rule["criteria"] == "between"
    assert rule["minimum"] < rule["maximum"]  # type: ignore[operator]


def test_what_the_program_writes_by_itself_is_not_restricted() -> None:
    assert validation(Column("protocol", "Протокол", Kind.LINK), 0) is None


def test_a_few_words_are_offered_as_they_are() -> None:
    rule = from_values(("РЕШИЛИ", "ПОСТАНОВИЛИ"))
    assert (rule["source"], rule["error_message"]) == (
        ["РЕШИЛИ", "ПОСТАНОВИЛИ"],
        "Выберите: РЕШИЛИ или ПОСТАНОВИЛИ.",
    )
