import shutil
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from tests.care.books import workbook
from wg_excel.book.failures import NewerWorkbook, NotMasterWorkbook, OlderWorkbook
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import find_table, read_cells
from wg_excel.book.version import version_of
from wg_excel.builder.build import build
from wg_excel.buttons import build_monitoring, build_summary, check_entries, create_protocol, show_participation
from wg_excel.care.completeness import missing_parts
from wg_excel.care.content import RECORD_OF, Contents
from wg_excel.care.stored import append, read_contents
from wg_excel.cli.app import run
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record
from wg_excel.domain.schema_version import NAME, VERSION
from wg_excel.headless import save_copy
from wg_excel.upgrades.upgrading import lacking_buttons, upgrade
from wg_excel.vba.checks import tables as table_checks
from wg_excel.vba.package import Package

EARLIER = sorted(Path(__file__).parent.glob("version_*.xlsm"))  # workbooks as earlier versions built them

RENAMED = "Уроки без отметок: много, %"


@pytest.fixture(params=EARLIER, ids=lambda path: path.stem)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy2(request.param, tmp_path / "книга.xlsm"))


def contents_of(path: Path) -> Contents:
    with reading(path) as book:
        return read_contents(book)


def titles_of(path: Path) -> dict[type[Record], list[str]]:
    with reading(path) as book:
        entered = [
            record for record in RECORDS if record.table.sheet in book.sheet_names and not record.table.generated
        ]
        return {record: [*read_cells(book, record).titles] for record in entered}


def texts_of(book: xw.Book, record: type[Record], title: str) -> list[object]:
    """Return the kind of a column's validation and what it says."""
    cells = read_cells(book, record)
    rule = find_table(book, record).range[1, cells.titles.index(title)].data_validation
    return [rule.type, rule.input_title, rule.input_message, rule.error_title, rule.error_message, rule.alert_style]


def lived_in(book: xw.Book) -> None:
    """Leave what a school leaves in a workbook: entries, a column, a sheet, a format, a setting, a list's value."""
    append(book, "tblAppeals", [{"№": "2026-001", "Суть обращения": "=Не открывается журнал", "Кабинет": "12"}])
    appeals = book.sheets["Обращения"]
    appeals.tables["tblAppeals"].range[1, 0].color = (255, 240, 200)
    appeals.tables["tblAppeals"].range[1, 0].column_width = 31
    mine = book.sheets.add("Мои заметки", after=book.sheets[0])
    mine.range("B2").value = "Позвонить"
    append(book, "lstThemes", [{"Тема обращения": "Питание"}])
    settings = book.sheets["Настройки"].tables["tblSettings"].range
    titles = [row[1] for row in settings.value]
    # version 0 called it otherwise
    place = next(place for place, title in enumerate(titles) if title in {RENAMED, "Уроки без отметок: не больше, %"})
    settings[place, 2].value = 17


def test_an_earlier_workbook_gets_everything_that_a_new_one_has(earlier: Path) -> None:
    assert list(missing_parts(contents_of(earlier)))
    assert upgrade(earlier)
    assert list(missing_parts(contents_of(earlier))) == []
    with reading(earlier) as book:
        assert version_of(book) == VERSION


def test_what_the_school_has_entered_added_and_formatted_stays(earlier: Path) -> None:
    with changing(earlier) as book:
        lived_in(book)
    before = contents_of(earlier)
    upgrade(earlier)
    after = contents_of(earlier)
    for table in before.tables:
        kept = after.table(table.name)
        assert kept
        assert kept.titles[: len(table.titles)] == table.titles
        if table.name != "tblSettings":
            assert [row[: len(table.titles)] for row in kept.rows[: len(table.rows)]] == list(table.rows)
    with reading(earlier) as book:
        cell = book.sheets["Обращения"].tables["tblAppeals"].range[1, 0]
        assert (cell.color, cell.column_width) == ((255, 240, 200), 31)
        assert book.sheets["Мои заметки"].range("B2").value == "Позвонить"
        group = read_group(book)
        assert [appeal.essence for appeal in group[Appeal]] == ["=Не открывается журнал"]
        assert group.settings.without_marks_limit == 17
        assert "Питание" in group.lists["lstThemes"]


def test_a_sheet_of_the_school_s_own_under_the_name_of_a_new_page_is_kept_aside(earlier: Path) -> None:
    with changing(earlier) as book:
        book.sheets.add("Участие", after=book.sheets[0]).range("A1").value = "Кружки и олимпиады"
    assert "Ваш лист «Участие» теперь называется «Участие — свой лист»: прежнее имя нужно листу программы." in upgrade(
        earlier
    )
    with changing(earlier) as book:
        show_participation(book)
        assert book.sheets["Участие — свой лист"].range("A1").value == "Кружки и олимпиады"
        assert book.sheets["Участие"].range("A1").value == "Участие"
    assert upgrade(earlier) == []


def test_a_second_upgrade_changes_nothing(earlier: Path) -> None:
    upgrade(earlier)
    stands = earlier.read_bytes()
    assert upgrade(earlier) == []
    assert earlier.read_bytes() == stands


def test_the_earlier_workbook_is_kept_among_the_backups(earlier: Path) -> None:
    stands = earlier.read_bytes()
    upgrade(earlier)
    assert [copy.read_bytes() for copy in (earlier.parent / "Резервные копии").iterdir()] == [stands]


def test_buttons_ask_for_the_upgrade_and_work_after_it(earlier: Path) -> None:
    with pytest.raises(OlderWorkbook, match=r'выполните wg-excel upgrade ".*книга\.xlsm"'), changing(earlier) as book:
        build_summary(book)
    upgrade(earlier)
    with changing(earlier) as book:
        check_entries(book)
        build_monitoring(book)
        build_summary(book)


def test_an_upgraded_package_has_tables_that_excel_accepts(earlier: Path) -> None:
    upgrade(earlier)
    assert list(table_checks.table_problems(Package.from_bytes(earlier.read_bytes()))) == []


def test_new_columns_look_and_are_filled_as_in_a_new_workbook(earlier: Path) -> None:
    upgrade(earlier)
    with reading(earlier) as book:
        table = book.sheets["Заседания"].tables["tblMeetings"].range
        heads = table.rows[0].value
        old, new = (table.columns[heads.index(title)] for title in (heads[0], "Предложено"))
        assert new[0, 0].color is not None
        assert new[0, 0].font.bold
        assert new.column_width > old.column_width


def test_new_columns_bring_their_drop_downs_hints_and_refusals(earlier: Path, tmp_path: Path) -> None:
    stood = titles_of(earlier)
    upgrade(earlier)
    build(fresh := tmp_path / "новая.xlsm")
    with reading(earlier) as book, reading(fresh) as other:
        added = [
            (record, title)
            for record, titles in titles_of(earlier).items()
            for title in titles
            if record in stood and title not in stood[record]
        ]
        assert added
        for record, title in added:
            assert texts_of(book, record, title) == texts_of(other, record, title)


def test_hidden_sheets_are_added_hidden_and_the_open_sheet_stays(earlier: Path) -> None:
    with reading(earlier) as book:
        shown = book.sheets.active.name
    upgrade(earlier)
    with reading(earlier) as book:
        assert not book.sheets["Данные сводки"].visible
        assert book.sheets.active.name == shown


def test_buttons_that_came_later_are_added(earlier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Журнал обращений" in lacking_buttons(earlier)
    assert run(["upgrade", str(earlier)]) == 0
    shown = capsys.readouterr().out
    assert "Добавлен лист «Темы квартала»." in shown
    assert "Вкладка ленты и макросы обновлены" in shown
    assert lacking_buttons(earlier) == []
    assert run(["upgrade", str(earlier)]) == 0
    assert "ничего не изменено" in capsys.readouterr().out


def test_where_the_user_has_macros_the_lacking_buttons_are_named(
    earlier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = Package.from_bytes(earlier.read_bytes())
    package.parts["xl/vbaProjectSignature.bin"] = b"signed"
    earlier.write_bytes(package.to_bytes())
    assert run(["upgrade", str(earlier)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert "«Журнал обращений»" in shown[-2]
    assert "«Проверить»" not in shown[-2]


def test_a_new_workbook_has_every_button(tmp_path: Path) -> None:
    assert lacking_buttons(workbook(tmp_path / "книга.xlsm")) == []


def test_a_workbook_of_a_later_program_is_refused_and_left_alone(earlier: Path) -> None:
    with changing(earlier) as book:
        book.names.add(NAME, f"={VERSION + 1}")
    stands = earlier.read_bytes()
    with pytest.raises(NewerWorkbook):
        upgrade(earlier)
    with pytest.raises(NewerWorkbook), changing(earlier) as book:
        create_protocol(book, "1")
    assert earlier.read_bytes() == stands


def test_a_workbook_of_another_purpose_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "смета.xlsx"
    save_copy(xw.engines["headless"].apps.add(add_book=False).books.add(), path)
    before = path.read_bytes()
    with pytest.raises(NotMasterWorkbook, match="не похожа на книгу рабочей группы"):
        upgrade(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


def test_every_heading_of_an_earlier_version_is_still_known() -> None:
    """What fails here was renamed or removed: raise VERSION and write the step that carries it over."""
    for path in EARLIER:
        for table in contents_of(path).tables:
            if table.name in RECORD_OF:
                assert set(table.titles) <= set(RECORD_OF[table.name].table.titles), path.name


def test_a_deleted_table_comes_back_beside_what_stands(tmp_path: Path) -> None:
    def delete(book: xw.Book) -> None:
        book.sheets["Календарь"].range("E:H").delete("left")

    path = workbook(tmp_path / "книга.xlsm", change=delete)
    assert "На лист «Календарь» добавлена таблица tblDaysOff." in upgrade(path)
    with reading(path) as book:
        assert {table.name for table in book.sheets["Календарь"].tables} == {"tblTerms", "tblDaysOff"}


def test_a_table_that_became_a_plain_range_is_one_again_with_its_rows(demo_book: Path) -> None:
    with reading(demo_book) as book:
        before = read_cells(book, Appeal)
    as_ranges(demo_book, "Обращения", "Календарь")
    told = upgrade(demo_book)
    assert {line for line in told if "снова" in line} == {
        "Строки листа «Обращения» снова стали таблицей tblAppeals и учитываются.",
        "Строки листа «Календарь» снова стали таблицей tblTerms и учитываются.",
        "Строки листа «Календарь» снова стали таблицей tblDaysOff и учитываются.",
    }
    with reading(demo_book) as book:
        after = read_cells(book, Appeal)
    assert (after.titles, after.rows) == (before.titles, before.rows)


def as_ranges(path: Path, *sheets: str) -> None:
    """Turn every table of some sheets into a plain range, as «Преобразовать в диапазон» does."""
    book = openpyxl.load_workbook(path, keep_vba=True)
    for sheet in sheets:
        book[sheet].tables.clear()
    book.save(path)


def test_the_earlier_summary_stays_beside_the_new_one(earlier: Path) -> None:
    """A person may have drawn on it; the new one has the present layout and is built like any other."""
    with changing(earlier) as book:
        had = "Сводка" in book.sheet_names
        if had:
            book.sheets["Сводка"].range("AA1").value = "моё"
    upgrade(earlier)
    with changing(earlier) as book:
        assert ("Сводка — прежняя" in book.sheet_names) is had
        if had:
            assert book.sheets["Сводка — прежняя"].range("AA1").value == "моё"
            assert book.sheets["Сводка"].range("AA1").value is None
        build_summary(book)
        assert str(book.sheets["Сводка"].range("A1").value) == "Сводка"
