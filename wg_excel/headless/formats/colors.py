"""Colours of the file: direct, of the theme, or of the fixed palette."""

from __future__ import annotations

RGB = tuple[int, int, int]

# Office 2013's theme, for the rare workbook without one.
OFFICE_THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "5B9BD5", "ED7D31", "A5A5A5", "FFC000", "4472C4", "70AD47"]
# The colours that a number stands for (ECMA-376 part 1, 18.8.27), eight a line.
PALETTE = [
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "800000",
    "008000",
    "000080",
    "808000",
    "800080",
    "008080",
    "C0C0C0",
    "808080",
    "9999FF",
    "993366",
    "FFFFCC",
    "CCFFFF",
    "660066",
    "FF8080",
    "0066CC",
    "CCCCFF",
    "000080",
    "FF00FF",
    "FFFF00",
    "00FFFF",
    "800080",
    "800000",
    "008080",
    "0000FF",
    "00CCFF",
    "CCFFFF",
    "CCFFCC",
    "FFFF99",
    "99CCFF",
    "FF99CC",
    "CC99FF",
    "FFCC99",
    "3366FF",
    "33CCCC",
    "99CC00",
    "FFCC00",
    "FF9900",
    "FF6600",
    "666699",
    "969696",
    "003366",
    "339966",
    "003300",
    "333300",
    "993300",
    "993366",
    "333399",
    "333333",
    "000000",
    "FFFFFF",
]


def argb(rgb: RGB) -> str:
    """Write a colour as the file holds it."""
    return "FF{:02X}{:02X}{:02X}".format(*rgb)


def from_hex(text: str) -> RGB:
    """Read a colour as the file holds it, with or without its alpha."""
    text = text[-6:].rjust(6, "0")
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def tinted(rgb: RGB, tint: float) -> RGB:
    """Lighten or darken (ECMA-376 part 1, 18.8.19)."""
    import colorsys  # needed by theme colours only

    hue, light, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in rgb))
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    red, green, blue = colorsys.hls_to_rgb(hue, min(1, light), saturation)
    return round(red * 255), round(green * 255), round(blue * 255)
