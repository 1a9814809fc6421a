import json
from pathlib import Path

import pytest

from wg_excel.cli.app import run

TODAY = ("--today", "2026-11-22")


def printed(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> str:
    assert run([*map(str, arguments), *TODAY]) == code
    shown = capsys.readouterr()
    return (shown.err if code == 2 else shown.out).strip()


def test_appeals_are_passed_by_their_numbers_once(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passed = printed(capsys, "appeal", "pass", demo_book, "2026-058", "2026-060", "--to", "training")
    assert passed == "Обучение № 9 назначено на 27.11.2026: обращения № 2026-058, 2026-060."
    assert "уже передано: обучение № 9" in printed(capsys, "appeal", "pass", demo_book, "2026-058", "--to", "training")


def test_a_request_goes_to_the_teacher_named(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ("appeal", "pass", demo_book, "2026-057", "--to", "request", "--teacher")
    assert "(Пак Елена Валентиновна)" in printed(capsys, *command, "Пак Е. В.")
    assert "нет на листе «Педагоги»" in printed(capsys, *command, "Никто", code=2)


def test_what_cannot_be_done_is_one_sentence(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = demo_book.read_bytes()
    for number, said in (("2026-001", "закрыто («Решено»)"), ("7", "нет номеров: 7")):
        assert said in printed(capsys, "appeal", "pass", demo_book, number, "--to", "support", code=2)
    assert demo_book.read_bytes() == before


def test_remarks_are_listed_and_passed_for_a_teacher_and_class(
    demo_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ("remark", "pass", demo_book, "--to", "request", "--teacher", "Лебедь А. Ф.")
    assert printed(capsys, *command, "--class", "7А") == "Запрос № 7: Лебедь А. Ф., замечаний – 2, срок 29.11.2026."
    listed = json.loads(printed(capsys, "remark", "list", demo_book, "--json"))["remarks"]
    mine = [one for one in listed if one["teacher"].startswith("Лебедь") and one["class"] == "7А"]
    assert {one["measures"] for one in mine} == {"Запрос № 7: темы, своевременность"}
    assert "нет строк педагога «Лебедь А. Ф.»" in printed(capsys, *command, "--class", "11Я", code=2)


def test_themes_are_gathered_and_accepted(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Соберите темы" in printed(capsys, "theme", "accept", demo_book, "Пропуски", "--to", "meeting", code=2)
    assert "Электронный дневник: обращений – 7" in printed(capsys, "theme", "gather", demo_book)
    accepted = printed(capsys, "theme", "accept", demo_book, "Электронный дневник", "--to", "meeting")
    assert accepted == "Тема «Электронный дневник» — вопрос 3 заседания № 6."


def test_answers_are_brought_back_by_command(demo_book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "appeal", "answers", demo_book) == "Новых ответов нет."
