from wg_excel import buttons
from wg_excel.builder.sheets import SHEETS
from wg_excel.button_list import BUTTONS, buttons_of


def test_every_button_has_its_function() -> None:
    assert [button.function for button in BUTTONS if not callable(getattr(buttons, button.function, None))] == []


def test_buttons_stand_on_sheets_that_exist() -> None:
    assert {sheet for button in BUTTONS for sheet in button.sheets} <= {plan.name for plan in SHEETS}


def test_a_macro_is_named_after_its_function() -> None:
    assert {button.macro for button in BUTTONS if button.function == "check_entries"} == {"WgCheckEntries"}


def test_keys_and_macros_are_not_shared() -> None:
    for names in ([button.keytip for button in BUTTONS], [button.macro for button in BUTTONS]):
        assert len(set(names)) == len(names)


def test_no_key_is_the_beginning_of_another() -> None:
    """Office runs a button as soon as its letters are typed: one that goes on with them could never be reached."""
    keys = [button.keytip for button in BUTTONS]
    assert [(one, other) for one in keys for other in keys if one != other and other.startswith(one)] == []


def test_the_sheet_of_findings_offers_the_check() -> None:
    assert [button.caption for button in buttons_of("Замечания")] == ["Проверить", "Исправить очевидное"]
