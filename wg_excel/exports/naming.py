"""What a short text names: a person by its look, a class and a subject by the words of the vocabulary."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from wg_excel.exports import cells
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.phrases import LATIN, fold

_FAMILY = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_FIRST = rf"(?:\s+{_FAMILY}|\s*[А-ЯЁ]\.)"
LOOKS_LIKE_NAME = re.compile(rf"{_FAMILY}{_FIRST}{{1,3}}(?:\s(?:оглы|кызы))?|(?:[А-ЯЁ]\.\s?){{1,2}}{_FAMILY}")
WHOLE_CLASS = re.compile(r"(?:1[01]|[1-9])\s?[-–]?\s?[«\"]?[а-я][»\"]?(?:\s?класс)?")
# Of a class: its number and letter side by side, the letter apart only where it is a capital or quoted.
_CLASS = re.compile(
    r"(?<![\d.,-])(?<![^\W\d_])(1[01]|[1-9])"
    r"(?:-?([а-яА-ЯA-Z])|\s?[-–]?\s?[«\"]([а-яА-ЯA-Z])[»\"]|\s[-–]?\s?([А-ЯA-Z])(?=\s+класс|\s*$|\s*[,;(]))(?!\w)"
)
_PIECES = re.compile(r"[,;|/()]|\s[–—-]\s|(?<=[^\W\d_]{3})\.\s")
_SURE = re.compile(r"[А-ЯЁ]\.|(?:ич|вна|чна|оглы|кызы)$")
_PERSON = re.compile(
    rf"{_FAMILY}\s+{_FAMILY}\s+[А-ЯЁ][а-яё]+(?:ич|вна|чна)(?!\w)|{_FAMILY}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.|(?:[А-ЯЁ]\.\s?){{2}}{_FAMILY}"
)
_ORDINAL = re.compile(r"^\d{1,3}[.)]\s+(?=\D)")  # «1. Ким Павел Львович»
_WORDS = re.compile(r"[^\W_]+")
LONGEST = 100


class Named(NamedTuple):
    """A class or a subject found in a text, and where it stands."""

    value: str
    span: tuple[int, int]


def classes_in(plain: str, words: Vocabulary) -> Iterator[Named]:
    """Give the classes that a text names, as «5А»."""
    for found in _CLASS.finditer(plain):
        letter = next(filter(None, found.groups()[1:]))
        if letter.islower() and letter.isascii():
            continue
        name = found[1] + letter.lower().translate(LATIN).upper()
        if fold(name) not in words.raw["names"]["no_classes"]:
            yield Named(name, found.span())


def subjects_in(plain: str, words: Vocabulary) -> Iterator[Named]:
    """Give the subjects that a text without double blanks names, as they are written."""
    only_alike = words.pattern("names", "except")
    folded = only_alike.sub(lambda found: "." * len(found[0]), fold(plain))
    return (Named(plain[slice(*found.span())], found.span()) for found in words.subjects.finditer(folded))


def distinct(found: Iterable[Named]) -> list[str]:
    """Return the different values among what was found."""
    return list({fold(each.value): each.value for each in found}.values())


def person_in(plain: str) -> str:
    """Return the person that a longer text names by initials or a patronymic: «Алгебра 7А (Ким П.Л.)»; "" for none."""
    found = set(_PERSON.findall(f"{plain}."))
    return found.pop() if len(found) == 1 else ""


class Namer:
    """Tells what a whole text names: «7А», «Алгебра, 7А», «Учитель Ким П. Л.», and nothing besides."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._about = words.pattern("names", "about")
        self._whole = cache(self._read)

    def whole(self, written: str) -> dict[str, str]:
        """Return class, subject and its group, and teacher, where the text holds no word besides; else nothing."""
        return dict(self._whole(" ".join(written.split()))) if 0 < len(written) <= LONGEST else {}

    def parts(self, written: str) -> dict[str, str]:
        """Return the class and the teacher that a cell names and the subject beside them: «5А / Труд (Ким П. Л.)»."""
        plain = " ".join(written.split())
        if len(plain) > LONGEST:
            return {}
        named, teacher = list(classes_in(plain, self._words)), person_in(plain)
        if len(named) > 1 or not (named or teacher):
            return {}
        for found in (*(plain[slice(*each.span)] for each in named), teacher):
            plain = plain.replace(found, " ", 1)
        values = {"school_class": named[0].value if named else "", "teacher": teacher}
        values["subject"] = plain.strip(" ,;:./|–—-()[]")
        return {role: value for role, value in values.items() if value}

    def pieces(self, title: str) -> dict[str, str]:
        """Return what the parts of a title name: «Ведомость. Алгебра. 8Б класс»; a name alone is nobody's post."""
        if len(title) > LONGEST or ":" in title or self._words.pattern("names", "address").search(fold(title)):
            return {}
        found: dict[str, str] = {}
        for piece in _PIECES.split(" ".join(title.split())):
            named = self.whole(piece.strip()) if piece.strip() else {}
            if any(found.get(role, value) != value for role, value in named.items()):
                return {}
            found |= named
        return found if found.keys() & {"school_class", "subject"} else {}

    def _read(self, plain: str) -> dict[str, str]:
        plain = _ORDINAL.sub("", plain)
        values, rest = {}, plain
        for role, found in (("school_class", classes_in), ("subject", subjects_in)):
            named = list(found(plain, self._words))
            if len(distinct(named)) > 1:
                return {}
            if named:
                values[role] = named[0].value
            for each in named:
                rest = rest[: each.span[0]] + "," * (each.span[1] - each.span[0]) + rest[each.span[1] :]
        if "subject" in values and (group := cells.subject(plain)[1]):
            values["group"], rest = group, cells.subject(rest)[0]
        rest = _without(rest, self._about)
        person = LOOKS_LIKE_NAME.search(rest)
        if person and _is_person(person[0]):
            values["teacher"] = person[0]
            rest = rest[: person.start()] + rest[person.end() :]
        return {} if _WORDS.search(rest) else values


def _is_person(name: str) -> bool:
    """Tell a person from two words with capitals («Древний Восток»): by initials, a patronymic or a first name."""
    from wg_excel.domain.language.first_names import begins_as_first_name  # only needed where a name may stand

    return _SURE.search(name) is not None or any(map(begins_as_first_name, name.split()))


def _without(rest: str, about: re.Pattern[str]) -> str:
    """Return a text without the words that only say what is named."""
    for word in list(about.finditer(fold(rest)))[::-1]:
        rest = rest[: word.start()] + rest[word.end() :]
    return rest


@cache
def namer(words: Vocabulary) -> Namer:
    """Return the reader of a vocabulary's names."""
    return Namer(words)
