"""The domain's own notation: a small text table becomes a group, its findings become lines."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from textwrap import dedent
from typing import Any

import pytest

from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.periods import quarter_of
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.checking import check as check_group
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.settings import RuleWeight, SchoolTerm, SettingLine, Settings
from wg_excel.domain.work.readiness import CONDITIONS, Readiness

SETTINGS = {
    "school": "МБОУ «Школа»",
    "director": "Даценко Иван Андреевич",
    "order_number": "154-од",
    "order_date": dt.date(2026, 1, 12),
}
# A group in which everything is in order on any day; a test's own tables replace these.
IN_ORDER = """
    Члены группы
    Код  ФИО                     Роль                        Вторая роль            В составе с
    Ч1   Даценко Иван Андреевич  Руководитель                                       2026-01-12
    Ч2   Белова Анна Игоревна    Ответственный за внедрение  Администратор ЭлЖур    2026-01-12
    Ч3   Громов Олег Юрьевич     Системный администратор     Администратор сайта    2026-01-12
"""
HARMLESS = {
    "Должность": "учитель",
    "Приказ о включении": "№ 154-од от 12.01.2026",
    "Заявитель": "Соколова Вера Павловна",
    "Категория": "Педагог",
    "Вид помощи": "Техническая",
    "Тема": "Иное",
    "Суть обращения": "Не открывается журнал",
    "Приоритет": "Обычный",
    "Исполнитель": "Белова Анна Игоревна",
    "Ответственный": "Белова Анна Игоревна",
    "Инициатор": "Белова Анна Игоревна",
    "Запросил": "Даценко Иван Андреевич",
    "Выдал": "Громов Олег Юрьевич",
    "Ведущий": "Громов Олег Юрьевич",
    "Вопрос": "О ходе внедрения",
    "Поручение": "Подготовить справку",
    "Мероприятие": "Проверка журналов",
    "Наименование": "Положение о рабочей группе",
    "Запрос": "Сроки заполнения журнала",
    "Что извлечь": "Отчёт о заполнении",
    "Слушателей": 12,
    "Вид": "Положение",
    "Анализ": "Соответствует",
    "На сайте": "Не требуется",
    "Категория слушателей": "Педагог",
    "Педагог": "Соколова Вера Павловна",
    "ФИО": "Соколова Вера Павловна",
}
HELD = {
    "Председатель": "Даценко Иван Андреевич",
    "Секретарь": "Белова Анна Игоревна",
    "Протокол": "Протокол",
    "Протокол оформлен": None,
}
Check = Callable[..., list[str]]
Find = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def check() -> Check:
    """Return the findings of the tables in `text` as lines «rule about», in the order of the check.

    Tables that the text does not name hold what keeps all rules quiet, required columns without a heading get
    harmless values, held meetings their protocol, attendance and agenda. `only="APP"` reports the rules that
    begin so; `fill=False` adds nothing.
    """

    def checked(
        text: str, today: str = "2026-09-15", only: str = "", *, fill: bool = True, **settings: Any
    ) -> list[str]:
        return [
            line(finding) for finding in findings(text, today, fill=fill, **settings) if finding.rule.startswith(only)
        ]

    return checked


@pytest.fixture
def find() -> Find:
    """Return the findings themselves, for what the lines do not tell."""
    return findings


def findings(text: str, today: str = "2026-09-15", *, fill: bool = True, **settings: Any) -> tuple[Finding, ...]:
    return check_group(group_of(text, fill=fill, today=today, **settings), dt.date.fromisoformat(today))


def line(finding: Finding) -> str:
    return f"{finding.rule} {finding.about}".strip()


def group_of(text: str, *, fill: bool = True, today: str = "2026-09-15", **settings: Any) -> Group:
    tables = {**(dict(_tables(IN_ORDER)) if fill else {}), **dict(_tables(text))}
    records: dict[type[Record], tuple[Record, ...]] = {}
    found: list[Finding] = []
    for record in RECORDS:
        titles, rows = tables.get(_name(record), ([], []))
        if titles:
            records[record], wrong = parse_table(
                record, *(_filled(record, titles, rows) if fill else (titles, rows)), 6, {}
            )
            found += wrong
    if fill:
        records = {**_in_order(records, dt.date.fromisoformat(today)), **records}
    return Group(records, Settings(**{**SETTINGS, **settings} if fill else settings), {}, tuple(found))


def _in_order(
    records: Mapping[type[Record], tuple[Record, ...]], today: dt.date
) -> Mapping[type[Record], tuple[Record, ...]]:
    """Return what the rules want: a meeting in every quarter, held as it should be, and the readiness assessed."""
    members = [one for one in records.get(Member, ()) if isinstance(one, Member)]
    meetings = records.get(Meeting) or tuple(_quarterly(members, today))
    held = [(one, one.date) for one in meetings if isinstance(one, Meeting) and one.is_held and one.date]
    return {
        Meeting: meetings,
        Import: (Import("1", first=quarter_of(today).first, last=today, row=6),),
        Readiness: tuple(Readiness(text, "2", today, row=6 + n) for n, text in enumerate(CONDITIONS)),
        AgendaItem: tuple(AgendaItem(one.number, 1, "О разном", decided="Принять к сведению") for one, _ in held),
        Attendance: tuple(
            Attendance(one.number, fio, "Присутствовал") for one, day in held for fio in _present(members, day)
        ),
    }


def _quarterly(members: list[Member], today: dt.date) -> Iterator[Meeting]:
    days = (dt.date(year, month, 10) for year in range(2026, today.year + 1) for month in (2, 5, 8, 11))
    for number, day in enumerate((day for day in days if day <= today), 901):
        chair, *_, secretary = [*_present(members, day), "", ""][:2]
        yield Meeting(
            str(number),
            day,
            chair=chair,
            secretary=secretary or chair,
            status="Проведено",
            protocol="есть",
            protocol_date=day,
        )


def _present(members: list[Member], day: dt.date) -> list[str]:
    return list(dict.fromkeys(member.fio for member in composition(members, day)))


def _name(record: type[Record]) -> str:
    """Return how a text names a table: its sheet, but for the second table of a sheet its own name."""
    own = {RuleWeight: "tblRules", SettingLine: "tblSettings", SchoolTerm: "tblTerms", Import: "Импорт"}
    return own.get(record, record.table.name if record.table.name == "tblDaysOff" else record.table.sheet)


def _tables(text: str) -> Iterator[tuple[str, tuple[list[str], list[list[object]]]]]:
    """Read blocks separated by blank lines: the sheet's name, the headings, the rows; columns stand below headings."""
    for block in filter(str.strip, re.split(r"\n\s*\n", dedent(text).strip("\n"))):
        name, heading, *rows = block.strip("\n").splitlines()
        starts = [found.start() for found in re.finditer(r"(?<!\S)\S+(?: \S+)*", heading)]
        yield name.strip(), (_cells(heading, starts), [[_value(cell) for cell in _cells(row, starts)] for row in rows])


def _cells(text: str, starts: list[int]) -> list[str]:
    ends = [*starts[1:], None]
    return [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _value(cell: str) -> object:
    """Return a cell as a workbook would hand it out: days and numbers as such, nothing for a blank one."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        return dt.datetime.fromisoformat(cell)
    if re.fullmatch(r"\d{1,2}:\d{2}", cell):
        return (dt.time.fromisoformat(cell.zfill(5)).hour * 60 + int(cell[-2:])) / 1440
    return float(cell) if re.fullmatch(r"\d{1,6}", cell) else cell or None


def _filled(record: type[Record], titles: list[str], rows: list[list[object]]) -> tuple[list[str], list[list[object]]]:
    """Add the columns that the text leaves out, the required ones with harmless values."""
    missing = [column for column in record.table.columns if column.title not in titles]
    made = [
        [*row, *(_harmless(column, dict(zip(titles, row, strict=True)), number) for column in missing)]
        for number, row in enumerate(rows, 1)
    ]
    return [*titles, *(column.title for column in missing)], made


def _harmless(column: Column, row: Mapping[str, object], number: int) -> object:
    if row.get("Статус") == "Проведено" and column.title in HELD:
        return HELD[column.title] or row.get("Дата")
    if not column.required:
        return None
    if column.unique:
        return f"{number:03}"
    if column.kind is Kind.DATE:
        return dt.datetime(2026, 9, 10)  # noqa: DTZ001 - a workbook's days have no zone
    if column.title == "Срок":
        return dt.datetime(2027, 8, 31)  # noqa: DTZ001 - as above
    return HARMLESS.get(column.title) or (column.choices.values[0] if column.choices else 1)
