"""Put names into Russian cases; the grammar is pytrovich's, what it misses stands in `declension.toml`."""

import tomllib
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any


class Case(Enum):
    """A case of Russian grammar; the value is its place among the forms of an exception."""

    GENITIVE = 0
    DATIVE = 1
    ACCUSATIVE = 2


class Gender(Enum):
    """Gender of a person; the value is the word of `declension.toml`."""

    MALE = "male"
    FEMALE = "female"


MALE_PATRONYMICS = ("ич", "ыч")
FEMALE_PATRONYMICS = ("вна", "чна", "шна")
PATRONYMIC_WORDS = {
    **dict.fromkeys(("оглы", "оглу", "улы", "уулу"), Gender.MALE),
    **dict.fromkeys(("кызы", "гызы", "кизи"), Gender.FEMALE),
}
# A surname alone tells the gender only by these endings; «Черных» or «Даценко» may be either.
FEMALE_SURNAMES = ("ова", "ева", "ёва", "ина", "ына", "ая")
MALE_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ый")


def decline(fio: str, case: Case) -> str:
    """Return «Фамилия Имя Отчество» or «Фамилия И. О.» in a case; a name of unknown gender stays as it is."""
    words = fio.split()
    gender = gender_of(fio)
    if gender is None:
        return fio
    named = zip(("surname", "first_name", "patronymic"), words, strict=False)
    return " ".join([*(_declined(part, word, gender, case) for part, word in named), *words[3:]])


def gender_of(fio: str) -> Gender | None:
    """Tell the gender by the patronymic, else by the first name, else by the surname; None when none tells."""
    surname, *rest = fio.split() or [""]
    return _gender_of_patronymic(rest[1:]) or _gender_of_first_name(rest[:1]) or _gender_of_surname(surname)


def _gender_of_patronymic(words: list[str]) -> Gender | None:
    last = words[-1].lower().rpartition("-")[2] if words else ""
    if last.endswith(FEMALE_PATRONYMICS):
        return Gender.FEMALE
    if last.endswith(MALE_PATRONYMICS):
        return Gender.MALE
    return PATRONYMIC_WORDS.get(last)


def _gender_of_first_name(words: list[str]) -> Gender | None:
    if not words or _is_initial(words[0]):
        return None
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.enums import Gender as Theirs

    found = PetrovichGenderDetector().detect(firstname=words[0])  # type: ignore[no-untyped-call]  # untyped library
    return {Theirs.MALE: Gender.MALE, Theirs.FEMALE: Gender.FEMALE}.get(found)


def _gender_of_surname(surname: str) -> Gender | None:
    if surname.lower().endswith(FEMALE_SURNAMES):
        return Gender.FEMALE
    return Gender.MALE if surname.lower().endswith(MALE_SURNAMES) else None


def _declined(part: str, word: str, gender: Gender, case: Case) -> str:
    if _is_initial(word) or (part == "patronymic" and not word.lower().endswith(MALE_PATRONYMICS + FEMALE_PATRONYMICS)):
        return word
    return "-".join(_piece(part, piece, gender, case) for piece in word.split("-"))


def _piece(part: str, piece: str, gender: Gender, case: Case) -> str:
    word = piece.lower()
    forms = _exceptions().get((part, gender.value, word))
    return _spelt_like(piece, forms[case.value] if forms else _by_rule(part, word, gender, case))


def _by_rule(part: str, piece: str, gender: Gender, case: Case) -> str:
    from pytrovich import enums

    parts = {"surname": "LASTNAME", "first_name": "FIRSTNAME", "patronymic": "MIDDLENAME"}
    return str(_maker().make(enums.NamePart[parts[part]], enums.Gender[gender.name], enums.Case[case.name], piece))


def _spelt_like(word: str, form: str) -> str:
    return form.upper() if word.isupper() and len(word) > 1 else form[:1].upper() + form[1:]


def _is_initial(word: str) -> bool:
    return "." in word or len(word) == 1


@cache
def _maker() -> Any:  # noqa: ANN401 - the library ships no types
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


@cache
def _exceptions() -> dict[tuple[str, str, str], tuple[str, ...]]:
    data = tomllib.loads((files("wg_excel.domain") / "declension.toml").read_text(encoding="utf-8"))
    found: dict[tuple[str, str, str], tuple[str, ...]] = {
        ("surname", gender.value, word): (word, word, word) for word in data.pop("fixed") for gender in Gender
    }
    for part, genders in data.items():
        for gender, lines in genders.items():
            for word, *forms in map(str.split, lines):
                found[part, gender, word] = tuple(forms)
    return found
