"""What the name of a sheet or a file tells where the table is silent: its class, its subject, its teacher."""

from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from wg_excel.exports import cells
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.naming import LOOKS_LIKE_NAME, WHOLE_CLASS, classes_in, distinct, person_in, subjects_in
from wg_excel.exports.phrases import fold

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


def told_by(name: str, place: Place, words: Vocabulary, kind: Kind | None = None) -> Told:
    """Return the class, the subject and its group, the teacher that a name tells; two of a sort tell nothing.

    A person is taken for the teacher only where names are teachers'.
    """
    plain = " ".join(name.replace("_", " ").split())
    found = {"school_class": distinct(classes_in(plain, words)), "subject": distinct(subjects_in(plain, words))}
    values = {role: many[0] for role, many in found.items() if len(many) == 1}
    if "subject" in values and (group := cells.subject(plain)[1]):
        values["group"] = group
    if kind and kind.is_of_teachers and (teacher := person_in(plain)):
        values["teacher"] = teacher
    doubts = {role: _several(role, many, place) for role, many in found.items() if len(many) > 1}
    return Told(values, dict.fromkeys(values, place), doubts)


def told_by_sheet(name: str, kind: Kind, words: Vocabulary) -> Told:
    """Return what a sheet's name tells: «5А», «Алгебра», a teacher's name."""
    name = name.strip()
    if WHOLE_CLASS.fullmatch(fold(name)) and (found := cells.school_class(name)):
        return Told({"school_class": found[0]}, {"school_class": SHEET})
    told = told_by(name, SHEET, words, kind)
    if told.values or told.doubts or _is_on_pupils(kind) or not LOOKS_LIKE_NAME.fullmatch(name):
        return told
    return Told({"teacher": name}, {"teacher": SHEET})


def _is_on_pupils(kind: Kind) -> bool:
    return kind.shape == "pupil_marks" or ("pupil" in kind.spellings and kind.shape != "journal")


def _several(role: str, found: list[str], place: Place) -> str:
    shown = ", ".join(f"«{each}»" for each in found[:3])
    return f"{place.within} стоит не один {_WHAT[role]} ({shown}): {line_to_write(role)}"


def line_to_write(role: str) -> str:
    """Say how a user tells what nothing in the file does."""
    return f"впишите над таблицей строку «{_WHAT[role].capitalize()}: …»"
