import json
import re
from pathlib import Path

import pytest

from tests.care.books import workbook
from wg_excel.cli.app import run
from wg_excel.headless import open_book

ONE = "tblPlan\n№ | Мероприятие\n1 | Семинар"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "книга.xlsm", ONE)


def printed(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    assert run(list(map(str, arguments))) == code
    shown = capsys.readouterr()
    return shown.err if code else shown.out


def plans(path: Path) -> list[object]:
    heads, *rows = open_book(path).sheets["План"].tables["tblPlan"].range.options(ndim=2).value
    return [row[heads.index("Мероприятие")] for row in rows]


def test_a_link_to_a_workbook_goes_on_leading_to_the_one_that_is_kept(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "ярлык" / "ссылка.xlsm"
    link.parent.mkdir()
    link.symlink_to(book)
    before = book.read_bytes()
    printed(capsys, "meeting", link, "--today", "2026-11-22")
    assert link.is_symlink()
    assert book.read_bytes() != before
    assert "  1  " in printed(capsys, "backups", book)


def test_a_link_that_leads_to_itself_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / "кольцо.xlsm"
    link.symlink_to(link)
    assert "нет: проверьте имя" in printed(capsys, "check", link, code=2)


@pytest.mark.parametrize("command", ["new", "load"])
def test_a_new_workbook_has_the_name_of_one(book: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    archive = book.with_suffix(".zip")
    printed(capsys, "export", book, archive)
    for name in ("новая", "новая.docx", "новая.xlsx"):
        wanted = book.with_name(name)
        told = printed(capsys, command, wanted, *([archive] if command == "load" else []), code=2)
        assert "назовите её «новая.xlsm»" in told
        assert not wanted.exists()


@pytest.mark.parametrize(
    ("command", "names"),
    [
        ("check", ["{long}.xlsm"]),
        ("new", ["{long}.xlsm"]),
        ("new", ["книга.xlsm/а.xlsm"]),
        ("export", ["книга.xlsm", "{long}.zip"]),
        ("export", ["книга.xlsm", "книга.xlsm/а.zip"]),
        ("compare", ["книга.xlsm", "{long}.xlsm"]),
        ("doctor", ["{long}.xlsm"]),
        ("install", ["{long}"]),
        ("uninstall", ["{long}"]),
        ("bundle", ["{long}"]),
        ("demo", ["{long}"]),
    ],
)
def test_a_path_that_no_disk_takes_is_told_as_the_disk_s_refusal(
    book: Path, command: str, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = printed(capsys, command, *(book.parent / name.format(long="и" * 200) for name in names), code=2)
    assert "ошибки программы" not in told
    assert re.search("слишком длинное имя|файл, а не папка|уже есть другой файл|нет установки", told), told


def test_backups_are_listed_and_brought_back(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "резервных копий пока нет" in printed(capsys, "backups", book)
    before = book.read_bytes()
    printed(capsys, "check", book, code=1)
    assert printed(capsys, "backups", book).splitlines()[0].startswith("  1  ")
    (listed,) = json.loads(printed(capsys, "backups", book, "--changes", "--json"))["backups"]
    assert {"tblFindings", "tblHistory"} == {table["table"] for table in listed["changes"]}
    assert "Замечания — добавлено" in printed(capsys, "backups", book, "--changes")
    assert "Прежняя книга сохранена" in printed(capsys, "restore", book, listed["id"])
    assert book.read_bytes() == before


def test_a_backup_is_brought_back_beside_the_workbook(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = book.read_bytes()
    printed(capsys, "check", book, code=1)
    printed(capsys, "restore", book, 1, "--to", book.parent / "вчера.xlsm")
    assert (book.parent / "вчера.xlsm").read_bytes() == before


def test_tables_are_exported_and_loaded_into_a_new_workbook(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive, new = book.parent / "архив.zip", book.parent / "новая.xlsm"
    assert "архив.zip: " in printed(capsys, "export", book, archive)
    assert "новая.xlsm: " in printed(capsys, "load", new, archive)
    assert plans(new) == ["Семинар"]
    assert "назовите другой" in printed(capsys, "export", book, archive, code=2)
    assert "--force" in printed(capsys, "load", new, archive, code=2)


def test_a_conflict_copy_is_found_compared_and_merged(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = workbook(book.parent / "книга (1).xlsm", "tblPlan\n№ | Мероприятие\n1 | Семинар\n2 | Опрос")
    assert "только в B: 2" in printed(capsys, "compare", book)
    (table,) = json.loads(printed(capsys, "compare", book, copy, "--json"))["tables"]
    assert [row["cells"]["Мероприятие"] for row in table["only_b"]] == ["Опрос"]
    assert "добавлено: 1 строка" in printed(capsys, "merge", book, copy)
    assert plans(book) == ["Семинар", "Опрос"]
    assert json.loads(printed(capsys, "merge", book, copy, "--json"))["tables"] == []


def test_a_preference_that_is_not_understood_ends_with_one_sentence(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = workbook(book.parent / "книга (1).xlsm")
    before = book.read_bytes()
    assert "«a» не понято" in printed(capsys, "merge", book, copy, "--prefer", "a", code=2)
    assert "Таблицы «Планы» в книге нет" in printed(capsys, "merge", book, copy, "--prefer", "b:Планы", code=2)
    assert book.read_bytes() == before


def test_a_damaged_workbook_is_offered_its_backup(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "check", book, code=1)
    book.write_bytes(book.read_bytes()[:3000])
    said = printed(capsys, "check", book, code=2)
    assert said.count("\n") == 1
    assert f'wg-excel restore "{book}"' in said


def test_the_doctor_speaks_json_to_programs(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checks = json.loads(printed(capsys, "doctor", book, "--json"))["checks"]
    assert {"title": "Книга", "state": "good"}.items() <= next(
        each for each in checks if each["title"] == "Книга"
    ).items()
    assert all(each["advice"] for each in checks if each["state"] != "good")


def test_the_doctor_says_how_things_stand_and_what_to_do(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "✔ Python: версия" in printed(capsys, "doctor")
    assert "✔ Книга: «книга.xlsm» читается" in printed(capsys, "doctor", book)
    book.write_bytes(b"")
    assert run(["doctor", str(book)]) == 1
    said = capsys.readouterr().out
    assert "■ Книга: «книга.xlsm» не читается" in said
    assert "    Что делать: " in said


def test_the_history_of_the_last_month_is_printed(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["appeal", "themes", str(book)]) == 0
    assert run(["check", str(book)]) in {0, 1}
    shown = printed(capsys, "history", book).splitlines()
    assert "Проверить: Ошибок:" in shown[-2]
    entries = json.loads(printed(capsys, "history", book, "--json"))["entries"]
    assert entries[-1]["action"] == "Проверить"
