from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from wg_excel.book.opened import changing, reading
from wg_excel.builder import config_sheet
from wg_excel.builder.config_sheet import Interpreters
from wg_excel.cli.app import run
from wg_excel.setup import installing
from wg_excel.setup.failures import NotInstalled
from wg_excel.setup.installing import WORKBOOK, default_folder, install, uninstall


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name != "Резервные копии"}


def never(command: Sequence[str], _: Mapping[str, str]) -> bool:
    raise AssertionError(command)


def test_a_folder_gets_the_workbook_the_folder_of_exports_templates_and_the_script(tmp_path: Path) -> None:
    made = install(tmp_path / "новая", platform="linux", run=never)
    assert made.is_new
    assert names(tmp_path / "новая") == {
        ".wg-excel-install.json",
        "protocol.docx",
        "report.docx",
        "setup.sh",
        "Кнопки для LibreOffice.oxt",
        WORKBOOK,
        "Выгрузки",
    }
    with reading(made.workbook) as book:
        assert "xlwings.conf" in book.sheet_names


def test_a_second_installation_changes_no_byte(tmp_path: Path) -> None:
    install(tmp_path, platform="linux")
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    again = install(tmp_path, platform="linux")
    assert not again.is_new
    assert again.done == ()
    assert {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


def test_files_of_the_users_own_are_neither_overwritten_nor_removed(tmp_path: Path) -> None:
    (tmp_path / "protocol.docx").write_bytes(b"mine")
    install(tmp_path, platform="linux")
    (tmp_path / "report.docx").write_bytes(b"changed")
    (tmp_path / "Выгрузки" / "отчёт.xls").write_bytes(b"1")
    install(tmp_path, platform="linux")
    uninstall(tmp_path, platform="linux")
    assert (tmp_path / "protocol.docx").read_bytes() == b"mine"
    assert (tmp_path / "report.docx").read_bytes() == b"changed"
    assert names(tmp_path) == {"protocol.docx", "report.docx", WORKBOOK, "Выгрузки"}


def test_uninstalling_leaves_the_workbook_alone(tmp_path: Path) -> None:
    workbook = install(tmp_path, platform="linux").workbook
    stands = workbook.read_bytes()
    assert uninstall(tmp_path, platform="linux") == (
        "protocol.docx",
        "report.docx",
        "Кнопки для LibreOffice.oxt",
        "setup.sh",
        "Выгрузки",
    )
    assert workbook.read_bytes() == stands
    with pytest.raises(NotInstalled):
        uninstall(tmp_path, platform="linux")


def test_a_moved_python_is_told_to_the_buttons_and_entries_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = install(tmp_path, platform="linux").workbook
    with changing(workbook) as book:
        book.sheets["План"].tables["tblPlan"].range[1, 1].value = "Семинар"
    monkeypatch.setattr(installing, "running_interpreter", lambda: Interpreters(r"D:\venv\pythonw.exe", "python"))
    assert "Python этого компьютера" in install(tmp_path, platform="linux").done[0]
    with reading(workbook) as book:
        settings = dict(book.sheets[config_sheet.SHEET].used_range.value)
        assert settings["INTERPRETER_WIN"] == r"D:\venv\pythonw.exe"
        assert settings["INTERPRETER_MAC"] == "python"
        assert book.sheets["План"].tables["tblPlan"].range[1, 1].value == "Семинар"


def test_on_windows_a_shortcut_leads_to_the_workbook(tmp_path: Path) -> None:
    calls: list[tuple[Sequence[str], Mapping[str, str]]] = []

    def remember(command: Sequence[str], variables: Mapping[str, str]) -> bool:
        calls.append((command, variables))
        return True

    folder = tmp_path / "it's $(one) & «two»"
    workbook = install(folder, platform="win32", run=remember).workbook
    uninstall(folder, platform="win32", run=remember)
    (made, variables), (removed, _) = calls
    assert variables == {"WG_BOOK": str(workbook), "WG_LINK": "Рабочая группа.lnk"}
    assert "CreateShortcut" in made[-1]
    assert "Remove-Item" in removed[-1]
    assert str(folder) not in " ".join(made)


def test_the_default_folder_lies_among_the_documents(tmp_path: Path) -> None:
    assert default_folder(tmp_path) == tmp_path / "Рабочая группа ЭлЖур"
    (tmp_path / "Документы").mkdir()
    assert default_folder(tmp_path) == tmp_path / "Документы" / "Рабочая группа ЭлЖур"


def test_only_on_windows_it_is_said_how_to_unblock_the_workbook(tmp_path: Path) -> None:
    on_windows = install(tmp_path / "windows", platform="win32", run=lambda _command, _variables: False)
    assert "Разблокировать" in on_windows.done[-1]
    assert "Разблокировать" not in " ".join(install(tmp_path / "linux", platform="linux").done)


def test_what_was_never_installed_cannot_be_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["install", str(tmp_path / "a")]) == 0
    assert "Готово: откройте" in capsys.readouterr().out
    assert run(["uninstall", str(tmp_path / "a")]) == 0
    assert run(["uninstall", str(tmp_path / "a")]) == 2
    assert "нет установки" in capsys.readouterr().err


def test_a_file_in_the_folders_place_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert run(["install", str(tmp_path / "file" / "in")]) == 2
    assert "не удалось записать" in capsys.readouterr().err
