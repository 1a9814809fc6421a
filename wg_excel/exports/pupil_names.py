"""Names of files without the pupils' names in them (2-eljur-exports 2.3): the log and every message show those."""

import re
from collections.abc import Iterable

from wg_excel.exports.cells import text
from wg_excel.exports.latin_names import without_latin_names, without_latin_pupil
from wg_excel.exports.naming import LOOKS_LIKE_NAME
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import Table

HIDDEN = "…"
ONE_PUPIL = "pupil_marks"  # the shape of a report on one pupil, named in its lines or its title
LONGEST_ENDING = 3
_LETTERS = re.compile(r"[а-яё]+", re.IGNORECASE)
_FAMILY = re.compile(r"(?:[оеё]в|ск|енк)[а-яё]*$")
_VOWELS = "аеиоуыэюяйь"


def pupils_of(table: Table) -> set[str]:
    """Return the names of pupils that the first rows of a table show, as they are written."""
    place, teacher = table.heading.columns.get("pupil"), table.lines.get("teacher")
    listed = {
        text(row[place]) for row in table.grid.head[table.heading.below :] if place is not None and place < len(row)
    }
    told = {table.lines.get("pupil")}
    if table.kind.shape == ONE_PUPIL:
        titles = (found[0] for line in table.lines.texts for found in LOOKS_LIKE_NAME.finditer(line))
        told |= {name for name in titles if name not in teacher}
    return {name for name in listed | told if len(_words(name)) > 1}


def without_pupils(file: str, pupils: Iterable[str]) -> str:
    """Return a file's name with the names of its pupils hidden, in any case and order of family and first name."""
    folded = _plain(file)
    for name in pupils:
        family, first, *_ = map(_stem, _words(name))
        if family in folded and first[:1] in folded:
            hidden = _pattern(family, first, re.escape(_words(name)[1][:1]))
            file = hidden.sub(HIDDEN, file) if len(folded) == len(file) else HIDDEN
            folded = _plain(file)
        file = without_latin_pupil(file, family, first, HIDDEN)
    return file


def without_likely_names(file: str) -> str:
    """Return the name of a file that was not read without what looks like a person's name in it."""
    from wg_excel.domain.language.first_names import begins_as_first_name

    spaced = file.replace("_", " ")
    for found in list(LOOKS_LIKE_NAME.finditer(spaced))[::-1]:
        if any(begins_as_first_name(word) and not _FAMILY.search(word) for word in found[0].split()):
            file = file[: found.start()] + HIDDEN + file[found.end() :]
    return without_latin_names(file, HIDDEN)


def _pattern(family: str, first: str, initial: str) -> re.Pattern[str]:
    """Return what finds both names one after another, in any of their cases; an initial must stand alone."""
    ending = f"[а-яё]{{0,{LONGEST_ENDING}}}"
    one, other = _any_yo(family) + ending, _any_yo(first) + ending
    gap, rest = r"[\W_]*", r"(?:[\W_]*[а-яё]+(?:вич|вн|ич)[а-яё]{0,3})?"
    return re.compile(
        rf"{one}{gap}{other}{rest}|{other}{rest}{gap}{one}|{one}[\W_]+{initial}(?![а-яё])|(?<![а-яё]){initial}[.\s_]+{one}",
        re.IGNORECASE,
    )


def _any_yo(stem: str) -> str:
    return re.escape(stem).replace("е", "[её]")


def _stem(word: str) -> str:
    """Return a word without the ending that its cases change; at least three letters stay."""
    return word[:3] + word[3:].rstrip(_VOWELS)


def _words(name: str) -> list[str]:
    return _LETTERS.findall(fold(name))


def _plain(file: str) -> str:
    return file.lower().replace("ё", "е")
