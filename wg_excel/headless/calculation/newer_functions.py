"""Functions newer than the file format: the file stores them under a prefix which Excel never shows."""

from __future__ import annotations

import re

# Functions that the file stores under a prefix which Excel never shows (MS-XLSX 2.3.3).
_NEWER = frozenset(
    [
        "CONCAT",
        "TEXTJOIN",
        "IFS",
        "SWITCH",
        "MAXIFS",
        "MINIFS",
        "XLOOKUP",
        "XMATCH",
        "LET",
        "LAMBDA",
        "SEQUENCE",
        "RANDARRAY",
        "UNIQUE",
        "SORTBY",
        "TEXTSPLIT",
        "TEXTBEFORE",
        "TEXTAFTER",
        "VSTACK",
        "HSTACK",
        "TOROW",
        "TOCOL",
        "TAKE",
        "DROP",
        "CHOOSECOLS",
        "CHOOSEROWS",
        "EXPAND",
        "WRAPROWS",
        "WRAPCOLS",
        "NUMBERVALUE",
        "DAYS",
        "ISOWEEKNUM",
        "IFNA",
        "XOR",
        "UNICHAR",
        "UNICODE",
        "FORMULATEXT",
        "ISFORMULA",
        "SHEET",
        "SHEETS",
        "STDEV.S",
        "STDEV.P",
        "VAR.S",
        "VAR.P",
        "MODE.SNGL",
        "MODE.MULT",
        "RANK.EQ",
        "RANK.AVG",
        "PERCENTILE.INC",
        "PERCENTILE.EXC",
        "QUARTILE.INC",
        "QUARTILE.EXC",
        "ARRAYTOTEXT",
        "VALUETOTEXT",
    ]
)
_CALL = re.compile(r"(?<![\w.])([A-Z][A-Z0-9.]*)\(")


def shown(formula: str) -> str:
    """Return a stored formula as Excel shows it."""
    return formula.replace("_xlfn._xlws.", "").replace("_xlfn.", "").replace("_xlpm.", "")


def stored(formula: str) -> str:
    """Return a formula as typed in the form that the file stores."""
    pieces = re.split(r'("(?:[^"]|"")*")', formula)
    pieces[::2] = [_CALL.sub(_prefixed, piece) for piece in pieces[::2]]
    return "".join(pieces)


def _prefixed(match: re.Match[str]) -> str:
    return f"_xlfn.{match[1]}(" if match[1] in _NEWER else match[0]
