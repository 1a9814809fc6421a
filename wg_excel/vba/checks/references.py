"""References in formulas lead to tables, columns and sheets that are there (ECMA-376 part 1, 18.17.2)."""

import re
from collections.abc import Collection, Iterator, Mapping

SHEET = re.compile(r"'((?:[^']|'')+)'!|(?<![\w.'\]#/!])([^\W\d][\w.]*)!")
# A table's name and its brackets: plain, or one level deeper; ' escapes the next character.
PLAIN = r"(?:'.|[^\[\]'])*"
STRUCTURED = re.compile(rf"([^\W\d][\w.]*)\[((?:\[{PLAIN}\]|'.|[^\[\]'])*)\]")
INNER = re.compile(rf"\[({PLAIN})\]")
ESCAPE = re.compile(r"'(.)")
AREAS = {"#all", "#data", "#headers", "#totals", "#this row"}


def reference_problems(formula: str, columns: Mapping[str, Collection[str]], sheets: Collection[str]) -> Iterator[str]:
    """Find references to missing tables, columns (by table) and sheets; all names are given in lower case."""
    for quoted, plain in SHEET.findall(formula):
        name = quoted.replace("''", "'") or plain
        if name.casefold() not in sheets:
            yield f"there is no sheet {name!r}"
    for table, content in STRUCTURED.findall(SHEET.sub("", formula)):
        if table.casefold() not in columns:
            yield f"there is no table {table!r}"
            continue
        for item in INNER.findall(content) if content.startswith("[") else filter(None, [content]):
            if item.casefold() not in AREAS and ESCAPE.sub(r"\1", item).casefold() not in columns[table.casefold()]:
                yield f"table {table!r} has no column {item!r}"
