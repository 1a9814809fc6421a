"""Read the cells of one column: a cell's value becomes a typed value, with what is wrong about it."""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from functools import partial

from wg_excel.domain.language import dates
from wg_excel.domain.language.texts import (
    capitalised,
    clean,
    fold,
    has_stray_blanks,
    is_fio,
    mixed_words,
    nearest,
    repaired,
    squeeze,
)
from wg_excel.domain.rules.cells import (
    BadDay,
    BadNumber,
    BadTime,
    Cell,
    CellFinding,
    DayAsNumber,
    DayTypedAsText,
    GreatNumber,
    ListSpelling,
    LookAlikeLetters,
    NegativeNumber,
    NotFio,
    NotInList,
    NumberBecameDay,
    NumberTypedAsText,
    RequiredBlank,
    StrayBlanks,
    TimeTypedAsText,
    TooLong,
)
from wg_excel.domain.rules.layout import ErrorValue
from wg_excel.domain.schema import GREATEST_NUMBER, LONGEST_TEXT, Column, Kind

Slip = Callable[[Cell], CellFinding]
Reading = tuple[object, tuple[Slip, ...]]
Reader = Callable[[object], Reading]

ERROR_VALUE = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!"
    r"|ССЫЛКА!|Н/Д|ДЕЛ/0!|ЗНАЧ!|ИМЯ\?|ЧИСЛО!|ПУСТО!|ПЕРЕНОС!|ВЫЧИСЛ!)"
)
# What COM hands out for a cell with an error (the HRESULT 0x800A07D0 and the codes of XlCVError).
COM_ERRORS = {
    -2146826288: "#ПУСТО!",
    -2146826281: "#ДЕЛ/0!",
    -2146826273: "#ЗНАЧ!",
    -2146826265: "#ССЫЛКА!",
    -2146826259: "#ИМЯ?",
    -2146826252: "#ЧИСЛО!",
    -2146826246: "#Н/Д",
}
_DASHES = frozenset("-–—−")
_NUMBER = re.compile(r"[-+−]?\d[\d ]*(?:[.,]\d+)?")


def reader(column: Column, lists: Mapping[str, tuple[str, ...]]) -> Reader:
    """Return the function that reads a cell of the column; `lists` holds the school's own closed lists by name."""
    read = _BY_KIND.get(column.kind, partial(_text, column))
    if column.kind is Kind.CHOICE:
        read = _choice(column, lists)
    return partial(_cell, column, read)


def _cell(column: Column, read: Reader, value: object) -> Reading:
    shown = _error(value)
    if shown:
        return _nothing(column), (partial(ErrorValue, shown=shown),)
    made, slips = read(value)
    if column.required and not slips and (made is None or made == ""):
        slips = (RequiredBlank,)
    return made, slips


def _nothing(column: Column) -> object:
    return "" if column.is_text else None


def _error(value: object) -> str:
    if isinstance(value, str):
        return value.strip() if value.lstrip().startswith("#") and ERROR_VALUE.fullmatch(value.strip()) else ""
    return COM_ERRORS.get(value, "") if isinstance(value, int) else ""


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not clean(value).strip("-–—−"))


def shown_value(value: object) -> str:
    """Return a value as the sheet shows it."""
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    if isinstance(value, int | float):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d.%m.}{value.year:04}"
    return squeeze(str(value)) if value is not None else ""


def _text(column: Column, value: object) -> Reading:
    if not isinstance(value, str):
        if isinstance(value, dt.date) and (column.unique or column.refers):
            return shown_value(value), (partial(NumberBecameDay, day=value),)
        return shown_value(value), ()
    long = column.kind is Kind.LONG_TEXT
    text = clean(value) if long else squeeze(value)
    slips: list[Slip] = []
    if text and has_stray_blanks(value, inside=not long):
        slips.append(StrayBlanks)
    if words := mixed_words(text, classes=not long and "ласс" in column.title):
        slips.append(partial(LookAlikeLetters, words=words))
        text = repaired(text, words) if not long else text
    if len(value) > (most := LONGEST_TEXT.get(column.kind, len(value))):
        slips.append(partial(TooLong, letters=len(value), most=most))
    if column.kind is Kind.FIO and text and not is_fio(text):
        slips.append(partial(NotFio, shown=text, offer=_fio_offer(text)))
    return text, tuple(slips)


def _fio_offer(text: str) -> str:
    offer = capitalised(text.lower())
    return offer if is_fio(offer) else ""


def _choice(column: Column, lists: Mapping[str, tuple[str, ...]]) -> Reader:
    assert column.choices is not None
    closed = column.choices
    values = closed.values if closed.fixed else lists.get(closed.name) or closed.values
    exact = frozenset(values)
    folded = {fold(value): value for value in values}

    def read(value: object) -> Reading:
        text = value if isinstance(value, str) and value in exact else shown_value(value)
        if not text or text in exact:
            return text, (StrayBlanks,) if text and isinstance(value, str) and value != text else ()
        if known := folded.get(fold(text)):
            return known, (partial(ListSpelling, shown=text, value=known),)
        return text, (partial(NotInList, shown=text, values=values, nearest=nearest(text, values)),)

    return read


def _day(value: object) -> Reading:
    if _is_blank(value):
        return None, ()
    try:
        return _read_day(value)
    except dates.NotADay as problem:
        return None, (partial(BadDay, shown=shown_value(value), why=str(problem)),)


def _read_day(value: object) -> Reading:
    if isinstance(value, dt.datetime):
        return dates.in_range(value.date()), ()
    if isinstance(value, dt.date):
        return dates.in_range(value), ()
    if isinstance(value, int | float) and not isinstance(value, bool):
        day = dates.day_of_serial(value)
        return day, (partial(DayAsNumber, shown=shown_value(value), day=day),)
    day = dates.read_day(shown_value(value))
    return day, (partial(DayTypedAsText, shown=shown_value(value), day=day),)


def _moment(value: object) -> Reading:
    if isinstance(value, dt.datetime):
        return value, ()
    day, slips = _day(value)
    return dt.datetime.combine(day, dt.time()) if isinstance(day, dt.date) else None, slips


def _time(value: object) -> Reading:
    if _is_blank(value):
        return None, ()
    made = time_of_value(value)
    if made is None:
        return None, (partial(BadTime, shown=shown_value(value)),)
    return made, (partial(TimeTypedAsText, shown=shown_value(value), time=made),) if isinstance(value, str) else ()


def time_of_value(value: object) -> dt.time | None:
    """Return the time of day that a cell's value tells, to the minute; None when it tells none."""
    if isinstance(value, dt.time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, dt.datetime):
        return value.time().replace(second=0, microsecond=0) if value.year <= 1900 else None
    if isinstance(value, dt.timedelta):
        return dates.time_of_fraction(value / dt.timedelta(days=1))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return dates.time_of_fraction(value)
    return dates.read_time(value) if isinstance(value, str) else None


def _number(kind: Kind, value: object) -> Reading:
    if _is_blank(value):
        return None, ()
    if isinstance(value, dt.date):
        return None, (partial(NumberBecameDay, day=value),)
    typed = isinstance(value, int | float) and not isinstance(value, bool)
    number = float(value) if typed else _number_of(shown_value(value))  # type: ignore[arg-type]  # `typed` narrows it
    if number is None or not math.isfinite(number) or (kind is Kind.INTEGER and number != int(number)):
        return None, (partial(BadNumber, shown=shown_value(value), kind=kind),)
    if number < 0:
        return None, (partial(NegativeNumber, shown=shown_value(value)),)
    made = int(number) if kind is Kind.INTEGER else number
    slips: list[Slip] = (
        [] if typed else [partial(NumberTypedAsText, shown=shown_value(value), number=shown_value(number))]
    )
    if number > GREATEST_NUMBER:
        slips.append(partial(GreatNumber, shown=shown_value(value)))
    return made, tuple(slips)


def _number_of(text: str) -> float | None:
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(" ", "").replace(",", ".").replace("−", "-"))


_BY_KIND: Mapping[Kind, Reader] = {
    Kind.DATE: _day,
    Kind.TIME: _time,
    Kind.MOMENT: _moment,
    Kind.INTEGER: partial(_number, Kind.INTEGER),
    Kind.NUMBER: partial(_number, Kind.NUMBER),
}
