"""Tell which personal data a free text holds beyond need (152-ФЗ): of pupils, phones, papers.

Employees' and applicants' names are part of the record; a pupil's full name in free text is not. The measure is
`tests/domain/secrets_labelled.txt`.
"""

import re
from functools import cache
from importlib.resources import files

_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+\s?7|8|7)[\s(-]*(?!800)\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}|9\d{2}[\s)-]\s?\d{3}[\s-]\d{2}[\s-]\d{2})(?![\d-])"
)
_BARE_PHONE = re.compile(r"(?:тел|моб|звон|номер)\w*[^\d]{0,20}(?<!\d)9\d{9}(?!\d)", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])(?P<who>[A-Za-z0-9._+-]+)@(?P<where>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_OFFICE = re.compile(
    r"support|help|info|admin|school|shkola|sosh|office|priem|sekretar|no-?reply|edu|mbou|contact|spam", re.IGNORECASE
)
_PASSPORT = re.compile(
    r"(?:паспорт\w*[^\d.;]{0,30}\d{2}\s?\d{2}\s?,?\s?(?:№|номер|n)?|сери[яи]\s\d{2}\s?\d{2}\s?,?\s?(?:№|номер|n))\s?\d{6}(?!\d)",
    re.IGNORECASE,
)
_SNILS = re.compile(r"(?<![\d-])(?P<base>\d{3}[- ]?\d{3}[- ]?\d{3})[- ]?(?P<check>\d{2})(?![\d-])")
_BIRTH_PAPER = re.compile(r"свидетельств\w+\sо\sрождении[^.]{0,20}[IVXLC]{1,6}\s?-\s?[А-Я]{2}", re.IGNORECASE)
_BIRTHDAY = re.compile(
    r"(?:дат\w+\sрождения|родил(?:ся|ась)|\bд\.?\s?р\.?)\W{0,3}\d{1,2}[./]\d{1,2}[./]\d{2,4}", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:прожива\w+|адрес\w*|живёт|живет)[^;]{0,60}(?:ул|пер|пр|ш|б-р)\w*\.?\s[^;]{2,40}\bкв\.?\s?\d+", re.IGNORECASE
)

_CLASS = r"\(?(?:1[01]|[1-9])\s?-?\s?[«\"]?[А-Я][»\"]?(?![а-яёА-ЯЁ])\)?"
_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_PUPIL = (
    r"учени(?:к|ц)\w*|учащ(?:ий|ая|его|ему|ей|ую|им|ие|их|ими)\w*|обучающ\w+|школьни[кц]\w*|воспитанни[кц]\w*"
    r"|реб[её]н(?:ок|к)\w*|сын(?:а|у|ом|е|овья)?|доч(?:ь|ери|ерью|ка|ки|ку|ке)|дочер\w*|\w*классни[кц]\w*|выпускни[кц]\w*|девочк\w+|мальчик\w*|дет(?:и|ей|ям)|уч-(?:ся|к\w*|ц\w*)"
)
_NEW_PUPIL = r"зачисл\w+|отчисл\w+|перев(?:ести|ед[её]н\w*|одится)|прибы\w+|выбы\w+|добавить|удалить"
_ADULT = re.compile(
    r"учител|педагог|преподавател|руководител|директор|завуч|заместител|методист|психолог|логопед|секретар|родител"
    r"|мать|матер|мам[аеуы]|отец|отц|пап[аеуы]|бабушк|дедушк|опекун|представител|заведующ|администратор|воспитател"
    r"|член\w* группы",
    re.IGNORECASE,
)
_CUED = re.compile(
    r"(?P<adult>(?i:мам|мат|пап|от(?:ец|ц)|родител|бабушк|представител|опекун)\w*\s)?"
    rf"(?<!\w)(?P<cue>(?i:{_PUPIL}))(?P<sign>[,:]|\s?[—–-])?\s(?:(?:на\sдому|по\sимени|наш\w+\sшколы),?\s)?"
    rf"(?:{_CLASS}(?:\s?класса?)?(?:,|\s?[—–-])?\s)?\(?(?:{_WORD}\s[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?(?:,|\sи)\s)?"
    rf"(?P<name>{_WORD}\s{_WORD})(?P<third>\s{_WORD})?"
)
_CUED_AFTER = re.compile(rf"(?P<name>{_WORD}\s{_WORD}(?:\s{_WORD})?)\s?[,(–—-]\s?(?i:{_PUPIL})(?!\w)")
_BY_CLASS = re.compile(
    rf"(?P<name>{_WORD}\s{_WORD})(?P<third>\s{_WORD})?(?:\s?,?\s(?:из\s)?|\s)(?={_CLASS})"
    rf"|(?<!\d){_CLASS}(?:\s?класса?)?\s(?P<after>{_WORD}\s{_WORD})(?P<last>\s{_WORD})?"
)
_MANY = re.compile(r"\w+(?:ов|ами|ам|ах|ей|ых|их|ым|ыми)(?:ся)?", re.IGNORECASE)
_PATRONYMIC = re.compile(r"(?:вич|вн|ичн|ич)(?:[аеуыоий]|ем|ой|ом)?$")
_MOVED = re.compile(rf"(?<!\w)(?i:{_NEW_PUPIL})(?!\w)")
_NO_NAME = re.compile(
    r"\b(?:школ|гимнази|лице|центр|район|област|республик|образован|точк|отч[её]т|журнал|дневник|класс|парк|урок|зал\b)",
    re.IGNORECASE,
)
# A quick look before the patterns: six digits near together, an address, two capitalised words, what papers are called.
_WORTH_READING = re.compile(rf"(?:\d\D{{0,3}}){{6}}|@|(?i:свидетельств|прожива|адрес|жив[её]т)|{_WORD}\s{_WORD}")


@cache
def first_names() -> re.Pattern[str]:
    """Return the pattern of first names that children bear, by their stems."""
    stems = files("wg_excel.domain").joinpath("first_names.txt").read_text(encoding="utf-8").split()
    return re.compile("|".join(stems))


def personal_data(text: str) -> tuple[str, ...]:
    """Return what kinds of personal data a text holds: «телефон», «паспорт», «имя обучающегося» …; usually none."""
    if not _WORTH_READING.search(text):
        return ()
    kinds = {
        "телефон": _PHONE.search(text) or _BARE_PHONE.search(text),
        "адрес эл. почты": any(_is_private(found) for found in _EMAIL.finditer(text)),
        "паспорт": _PASSPORT.search(text),
        "СНИЛС": any(_is_snils(found, text) for found in _SNILS.finditer(text)),
        "свидетельство о рождении": _BIRTH_PAPER.search(text),
        "дата рождения": _BIRTHDAY.search(text),
        "домашний адрес": _ADDRESS.search(text),
        "фамилия и имя обучающегося": _names_pupil(text),
    }
    return tuple(kind for kind, found in kinds.items() if found)


def _is_private(email: re.Match[str]) -> bool:
    return not _OFFICE.search(email["who"]) and not re.search(r"eljur|edu|gov|школ", email["where"])


def _is_snils(found: re.Match[str], text: str) -> bool:
    """Tell whether eleven digits are an insurance number: by its word, or written in threes with a right check sum."""
    digits = [int(each) for each in found["base"] if each.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101 % 100
    named = re.search(r"снилс|страхов\w+ номер", text, re.IGNORECASE)
    return bool(named) or ("-" in found[0] and total == int(found["check"]))


def _names_pupil(text: str) -> bool:
    if any(not _NO_NAME.search(found["name"]) and not _is_adult(found) for found in _CUED.finditer(text)):
        return True
    if any(not _NO_NAME.search(found["name"]) for found in _CUED_AFTER.finditer(text)):
        return True
    return any(_is_pupil_by_class(text, found) for found in _BY_CLASS.finditer(text))


def _is_adult(found: re.Match[str]) -> bool:
    """Tell whether the name after «ученик» is an adult's: «мама ученика Белова Анна …», «учеников Беловой Анны …»."""
    third = found["third"] or ""
    if found["adult"] and re.search(r"(?:вна|вич)$", third):
        return True
    return bool(_MANY.fullmatch(found["cue"])) and not found["sign"] and bool(_PATRONYMIC.search(third))


def _is_pupil_by_class(text: str, found: re.Match[str]) -> bool:
    """Tell whether a name beside a class is a pupil's: no adult is named before, no patronymic but on a move."""
    name, third = found["name"] or found["after"], found["third"] or found["last"]
    if _ADULT.search(text[: found.start()]) or _NO_NAME.search(name):
        return False
    third = third or ""
    named = any(first_names().match(word) for word in (*name.split(), third.strip()))
    return named and (not _PATRONYMIC.search(third) or bool(_MOVED.search(text)))
