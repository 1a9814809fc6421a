"""Who of a list is who of the sheet: namesakes, initials, ё and е, names in another order, another family name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wg_excel.domain.columns import shown_value
from wg_excel.domain.index import Index
from wg_excel.domain.language.names import PersonName, fold, folded_name, parse_name
from wg_excel.domain.language.texts import capitalised, is_fio
from wg_excel.domain.schema import Record
from wg_excel.domain.staff.staff import Person

TELLING = ("email", "phone", "subjects", "classes", "homeroom", "post")  # what tells namesakes apart

Pair = tuple[Person, Person]


@dataclass
class Matched:
    """The rows of the sheet with the listed people whom they mean, those who have no row, and whom nobody can tell.

    `doubtful` are rows that an unclear person may mean: such a row neither changes nor counts as gone.
    """

    pairs: list[Pair] = field(default_factory=list)
    strangers: list[Person] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    doubtful: list[Person] = field(default_factory=list)

    def unknown(self, rows: Iterable[Person]) -> list[Person]:
        """Return the rows of which the list does not speak."""
        told = {id(row) for row in (*(known for known, _ in self.pairs), *self.doubtful)}
        return [row for row in rows if id(row) not in told]


def match(present: Sequence[Person], standing: Sequence[Person], listed: Sequence[Person]) -> Matched:
    """Match the listed people to the `standing` rows; all rows `present` tell who is meant."""
    found = Matched()
    names = _Names(present)
    rows_of = grouped(standing)
    for people in grouped(one for one in listed if one.fio).values():
        different = list({_values(one): one for one in people}.values())
        known = names.of(different[0].fio)
        rows = [row for name in known for row in rows_of.get(fold(in_order(name)), ())]
        if len(known) > 1:
            found.unclear.append(
                f"«{different[0].fio}» подходит нескольким: {', '.join(known)}. Впишите имя полностью."
            )
            found.doubtful += rows
        elif not rows and len(different) == 1:
            _welcome(found, different[0])
        else:
            _tell_apart(found, rows, different)
    return found


def likely_renamed(strangers: Iterable[Person], gone: Iterable[Person]) -> list[Pair]:
    """Return who may have changed the family name: the same first name and patronymic, on both sides only once."""
    old, new = _by_given_name(gone), _by_given_name(strangers)
    return [(old[given][0], new[given][0]) for given in new if len(new[given]) == len(old.get(given, ())) == 1]


def grouped(people: Iterable[Person]) -> dict[str, list[Person]]:
    """Return people by their folded name."""
    groups: defaultdict[str, list[Person]] = defaultdict(list)
    for one in people:
        groups[fold(in_order(one.fio))].append(one)
    return groups


def in_order(fio: str) -> str:
    """Return a name as the sheets write it: the family name first, no word in capitals only."""
    name = parse_name(fio) or PersonName(fio)
    text = " ".join(part for part in (name.family, name.first, name.patronymic) if part)
    return capitalised(text.lower()) if text.isupper() or text.islower() else text


def same(old: object, new: object) -> bool:
    """Tell whether two cells say the same: in other letters, or the parts of a list in another order."""
    return old == new or _parts(old) == _parts(new)


class _Names:
    """The names of the sheet, found by any spelling, by initials and by the names that people had before."""

    def __init__(self, present: Sequence[Person]) -> None:
        records: dict[type[Record], tuple[Record, ...]] = {type(one): tuple(present) for one in present[:1]}
        self._index, self._table = Index(records), present[0].table.name if present else ""
        aliases = ((alias, one.fio) for one in present for alias in getattr(one, "export_name", "").split(";"))
        self._aliases = {fold(alias): fio for alias, fio in aliases if fold(alias)}

    def of(self, fio: str) -> tuple[str, ...]:
        """Return the names that a listed one may mean."""
        found = self._index.candidates(self._table, in_order(fio)) if self._table else ()
        alias = self._aliases.get(fold(fio))
        return found or ((alias,) if alias else ())


def _welcome(found: Matched, one: Person) -> None:
    """Take a new person whose name is one: «Вакансия» or «Итого: 45» is nobody."""
    name = in_order(one.fio)
    if not is_fio(name):
        found.unclear.append(f"«{one.fio}» (строка списка {one.row}): это не похоже на фамилию, имя и отчество.")
    else:
        found.strangers.append(one)


def _tell_apart(found: Matched, rows: Sequence[Person], people: Sequence[Person]) -> None:
    """Pair the rows and the listed people of one name: the only ones, else those whose other cells agree."""
    if len(rows) == len(people) == 1:
        found.pairs.append((rows[0], people[0]))
        return
    left = list(rows)
    for one in people:
        fits = [row for row in left if _agrees(row, one)]
        if len(fits) == 1:
            found.pairs.append((fits[0], one))
            left.remove(fits[0])
        else:
            found.unclear.append(
                f"«{one.fio}» (строка списка {one.row}): людей с таким именем несколько, и по списку не видно, "
                "о ком речь. Впишите эту строку сами."
            )
            found.doubtful += left


def _agrees(row: Person, one: Person) -> bool:
    told = ((getattr(row, name, ""), getattr(one, name, "")) for name in TELLING)
    return any(same(old, new) for old, new in told if old and new)


def _values(one: Person) -> tuple[object, ...]:
    return tuple(getattr(one, column.name) for column in one.table.columns)


def _by_given_name(people: Iterable[Person]) -> Mapping[tuple[str, str], list[Person]]:
    groups: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    for one in people:
        name = folded_name(one.fio)
        if name and name.patronymic and not name.is_short:
            groups[name.first, name.patronymic].append(one)
    return groups


def _parts(value: object) -> list[str]:
    return sorted(fold(part).strip() for part in shown_value(value).replace(";", ",").split(","))
