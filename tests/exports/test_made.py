import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest

from tests.exports.sheets import rows, text_file
from wg_excel.exports.made import LINE, PACKED, PROPERTIES, Made, made_of
from wg_excel.exports.parts import Reading

DAY, OTHER, TODAY = dt.date(2026, 11, 20), dt.date(2026, 11, 19), dt.date(2026, 11, 22)
CORE = "docProps/core.xml"
LESSONS = """
Темы и домашние задания
{above}
Дата | № урока | Класс | Предмет | Учитель | Тема | Домашнее задание
07.09.2026 | 1 | 5А | Алгебра | Ким Анна Львовна | Дроби | № 1
{below}
"""


def package(parts: dict[str, str], day: dt.date = dt.date(1980, 1, 1)) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name, text in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0)), text)
    return made.getvalue()


def core(modified: str = "", created: str = "") -> bytes:
    stamps = "".join(
        f"<dcterms:{name} xsi:type='dcterms:W3CDTF'>{stamp}</dcterms:{name}>"
        for name, stamp in (("created", created), ("modified", modified))
        if stamp
    )
    return package({CORE: f"<cp:coreProperties>{stamps}</cp:coreProperties>"})


@pytest.mark.parametrize(
    ("written", "data", "packed", "made"),
    [
        (DAY, core(modified="2026-11-19T09:00:00Z"), OTHER, Made(DAY, LINE)),
        (None, core(modified="2026-11-20T09:00:00Z", created="2026-11-19T09:00:00Z"), OTHER, Made(DAY, PROPERTIES)),
        (None, core(created="2026-11-20T09:00:00"), None, Made(DAY, PROPERTIES)),
        (None, package({"meta.xml": "<dc:date>2026-11-20T09:00:00</dc:date>"}), None, Made(DAY, PROPERTIES)),
        (None, package({"xl/workbook.xml": ""}, DAY), OTHER, Made(DAY, PACKED)),
        (None, "Дата;Тема".encode(), DAY, Made(DAY, PACKED)),
        (None, package({"xl/workbook.xml": ""}), None, None),
        (None, core(modified="вчера"), None, None),
        (None, b"PK\x03\x04 and no more", None, None),
        (None, "Дата;Тема".encode(), None, None),
    ],
)
def test_the_files_own_word_comes_first_then_its_properties_then_the_package(
    written: dt.date | None, data: bytes, packed: dt.date | None, made: Made | None
) -> None:
    assert made_of(written, data, packed, TODAY) == made


def test_a_day_that_has_not_come_is_none() -> None:
    assert made_of(dt.date(2026, 11, 23), core(modified="2026-11-20T09:00:00"), None, TODAY) == Made(DAY, PROPERTIES)


ABOVE = ("Дата формирования | 20.11.2026", "Период: 01.09.2026 – 23.10.2026, выгружено 20.11.26")
ANYWHERE = (
    "Дата выгрузки: 20.11.2026",
    "Сформировано 20.11.2026 14:05",
    "Отчёт сформирован в системе «ЭлЖур» 20.11.2026 г.",
    "Данные на 20 ноября 2026",
    "По состоянию на 2026-11-20",
)


@pytest.mark.parametrize(
    ("place", "line"), [*(("above", line) for line in ABOVE + ANYWHERE), *(("below", line) for line in ANYWHERE)]
)
def test_a_line_of_the_file_names_the_day_and_is_no_row_and_no_period(
    read_bytes: Callable[..., list[Reading]], place: str, line: str
) -> None:
    sheet = LESSONS.format(**{"above": "", "below": "", place: line})
    (reading,) = read_bytes(text_file(rows(sheet)), name="уроки.csv")
    export = reading.export
    assert export is not None, reading.message
    assert (export.made, export.made_known, export.rows, export.rejected_rows) == (DAY, LINE, 1, 0)
    period = (dt.date(2026, 9, 1), dt.date(2026, 10, 23)) if "Период" in line else (dt.date(2026, 9, 7),) * 2
    assert (export.first, export.last) == period
    assert "данные на 20.11.2026 (так написано в файле)" in reading.message


def test_a_report_of_counts_takes_the_day_below_it_for_no_class(read_bytes: Callable[..., list[Reading]]) -> None:
    sheet = "Период: I четверть\nКласс | Прибыло | Выбыло\n5А | 1 | 2\nСформировано: 20.11.2026"
    (reading,) = read_bytes(text_file(rows(sheet)), name="движение.csv")
    assert reading.export is not None
    assert (reading.export.made, reading.export.rows) == (DAY, 1)


@pytest.mark.parametrize(
    "line", ["Отчёт сформирован за период с 01.09.2026 по 23.10.2026", "Данные на 01.09.2026 – 23.10.2026"]
)
def test_a_period_is_no_day_of_making(read_bytes: Callable[..., list[Reading]], line: str) -> None:
    (reading,) = read_bytes(text_file(rows(LESSONS.format(above=line, below=""))), name="уроки.csv")
    export = reading.export
    assert export is not None, reading.message
    assert (export.made, export.first, export.last) == (None, dt.date(2026, 9, 1), dt.date(2026, 10, 23))
