"""Text with delimiters: the encoding by its letters, the delimiter by the columns that it makes."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from wg_excel.exports.grid import MOST_COLUMNS, MOST_ROWS, Grid
from wg_excel.exports.refusals import Damaged, NothingInside, TooBig

_SAMPLE = 200_000
_DELIMITERS = ";\t,|"
_LONGEST_LINE = 1_000_000  # characters: no row of a table is so long
_NAMED = re.compile(r"\s*sep=(\S|\t)[^\S\n]*(?:\n|$)", re.IGNORECASE)
_LINE = re.compile(rf"[^\r\n]{{0,{_LONGEST_LINE}}}+(?:\r\n|\r|\n)|[^\r\n]{{1,{_LONGEST_LINE + 1}}}+")
_COMMON = frozenset("оеаинтсрвлкмдпуя")
_RARE_CODES = ("cp1251", "cp866", "koi8-r", "mac-cyrillic")


def read(data: bytes) -> Iterator[Grid]:
    """Give the one grid of a text; raise Damaged for bytes that are no text."""
    text = decoded(data)
    if not text.strip():
        raise NothingInside
    if _is_binary(text[:_SAMPLE]):
        raise Damaged
    if named := _NAMED.match(text):
        text = text[named.end() :]
    sign = named[1] if named else delimiter(text)
    width = _width(text, sign)
    yield Grid("", (row + [""] * (width - len(row)) for row in _rows(text, sign)))


def _width(text: str, sign: str) -> int:
    """Return the width of the widest row; raise Damaged or TooBig for what is no table of any program."""
    width = 0
    try:
        for many, row in enumerate(_rows(text, sign)):
            width = max(width, len(row))
            if width > MOST_COLUMNS:
                raise Damaged
            if many > MOST_ROWS:
                raise TooBig
    except csv.Error:  # a cell longer than csv allows (128 KiB) is a quote that nobody closed
        raise Damaged from None
    return width


def _rows(text: str, sign: str) -> Iterator[list[str]]:
    """Give the rows one by one: a long list never stands in memory as a whole."""
    return csv.reader(_lines(text), delimiter=sign)


def _lines(text: str) -> Iterator[str]:
    for line in _LINE.finditer(text):
        if line.end() - line.start() > _LONGEST_LINE:
            raise Damaged
        yield line[0]


def decoded(data: bytes, declared: str = "") -> str:
    """Return the text of bytes: by the byte order mark, UTF-16 by its zeros, UTF-8 where it holds, else by letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace")
    if wide := _wide(data[:2000]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        code = declared if declared and _holds(data, declared) else _by_letters(data[:_SAMPLE])
        return data.decode(code, "replace")


def _wide(sample: bytes) -> str:
    """Tell UTF-16 without a mark: every second byte is that of the Latin or the Cyrillic page."""
    for code, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if high and (high.count(0) + high.count(4)) * 10 > len(high) * 9:
            return code
    return ""


def _holds(data: bytes, code: str) -> bool:
    try:
        data.decode(code)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _by_letters(sample: bytes) -> str:
    return max(_RARE_CODES, key=lambda code: _russian(sample.decode(code, "replace")))


def _russian(text: str) -> int:
    counts = Counter(text)
    usual = sum(counts[letter] for letter in _COMMON) + sum(counts[letter.upper()] for letter in _COMMON) // 4
    odd = sum(many for sign, many in counts.items() if "\u2500" <= sign <= "\u25ff" or sign == "\ufffd")
    return usual - 3 * odd


def delimiter(text: str) -> str:
    """Return the delimiter that gives the most cells in rows of one and the same width."""
    sample = text[:_SAMPLE]

    def regular(sign: str) -> int:
        try:
            rows = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row]
        except csv.Error:
            return 0
        width, many = max(Counter(rows).items(), key=lambda pair: pair[1] * (pair[0] - 1), default=(1, 0))
        return (width - 1) * many

    return max(_DELIMITERS, key=regular)


def _is_binary(text: str) -> bool:
    odd = sum(1 for sign in text if (sign < " " and sign not in "\t\r\n\f\x1a") or sign == "\ufffd")
    return odd > len(text) // 100 + 2
