"""What the name of a sheet or a file tells where the table is silent: its class, its subject, its teacher."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from wg_excel.exports import cells
from wg_excel.exports.headings import LOOKS_LIKE_NAME, WHOLE_CLASS
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.phrases import LATIN, fold

# Of a class: its number and letter side by side, the letter apart only where it is a capital or quoted.
_CLASS = re.compile(
    r"(?<![\d.,-])(?<![^\W\d_])(1[01]|[1-9])"
    r"(?:-?([а-яА-ЯA-Z])|\s?[-–]?\s?[«\"]([а-яА-ЯA-Z])[»\"]|\s[-–]?\s?([А-ЯA-Z])(?=\s+класс|\s*$|\s*[,;(]))(?!\w)"
)
_WHAT = {"school_class": "класс", "subject": "предмет", "teacher": "учитель"}
OF_A_CLASS = frozenset(("journal", "finals"))  # shapes of report that name class and subject above their table


class Place(NamedTuple):
    """Whose name tells: «из названия листа», «в названии листа»."""

    source: str
    within: str


SHEET = Place("из названия листа", "в названии листа")
FILE = Place("из имени файла", "в имени файла")


class Told(NamedTuple):
    """What names tell by column: the value and where it is from, or why nothing can be taken."""

    values: Mapping[str, str] = {}
    places: Mapping[str, Place] = {}
    doubts: Mapping[str, str] = {}

    def over(self, other: "Told") -> "Told":
        """Return what both tell; where they differ, neither is believed."""
        differing = {role for role in self.values.keys() & other.values.keys() if not self._agrees(other, role)}
        doubts = {role: self._against(other, role) for role in differing}
        values = {**other.values, **self.values}
        kept = {role: value for role, value in values.items() if role not in {*doubts, *self.doubts}}
        known = {role: why for role, why in other.doubts.items() if role not in self.values}
        return Told(kept, {**other.places, **self.places}, {**known, **self.doubts, **doubts})

    def of(self, kind: Kind, said: Container[str]) -> "Told":
        """Return what is still to be told: what the kind of report speaks of and is not said by columns and lines."""
        asked = kind.spellings.keys() | (_WHAT if kind.shape in OF_A_CLASS else {})
        return self._replace(
            values={role: value for role, value in self.values.items() if role in asked and role not in said}
        )

    @property
    def notes(self) -> Iterator[str]:
        """Say where values were taken from; a person's name is not repeated."""
        for role in (role for role in _WHAT if role in self.values):
            value = "" if role == "teacher" else f": «{self.values[role]}»"
            yield f"{_WHAT[role].capitalize()} взят {self.places[role].source}{value}."

    def _agrees(self, other: "Told", role: str) -> bool:
        return fold(self.values[role]) == fold(other.values[role])

    def _against(self, other: "Told", role: str) -> str:
        said = (f"{told.places[role].within} «{told.values[role]}»" for told in (self, other))
        return f"{', '.join(said)}: {line_to_write(role)}"


def told_by(name: str, place: Place, words: Vocabulary) -> Told:
    """Return the class, the subject and its group that a name tells; two classes or two subjects tell nothing."""
    plain = " ".join(name.replace("_", " ").split())
    found = {"school_class": _distinct(_classes(plain, words)), "subject": _distinct(_subjects(plain, words))}
    values = {role: many[0] for role, many in found.items() if len(many) == 1}
    if "subject" in values and (group := cells.subject(plain)[1]):
        values["group"] = group
    doubts = {role: _several(role, many, place) for role, many in found.items() if len(many) > 1}
    return Told(values, dict.fromkeys(values, place), doubts)


def told_by_sheet(name: str, kind: Kind, words: Vocabulary) -> Told:
    """Return what a sheet's name tells; in a report on pupils one that looks like a person's may be a pupil's."""
    name = name.strip()
    if WHOLE_CLASS.fullmatch(fold(name)) and (found := cells.school_class(name)):
        return Told({"school_class": found[0]}, {"school_class": SHEET})
    told = told_by(name, SHEET, words)
    if told.values or told.doubts or _is_on_pupils(kind) or not LOOKS_LIKE_NAME.fullmatch(name):
        return told
    return Told({"teacher": name}, {"teacher": SHEET})


def _is_on_pupils(kind: Kind) -> bool:
    return kind.shape == "pupil_marks" or ("pupil" in kind.spellings and kind.shape != "journal")


def _classes(plain: str, words: Vocabulary) -> Iterable[str]:
    for found in _CLASS.finditer(plain):
        letter = next(filter(None, found.groups()[1:]))
        if letter.islower() and letter.isascii():
            continue
        name = found[1] + letter.lower().translate(LATIN).upper()
        if fold(name) not in words.raw["names"]["no_classes"]:
            yield name


def _subjects(plain: str, words: Vocabulary) -> Iterable[str]:
    only_alike = words.pattern("names", "except")
    folded = only_alike.sub(lambda found: "." * len(found[0]), fold(plain))
    return (plain[slice(*found.span())] for found in words.subjects.finditer(folded))


def _distinct(found: Iterable[str]) -> list[str]:
    return list({fold(each): each for each in found}.values())


def _several(role: str, found: list[str], place: Place) -> str:
    shown = ", ".join(f"«{each}»" for each in found[:3])
    return f"{place.within} стоит не один {_WHAT[role]} ({shown}): {line_to_write(role)}"


def line_to_write(role: str) -> str:
    """Say how a user tells what nothing in the file does."""
    return f"впишите над таблицей строку «{_WHAT[role].capitalize()}: …»"
