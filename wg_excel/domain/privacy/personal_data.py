"""Tell which personal data a free text holds beyond need (152-ФЗ): of pupils, phones, papers, addresses.

Employees' and applicants' names are part of the record; a pupil's full name in free text is not. The measure is
`tests/domain/privacy/secrets_labelled.txt`.
"""

import re
from collections.abc import Collection

from wg_excel.domain.privacy.pupil_names import names_pupil

_PHONE = re.compile(
    r"(?<![\d-])(?:(?:\+\s?7|8|7)(?:[\s()-]{0,3}\d){10}|(?:(?:\+\s?7|8)[.\s])?9\d{2}\.\d{3}\.\d{2}\.\d{2}"
    r"|\(?9\d{2}[\s)-]\s?\d{3}[\s-]\d{2}[\s-]?\d{2})(?![\d-])"
    r"|(?:тел|моб|сот|звон|номер)\w*\.?\D{0,40}(?<!\d)9\d{2}(?:[\s-]?\d){7}(?![\d-])"
    r"|(?:тел|моб|звон|дом)\w*\.?\D{0,40}(?<![\d-])\d{1,3}[\s-]\d{2}[\s-]\d{2}(?![\d.-])",
    re.IGNORECASE,
)
_FREE_CALL = re.compile(r"\D*[78]\D*800")
# Behind these a phone or an address is an institution's.
_INSTITUTION = re.compile(
    r"(?<!\w)(?:при[её]мн|(?:тех)?поддержк|горяч|лини[яию]|школ|отдел|департамент|министерств|учреждени|сервис|провайдер"
    r"|оператор|служб|внутренн|вахт|секретар|сайт|гимнази|лице[йяе]|управлени)\w*",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?<!\w)(?:родител|мам|пап|мать|матер|отц|отец|бабушк|дедушк|реб[её]н|учени[кц]|семь)\w*", re.IGNORECASE
)
_NEAR = 45  # characters before a phone or an address that tell whose it is
_EMAIL = re.compile(r"(?<![\w.+-])(?P<who>[A-Za-z0-9._+-]+)@(?P<where>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_OFFICE = re.compile(
    r"support|help|info|admin|school|shkola|sosh|office|priem|sekretar|no-?reply|edu|mbou|contact|spam", re.IGNORECASE
)
_PASSPORT = re.compile(
    r"(?:паспорт\w*[^\d.;]{0,40}\d{2}\s?\d{2}\s?,?\s?(?:№|номер|n)?|сери[яи]\s\d{2}\s?\d{2}\s?,?\s?(?:№|номер|n))\s?\d{6}(?!\d)",
    re.IGNORECASE,
)
_SNILS = re.compile(r"(?<![\d-])(?P<base>\d{3}[- ]?\d{3}[- ]?\d{3})[- ]?(?P<check>\d{2})(?![\d-])")
_BIRTH_PAPER = re.compile(
    r"(?:свид(?:етельств\w+|\.)|св(?:ид)?-в[оа])\sо\sрожд(?:ении|\.)[^.]{0,20}[IVXLC]{1,6}\s?-\s?[А-Я]{2}",
    re.IGNORECASE,
)
_MONTH = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*"
_BIRTHDAY = re.compile(
    r"(?:(?:дат|ден|дн)\w*\sрождения|родил(?:ся|ась)|(?<!\w)д\.?\s?р\.?)[^\d.;]{0,40}"
    rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}\s{_MONTH}\s\d{{4}})"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}\s?(?:г(?:ода|\.)?\s?)?(?:р\.|рожд)",
    re.IGNORECASE,
)
_STREET = r"(?:ул|пер|пр|ш|б-р|пл|мкр|проезд)\w*\.?\s[^;\d]{2,40}"
_ADDRESS = re.compile(
    rf"(?:прожива\w+|прописан\w*|жив(?:[её]т|ут))[^;]{{0,60}}{_STREET}\d|адрес\w*[^;]{{0,60}}{_STREET}\d[^;]{{0,15}}"
    rf"|(?<!\w){_STREET}\d[^;]{{0,12}}(?<!\w)кв(?:\.|артира)?\s?\d",
    re.IGNORECASE,
)
_FLAT = re.compile(r"\bкв(?:\.|артира)?\s?\d|прожива|прописан|жив[её]т|живут", re.IGNORECASE)
_INSURANCE = re.compile(r"полис\w*\D{0,20}(?:\d[\s-]?){16}(?!\d)", re.IGNORECASE)
_CARD = re.compile(r"карт\w*\D{0,25}(?:\d{4}[\s-]?){4}(?!\d)", re.IGNORECASE)
_TAXPAYER = re.compile(r"(?<!\w)инн\D{0,25}\d{12}(?!\d)", re.IGNORECASE)
# A quick look before the patterns: five digits near together, two capitalised words.
_DIGITS = re.compile(r"\d(?:\D{0,3}\d){4}")
_TWO_NAMES = re.compile(r"[А-ЯЁ][а-яё]*,?\s[А-ЯЁ]")


def personal_data(text: str, adults: Collection[str] = ()) -> tuple[str, ...]:
    """Return what kinds of personal data a text holds: «телефон», «паспорт», «СНИЛС» …; usually none.

    `adults` are the folded names of people who may be named.
    """
    digits = _DIGITS.search(text)
    small = text.lower()
    home = any(word in small for word in ("адрес", "жив", "пропис", "кв"))
    born = "рожд" in small or "родил" in small
    names = _TWO_NAMES.search(text)
    if not (digits or home or names or "@" in text or born):
        return ()
    kinds = {
        "телефон": digits and any(_is_somebodys(text, found) for found in _PHONE.finditer(text)),
        "адрес эл. почты": "@" in text and any(_is_private(found) for found in _EMAIL.finditer(text)),
        "паспорт": digits and _PASSPORT.search(text),
        "СНИЛС": digits and any(_is_snils(found, text) for found in _SNILS.finditer(text)),
        "полис": digits and _INSURANCE.search(text),
        "номер карты": digits and _CARD.search(text),
        "ИНН": digits and _TAXPAYER.search(text),
        "свидетельство о рождении": born and _BIRTH_PAPER.search(text),
        "дата рождения": (digits or born) and _BIRTHDAY.search(text),
        "домашний адрес": home and any(_is_home(text, found) for found in _ADDRESS.finditer(text)),
        "фамилия и имя обучающегося": names and names_pupil(text, adults),
    }
    return tuple(kind for kind, found in kinds.items() if found)


def _is_somebodys(text: str, phone: re.Match[str]) -> bool:
    """Tell whether a phone is a person's: no free line and no institution's."""
    return not _FREE_CALL.match(phone[0]) and not _belongs_to_institution(text, phone)


def _is_home(text: str, address: re.Match[str]) -> bool:
    """Tell whether an address is where somebody lives."""
    whose = text[max(0, address.start() - _NEAR) : address.end()]
    return bool(_FLAT.search(address[0]) or _PERSON.search(whose)) and not _belongs_to_institution(text, address)


def _belongs_to_institution(text: str, found: re.Match[str]) -> bool:
    near = text[max(0, found.start() - _NEAR) : found.end()]
    return bool(_INSTITUTION.search(near)) and not _PERSON.search(near)


def _is_private(email: re.Match[str]) -> bool:
    return not _OFFICE.search(email["who"]) and not re.search(
        r"eljur|edu|gov|школ|school|shkola|sosh|mbou", email["where"]
    )


def _is_snils(found: re.Match[str], text: str) -> bool:
    """Tell whether eleven digits are an insurance number: by its word, or written in threes with a right check sum."""
    digits = [int(each) for each in found["base"] if each.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(9, 0, -1), strict=True)) % 101 % 100
    named = re.search(r"снилс|страхов\w+ номер", text, re.IGNORECASE)
    return bool(named) or ("-" in found[0] and total == int(found["check"]))
