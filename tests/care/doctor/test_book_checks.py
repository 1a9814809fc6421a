import datetime as dt
from dataclasses import replace

from tests.care.doctor.sights import BOOK, LINUX, POSIX_BOOK, WINDOWS, said
from wg_excel.care.doctor.site import Interpreter
from wg_excel.domain.schema_version import VERSION

NOON = dt.datetime.fromisoformat("2026-11-22T12:00:00+00:00")


def test_a_readable_workbook_is_well() -> None:
    assert said(WINDOWS, BOOK, about="Книга") == ["✔ «книга.xlsm» читается"]


def test_an_absent_workbook_is_offered_its_backup_and_one_that_does_not_read_says_why() -> None:
    absent, damaged = replace(POSIX_BOOK, exists=False), replace(POSIX_BOOK, fault="Файл повреждён.")
    assert said(LINUX, absent, about="Книга")[0].endswith("создайте книгу командой wg-excel new.")
    assert said(LINUX, damaged, about="Книга") == ["■ «книга.xlsm» не читается | Файл повреждён."]
    (found,) = said(LINUX, replace(absent, sound_backup="2026-11-20 12-00-00"), about="Книга")
    assert found.endswith('wg-excel restore "/школа/книга.xlsm" "2026-11-20 12-00-00"')


def test_what_the_workbook_lacks_is_named_in_part() -> None:
    (found,) = said(LINUX, replace(POSIX_BOOK, missing=tuple("абвгдежз")), about="Состав книги")
    assert found.startswith("▲ не хватает: а, б, в, г, д и ещё 3 | ")
    assert said(LINUX, POSIX_BOOK, about="Состав книги") == []


def test_who_has_the_workbook_open_is_told() -> None:
    (found,) = said(LINUX, replace(POSIX_BOOK, owner="Мария"), about="Книга открыта")
    assert found.startswith("▲ Мария")
    (found,) = said(LINUX, replace(POSIX_BOOK, owner="Мария", owner_mark="~$книга.xlsm"), about="Книга открыта")
    assert found.endswith("удалите рядом с ней скрытый файл «~$книга.xlsm».")


def test_the_version_of_the_workbook_is_told() -> None:
    about = "Версия книги"
    assert said(LINUX, POSIX_BOOK, about=about) == [f"✔ {VERSION}"]
    (newer,) = said(LINUX, replace(POSIX_BOOK, version=VERSION + 1), about=about)
    assert newer == f"■ {VERSION + 1}, а программа знает {VERSION} | Обновите wg-excel: книга новее программы."
    (older,) = said(LINUX, replace(POSIX_BOOK, version=0), about=about)
    assert older.endswith('Выполните wg-excel upgrade "/школа/книга.xlsm".')
    assert said(LINUX, replace(POSIX_BOOK, fault="Файл повреждён."), about=about) == []


def test_backups_are_counted_and_missed_when_the_workbook_went_on() -> None:
    about = "Резервные копии"
    assert said(LINUX, POSIX_BOOK, about=about)[0].startswith("▲ их нет")
    kept = replace(POSIX_BOOK, backups=(NOON, NOON - dt.timedelta(days=9)), changed=NOON)
    assert said(LINUX, kept, about=about) == ["✔ 2, последняя от 22.11.2026 12:00"]
    (damaged,) = said(LINUX, replace(kept, newest_reads=False), about=about)
    assert damaged.startswith("▲ 2, последняя от 22.11.2026 12:00, и она повреждена")
    later = replace(kept, changed=NOON + dt.timedelta(days=3))
    assert said(LINUX, later, about=about)[0].startswith("▲ 2, последняя от 22.11.2026 12:00, книга с тех пор менялась")
    assert said(LINUX, replace(POSIX_BOOK, exists=False), about=about) == []


def test_each_conflict_copy_comes_with_the_command_that_compares() -> None:
    (found,) = said(LINUX, replace(POSIX_BOOK, copies=("книга (1).xlsm",)), about="Копия рядом с книгой")
    assert 'wg-excel compare "/школа/книга.xlsm" "/школа/книга (1).xlsm"' in found


def test_the_python_of_the_buttons_is_there() -> None:
    about = "Python для кнопок"
    assert said(WINDOWS, BOOK, about=about) == ["✔ python.exe"]
    (unnamed,) = said(WINDOWS, replace(BOOK, interpreter=None), about=about)
    assert unnamed.endswith(r'строку "INTERPRETER","C:\Python\python.exe"')
    gone = replace(BOOK, interpreter=Interpreter("xlwings.conf", r"D:\нет.exe", exists=False))
    assert said(WINDOWS, gone, about=about)[0].startswith(r"■ в «xlwings.conf» указан D:\нет.exe, такого файла нет")
    assert said(LINUX, replace(POSIX_BOOK, interpreter=None), about=about) == []
