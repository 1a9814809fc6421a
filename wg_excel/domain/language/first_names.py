"""First names that people of a Russian school bear, in every case: «Лев», «Льва», «Насте»."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from wg_excel.domain.language.names import fold

# Stems that lose a vowel or change it.
_OBLIQUE = {"лев": "льв", "павел": "павл", "петр": "петр"}
# What follows the stem in the other cases, by the ending of the first.
_ENDINGS = {
    "ия": ("ии", "ию", "ией"),
    "ий": ("ия", "ию", "ием", "ии"),
    "а": ("ы", "и", "е", "у", "ой", "ою", "ей"),
    "я": ("и", "е", "ю", "ей"),
    "й": ("я", "ю", "ем", "е"),
    "ь": ("я", "ю", "ем", "е", "и", "ью"),
}
_VOWELS = "аеиоуыэюяйь"
_AFTER_CONSONANT = ("а", "у", "ом", "ем", "е")


def is_first_name(word: str) -> bool:
    """Tell whether a word is a first name in any case."""
    return fold(word) in _forms()


def is_in_nominative(word: str) -> bool:
    """Tell whether a first name may stand in the nominative case: «Слава», not «Славы»."""
    return fold(word) in _names()


def begins_as_first_name(word: str) -> bool:
    """Tell whether a word is a first name or made of one, as family names are: «Иванова», «Максимчук»."""
    return is_first_name(word) or fold(word).startswith(_beginnings())


def first_names() -> frozenset[str]:
    """Return all first names in all their cases, folded."""
    return _forms()


@cache
def _names() -> frozenset[str]:
    listed = files("wg_excel.domain.language").joinpath("first_names.txt").read_text(encoding="utf-8")
    return frozenset(map(fold, listed.split()))


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for name in _names() for form in _declined(name))


@cache
def _beginnings() -> tuple[str, ...]:
    stems = {name.rstrip(_VOWELS) for name in _names()}
    made = (stem + suffix for stem in stems if len(stem) > 2 for suffix in ("ов", "ев", "ин"))
    return (*made, *(stem for stem in stems if len(stem) > 4))


def _declined(name: str) -> Iterator[str]:
    yield name
    ending = next((each for each in _ENDINGS if name.endswith(each)), "")
    if ending:
        yield from (name.removesuffix(ending) + other for other in _ENDINGS[ending])
    elif name[-1] not in _VOWELS:
        yield from (_OBLIQUE.get(name, name) + other for other in _AFTER_CONSONANT)
