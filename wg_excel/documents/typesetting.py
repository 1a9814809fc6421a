"""How much room a text takes in Times New Roman, for row heights and aligned signatures.

Spreadsheet programs fit the height of a row only on the screen of the user who typed the text; a generated row
gets its height from here. The advance widths are those of Times New Roman and of every metric-compatible font.
"""

from functools import cache

# Hundredths of the font size, rounded up; a letter that stands nowhere counts as a wide one.
WIDTHS = {
    20: "'|",
    25: " ,.·\N{NO-BREAK SPACE}",
    28: "/:;\\ijlt",
    34: "!()-I[]`fr•",
    41: 'Jsзг"',
    45: "?acezаесёэт“”",
    48: "ьяв^{}",
    50: "#$*0123456789_bdghknopquvxyорухкл«»–",
    52: "Зчбдъ",
    55: "ийнпц~",
    58: "FPSРБЬГ+<=>",
    65: "ELTZЕТЁмфЧ",
    69: "BCRВКСЯЭыЛДж",
    73: "ADGHKNOQUVXYwАИЙНОПХЦЪУ",
    80: "юшщ&mФ",
    90: "%ЫMМЖ",
    96: "@W№",
    103: "—…ШЩЮ",
}
WIDEST = 103
LINE = 1.32  # height of a line, as a multiple of the font size


def text_width(text: str, size: float) -> float:
    """Return the width of a line of text in points."""
    widths = _by_letter()
    return sum(widths.get(letter, WIDEST) for letter in text) * size / 100


def line_count(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a cell of a width in points."""
    return sum(_lines_of(paragraph, width, size) for paragraph in text.split("\n"))


def height(text: str, width: float, size: float) -> float:
    """Return the height in points of a row that holds the text in one cell."""
    return round(line_count(text, width, size) * size * LINE, 2)


def at_positions(parts: tuple[tuple[float, str], ...], size: float) -> str:
    """Return one line where each text begins at its position in points, by blanks between the texts."""
    line = ""
    for position, text in parts:
        gap = position - text_width(line, size)
        line += " " * round(gap / text_width(" ", size)) + text
    return line


def _lines_of(paragraph: str, width: float, size: float) -> int:
    lines, filled = 1, 0.0
    for word in paragraph.split(" "):
        needed = text_width(word, size)
        if filled and filled + needed > width:
            lines, filled = lines + 1, 0.0
        if needed > width:  # a word longer than the line is cut by the program
            lines += int(needed // width)
            needed %= width
        filled += needed + text_width(" ", size)
    return lines


@cache
def _by_letter() -> dict[str, int]:
    return {letter: width for width, letters in WIDTHS.items() for letter in letters}
