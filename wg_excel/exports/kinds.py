"""The kinds of export and the words they go by, from the data file `kinds.toml` and a school's own additions."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from wg_excel.exports.cells import Cache
from wg_excel.exports.phrases import Phrase, fold, pattern, words
from wg_excel.exports.refusals import UnknownKind
from wg_excel.exports.spans import period_said
from wg_excel.exports.synonyms import Synonyms

LONGEST_HEADING = 90
ENOUGH = 0.5
ONLY_PLANNED = 0.9  # «Тема (план)» is less a topic than «Тема (факт)», and alone it is none
NEVER = re.compile(r"(?!)")
_DATE = re.compile(r"\b\d\d?\.\d\d(?:\.\d{2,4})?\b")  # «Состояло на 01.09» says of its column what «Состояло» does


@dataclass(frozen=True)
class Kind:
    """One kind of export: its columns and how to tell it.

    `columns` are what every kind may have (a teacher, a class), `own` what only this one has: for reports of
    counts the names of its figures. `needs` must all be there, at least `some` of `own`, one of `one_of`.
    `measures` are own columns that are no counts and do not add up, `percents` those that a cell may hold as a
    fraction; `lines` the keys above that tell the kind; `denied` what a column of this kind's own becomes by a word
    of `denials` in its heading («Тем не записано»); a word of `otherwise` makes it no column of ours, one of
    `planned` a worse one.
    """

    id: str
    title: str
    shape: str
    spellings: Mapping[str, tuple[str, ...]]
    own: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    some: int = 0
    one_of: tuple[str, ...] = ()
    measures: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()
    lines: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    again: Mapping[str, str] = field(default_factory=dict)
    derived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    denied: Mapping[str, str] = field(default_factory=dict)
    denials: re.Pattern[str] = NEVER
    otherwise: re.Pattern[str] = NEVER
    planned: re.Pattern[str] = NEVER
    mapped: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_of_teachers(self) -> bool:
        """Tell a report in which a name that nothing explains is a teacher's; in any other it may be a pupil's."""
        return self.shape in {"lessons", "journal"} or "teacher" in self.needs

    def heading(self, role: str) -> str:
        """Return the heading that messages show for a column."""
        spelled = self.spellings.get(role, (role,))[0]
        return spelled[:1].upper() + spelled[1:]

    def missing(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Return the columns that the kind still needs, as roles; none when it is satisfied."""
        have = set(roles)
        lacks = [role for role in self.needs if role not in have]
        if self.one_of and not have & set(self.one_of):
            lacks.append(self.one_of[0])
        if len(have & set(self.own)) < self.some and not lacks:
            lacks += [role for role in self.own if role not in have][: self.some]
        return tuple(lacks)

    @cached_property
    def role(self) -> Callable[[str], tuple[str, float]]:
        """What tells the column that a heading's folded text means and how well it fits; ("", 0) for an unknown one."""
        return Cache(lambda text: self._look_up(str(text))).__getitem__

    def _is_share(self, role: str, found: Sequence[str]) -> bool:
        """Tell «Темы, %»: a share must never be taken for the count of the same name."""
        return "%" in found and role in self.own and role not in self.measures

    def _meant(self, role: str, text: str, *, denies: bool) -> str:
        """Return the column that a phrase means in a heading, which may deny what the phrase says; "" for none."""
        if not self.denied or role not in self.own:
            return role
        if self.otherwise.search(text):
            return ""
        return role if denies or not self.denials.search(text) else self.denied.get(role, "")

    @cached_property
    def _index(self) -> dict[str, list[tuple[str, Phrase, bool]]]:
        """Phrases by their first letters: the column, the phrase, whether it denies by itself."""
        index: dict[str, list[tuple[str, Phrase, bool]]] = {}
        for role, many in self.spellings.items():
            for spelled in many:
                phrase, denies = Phrase.of(spelled), bool(self.denials.search(fold(spelled)))
                if phrase.words:
                    index.setdefault(phrase.words[0][:2], []).append((role, phrase, denies))
        return index

    def _look_up(self, text: str) -> tuple[str, float]:
        if text in self.mapped:
            return self.mapped[text], 2.0
        if not text or len(text) > LONGEST_HEADING:
            return "", 0.0
        undated = _DATE.sub(" ", text)
        found = words(" ".join(undated.split(period_said(text) or None))) or words(text)
        near = (one for start in dict.fromkeys(word[:2] for word in found) for one in self._index.get(start, ()))
        fits = (
            (self._meant(role, text, denies=denies), phrase.cover(found))
            for role, phrase, denies in near
            if not self._is_share(role, found)
        )
        role, cover = max((fit for fit in fits if fit[0]), key=lambda fit: fit[1], default=("", 0.0))
        cover *= ONLY_PLANNED if self.planned.search(text) else 1.0
        return (role, cover) if cover >= ENOUGH else ("", 0.0)


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All kinds, and the words and symbols of the data file; one is itself alone, so that readers of it can be kept."""

    kinds: Mapping[str, Kind]
    raw: Mapping[str, Any]

    def kind(self, name: str) -> Kind:
        """Return the kind of an id or a title; raise UnknownKind."""
        for kind in self.kinds.values():
            if name in {kind.id, kind.title}:
                return kind
        raise UnknownKind(name, tuple(self.kinds))

    def pattern(self, section: str, name: str) -> re.Pattern[str]:
        """Return what finds any phrase of a list of the data file in a folded text."""
        return self._pattern((section, name))

    @cached_property
    def _pattern(self) -> Callable[[tuple[str, str]], re.Pattern[str]]:
        return cache(lambda place: pattern(self.raw[place[0]][place[1]]))

    @cached_property
    def subjects(self) -> re.Pattern[str]:
        """What finds the names of school subjects in a folded text, the longest that begins at a place."""
        return pattern(sorted(self.raw["names"]["subjects"], key=len, reverse=True))

    def counts(self, heading: str) -> bool:
        """Tell whether a heading is a column of numbers or texts that some kind of report calls its own."""
        told = ((kind, kind.role(heading)[0]) for kind in self.kinds.values() if kind.shape in {"counts", "lessons"})
        return any(role in kind.own for kind, role in told)

    def symbols(self, section: str, name: str) -> frozenset[str]:
        """Return the signs of a list of the data file, folded."""
        return frozenset(map(fold, self.raw[section][name]))


def vocabulary(extra: Synonyms | None = None) -> Vocabulary:
    """Return the package's vocabulary with a school's additions; raise BadKindsFile for an unreadable file."""
    return _vocabulary(extra if extra and any(extra) else None)


@cache
def _vocabulary(extra: Synonyms | None) -> Vocabulary:
    raw = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))
    if extra and extra.file:
        from wg_excel.exports.kinds_file import read_kinds_file  # few schools have one

        raw = _joined(raw, read_kinds_file(extra.file, raw))
    mapped = extra.headings if extra else ()
    return Vocabulary({name: _kind(name, raw, mapped) for name in raw["kinds"]}, raw)


def _kind(name: str, raw: Mapping[str, Any], mapped: Sequence[tuple[str, str]]) -> Kind:
    said = raw["kinds"][name]
    own = said.get("own", {})
    also = said.get("also", {})
    common = {role: [*raw["columns"][role], *also.get(role, ())] for role in said.get("columns", ())}
    spellings = {role: tuple(spelled) for role, spelled in {**common, **own}.items()}
    return Kind(
        id=name,
        title=said["title"],
        shape=said["shape"],
        spellings=spellings,
        own=tuple(own),
        needs=tuple(said.get("needs", ())),
        some=said.get("some", 0),
        one_of=tuple(said.get("one_of", ())),
        measures=frozenset(said.get("measures", ())),
        percents=frozenset(said.get("percents", ())),
        lines=tuple(said.get("lines", ())),
        names=tuple(said.get("names", ())),
        again=said.get("again", {}),
        denied=said.get("denied", {}),
        denials=pattern(raw["headings"]["denials"]),
        otherwise=pattern(raw["headings"]["otherwise"]),
        planned=pattern(raw["headings"]["planned"]),
        derived={role: tuple(parts) for role, parts in said.get("derived", {}).items()},
        mapped=_mapped(spellings, mapped),
    )


def _mapped(spellings: dict[str, tuple[str, ...]], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    roles = {fold(spelled): role for role, many in reversed(spellings.items()) for spelled in many}
    return {fold(heading): roles[fold(known)] for heading, known in pairs if fold(known) in roles}


def _joined(ours: Any, theirs: Any) -> Any:  # noqa: ANN401 - a tree of TOML
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {key: _joined(ours.get(key), theirs.get(key)) for key in {**ours, **theirs}}
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*theirs, *ours]
    return ours if theirs is None else theirs
