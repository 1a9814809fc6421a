import errno
import gc
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons, excel
from wg_excel.book.facts import read_facts
from wg_excel.book.tables import is_filled, read_cells
from wg_excel.button_list import BUTTONS
from wg_excel.demo import school_year
from wg_excel.documents import page_sheets
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.imports import Import
from wg_excel.exports import starting
from wg_excel.headless import open_book

WRITERS = ("check_entries", "build_monitoring", "build_summary", "create_protocol", "load_staff")

Contents = dict[str, object]


class BrokenError(Exception):
    """A fault of the program."""


@pytest.fixture
def book(demo_book: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[xw.Book]:
    opened = open_book(demo_book)
    monkeypatch.setattr(xw.Book, "_mock_caller", opened, raising=False)
    monkeypatch.setattr("wg_excel.documents.protocol.chosen_meeting", lambda *_: "1")
    yield opened
    opened.close()


def contents(book: xw.Book) -> Contents:
    """Return the formulas of every sheet but the history; rows that are empty do not count."""
    return {
        sheet.name: [row for row in sheet.used_range.formula if any(row)]
        for sheet in book.sheets
        if sheet.name != "История"
    }


def history(book: xw.Book) -> list[tuple[object, ...]]:
    return [row[2:4] for row in read_cells(book, HistoryEntry).rows if any(map(is_filled, row))]


def alerts(book: xw.Book) -> list[str]:
    found: list[str] = book.app.impl.alerts
    return found


def state(book: xw.Book) -> tuple[object, ...]:
    return book.app.screen_updating, book.app.calculation, book.app.status_bar, gc.isenabled()


def choose(folder: Path, several: bool) -> list[Path]:  # noqa: FBT001 - as `press` asks
    """Choose a list of staff, or no export."""
    if several:
        return []
    file = folder / "Список.csv"
    file.write_text("ФИО;Должность\nНовый Пётр Ильич;учитель\n", encoding="utf-8")
    return [file]


def empty_what_is_generated(book: xw.Book) -> None:
    """Empty the sheets that the buttons fill, so that each press changes something."""
    for name in ("Замечания", "Мониторинг"):
        body = book.sheets[name].tables[0].data_body_range
        assert body is not None
        body.clear_contents()
    book.sheets["Сводка"].range("A6:H30").clear_contents()
    book.sheets["Заседания"].activate()


def break_down(*_: object, **__: object) -> None:
    raise BrokenError


def break_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every button fail when all but its line in the history is written."""
    for module in map(import_module, sorted({f"wg_excel.buttons.{name}" for name in buttons.MODULES})):
        if hasattr(module, "remember"):
            monkeypatch.setattr(module, "remember", break_down)


def test_a_press_ends_with_a_message_and_a_line_in_the_history(book: xw.Book) -> None:
    excel.press("check_entries")
    assert alerts(book) == ["Готово."]
    assert history(book)[-1][0] == "Проверить"


def test_the_workbook_is_backed_up_before_a_press(book: xw.Book) -> None:
    excel.press("build_monitoring")
    folder = Path(book.fullname).parent / "Резервные копии"
    assert [path.read_bytes() for path in folder.iterdir()] == [Path(book.fullname).read_bytes()]


def test_a_known_failure_is_told_in_russian_and_remembered(book: xw.Book) -> None:
    book.sheets["Обращения"].name = "Переименован"
    excel.press("check_entries")
    reason, _, rest = alerts(book)[-1].partition("\n\n")
    assert reason.startswith("В книге нет листа «Обращения»")
    assert rest == excel.UNCHANGED
    assert history(book)[-1] == (excel.FAILED, f"«Проверить»: {reason}")


def test_a_disk_that_refuses_a_button_is_told_as_such(book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "C:/Школа/Сайт/index.html")

    monkeypatch.setattr(buttons, "check_entries", refuse)
    excel.press("check_entries")
    (told,) = alerts(book)
    assert told.startswith("Диск не дал прочитать или записать «C:/Школа/Сайт/index.html»: нет права на запись")
    assert told.endswith(excel.UNCHANGED)


def test_an_unexpected_failure_shows_no_traceback(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(buttons, "check_entries", break_down)
    excel.press("check_entries")
    assert alerts(book) == [f"{excel.UNEXPECTED.format(kind='BrokenError')}\n\n{excel.UNCHANGED}"]
    assert history(book)[-1][0] == excel.FAILED
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", WRITERS)
def test_a_button_that_fails_half_way_puts_back_what_it_wrote(
    book: xw.Book, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_what_is_generated(book)
    before = contents(book)
    break_at_the_end(monkeypatch)
    excel.press(name, choose)
    assert contents(book) == before
    assert alerts(book)[-1].endswith(excel.UNCHANGED)


def test_the_buttons_of_that_test_do_change_the_workbook(book: xw.Book) -> None:
    empty_what_is_generated(book)
    for name in WRITERS:
        before = contents(book)
        excel.press(name, choose)
        assert contents(book) != before, name


def test_a_failed_import_puts_back_facts_and_log(book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    log = book.sheets["Импорт"].tables[Import.table.name].data_body_range
    assert log is not None
    log.clear_contents()
    before, facts = contents(book), read_facts(book)
    break_at_the_end(monkeypatch)
    excel.press("import_exports", lambda *_: school_year.exports())
    assert contents(book) == before
    assert read_facts(book) == facts
    assert alerts(book)[-1].endswith(excel.UNCHANGED)


def test_a_protocol_made_anew_leaves_the_old_one_when_it_fails(book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    name = next(sheet.name for sheet in book.sheets if sheet.name.startswith("Протокол №"))
    number = name.split()[-1]
    monkeypatch.setattr("wg_excel.documents.protocol.chosen_meeting", lambda *_: number)
    before = contents(book)
    break_at_the_end(monkeypatch)
    excel.press("create_protocol")
    assert contents(book) == before


def test_the_user_is_told_when_not_everything_could_be_put_back(book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> None:
    empty_what_is_generated(book)
    monkeypatch.setattr(page_sheets, "_put_back", break_down)
    break_at_the_end(monkeypatch)
    excel.press("create_protocol")
    assert alerts(book)[-1].endswith(excel.CHANGED)


@pytest.mark.parametrize("fails", [False, True])
def test_the_program_is_as_before_after_a_press(book: xw.Book, monkeypatch: pytest.MonkeyPatch, *, fails: bool) -> None:
    before = state(book)
    seen = []

    def note(_: xw.Book) -> None:
        seen.append(state(book))
        if fails:
            raise BrokenError

    monkeypatch.setattr(buttons, "check_entries", note)
    excel.press("check_entries")
    assert seen == [(False, "manual", "Рабочая группа ЭлЖур: Проверить…", False)]
    assert state(book) == before


def test_nothing_happens_when_no_file_is_chosen(book: xw.Book) -> None:
    before = contents(book)
    excel.press("import_exports", choose)
    assert alerts(book) == ["Файл не выбран: ничего не изменено."]
    assert contents(book) == before


def test_the_chosen_files_are_imported(book: xw.Book) -> None:
    files = school_year.exports()[:2]
    excel.press("import_exports", lambda *_: files)
    assert [line.partition(":")[0] for line in alerts(book)[-1].splitlines()] == [file.name for file in files]


class PressedLater:
    """Esc, pressed while the files are read."""

    works = True
    asked = 0

    def __init__(self, _process: int) -> None:
        pass

    def pressed(self) -> bool:
        PressedLater.asked += 1
        return PressedLater.asked > 5


def test_esc_stops_the_reading_and_leaves_the_workbook_as_it_was(
    book: xw.Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, facts = contents(book), read_facts(book)
    started, start = list[starting.Process](), starting.started

    def noted() -> starting.Process:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(excel, "EscapeKey", PressedLater)
    monkeypatch.setattr(starting, "CHILD", "import time; time.sleep(60)")
    monkeypatch.setattr(starting, "started", noted)
    excel.press("import_exports", lambda *_: school_year.exports())
    assert alerts(book) == ["Чтение прервано клавишей Esc: ничего не изменено."]
    assert (contents(book), read_facts(book)) == (before, facts)
    assert started
    assert all(process.poll() is not None for process in started)


def test_nothing_is_changed_where_no_backup_can_be_made(book: xw.Book) -> None:
    Path(book.fullname).with_name("Резервные копии").write_text("не папка", encoding="utf-8")
    before = contents(book)
    excel.press("check_entries")
    assert "Не удалось сделать резервную копию" in alerts(book)[-1]
    assert contents(book) == before


def test_every_button_of_the_workbook_can_be_pressed() -> None:
    assert all(callable(getattr(buttons, button.function)) for button in BUTTONS)
