"""Put names into Russian cases: the school's own forms first, then exceptions, own rules, and pytrovich's grammar."""

import re
import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any, NamedTuple


class Case(Enum):
    """A case of Russian grammar; the value is its place among the forms of an exception."""

    GENITIVE = 0
    DATIVE = 1
    ACCUSATIVE = 2
    INSTRUMENTAL = 3


class Gender(Enum):
    """Gender of a person; the value is the word of `declension.toml`."""

    MALE = "male"
    FEMALE = "female"


Forms = tuple[str, ...]  # in the order of Case


class OwnForms(NamedTuple):
    """A word of names as a school declines it; without a gender for both. A form left blank is the word itself."""

    word: str
    gender: Gender | None
    forms: Forms


MALE_PATRONYMICS = ("ич", "ыч")
FEMALE_PATRONYMICS = ("вна", "чна", "шна")
PATRONYMIC_WORDS = {
    **dict.fromkeys(("оглы", "оглу", "улы", "уулу"), Gender.MALE),
    **dict.fromkeys(("кызы", "гызы", "кизи"), Gender.FEMALE),
}
PARTS = ("surname", "first_name", "patronymic")
GIVEN_FIRST = ("first_name", "patronymic", "surname")
TWO_GIVEN = ("surname", "first_name", "first_name")  # «Ахмед Али Хасан»
# The middle one of a name of three syllables («Нгуен Ван Тай») may tell the gender.
MIDDLE_NAMES = {"ван": Gender.MALE, "тхи": Gender.FEMALE}
# What no case changes at the end of a surname: «Гусейн-заде», «Гамзат-оглы».
UNCHANGED_ENDS = frozenset({"заде", *PATRONYMIC_WORDS})
# A surname alone tells the gender only by these endings; «Черных» or «Даценко» may be either.
FEMALE_SURNAMES = ("ова", "ева", "ёва", "ина", "ына", "ая")
MALE_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ый")
VOWELS = "аеёиоуыэюя"
SYLLABLE = re.compile(f"[{VOWELS}]+", re.IGNORECASE)
# Rules that pytrovich lacks: part, gender (None is either), the word's ending, and the endings of its cases.
# «-ец» loses its vowel after one consonant (Донец – Донца) and keeps it after several (Чернец – Чернеца); «-ий» is a
# noun's ending after letters that no adjective has there (Бабий – Бабия); «-ач» and «-ыш» are stressed (Ткачом).
RULES: tuple[tuple[str, Gender | None, re.Pattern[str], Forms], ...] = tuple(
    (part, gender, re.compile(ending), tuple(endings.split()))
    for part, gender, ending, endings in (
        ("surname", Gender.MALE, rf"(?<=[{VOWELS}])ец$", "йца йцу йца йцем"),
        ("surname", Gender.MALE, rf"(?<=[{VOWELS}]л)ец$", "ьца ьцу ьца ьцом"),
        ("surname", Gender.MALE, rf"(?<=[{VOWELS}][^{VOWELS}])ец$", "ца цу ца цом"),
        ("surname", Gender.MALE, rf"(?<=[^{VOWELS}]{{2}})ец$", "еца ецу еца ецом"),
        ("surname", Gender.MALE, rf"(?<=[^{VOWELS}])ёл$", "ла лу ла лом"),
        ("surname", Gender.MALE, rf"(?<=^[^{VOWELS}][ои])й$", "я ю я ем"),
        ("surname", Gender.MALE, r"(?<=[бвдзлмпрсф]и)й$", "я ю я ем"),
        ("surname", Gender.MALE, rf"(?<=^[^{VOWELS}]ин)$", "а у а ом"),
        ("surname", Gender.MALE, r"(?<=ач)$|(?<=ыш)$", "а у а ом"),
        ("surname", None, r"(?<=[жшчщ])а$", "и е у ей"),
        ("surname", Gender.FEMALE, r"(?<=[жшчщ])ая$", "ей ей ую ей"),
        ("first_name", Gender.FEMALE, r"(?<=[лврфн])ь$", "и и ь ью"),
        ("first_name", None, r"(?<=.и)я$", "и и ю ей"),
    )
)


def decline(fio: str, case: Case, own: tuple[OwnForms, ...] = ()) -> str:
    """Return «Фамилия Имя Отчество» or «Фамилия И. О.» in a case.

    A name of unknown gender is declined where both genders agree, else it stays as it is.
    """
    gender = gender_of(fio)
    forms = {_name(fio, each, case, own) for each in ([gender] if gender else Gender)}
    return forms.pop() if len(forms) == 1 else fio


def gender_of(fio: str) -> Gender | None:
    """Tell the gender by the patronymic, else by the first name, else by the surname; None when none tells."""
    _, words = _without_particles(fio)
    parts = _parts_of(words)
    if parts[0] is None:
        return MIDDLE_NAMES.get(words[1].lower())
    named = dict(reversed(list(zip(parts, words, strict=False))))
    patronymic = named.get("patronymic", "") if parts is GIVEN_FIRST else "".join(words[2:][-1:])
    return (
        _gender_of_patronymic(patronymic)
        or _gender_of_first_name(named.get("first_name", ""))
        or _gender_of_surname(named.get("surname", ""))
    )


def _without_particles(fio: str) -> tuple[list[str], list[str]]:
    """Return the small words before a surname («фон», «де»), which never change, and the other words."""
    words = fio.split()
    particles = list(takewhile(str.islower, words)) if not fio.islower() else []
    return particles, words[len(particles) :]


def _parts_of(words: list[str]) -> tuple[str | None, ...]:
    """Return what the words of a name are, None for one that never changes."""
    if len(words) != 3 or _is_initial(words[2]) or _gender_of_patronymic(words[2]):
        return PARTS
    if _gender_of_patronymic(words[1]):
        return GIVEN_FIRST
    if any(len(SYLLABLE.findall(word)) != 1 for word in words):
        return TWO_GIVEN
    # A name of three syllables changes in the last alone, and only after a consonant: «Нгуен Ван Тая».
    return None, None, None if words[2][-1] in VOWELS else "first_name"


def _gender_of_patronymic(word: str) -> Gender | None:
    last = word.lower().rpartition("-")[2]
    if last.endswith(FEMALE_PATRONYMICS):
        return Gender.FEMALE
    if last.endswith(MALE_PATRONYMICS):
        return Gender.MALE
    return PATRONYMIC_WORDS.get(last)


def _gender_of_first_name(word: str) -> Gender | None:
    if not word or _is_initial(word):
        return None
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as Theirs

    found = PetrovichGenderDetector().detect(firstname=word)  # type: ignore[no-untyped-call]  # untyped library
    return {Theirs.MALE: Gender.MALE, Theirs.FEMALE: Gender.FEMALE}.get(found)


def _gender_of_surname(surname: str) -> Gender | None:
    if surname.lower().endswith(FEMALE_SURNAMES):
        return Gender.FEMALE
    return Gender.MALE if surname.lower().endswith(MALE_SURNAMES) else None


def _name(fio: str, gender: Gender, case: Case, own: tuple[OwnForms, ...]) -> str:
    particles, words = _without_particles(fio)
    named = zip(_parts_of(words), words, strict=False)
    declined = (_word(part, word, gender, case, own) if part else word for part, word in named)
    return " ".join([*particles, *declined, *words[3:]])


def _word(part: str, word: str, gender: Gender, case: Case, own: tuple[OwnForms, ...]) -> str:
    if form := _own_form(word, gender, case, own):
        return form
    if word.lower().rpartition("-")[2] in UNCHANGED_ENDS:
        return word
    if _is_initial(word) or (part == "patronymic" and not word.lower().endswith(MALE_PATRONYMICS + FEMALE_PATRONYMICS)):
        return word
    *firsts, last = word.split("-")
    pieces = [piece if _stays(piece) else _piece(part, piece, gender, case, own) for piece in firsts]
    return "-".join([*pieces, _piece(part, last, gender, case, own)])


def _stays(piece: str) -> bool:
    """Tell whether the first part of a double surname never changes: «Бонч-», «-де-»."""
    return piece.lower() in _exceptions().fixed or piece.islower()


def _piece(part: str, piece: str, gender: Gender, case: Case, own: tuple[OwnForms, ...]) -> str:
    if form := _own_form(piece, gender, case, own):
        return form
    word = piece.lower()
    forms = _exceptions().forms.get((part, gender, word)) or _by_own_rule(part, word, gender)
    return _spelt_like(piece, forms[case.value] if forms else _by_library(part, word, gender, case))


def _own_form(word: str, gender: Gender, case: Case, own: tuple[OwnForms, ...]) -> str:
    for each in own:
        if each.word.lower() == word.lower() and each.gender in {gender, None}:
            return _spelt_like(word, each.forms[case.value] or each.word)
    return ""


def _by_own_rule(part: str, word: str, gender: Gender) -> Forms:
    for of, whose, ending, endings in RULES:
        if of == part and whose in {gender, None} and (found := ending.search(word)):
            return tuple(word[: found.start()] + each for each in endings)
    return ()


def _by_library(part: str, piece: str, gender: Gender, case: Case) -> str:
    from pytrovich import enums

    parts = {"surname": "LASTNAME", "first_name": "FIRSTNAME", "patronymic": "MIDDLENAME"}
    return str(_maker().make(enums.NamePart[parts[part]], enums.Gender[gender.name], enums.Case[case.name], piece))


def _spelt_like(word: str, form: str) -> str:
    """Return a form with the capitals of its word: «О'Коннора»."""
    if word.isupper() and len(word) > 1:
        return form.upper()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word.lower(), form, strict=False)))
    return word[:1].upper() + word[1:same] + form[same:] if same else form.capitalize()


def _is_initial(word: str) -> bool:
    return "." in word or len(word) == 1


@cache
def _maker() -> Any:  # noqa: ANN401 - the library ships no types
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


class _Exceptions(NamedTuple):
    """First parts that never change, and the forms of words by part of the name and gender."""

    fixed: frozenset[str]
    forms: dict[tuple[str, Gender, str], Forms]


@cache
def _exceptions() -> _Exceptions:
    data = tomllib.loads((files("wg_excel.domain.language") / "declension.toml").read_text(encoding="utf-8"))
    fixed = frozenset(map(str, data.pop("fixed")))
    forms: dict[tuple[str, Gender, str], Forms] = {}
    for part, genders in data.items():
        for gender, lines in genders.items():
            for word, *declined in map(str.split, lines):
                forms[part, Gender(gender), word] = tuple(declined)
    return _Exceptions(fixed, forms)
