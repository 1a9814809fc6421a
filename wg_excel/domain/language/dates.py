"""Read days and times that were typed as text or came as numbers of Excel."""

import datetime as dt
import math
import re
from calendar import monthrange

from wg_excel.domain.language.texts import TO_CYRILLIC, squeeze
from wg_excel.domain.language.wording import counted

EARLIEST = dt.date(1950, 1, 1)
LATEST = dt.date(2099, 12, 31)
EPOCH = dt.date(1899, 12, 30)

_IN_MONTH = (
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
)
_MONTHS = (
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("май", 5),
    ("мая", 5),
    ("мае", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
)
_WORD_MONTH = (
    r"янв(?:ар[ьяе]?)?|фев(?:р(?:ал[ьяе]?)?)?|мар(?:т[ае]?)?|апр(?:ел[ьяе]?)?|ма[йяе]|июн[ьяе]?|июл[ьяе]?"
    r"|авг(?:уст[ае]?)?|сен(?:т(?:ябр[ьяе]?)?)?|окт(?:ябр[ьяе]?)?|ноя(?:б(?:р[ьяе]?)?)?|дек(?:абр[ьяе]?)?"
)
# The months as they were numbered by hand, «12.XII.2026»; look-alike letters are Cyrillic by then.
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IХ", "Х", "ХI", "ХII")
_END = r"(?:\s*(?:г(?:ода?)?\.?))?\.?"
_SIGN = r"\s?[./,·–-]\s?"
_NUMERIC = rf"(?P<d>\d{{1,2}}){_SIGN}(?P<m>\d{{1,2}}){_SIGN}'?(?P<y>\d{{2,5}})"
_WITH_ROMAN = rf"(?P<d>\d{{1,2}}){_SIGN}(?P<r>I{{1,3}}|I?V|VI{{1,3}}|IХ|ХI{{0,2}}){_SIGN}(?P<y>\d{{2,5}})"
_SPACED = r"(?P<d>\d{1,2}) (?P<m>\d{1,2}) (?P<y>\d{4})"
_ISO = r"(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})"
_WORDED = (
    rf"[«\"“„]?(?P<d>\d{{1,2}})[»\"”“]?(?:-?го)?(?:\s*|{_SIGN})(?P<w>{_WORD_MONTH})(?:\.?,?\s*|{_SIGN})"
    r"'?(?P<y>\d{2,5})"
)
_DAY_OF_WEEK = r"(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)"
_BEFORE = rf"(?:от\s+)?(?:(?:во?\s)?{_DAY_OF_WEEK}[.,]*\s+)?"
_AFTER = rf"(?:,?\s*\(?{_DAY_OF_WEEK}\.?\)?)?"
_CLOCK = r"(?:(?:\s*,|T|\s)\s*(?:в\s)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
# Texts, which `re` compiles and keeps when the first day typed as text is met: most days are days already.
_FORMS = tuple(rf"{_BEFORE}{form}{_END}{_AFTER}{_CLOCK}" for form in (_NUMERIC, _ISO, _WORDED, _SPACED, _WITH_ROMAN))
_WITHIN = tuple(rf"(?<!\d){form}(?!\d)" for form in (_ISO, _NUMERIC, _WORDED))
# The letter «О» for a nought: «12.О1.2О26».
_LETTER_ZERO = re.compile(r"(?<=[\d.])[Оо](?=[\d.])|(?<![А-Яа-яЁё])[Оо](?=\d)")
_YEARLESS = re.compile(rf"[«\"]?\d{{1,2}}[»\"]?\s*(?:[./-]\s?\d{{1,2}}\.?|\s(?:{_WORD_MONTH})\.?)", re.IGNORECASE)
_TIME = re.compile(
    r"(?:в\s)?(?P<h>\d{1,2})\s*(?:[:.,;\-]|\s(?=\d)|ч(?:ас(?:ов|а)?)?\.?)\s*(?:(?P<m>\d{2})\s*(?:м(?:ин)?\.?)?)?(?::\d{2})?(?:\s?ч\.?)?",
    re.IGNORECASE,
)


class NotADay(ValueError):
    """The cell holds no day; the message says why, in Russian, and what to do."""


class NoSuchDay(NotADay):
    """The month has no such day, or the year no such month."""

    def __init__(self, year: int, month: int) -> None:
        if not 1 <= month <= 12:
            super().__init__(f"месяца с номером {month} нет. Исправьте дату, например: 01.09.2026.")
            return
        days = counted(monthrange(year, month)[1], "день", "дня", "дней")
        super().__init__(f"такого дня нет, в {_IN_MONTH[month - 1]} {year} года {days}. Исправьте дату.")


class YearOutOfRange(NotADay):
    """The year cannot belong to the school's records."""

    def __init__(self, year: str) -> None:
        super().__init__(f"год {year} невозможен. Исправьте год: четыре цифры, например 2026.")


class YearMissing(NotADay):
    """Only day and month were typed."""

    def __init__(self) -> None:
        super().__init__("не указан год. Допишите его, например: 01.09.2026.")


class NotReadAsDay(NotADay):
    """The text has no form of a date."""

    def __init__(self) -> None:
        super().__init__("это не дата. Впишите дату вида 01.09.2026.")


class SerialOutOfRange(NotADay):
    """A number stands in the cell, and no day has it."""

    def __init__(self) -> None:
        super().__init__("это число, а не дата. Впишите дату вида 01.09.2026.")


def read_day(text: str) -> dt.date:
    """Read a day typed as «1.9.2026», «01.09.26», «1 сентября 2026 г.», «2026-09-01»; raise NotADay."""
    text = squeeze(text)
    readable = text if "T" in text and text.isascii() else _LETTER_ZERO.sub("0", text.translate(TO_CYRILLIC))
    for form in _FORMS:
        if found := re.fullmatch(form, readable, re.IGNORECASE):
            return _day(found)
    if _YEARLESS.fullmatch(readable):
        raise YearMissing
    raise NotReadAsDay


def names_weekday(text: str) -> bool:
    """Tell whether a date is told with its day of the week, which may be another than the date's."""
    return bool(re.search(rf"(?<!\w){_DAY_OF_WEEK}(?!\w)", text, re.IGNORECASE))


def find_day(text: str) -> dt.date | None:
    """Return the first possible day named within a text; None without one."""
    for form in _WITHIN:
        for found in re.finditer(form, text, re.IGNORECASE):
            try:
                return _day(found)
            except NotADay:
                continue
    return None


def without_days(text: str) -> str:
    """Return the text without the days it names."""
    for form in _WITHIN:
        text = re.sub(form, " ", text, flags=re.IGNORECASE)
    return text


def day_of_serial(number: float) -> dt.date:
    """Return the day of a serial number of Excel (1900 system); raise NotADay outside 1950–2099."""
    if not math.isfinite(number) or not 0 < number < 2_958_466:
        raise SerialOutOfRange
    day = EPOCH + dt.timedelta(days=int(number))
    if not EARLIEST <= day <= LATEST:
        raise SerialOutOfRange
    return day


def in_range(day: dt.date) -> dt.date:
    """Return the day; raise YearOutOfRange for a year such as 0206 or 2206."""
    if not EARLIEST <= day <= LATEST:
        raise YearOutOfRange(f"{day.year:04}")
    return day


def read_time(text: str) -> dt.time | None:
    """Read a time typed as «9:00», «09.00», «14 ч 30 мин»; None when it is none."""
    found = _TIME.fullmatch(squeeze(text))
    if not found or int(found["h"]) > 23 or int(found["m"] or 0) > 59:
        return None
    return dt.time(int(found["h"]), int(found["m"] or 0))


def time_of_fraction(number: float) -> dt.time | None:
    """Return the time of a fraction of a day, to the minute; None outside 0…1."""
    if not 0 <= number < 1:
        return None
    minutes = min(round(number * 1440), 1439)
    return dt.time(minutes // 60, minutes % 60)


def _day(found: re.Match[str]) -> dt.date:
    parts = found.groupdict()
    year, day = _year(parts["y"]), int(parts["d"])
    month = int(parts["m"]) if parts.get("m") else _month(parts.get("w") or parts["r"])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise NoSuchDay(year, month)
    return in_range(dt.date(year, month, day))


def _year(digits: str) -> int:
    """Return a year of four digits, or of two: 00–79 belong to this century."""
    if len(digits) == 2:
        return int(digits) + (2000 if int(digits) < 80 else 1900)
    if len(digits) != 4 or not EARLIEST.year <= int(digits) <= LATEST.year:
        raise YearOutOfRange(digits)
    return int(digits)


def _month(word: str) -> int:
    if word.upper() in _ROMAN:
        return _ROMAN.index(word.upper()) + 1
    return next(number for stem, number in _MONTHS if word.casefold().startswith(stem))
