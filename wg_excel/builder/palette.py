"""The colours of the workbook: one restrained scale, one accent, and three states that differ in sign too."""

from typing import NamedTuple

INK = "#22303C"  # text
MUTED = "#5F6D77"  # notes
DEEP = "#2F4858"  # titles, headings of required columns
SOFT = "#DCE5EA"  # other headings
BAND = "#F3F6F8"  # quiet ground
RULE = "#D3DCE2"  # lines
ACCENT = "#1C6E8C"  # links, first series of charts
PAPER = "#FFFFFF"
SERIES = (ACCENT, "#8FB8C9", "#C08A3E", "#7A8791", "#4F6D7A", "#B9C4CB")  # charts, in this order


class State(NamedTuple):
    """How a state is shown; the sign tells it without colour."""

    sign: str
    text: str
    fill: str


# Blue-green, amber and vermilion stay apart for every kind of colour blindness (after Okabe and Ito).
GOOD = State("●", "#00604A", "#DDEFE9")
WARNING = State("▲", "#7A5200", "#FBEFD5")
BAD = State("■", "#9A3412", "#F9E1D7")
