"""Number formats: those that every program knows by number, and which of all show dates."""

from __future__ import annotations

import re

# Formats that every program knows by number (ECMA-376 part 1, 18.8.30), as Excel shows them.
BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
BUILTIN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTER = re.compile(r"[dmyhsгчдмс]", re.IGNORECASE)
DATE, DATE_TIME, TIME, DURATION = 14, 22, 21, 46


def is_date_format(code: str) -> bool:
    """Tell whether a number format shows dates or times."""
    if code.lower() in {"general", "@"}:
        return False
    return bool(_DATE_LETTER.search(_LITERAL.sub("", code.split(";", maxsplit=1)[0])))
