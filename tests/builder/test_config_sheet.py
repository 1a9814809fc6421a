from pathlib import Path, PurePosixPath, PureWindowsPath

import openpyxl
import pytest

from wg_excel.builder.config_sheet import ANY_PYTHON, SHEET, Interpreters, interpreters
from wg_excel.headless import open_book


class WindowsFile(PureWindowsPath):
    """A path of Windows whose folder holds what the test says."""

    def is_file(self) -> bool:
        return "with pythonw" in str(self)


HOME = PureWindowsPath(r"C:\Users\Анна")


def test_the_kept_workbook_names_no_computer(workbook: openpyxl.Workbook) -> None:
    sheet = workbook[SHEET]
    assert {key.value: value.value for key, value in sheet.iter_rows(max_col=2)} == {
        "INTERPRETER_WIN": ANY_PYTHON,
        "INTERPRETER_MAC": ANY_PYTHON,
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        "SHOW_ERROR_POPUPS": "True",
    }
    assert sheet.sheet_state == "veryHidden"


@pytest.mark.parametrize(
    ("executable", "expected"),
    [
        (r"D:\with pythonw\python.exe", r"D:\with pythonw\pythonw.exe"),
        (r"D:\Python\python.exe", r"D:\Python\python.exe"),
        (r"C:\Users\Анна\wg\Scripts\python.exe", r"%USERPROFILE%\wg\Scripts\python.exe"),
    ],
)
def test_windows_runs_the_buttons_without_a_console_where_it_can(executable: str, expected: str) -> None:
    assert interpreters("win32", WindowsFile(executable), HOME) == Interpreters(windows=expected)  # type: ignore[arg-type]


def test_macos_runs_the_buttons_by_the_interpreter_itself() -> None:
    home = PurePosixPath("/Users/anna")
    found = interpreters("darwin", Path("/opt/python/bin/python3"), home)
    assert found == Interpreters(mac="/opt/python/bin/python3")
    assert interpreters("darwin", Path("/Users/anna/wg/bin/python3"), home).mac == "$HOME/wg/bin/python3"


def test_other_systems_have_no_excel_to_name_an_interpreter_for() -> None:
    assert interpreters("linux", Path("/usr/bin/python3"), Path("/root")) == Interpreters()


def test_a_workbook_made_by_a_user_names_the_interpreter_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wg_excel.actions.creating import create

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("sys.executable", "/opt/python/bin/python3")
    create(tmp_path / "книга.xlsm")
    book = open_book(tmp_path / "книга.xlsm")
    assert book.sheets[SHEET].range("A2:B2").value == ["INTERPRETER_MAC", "/opt/python/bin/python3"]
