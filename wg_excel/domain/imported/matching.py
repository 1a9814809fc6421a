"""Match the names of an export to «Педагоги»: nothing is guessed silently (2-eljur-exports 2.4)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wg_excel.domain.language.names import PersonName, fold, folded_name
from wg_excel.domain.staff.teachers import Teacher

# A spelling is a likely slip of one name when it is at least so near (percent) and the next name so much farther.
NEAR, LEAD = 85.0, 8.0
PROPOSED = 70.0
MOST_PROPOSALS = 3


class MatchKind(StrEnum):
    """How a spelling was matched; the value says so to the user."""

    EXACT = "имя совпало"
    INITIALS = "имя сокращено"
    ALIAS = "указано в «Имя в ЭлЖур»"
    SLIP = "похоже, но не точно"
    AMBIGUOUS = "подходит нескольким"
    UNKNOWN = "нет в «Педагогах»"


@dataclass(frozen=True)
class Match:
    """What a spelling stands for; `teacher` is None until it is certain, then `proposals` are whom it may mean."""

    spelling: str
    kind: MatchKind
    teacher: Teacher | None = None
    proposals: tuple[Teacher, ...] = ()


class Roster:
    """The teachers of the school, looked up by any spelling of a name."""

    def __init__(self, teachers: Iterable[Teacher]) -> None:
        self.teachers = tuple(teacher for teacher in teachers if fold(teacher.fio))
        self._known: dict[str, Match] = {}
        self._alias: defaultdict[str, list[Teacher]] = defaultdict(list)
        self._words: defaultdict[str, list[Teacher]] = defaultdict(list)
        self._family: defaultdict[str, list[tuple[PersonName, Teacher]]] = defaultdict(list)
        for teacher in self.teachers:
            self._add(teacher)

    def match(self, spelling: str) -> Match:
        """Return what a spelling stands for."""
        if spelling not in self._known:
            self._known[spelling] = self._match(spelling)
        return self._known[spelling]

    def _add(self, teacher: Teacher) -> None:
        for alias in filter(None, map(fold, teacher.export_name.split(";"))):
            self._alias[alias].append(teacher)
        self._words[_any_order(teacher.fio)].append(teacher)
        if name := folded_name(teacher.fio):
            self._family[name.family].append((name, teacher))

    def _match(self, spelling: str) -> Match:
        alias, exact = self._alias.get(fold(spelling), []), self._words.get(_any_order(spelling), [])
        if alias:
            # Of namesakes the one is meant whom the user told; of two different names neither.
            return _decided(spelling, MatchKind.ALIAS, alias if all(map(exact.__contains__, alias)) else alias + exact)
        if exact:
            return _decided(spelling, MatchKind.EXACT, exact)
        if shortened := self._shortened(spelling):
            return _decided(spelling, MatchKind.INITIALS, shortened)
        return self._doubtful(spelling)

    def _shortened(self, spelling: str) -> list[Teacher]:
        return [
            teacher
            for reading in _readings(spelling)
            for name, teacher in self._family.get(reading.family, ())
            if _stands_for(reading, name)
        ]

    def _doubtful(self, spelling: str) -> Match:
        near = self._nearest(spelling)
        proposals = tuple(teacher for _, teacher in near[:MOST_PROPOSALS])
        if _is_slip([score for score, _ in near]):
            return Match(spelling, MatchKind.SLIP, None, proposals[:1])
        return Match(spelling, MatchKind.UNKNOWN, None, proposals)

    def _nearest(self, spelling: str) -> list[tuple[float, Teacher]]:
        from rapidfuzz import fuzz

        forms = _readings(spelling)
        scored = [
            (max((fuzz.ratio(_like(name, form), _like(form, form)) for form in forms), default=0.0), teacher)
            for names in self._family.values()
            for name, teacher in names
        ]
        return sorted((pair for pair in scored if pair[0] >= PROPOSED), key=lambda pair: -pair[0])


def _is_slip(scores: list[float]) -> bool:
    """Tell whether the first score, the best, is near and far ahead of the second."""
    return bool(scores) and scores[0] >= NEAR and scores[0] - (scores[1:] or [0.0])[0] >= LEAD


def _decided(spelling: str, kind: MatchKind, found: Iterable[Teacher]) -> Match:
    different = tuple(dict.fromkeys(found))
    if len(different) == 1:
        return Match(spelling, kind, different[0])
    return Match(spelling, MatchKind.AMBIGUOUS, None, different)


def _any_order(text: str) -> str:
    """Return the words of a name in the order of the alphabet, those of a double name apart: «Ен-Сук», «Ен Сук»."""
    return " ".join(sorted(fold(text).replace("-", " ").split()))


def _readings(spelling: str) -> list[PersonName]:
    """Return the ways to read a name: two full words may stand in either order."""
    name = folded_name(spelling)
    if name is None:
        return []
    swapped = bool(name.first) and not name.is_short and not name.patronymic
    return [name, PersonName(name.first, name.family)] if swapped else [name]


def _stands_for(reading: PersonName, name: PersonName) -> bool:
    """Tell whether a shortened name can be a full one; a bare family name is too little."""
    if not reading.first:
        return False
    return _part_fits(reading.first, name.first) and (
        not reading.patronymic or _part_fits(reading.patronymic, name.patronymic)
    )


def _part_fits(short: str, full: str) -> bool:
    if not short.endswith("."):
        return full == short
    return all(map(_begins, full.split("-"), short.split("-"))) if full else False


def _begins(word: str, initial: str) -> bool:
    return word.startswith(initial.removesuffix("."))


def _like(name: PersonName, form: PersonName) -> str:
    """Write a name as short as another one is written."""
    parts = [name.family]
    if form.first:
        parts.append(name.first[:1] if form.is_short else name.first)
    if form.patronymic:
        parts.append(name.patronymic[:1] if form.patronymic.endswith(".") else name.patronymic)
    return " ".join(parts)
