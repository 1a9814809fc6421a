import datetime as dt
from pathlib import Path

import docx
import pytest

from wg_excel import buttons
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells
from wg_excel.buttons.appeal_papers import Answers
from wg_excel.demo import school_year
from wg_excel.documents.appeal_papers import write_journal
from wg_excel.domain.appeals.answer_lines import AnswerLine
from wg_excel.domain.appeals.appeal_lines import JournalLine, StatisticsLine
from wg_excel.domain.appeals.appeal_slip import NoAppealChosen
from wg_excel.domain.periods import parse_period

TODAY = dt.date(2026, 11, 22)


def test_the_journal_is_filled_for_the_period_typed_on_its_sheet(demo_book: Path) -> None:
    with changing(demo_book) as book:
        assert buttons.show_journal(book, today=TODAY).told.startswith(
            "Журнал за 01.10.2026 – 31.12.2026: 32 обращения."
        )
        sheet = book.sheets["Журнал обращений"]
        sheet.range("C3").value = "'2026-09"
        done = buttons.show_journal(book, today=TODAY)
        assert len(done.lines) == len([row for row in read_cells(book, JournalLine).rows if row[0]]) == 28
        assert sheet.range("A1").value == f"{school_year.SCHOOL}. Журнал учёта обращений за 01.09.2026 – 30.09.2026"
        assert sheet.range("C3").value == "01.09.2026 – 30.09.2026"


def test_the_statistics_are_filled_and_told(demo_book: Path) -> None:
    with changing(demo_book) as book:
        done = buttons.show_statistics(book, parse_period("2026-Q4"), today=TODAY)
        rows = read_cells(book, StatisticsLine).rows
        assert len(rows) == len(done.lines)
        assert rows[0][2] == done.lines[0].received == 32
        assert done.told == "За 01.10.2026 – 31.12.2026 поступило 32, решено 21, в срок 95,6 %."


def test_known_answers_are_filled_without_the_planted_password(demo_book: Path) -> None:
    with changing(demo_book) as book:
        done = buttons.show_answers(book, today=TODAY)
        rows = read_cells(book, AnswerLine).rows
        assert len(rows) == len(done.lines) > 40
        assert "Osen" not in str(rows)


def test_similar_appeals_are_told_for_the_selected_row_and_nothing_is_written(demo_book: Path) -> None:
    with changing(demo_book) as book:
        sheet = book.sheets["Обращения"]
        before = sheet.used_range.value
        sheet.activate()
        sheet.range("A1").select()
        with pytest.raises(NoAppealChosen):
            buttons.find_similar(book, today=TODAY)
        row = next(n for n, line in enumerate(before, 1) if line[0] == "2026-045")
        sheet.range((row, 4)).select()
        done = buttons.find_similar(book, today=TODAY)
        assert done.number == "2026-045"
        assert all(line.startswith(("Похоже на № 2026-045:", "№ 2026-")) for line in done.told.split("\n\n"))
        assert len(done.answers) <= 3
        assert sheet.used_range.value == before


def test_the_slip_is_a_file_of_word(demo_book: Path) -> None:
    with changing(demo_book) as book:
        done = buttons.write_appeal_slip(book, "2026-058", today=TODAY)
    assert done.told == "Талон обращения № 2026-058: папка «Документы группы», файл «Талон № 2026-058.docx»."
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(done.file)).paragraphs)
    assert "№ 2026-058 от 19 ноября 2026 г." in text
    assert "Срок ответа: не позднее 26.11.2026" in text
    assert "{" not in text


def test_the_journal_of_word_repeats_its_headings_and_cuts_no_row(demo_book: Path, tmp_path: Path) -> None:
    with changing(demo_book) as book:
        done = buttons.show_journal(book, parse_period("2026-Q4"), today=TODAY)
    target = tmp_path / "журнал.docx"
    write_journal(done.lines, done.organisation, done.period, target, beside=tmp_path, day=TODAY)
    table = docx.Document(str(target)).tables[0]
    xml = table._tbl.xml
    assert len(table.rows) == 1 + len(done.lines)
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == len(table.rows)
    assert [cell.text for cell in table.rows[1].cells][:3] == ["1", done.lines[0].number, "01.10.2026"]


def test_a_school_that_has_solved_nothing_yet_is_told_so() -> None:
    assert Answers(()).told == "Решённых обращений с принятыми мерами пока нет: лист пуст."
