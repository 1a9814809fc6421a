"""The value of a closed list that somebody means: «Учитель математики» is a «Педагог» (`list_words.toml`)."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from wg_excel.domain.language.texts import fold, nearest


def meant(column: str, text: str, values: Sequence[str]) -> str:
    """Return the value of a list, by the column's English name, that a text is, means or is most like; else nothing."""
    wanted = fold(text)
    return (
        next((value for value in values if fold(value) == wanted), "")
        or next((value for value in _named(column, wanted) if value in values), "")
        or nearest(text, values)
    )


def _named(column: str, text: str) -> list[str]:
    words = text.split()
    return [
        value
        for value, beginnings in _known().get(column, {}).items()
        if any(text.startswith(one) or any(word.startswith(one) for word in words) for one in beginnings)
    ]


@cache
def _known() -> dict[str, dict[str, list[str]]]:
    known = tomllib.loads((files("wg_excel.domain.appeals") / "list_words.toml").read_text(encoding="utf-8"))
    return {
        column: {value: list(map(fold, beginnings)) for value, beginnings in values.items()}
        for column, values in known.items()
    }
