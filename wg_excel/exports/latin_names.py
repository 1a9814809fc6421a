"""Names of people in Latin letters, as files are often named: «Ivanov_Petr», «ShchegolevTikhon», «petrova-anna»."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CYRILLIC = str.maketrans("абвгдеёжзийклмнопрстуфхцчшщыэюя", "abvgdeezziiklmnoprstufhccssieua", "ъь")
_SOUNDS = (("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("tch", "c"), ("ch", "c"), ("ts", "c"))
_LETTERS = str.maketrans({"y": "i", "j": "i", "x": "ks", "w": "v", "q": "k", "'": None})
_SOFT = re.compile("i+([aeiu])")
_TWICE = re.compile(r"(.)\1+")
_FAMILY = re.compile(
    r"(?:[oe]v|[iy]n|sk(?:y|iy|ii|i|oy)|enko|u?k|yan|ian|dze|shvili|[iy]kh|ich)(?:a|aya|aia)?$", re.IGNORECASE
)
LONGEST_ENDING = 3


def sound(word: str) -> str:
    """Return a spelling that a Russian name and all its usual Latin forms share: Щёголев, Shchegolev → segolev."""
    written = word.lower()
    for latin, one in _SOUNDS if written.isascii() else ():
        written = written.replace(latin, one)
    written = written.translate(_CYRILLIC)
    return _TWICE.sub(r"\1", _SOFT.sub(r"\1", written.translate(_LETTERS)).replace("io", "e"))


def without_latin_pupil(file: str, family: str, first: str, hidden: str) -> str:
    """Hide a pupil's family name (its stem) beside the first name or its first letter, in either order."""
    family, first = sound(family), sound(first)

    def is_pupil(one: str, other: str) -> bool:
        return _is_form(one, family) and (_is_form(other, first) or other == first[:1])

    return _hide(
        file, hidden, lambda one, other: is_pupil(sound(one), sound(other)) or is_pupil(sound(other), sound(one))
    )


def without_latin_names(file: str, hidden: str) -> str:
    """Hide a first name beside what may be a family name."""

    def are_name(one: str, other: str) -> bool:
        capitals = one[:1].isupper() and other[:1].isupper()
        return _is_first(one) and len(other) > 2 and (capitals or _FAMILY.search(other) is not None)

    return _hide(file, hidden, lambda one, other: are_name(one, other) or are_name(other, one))


def _hide(file: str, hidden: str, meant: Callable[[str, str], bool]) -> str:
    for first, last in reversed(list(_runs(file, meant))):
        file = file[:first] + hidden + file[last:]
    return file


def _runs(file: str, meant: Callable[[str, str], bool]) -> Iterator[tuple[int, int]]:
    """Give where neighbouring words are meant; a patronymic behind them belongs to them."""
    words = list(_WORD.finditer(file.rpartition(".")[0] or file))
    end = 0
    for place, (one, other) in enumerate(pairwise(words)):
        if one.start() >= end and meant(one[0], other[0]):
            third = words[place + 2] if place + 2 < len(words) else None
            last = third if third and re.search(r"(?:vich|vna|ichna)a?$", third[0], re.IGNORECASE) else other
            end = last.end()
            yield one.start(), end


def _is_form(word: str, stem: str) -> bool:
    return len(stem) > 1 and word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


def _is_first(word: str) -> bool:
    return len(word) > 2 and sound(word) in _first_names()


@cache
def _first_names() -> frozenset[str]:
    from wg_excel.domain.language.first_names import first_names

    return frozenset(sound(name) for name in first_names() if len(name) > 2)
