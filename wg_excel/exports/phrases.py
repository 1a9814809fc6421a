"""Phrases of the data file: how a few words stand for all their spellings."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

REMEMBERED = 20_000
LATIN = str.maketrans("abcehkmoptxyі", "авсенкмортхуi")
_CYRILLIC = re.compile("[а-яё]")
_WORDS = re.compile(r"[0-9a-zа-я]+(?:/[0-9a-zа-я]+)*|%|№")
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "по в на за и с к о об от из для г шт чел ед т ч том числе них число количество кол во "
        "движение сведения период",
    )
)


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Return the text in small letters, blanks folded, «е» for «ё», Latin look-alikes as Cyrillic."""
    text = " ".join(text.split()).lower().replace("ё", "е")
    return text.translate(LATIN) if _CYRILLIC.search(text) else text


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the words of a folded text; «д/з» and «н/а» are one word, «%» and «№» are words."""
    return tuple(_WORDS.findall(text))


class Phrase(NamedTuple):
    """The words of a phrase; one that ends with `*` stands for any ending."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Phrase":
        """Read a phrase without brackets, as headings have it."""
        return cls(tuple(_starred(text)))

    def cover(self, found: tuple[str, ...]) -> float:
        """Return how much of a heading's words the phrase explains, 0 when it does not stand there.

        1 is the whole heading; words such as «по» that the phrase has not are not counted.
        """
        position = first = -1
        for word in self.words:
            position = _find(word, found, position + 1)
            if position < 0:
                return 0.0
            first = position if first < 0 else first
        spare = sum(1 for word in found if word not in _FILLERS or word in self.words)
        # Of two that explain as much, the lower of two headings above one another tells more, then the first word.
        early, late = 0.001 * (first == 0), 0.002 * (position == len(found) - 1)
        return min(1.0, len(self.words) / max(spare, len(self.words))) + early + late


def _starred(text: str) -> Iterable[str]:
    for part in fold(text).split():
        stem = part.rstrip("*")
        found = words(stem)
        yield from found[:-1]
        if found:
            yield found[-1] + ("*" if part.endswith("*") else "")


def _find(word: str, found: tuple[str, ...], start: int) -> int:
    stem = word.rstrip("*")
    for place in range(start, len(found)):
        if found[place] == word or (stem != word and found[place].startswith(stem)):
            return place
    return -1


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds any of the phrases in a folded text: `*` any ending, brackets the endings that are meant."""
    return re.compile("|".join(r"(?<!\w)" + r"\W+".join(map(_word, _split(phrase))) for phrase in phrases) or r"(?!)")


def _split(phrase: str) -> list[str]:
    return re.findall(r"[^\s\[]+(?:\[[^\]]*\])?", fold(phrase))


def _word(word: str) -> str:
    stem, bracket, endings = word.partition("[")
    if bracket:
        return re.escape(stem) + "(?:" + "|".join(end.strip("_") for end in endings.rstrip("]").split()) + r")(?!\w)"
    if word.endswith("*"):
        return re.escape(word[:-1]) + r"\w*"
    return re.escape(word) + r"(?!\w)"
