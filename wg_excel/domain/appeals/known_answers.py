"""What helped before: the solved appeals most like a question (B 5.2, 6.4).

Words are compared without their endings (Snowball's Russian stemmer), the rare ones weigh more; typing errors are
bridged by rapidfuzz; the same theme and the same category of users speak for likeness, they do not make it.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from math import log, sqrt
from typing import Any, NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.language.texts import fold

SHOWN = 3
ALIKE = 0.28  # less is chance: one common word such as «журнал» and no theme in common
SAME_THEME, SAME_CATEGORY = 0.15, 0.03
TYPED_ALIKE = 82  # rapidfuzz's ratio of two words of which one may hold a typing error
SHORTEST = 5  # letters: shorter words differ by one letter and mean something else
_WORD = re.compile(r"[^\W_]+")
# Words of any request: they tell nothing about what it is about.
_EMPTY_WORDS = """
в во на с со к ко о об от до из за для по при у и или а но не ни как что где когда чтобы это этот эта эти тот та то
он она они мы вы я их его ее бы ли же уже еще только очень нет есть быть был была были просит просят нужно надо можно
нельзя помочь помогите подскажите пожалуйста здравствуйте вопрос проблема сделать после перед если там тут здесь вот
все всех чем который которая которые свой своя свои мой моя мои наш один раз так тоже почему
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


class KnownAnswer(NamedTuple):
    """A solved appeal with what was done, and how alike it is: from 0 to 1 and a little more."""

    appeal: Appeal
    likeness: float


class KnownAnswers:
    """The solved appeals with their measures, ready to be searched."""

    def __init__(self, appeals: Iterable[Appeal]) -> None:
        self._appeals = [one for one in appeals if one.status == "Решено" and one.measures and one.essence]

    def similar(self, essence: str, theme: str = "", category: str = "", most: int = SHOWN) -> tuple[KnownAnswer, ...]:
        """Return the solved appeals most like a question, the most alike first; none where none is."""
        wanted = self._weighed(self._known_words(stems(essence)))
        found: dict[str, KnownAnswer] = {}
        for appeal, words in self._having(wanted):
            likeness = _cosine(wanted, words)
            likeness += SAME_THEME * (appeal.theme == theme) + SAME_CATEGORY * (appeal.category == category)
            if likeness >= ALIKE:
                answer, told = KnownAnswer(appeal, likeness), fold(appeal.essence)
                found[told] = max(found.get(told, answer), answer, key=_order)
        return tuple(sorted(found.values(), key=_order, reverse=True)[:most])

    @cached_property
    def _words(self) -> list[tuple[str, ...]]:
        texts: dict[str, tuple[str, ...]] = {}
        for appeal in self._appeals:
            if appeal.essence not in texts:
                texts[appeal.essence] = stems(appeal.essence)
        return [texts[appeal.essence] for appeal in self._appeals]

    @cached_property
    def _rarity(self) -> Counter[str]:
        return Counter(word for words in self._words for word in set(words))

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, words in enumerate(self._words):
            for word in set(words):
                places.setdefault(word, []).append(place)
        return places

    def _having(self, wanted: Iterable[str]) -> Iterator[tuple[Appeal, dict[str, float]]]:
        """Yield the appeals that share a word with the question, with their words' weights."""
        for place in sorted({place for word in wanted for place in self._places.get(word, ())}):
            yield self._appeals[place], self._weighed(self._words[place])

    def _weighed(self, words: Iterable[str]) -> dict[str, float]:
        return {word: log(1 + (len(self._appeals) + 1) / (1 + self._rarity[word])) for word in words}

    def _known_words(self, words: Sequence[str]) -> list[str]:
        """Return the words, those that nobody wrote before as the known word that they may be a slip of."""
        return [word if word in self._rarity else self._meant(word) or word for word in words]

    def _meant(self, word: str) -> str:
        from rapidfuzz import fuzz, process

        if len(word) < SHORTEST:
            return ""
        best = process.extractOne(word, self._rarity.keys(), scorer=fuzz.ratio, score_cutoff=TYPED_ALIKE)
        return best[0] if best else ""


def stems(text: str) -> tuple[str, ...]:
    """Return the telling words of a text without their endings, each once, in their order."""
    return tuple(dict.fromkeys(_stem(word) for word in _WORD.findall(fold(text)) if word not in _EMPTY))


@cache
def _stem(word: str) -> str:
    if word.isascii():  # a number or a foreign word has no Russian ending
        return word
    return _stemmer().stemWord(word)  # type: ignore[no-any-return]  # the library ships no types


@cache
def _stemmer() -> Any:  # noqa: ANN401 - as above
    from snowballstemmer import stemmer  # type: ignore[import-untyped]  # as above

    return stemmer("russian")


def _order(answer: KnownAnswer) -> tuple[float, dt.date]:
    """Return what answers are ordered by: the most alike, of equal ones the latest."""
    return round(answer.likeness, 3), answer.appeal.date or dt.date.min


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of the angle between two texts: 1 for the same words, 0 for none in common."""
    shared = sum(weight * other[word] for word, weight in one.items() if word in other)
    size = sqrt(sum(weight**2 for weight in one.values()) * sum(weight**2 for weight in other.values()))
    return shared / size if size else 0.0
