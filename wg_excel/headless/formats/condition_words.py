"""Words of conditional formats: xlwings' and the file's (ECMA-376 part 1, 18.18)."""

from __future__ import annotations

OPERATORS = {
    "between": "between", "notBetween": "not_between", "equal": "equal_to", "notEqual": "not_equal_to",
    "greaterThan": "greater_than", "lessThan": "less_than", "greaterThanOrEqual": "greater_than_or_equal",
    "lessThanOrEqual": "less_than_or_equal",
}  # fmt: skip
STORED_OPERATORS = {name: stored for stored, name in OPERATORS.items()}
CRITERIA = {
    "min": "lowest_value", "max": "highest_value", "num": "number", "percent": "percent",
    "percentile": "percentile", "formula": "formula", "autoMin": "automatic", "autoMax": "automatic",
}  # fmt: skip
STORED_CRITERIA = {"lowest_value": "min", "highest_value": "max", "number": "num"}
ICONS = {
    "3_arrows": "3Arrows", "3_arrows_gray": "3ArrowsGray", "3_flags": "3Flags",
    "3_traffic_lights_1": "3TrafficLights1", "3_traffic_lights_2": "3TrafficLights2", "3_signs": "3Signs",
    "3_symbols": "3Symbols", "3_symbols_2": "3Symbols2", "4_arrows": "4Arrows", "4_arrows_gray": "4ArrowsGray",
    "4_red_to_black": "4RedToBlack", "4_rating": "4Rating", "4_traffic_lights": "4TrafficLights",
    "5_arrows": "5Arrows", "5_arrows_gray": "5ArrowsGray", "5_rating": "5Rating", "5_quarters": "5Quarters",
    "3_stars": "3Stars", "3_triangles": "3Triangles", "5_boxes": "5Boxes",
}  # fmt: skip
ICON_NAMES = {stored: name for name, stored in ICONS.items()}
# These two came with Excel 2010 and live in the extension only.
NEW_ICONS = {"3Stars", "3Triangles", "5Boxes"}
