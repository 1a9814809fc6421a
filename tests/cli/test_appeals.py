import json
from pathlib import Path

from click.testing import CliRunner, Result

from wg_excel.cli import appeals as _declared  # noqa: F401 - importing declares the commands
from wg_excel.cli.commands import cli

GIVEN = (
    *("--applicant", "Соколова Вера Павловна", "--category", "педагог", "--kind", "Техническая"),
    *("--theme", "Вход и доступ", "--essence", "После отпуска не пускает в журнал, нужен сброс пароля"),
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["--today", "2026-11-22", *map(str, arguments)])


def test_an_appeal_is_recorded_and_what_helped_before_is_printed(demo_book: Path) -> None:
    done = run("appeal", "add", demo_book, *GIVEN)
    assert done.output.startswith("Обращение № 2026-061. Исполнитель — ")
    assert "Похоже на № 2026-002" in done.output
    assert "Помогло: Пароль сброшен" in done.output


def test_json_tells_number_executor_and_similar_appeals(demo_book: Path) -> None:
    made = json.loads(run("appeal", "add", demo_book, *GIVEN, "--json").output)
    assert (made["number"], made["new"], made["similar"][0]["number"]) == ("2026-061", True, "2026-002")
    assert made["executor"] in {one["fio"] for one in made["candidates"]}


def test_a_word_outside_its_list_is_refused_and_nothing_is_written(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    done = run("appeal", "add", demo_book, *GIVEN, "--priority", "Обычний")
    assert "возможно, это «Обычный»" in str(done.exception)
    assert demo_book.read_bytes() == before


def test_similar_appeals_are_searched_without_changing_the_workbook(demo_book: Path) -> None:
    before = demo_book.read_bytes()
    found = json.loads(run("appeal", "similar", demo_book, "забыла пароль от журнала", "--json").output)
    assert found["similar"][0]["measures"]
    assert run("appeal", "similar", demo_book, "шкаф").output == "Похожих решённых обращений нет.\n"
    assert demo_book.read_bytes() == before


def test_repeated_themes_are_listed_with_what_to_do(demo_book: Path) -> None:
    lines = run("appeal", "themes", demo_book).output.splitlines()
    assert lines
    assert all(line.startswith("Тема «") for line in lines)
    listed = json.loads(run("appeal", "themes", demo_book, "--json").output)["themes"]
    assert len(listed) == len(lines)
    assert run("appeal", "themes", demo_book, "--period", "2026-07").output == "Повторяющихся тем нет.\n"


def test_a_letter_becomes_an_appeal(demo_book: Path, tmp_path: Path) -> None:
    path = tmp_path / "письмо.eml"
    path.write_text("From: v@mail.example\nSubject: Журнал\n\nНе открывается", encoding="utf-8")
    assert "№ 2026-061" in run("appeal", "add", demo_book, "--from", path).output
    path.write_text("не письмо", encoding="utf-8")
    refused = run("appeal", "add", demo_book, "--from", path)
    assert (refused.exit_code, "Это не письмо" in refused.output) == (1, True)


def test_an_appeal_that_nobody_describes_is_refused(demo_book: Path) -> None:
    refused = run("appeal", "add", demo_book, "--applicant", "Соколова Вера Павловна")
    assert refused.exit_code == 2
    assert "Опишите обращение (--essence)" in refused.output


def test_past_years_go_to_the_archive_and_come_back(demo_book: Path) -> None:
    there = CliRunner().invoke(cli, ["--today", "2027-01-15", "appeal", "archive", str(demo_book)])
    assert there.output.startswith("Перенесено в архив: 50 обращений (2026).")
    assert (
        run("appeal", "restore", demo_book, "--year", 2025).output
        == "В архиве таких обращений нет: переносить нечего.\n"
    )
    assert "Теперь в журнале 60, в архиве 0." in run("appeal", "restore", demo_book).output


def test_journal_statistics_answers_and_slip_are_made_by_commands(demo_book: Path, tmp_path: Path) -> None:
    word, folder = tmp_path / "журнал.docx", tmp_path / "талоны"
    made = run("appeal", "journal", demo_book, "--period", "2026-09", "--docx", word).output
    assert made.startswith("Журнал за 01.09.2026 – 30.09.2026: 28 обращений.")
    assert word.stat().st_size > 10_000
    lines = json.loads(run("appeal", "statistics", demo_book, "--period", "2026-09", "--json").output)["lines"]
    assert (lines[0]["cut"], lines[0]["received"]) == ("Всего", 28)
    assert run("appeal", "known", demo_book).output.startswith("Решённых вопросов: ")
    run("appeal", "slip", demo_book, "2026-058", "--folder", folder)
    assert [file.name for file in folder.iterdir()] == ["Талон № 2026-058.docx"]
