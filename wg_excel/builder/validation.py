"""What Excel itself lets into a cell: drop-downs, dates, numbers, unique keys, with hints in Russian."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from wg_excel.builder.layout import FIRST, LAST
from wg_excel.builder.names import reference_name
from wg_excel.domain.language.dates import EARLIEST, LATEST
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import GREATEST_NUMBER, LONGEST_TEXT, Column, Kind
from wg_excel.domain.settings import Within

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255  # Excel's own limits
LAST_MOMENT = dt.time(23, 59, 59)

Rule = dict[str, Any]


def validation(column: Column, place: int) -> Rule | None:
    """Return XlsxWriter's options for a column that stands at `place`, None where anything may be typed."""
    if column.kind not in RULES:
        return None
    rule = _unique(column, place) if column.unique else RULES[column.kind](column)
    return titled(column.title, rule, column.hint)


def titled(title: str, rule: Rule, hint: str) -> Rule:
    """Return the rule with the heading over its messages, a column's own hint before the general one."""
    message = " ".join(part for part in (_sentence(hint), rule.get("input_message", "")) if part)
    short = title[:LONGEST_TITLE]
    texts = {"input_title": short, "input_message": message[:LONGEST_MESSAGE]} if message else {}
    return {**rule, **texts, "error_title": short}


def of_kind(kind: Kind) -> Rule:
    """Return the rule for a kind of value that is neither chosen from a list nor refers to a table."""
    return RULES[kind](Column("", "", kind))


def from_values(values: tuple[str, ...]) -> Rule:
    """Return the rule for a few fixed words."""
    return {"validate": "list", "source": list(values), "error_message": f"Выберите: {' или '.join(values)}."}


def between(kind: Kind, within: Within) -> Rule:
    """Return the rule for a number that has bounds of its own."""
    noun = "Целое число" if kind is Kind.INTEGER else "Число"
    least, greatest = (f"{bound:g}".replace(".", ",") for bound in within[:2])
    message = f"{noun} от {least} до {greatest}."
    return {
        "validate": "integer" if kind is Kind.INTEGER else "decimal",
        "criteria": "between",
        "minimum": within.least,
        "maximum": within.greatest,
        "input_message": message,
        "error_message": f"Здесь нужно {message[0].lower()}{message[1:]}",
    }


def _unique(column: Column, place: int) -> Rule:
    return {
        "validate": "custom",
        "value": counted_once(place, FIRST),
        "input_message": "Значение в этом столбце не повторяется.",
        "error_message": f"Такое значение в столбце «{column.title}» уже есть. Впишите другое: оно не повторяется.",
    }


def counted_once(place: int, top: int) -> str:
    """Return the formula which says that a value stands once in a column, for the cell of the row `top` (from 0)."""
    first, last = (xl_rowcol_to_cell(row, place, row_abs=True, col_abs=True) for row in (top, LAST))
    return f"=COUNTIF({first}:{last},{_as_it_stands(xl_rowcol_to_cell(top, place))})=1"


def _as_it_stands(cell: str) -> str:
    """Return the formula of a cell's value as COUNTIF finds just that: no sign of it is a wildcard or compares."""
    for sign in "~*?":
        cell = f'SUBSTITUTE({cell},"{sign}","~{sign}")'
    return f'"="&{cell}'


def _choice(column: Column) -> Rule:
    closed = column.choices
    assert closed is not None
    more = "" if closed.fixed else " Новое значение добавляют на листе «Справочники»."
    return {
        "validate": "list",
        "source": f"={reference_name(closed.name)}",
        # With blanks ignored, one blank cell in the named range would let everything in.
        "ignore_blank": False,
        "error_message": f"Выберите значение из списка.{more}",
        "input_message": f"Выберите из списка.{more}",
    }


def _reference(column: Column) -> Rule:
    sheet = SHEETS_OF_TABLES[column.refers]
    return {
        "validate": "list",
        "source": f"={reference_name(column.refers)}",
        "ignore_blank": False,
        "input_message": f"Выберите из списка: значения стоят на листе «{sheet}».",
        # A row may be entered before the one that it refers to; the check reports what is still missing.
        "error_type": "warning",
        "error_message": f"На листе «{sheet}» такого значения ещё нет.",
    }


def _date(_column: Column) -> Rule:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": dt.datetime.combine(EARLIEST, dt.time()),
        "maximum": dt.datetime.combine(LATEST, LAST_MOMENT),
        "input_message": "Дата, например 15.09.2026.",
        "error_message": f"Здесь нужна дата, например 15.09.2026, с {EARLIEST.year} по {LATEST.year} год.",
    }


def _time(_column: Column) -> Rule:
    return {
        "validate": "time",
        "criteria": "between",
        "minimum": dt.time(0, 0),
        "maximum": LAST_MOMENT,
        "input_message": "Время, например 14:30.",
        "error_message": "Здесь нужно время, например 14:30.",
    }


def _integer(_column: Column) -> Rule:
    return {
        **_between("integer"),
        "input_message": "Целое число от нуля.",
        "error_message": "Здесь нужно целое число от нуля до миллиона.",
    }


def _number(_column: Column) -> Rule:
    return {
        **_between("decimal"),
        "input_message": "Число от нуля.",
        "error_message": "Здесь нужно число от нуля до миллиона.",
    }


def _between(kind: str) -> Rule:
    return {"validate": kind, "criteria": "between", "minimum": 0, "maximum": GREATEST_NUMBER}


def _text(column: Column) -> Rule:
    longest = LONGEST_TEXT[column.kind]
    what = "Фамилия Имя Отчество" if column.kind is Kind.FIO else "Текст"
    return {
        "validate": "length",
        "criteria": "<=",
        "value": longest,
        "input_message": f"{what}, не длиннее {longest} знаков.",
        "error_message": f"Текст длиннее {longest} знаков: сократите его.",
    }


def _term(column: Column) -> Rule:
    return {
        **_text(column),
        "input_message": "Например: 5, «3 р. д.», «8 ч».",
        "error_message": "Впишите срок короче: 5, «3 р. д.» или «8 ч».",
    }


def _sentence(hint: str) -> str:
    return hint if not hint or hint[-1] in ".!?" else f"{hint}."


RULES: Mapping[Kind, Callable[[Column], Rule]] = {
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _reference,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
    Kind.FIO: _text,
    Kind.LONG_TEXT: _text,
    Kind.TERM: _term,
}
SHEETS_OF_TABLES = {record.table.name: record.table.sheet for record in RECORDS}
