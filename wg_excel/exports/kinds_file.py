"""A school's own file of kinds (TOML): read, checked against the package's, every fault told with its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wg_excel.exports.refusals import BadKindsFile

# What a kind may say of itself, and the form of it.
NAMES = [""]
FIELDS: Mapping[str, Any] = {
    "title": "",
    "shape": "",
    "columns": NAMES,
    "own": {"": NAMES},
    "needs": NAMES,
    "some": 0,
    "one_of": NAMES,
    "measures": NAMES,
    "percents": NAMES,
    "lines": NAMES,
    "names": NAMES,
    "again": {"": ""},
    "derived": {"": NAMES},
    "denied": {"": ""},
    "also": {"": NAMES},
}
FORMS = {
    str: "текст в кавычках",
    int: "целое число",
    list: "список в квадратных скобках",
    dict: "раздел со строками «имя = …»",
}
DOT = r"\s*\.\s*"
_PLACE = re.compile(r"at line (\d+)")
Path = tuple[str, ...]


def read_kinds_file(text: str, ours: Mapping[str, Any]) -> dict[str, Any]:
    """Return a school's file as a tree that may be joined to the package's; raise BadKindsFile with the line."""
    try:
        theirs = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place else len(text.splitlines())
        raise BadKindsFile("запись не по правилам TOML: проверьте кавычки, скобки и знак «=»", line) from None
    for path, why in _faults(theirs, ours):
        raise BadKindsFile(why, _line(text, path))
    return theirs


def _faults(theirs: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for section, said in theirs.items():
        if section not in ours:
            yield (section,), f"раздела «{section}» нет; есть: {', '.join(ours)}"
        elif not isinstance(said, dict):
            yield (section,), f"«{section}» — это {FORMS[dict]}"
        elif section == "kinds":
            yield from _faults_of_kinds(said, theirs, ours)
        else:
            forms = {name: ours[section].get(name, [""]) for name in said}
            yield from _misformed((section,), said, forms)


def _faults_of_kinds(
    kinds: Mapping[str, Any], theirs: Mapping[str, Any], ours: Mapping[str, Any]
) -> Iterator[tuple[Path, str]]:
    columns = {*ours["columns"], *theirs.get("columns", {})}
    for name, said in kinds.items():
        path = ("kinds", name)
        if not isinstance(said, dict):
            yield path, f"«{name}» — это {FORMS[dict]}"
            continue
        yield from _misformed(path, said, FIELDS)
        yield from _faults_of_kind(path, {**ours["kinds"].get(name, {}), **said}, columns, ours)


def _faults_of_kind(
    path: Path, kind: Mapping[str, Any], columns: set[str], ours: Mapping[str, Any]
) -> Iterator[tuple[Path, str]]:
    name = path[-1]
    shapes = sorted({known["shape"] for known in ours["kinds"].values()})
    for field in ("title", "shape"):
        if field not in kind:
            yield path, f"у вида «{name}» не указано «{field}»"
    if kind.get("shape") not in shapes:
        yield (*path, "shape"), f"у вида «{name}» неизвестная форма «{kind.get('shape')}»; есть: {', '.join(shapes)}"
    for column in kind.get("columns", ()):
        if column not in columns:
            yield (*path, "columns"), f"у вида «{name}» столбца «{column}» нет в разделе «columns»"
    own = {*kind.get("own", {}), *ours["kinds"].get(name, {}).get("own", {}), *kind.get("columns", ())}
    for field in ("needs", "one_of", "measures"):
        for column in kind.get(field, ()):
            if column not in own:
                yield (*path, field), f"у вида «{name}» столбца «{column}» нет ни в «columns», ни в «own»"


def _misformed(path: Path, said: Mapping[str, Any], forms: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Tell what has another form than it must; a form with the name "" holds for every name."""
    for name, value in said.items():
        here = (*path, name)
        form = forms.get(name, forms.get(""))
        if form is None:
            yield here, f"свойства «{name}» нет; есть: {', '.join(forms)}"
        elif not isinstance(value, type(form)):
            yield here, f"«{name}» — это {FORMS[type(form)]}"
        elif isinstance(form, dict):
            yield from _misformed(here, value, form)
        elif isinstance(form, list) and form and not all(isinstance(one, type(form[0])) for one in value):
            yield here, f"в списке «{name}» каждое значение — {FORMS[type(form[0])]}"


def _line(text: str, path: Path) -> int:
    """Return the line where a path is written, by its last name below the heading of its section; 0 when nowhere."""
    lines = text.splitlines()
    for depth in range(len(path), -1, -1):
        start = _heading(lines, path[:depth])
        if start < len(lines):
            key = re.compile(rf"\s*{_key(path[depth])}\s*[=.]") if depth < len(path) else re.compile("")
            found = (place for place in range(start, len(lines)) if key.match(lines[place]))
            return next(found, start if depth else -1) + 1
    return 0


def _heading(lines: Sequence[str], path: Path) -> int:
    """Return the place of a section's heading, the first line for the top; the number of lines when nowhere."""
    heading = re.compile(rf"\s*\[\s*{DOT.join(map(_key, path))}\s*\]") if path else re.compile("")
    return next((place for place, line in enumerate(lines) if heading.match(line)), len(lines))


def _key(name: str) -> str:
    return rf"[\"']?{re.escape(name)}[\"']?"
