import json
from pathlib import Path

import pytest

from wg_excel.cli.app import run

TODAY = ("--today", "2026-11-22")


def test_the_composition_on_a_day_is_told_in_json(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["members", str(demo_book), "--on", "2026-06-01", "--json", *TODAY]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["day"] == "2026-06-01"
    assert told["members"][-1]["fio"] == "Рудаков Степан Ефимович"
    assert {one["role"] for one in told["roles"] if not one["vacant"]} >= {"Руководитель", "Администратор сайта"}
    assert told["roles"][0]["duties"][0]["clause"] == "A IV.1.1"


def test_the_history_of_a_person_changes_nothing(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo_book.read_bytes()
    assert run(["members", str(demo_book), "--person", "Рудаков С. Е."]) == 0
    assert "с 12.01.2026 по 31.08.2026 – член группы" in capsys.readouterr().out
    assert demo_book.read_bytes() == before


def test_nobodys_name_is_refused_in_one_sentence(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["members", str(demo_book), "--person", "Никто"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (("order",), "Проект приказа о составе группы.docx"),
        (("member-sheet", "Терещук В. О."), "Лист члена группы, Терещук В. О.docx"),
        (("signatures",), "Лист ознакомления.docx"),
    ],
)
def test_a_paper_is_written_where_asked(
    demo_book: Path, tmp_path: Path, words: tuple[str, ...], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = words
    assert run([command, str(demo_book), *rest, "--folder", str(tmp_path / "папка"), *TODAY]) == 0
    assert (tmp_path / "папка" / file).is_file()
    assert file in capsys.readouterr().out


def test_the_composition_is_written_as_a_file_of_word(demo_book: Path, tmp_path: Path) -> None:
    assert run(["members", str(demo_book), "--docx", str(tmp_path / "состав.docx"), *TODAY]) == 0
    assert (tmp_path / "состав.docx").stat().st_size > 10_000
