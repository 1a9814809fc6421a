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
LINE = 1.3125  # height of a line, as a multiple of the font size


def text_width(text: str, size: float) -> float:
    """Return the width of a line of text in points."""
    widths = _by_letter()
    return sum(widths.get(letter, WIDEST) for letter in text) * size / 100


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Return the lines that a text takes in a cell of a width in points; a line's own end ends it too."""
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, width, size)]


def height(text: str, width: float, size: float) -> float:
    """Return the height in points of a row that holds the text in one cell."""
    return round(len(wrapped(text, width, size)) * size * LINE, 2)


def at_positions(parts: tuple[tuple[float, str], ...], size: float) -> str:
    """Return one line where each text begins at its position in points, by blanks between the texts."""
    line = ""
    for position, text in parts:
        gap = position - text_width(line, size)
        line += " " * round(gap / text_width(" ", size)) + text
    return line


def _wrapped(paragraph: str, width: float, size: float) -> list[str]:
    blank = text_width(" ", size)
    lines, room = [[""]], width
    for word in paragraph.split(" "):
        needed = text_width(word, size)
        if needed > room and room < width:
            lines.append([])
            room = width
        lines[-1].append(word)
        # A word longer than a line is cut by the program; the lines it needs more are blank here.
        spare = int(needed // width)
        lines.extend([""] for _ in range(spare))
        room -= needed - spare * width + blank
    return [" ".join(part for part in line if part) for line in lines]


@cache
def _by_letter() -> dict[str, int]:
    return {letter: width for width, letters in WIDTHS.items() for letter in letters}
