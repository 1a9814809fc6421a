"""Read from a decision who is to do what by when: «Терещуку В. О. провести сверку до 01.12.2026» (B 3.2)."""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from wg_excel.domain.language.dates import NotADay, read_day
from wg_excel.domain.language.declension import Case, OwnForms, decline
from wg_excel.domain.language.names import parse_name

_MONTHS = r"(?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)\w*"
_TERM = re.compile(
    r"[\s,;(]*(?:не позднее|(?:в )?срок\w*(?: исполнения)?(?:\s?[:–—-])?(?: до)?|(?<!\w)(?:до|к|ко))\s"
    rf"(?P<day>\d{{1,2}}(?:\.\d{{1,2}}|\s{_MONTHS})(?:[. ]\d{{2,4}}(?!\d))?)(?:\s?г(?:ода|\.)?(?!\w))?\)?",
    re.IGNORECASE,
)
_CHARGED = re.compile(
    r"(?:^|(?<!\w)(?:поручить|рекомендовать|обязать|отв\.|ответственн\w+|исполнител\w+)(?:\s?[:–—-])?)\s*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,|;|и)\s+")
_INITIALS = r"(?:[А-ЯЁ]\.\s?){1,2}"


@dataclass(frozen=True)
class Order:
    """What a decision charges: the task, who is to do it (full names) and by when; either may be missing."""

    task: str
    executors: tuple[str, ...]
    due: dt.date | None


def read_order(decision: str, people: Sequence[str], day: dt.date, own: tuple[OwnForms, ...] = ()) -> Order:
    """Read a decision taken on a day; `people` are the full names of those who can be charged, `own` their forms."""
    text, due = _without_term(decision, day)
    executors: list[str] = []
    while True:
        charged = _next_charged(text, people, own)
        if not charged:
            break
        start, end, names = charged
        executors += (name for name in names if name not in executors)
        text = f"{text[:start]} {text[end:]}"
    return Order(_tidy(text), tuple(executors), due)


def _without_term(text: str, day: dt.date) -> tuple[str, dt.date | None]:
    for found in _TERM.finditer(text):
        if due := _day(found["day"], day):
            return text[: found.start()] + text[found.end() :], due
    return text, None


def _day(text: str, after: dt.date) -> dt.date | None:
    """Return the day named; without a year it is the first such day after the decision."""
    with suppress(NotADay):
        return read_day(text)
    join = "." if "." in text else " "
    for year in (after.year, after.year + 1):
        with suppress(NotADay):
            if (found := read_day(f"{text}{join}{year}")) >= after:
                return found
    return None


def _next_charged(text: str, people: Sequence[str], own: tuple[OwnForms, ...]) -> tuple[int, int, list[str]] | None:
    """Return where the first words that charge somebody stand, and whom."""
    for cue in _CHARGED.finditer(text):
        names, end = _names_at(text, cue.end(), people, own)
        if names:
            return cue.start(), end, names
    return None


def _names_at(text: str, start: int, people: Sequence[str], own: tuple[OwnForms, ...]) -> tuple[list[str], int]:
    names: list[str] = []
    while True:
        between = _BETWEEN.match(text, start) if names else None
        at = between.end() if between else start
        found = [(match.end(), fio) for fio in people if (match := _forms(fio, own).match(text, at))]
        end = max((end for end, _ in found), default=at)
        fitting = [fio for length, fio in found if length == end]
        if len(fitting) != 1 or (names and not between):  # nobody, or namesakes
            return names, start
        names.append(fitting[0])
        start = end


@cache
def _forms(fio: str, own: tuple[OwnForms, ...]) -> re.Pattern[str]:
    """Return the pattern of a name as one that is charged: nominative, dative or accusative, in full or short."""
    name = parse_name(fio)
    if name is None or not name.first:
        return re.compile(re.escape(fio))
    whole = f"{name.family} {name.first} {name.patronymic}".strip()
    cases = {whole, *(decline(whole, case, own) for case in (Case.DATIVE, Case.ACCUSATIVE))}
    families = "|".join(sorted({re.escape(form.split()[0]) for form in cases}, key=len, reverse=True))
    full = "|".join(re.escape(form.partition(" ")[2]) for form in cases)
    letters = r"\s?".join(re.escape(letter) for letter in name.letters.split())
    first = re.escape(name.letters.split()[0])
    return re.compile(
        rf"(?:{letters}\s?(?:{families})|(?:{families})\s(?:{full}|{letters}|{first}(?!\s?[А-ЯЁ]\.))"
        rf"|(?:{families})(?!\s?{_INITIALS}))(?![\w-])"
    )


def _tidy(text: str) -> str:
    plain = re.sub(r"\s+([,.;])", r"\1", " ".join(text.split()))
    plain = re.sub(r"([,.;:–—-]\s*)+([.;,])", r"\2", plain).strip(" ,.;:–—-(")
    return plain[:1].upper() + plain[1:]
