from tests.care.doctor.sights import BOOK, LINUX, MACOS, POSIX_BOOK, WINDOWS
from wg_excel.care.doctor import State, examine


def test_a_sound_computer_and_workbook_have_nothing_bad() -> None:
    for machine, site in ((WINDOWS, BOOK), (MACOS, POSIX_BOOK), (LINUX, POSIX_BOOK)):
        assert State.BAD not in {each.state for each in examine(machine, site)}


def test_without_a_workbook_only_the_computer_is_looked_at() -> None:
    assert {each.title for each in examine(LINUX)} == {"Python", "Библиотеки", "Excel или LibreOffice"}


def test_whatever_is_not_well_says_what_to_do() -> None:
    assert all(each.advice for each in examine(WINDOWS, BOOK) if each.state is not State.GOOD)
