"""Colours as readers see them: those of a theme resolved, and how much two of them stand apart."""

import colorsys
from typing import NamedTuple

from lxml import etree

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SYSTEM = {"64": "000000", "65": "FFFFFF", "8": "000000", "9": "FFFFFF", "81": "000000"}
THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)  # cells count light 1 first, the theme dark 1


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3), each six hexadecimal digits."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue


class Theme(NamedTuple):
    """The colours that a workbook names by number."""

    colours: tuple[str, ...]

    @classmethod
    def read(cls, part: bytes) -> "Theme":
        scheme = next(etree.fromstring(part).iter(f"{DRAWING}clrScheme"))
        return cls(tuple(str(each[0].get("lastClr") or each[0].get("val")) for each in scheme))

    def colour(self, element: etree._Element | None, otherwise: str) -> str:
        """Return the colour of an element such as `<color theme="1" tint="0.4"/>`."""
        if element is None:
            return otherwise
        if rgb := element.get("rgb"):
            return rgb[-6:]
        if indexed := element.get("indexed"):
            return SYSTEM[indexed]
        if (number := element.get("theme")) is None:
            return otherwise
        return tinted(self.colours[THEME_ORDER[int(number)]], float(element.get("tint") or 0))


def tinted(colour: str, tint: float) -> str:
    hue, light, saturation = colorsys.rgb_to_hls(*parts(colour))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
