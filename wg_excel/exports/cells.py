"""Values of cells: what a person or a program wrote, as days, numbers, classes, names and subjects."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Generic, TypeVar

from wg_excel.exports.phrases import LATIN, fold

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
V = TypeVar("V")

CACHED = 60_000
_BLANKS = re.compile(r"\s+")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s+([а-я]{3,8})\.?\s+(\d{4})(?!\d)")
MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73050  # years 2000 to 2099
_EPOCH = dt.date(1899, 12, 30).toordinal()
_CLASS = re.compile(
    r"(?<!\d)0?(1[012]|[1-9])(?!\d)\s?(?:-?(?:й|ый|ий))?\s?[-–—_./]?\s?(?:класс\s?)?[«\"'“„]?\s?([а-я]{0,3})(?![а-я])"
)
_NUMBERED_CLASS = re.compile(r"(1[012]|[1-9])\s?[-–/(]\s?([1-9])\s?\)?")  # «10 (1)», «10-1»: without letters
_PROFILED_CLASS = re.compile(r"(1[012]|[1-9])\s?\(([а-я][а-я .-]{2,})\)")  # «10 (физмат)»: a profile for a letter
_CLASS_NOISE = re.compile(r"(?<![а-я])(?:класс[а-я]*|кл)(?![а-я])\.?|[\"'«»“”„`]")
_GROUP = re.compile(
    r"[(/,\s-]*(?:(\d)\s?-?(?:я|ая)?\s?(?:под)?(?:группа|гр)(?![а-я])\.?|(?:под)?(?:группа|гр)(?![а-я])\.?\s?№?\s?(\d|[а-я](?![а-я])))\s?\)?"
)
_SLASH_GROUP = re.compile(r"[/(]\s?(\d)\s?\)?$")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_SEVERAL = re.compile(r"\s*[,;/\n\r|]\s*|\s+и\s+")
_NOBODY = re.compile(
    r"ваканси|вакантн|(?:не|без) (?:назначен|учител|педагог|преподавател)|нет (?:учител|педагог|преподавател)"
)
_INITIALS = re.compile(r"^[А-ЯЁ]\.?\s?(?:[А-ЯЁ]\.?)?$")


class Cache(dict[Value, V], Generic[V]):
    """Answers to the distinct values of a column, each worked out once; forgets when it grows beyond measure."""

    def __init__(self, work_out: Callable[[Value], V]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, value: Value) -> V:
        if len(self) > CACHED:
            self.clear()
        answer = self[value] = self._work_out(value)
        return answer


def text(value: Value) -> str:
    """Return a cell's text, blanks folded; 5.0 is «5»."""
    if isinstance(value, str):
        return " ".join(value.split())
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return str(value)


def is_blank(value: Value) -> bool:
    """Tell whether a cell shows nothing."""
    return value is None or (isinstance(value, str) and not value.strip())


def day(value: Value) -> int:
    """Return the day of a date cell as 20260901 – a date, a serial number or text in any usual form; 0 for none."""
    if isinstance(value, dt.date):
        return value.year * 10000 + value.month * 100 + value.day
    if isinstance(value, str):
        return _written_day(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return day(dt.date.fromordinal(_EPOCH + int(value)))
    return 0


def _written_day(written: str) -> int:
    if found := _DAY_FIRST.search(written):
        day_, month, year = map(int, found.groups())
        return _real_day(year + 2000 if year < 100 else year, month, day_)
    if found := _YEAR_FIRST.search(written):
        return _real_day(*map(int, found.groups()))
    if found := _DAY_MONTH.search(fold(written)):
        return _real_day(int(found[3]), month_of(found[2]), int(found[1]))
    number_ = written.strip().replace(",", ".")
    return day(float(number_)) if re.fullmatch(r"\d{5}(\.\d+)?", number_) else 0


def _real_day(year: int, month: int, day_: int) -> int:
    try:
        return day(dt.date(year, month, day_)) if 2000 <= year < 2100 else 0
    except ValueError:
        return 0


def month_of(word: str) -> int:
    """Return the number of a month's folded Russian name in any case or cut short; 0 for another word."""
    if word.startswith("мар"):
        return 3
    if re.match(r"ма[йя]", word):
        return 5
    return next((n for n, stem in enumerate(MONTHS, 1) if n != 5 and word.startswith(stem)), 0)


def number(value: Value) -> float | None:
    """Return a number cell's value: 5, «5», «87,5%», «1 234»; None for text and blanks."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    if not isinstance(value, str):
        return None
    written = _BLANKS.sub("", value).rstrip("%").replace("−", "-")
    return float(written.replace(",", ".")) if _NUMBER.fullmatch(written) else None


def lesson_number(value: Value) -> int:
    """Return a lesson's number in the day: «1», 1.0, «1 урок»; 0 for none."""
    found = re.match(r"\d{1,2}(?!\d)", text(value))
    return int(found[0]) if found else 0


def school_class(value: Value) -> tuple[str, str] | None:
    """Return a class and a group within it: «5-а», «5 "A"» (Latin) → («5А», ""); «7А/1» → («7А», "1"); None for none.

    Several classes of one lesson are kept together: «9А, 9Б»; classes told by numbers are «10-1».
    """
    if isinstance(value, int | float) and not (float(value).is_integer() and 1 <= value <= 12):
        return None
    written = _CLASS_NOISE.sub(" ", _latin_letters(text(value))).strip()
    if (numbered := _NUMBERED_CLASS.fullmatch(written)) and int(numbered[1]) > int(numbered[2]):
        return f"{numbered[1]}-{numbered[2]}", ""
    if (profiled := _PROFILED_CLASS.fullmatch(written)) and not _GROUP.search(written):
        return f"{profiled[1]} ({profiled[2].strip()})", ""
    folded, group = _without_group(written)
    named = _CLASS.findall(folded)
    lettered = [each for each in named if each[1]]  # «9В, 1 четверть» names one class
    found = [f"{number_}{letter.upper()}" for number_, letter in lettered or named]
    if not found or isinstance(value, dt.date):
        return None
    return ", ".join(dict.fromkeys(found)), group


def _latin_letters(written: str) -> str:
    return fold(written).translate(LATIN)


def _without_group(folded: str) -> tuple[str, str]:
    found = _GROUP.search(folded)
    if found:
        return (folded[: found.start()] + " " + folded[found.end() :]).strip(), found[1] or found[2]
    folded = folded.strip()
    if found := _SLASH_GROUP.search(folded):
        return folded[: found.start()], found[1]
    return folded, ""


def subject(value: Value) -> tuple[str, str]:
    """Return a subject as written, blanks folded, and the group in it: «Английский язык (1 группа)»."""
    written = text(value)
    found = _GROUP.search(written.lower().replace("ё", "е"))
    if not found:
        return written, ""
    return (written[: found.start()] + written[found.end() :]).strip(" ,-/("), found[1] or found[2]


def people(value: Value) -> tuple[str, ...]:
    """Return the names in a cell: commas, semicolons, slashes, line breaks and «и» part them.

    None is ("",), as is «вакансия».
    """
    if not isinstance(value, str):
        return ("",)
    names = [_BLANKS.sub(" ", part).strip(" .") for part in _SEVERAL.split(value.strip())]
    names = [name for name in names if name and not _NOBODY.match(fold(name))]
    if len(names) == 2 and " " not in names[0] and (" " in names[1] or _INITIALS.match(names[1])):
        names = [" ".join(names)]  # «Иванова, Мария Петровна» is one person
    return tuple(dict.fromkeys(_dotted(name) for name in names)) or ("",)


def _dotted(name: str) -> str:
    return name + "." if re.search(r"\.\s?[А-ЯЁA-Z]$", name) else name


def shown(value: Value) -> str:
    """Return a cell for a message, without what could be a name: no text with a word of four letters or more."""
    written = text(value)[:40]
    return f"«{written}»" if written and not re.search(r"[^\W\d_]{4}", written) else "(текст)" if written else "(пусто)"
