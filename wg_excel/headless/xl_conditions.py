"""Conditional formats (ECMA-376 part 1, 18.3.1.18): rules that can be read, made and removed."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from .addresses import Box, parse_boxes
from .styles import RGB, argb, change_font, solid_fill
from .xl_collection import Collection
from .xmlns import MAIN, X14, XM, drop, m

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .styles import Styles
    from .worksheet import Worksheet

_TYPES = {
    "cellIs": "cell_value", "expression": "custom", "colorScale": "color_scale", "dataBar": "data_bar",
    "iconSet": "icon_set",
}  # fmt: skip
_OPERATORS = {
    "between": "between", "notBetween": "not_between", "equal": "equal_to", "notEqual": "not_equal_to",
    "greaterThan": "greater_than", "lessThan": "less_than", "greaterThanOrEqual": "greater_than_or_equal",
    "lessThanOrEqual": "less_than_or_equal",
}  # fmt: skip
_STORED_OPERATORS = {name: stored for stored, name in _OPERATORS.items()}
_CRITERIA = {
    "min": "lowest_value", "max": "highest_value", "num": "number", "percent": "percent",
    "percentile": "percentile", "formula": "formula", "autoMin": "automatic", "autoMax": "automatic",
}  # fmt: skip
_STORED_CRITERIA = {"lowest_value": "min", "highest_value": "max", "number": "num"}
_ICONS = {
    "3_arrows": "3Arrows", "3_arrows_gray": "3ArrowsGray", "3_flags": "3Flags",
    "3_traffic_lights_1": "3TrafficLights1", "3_traffic_lights_2": "3TrafficLights2", "3_signs": "3Signs",
    "3_symbols": "3Symbols", "3_symbols_2": "3Symbols2", "4_arrows": "4Arrows", "4_arrows_gray": "4ArrowsGray",
    "4_red_to_black": "4RedToBlack", "4_rating": "4Rating", "4_traffic_lights": "4TrafficLights",
    "5_arrows": "5Arrows", "5_arrows_gray": "5ArrowsGray", "5_rating": "5Rating", "5_quarters": "5Quarters",
    "3_stars": "3Stars", "3_triangles": "3Triangles", "5_boxes": "5Boxes",
}  # fmt: skip
_ICON_NAMES = {stored: name for name, stored in _ICONS.items()}
# These two came with Excel 2010 and live in the extension only.
_NEW_ICONS = {"3Stars", "3Triangles", "5Boxes"}
_BAR_EXTENSION = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"
_SHEET_EXTENSION = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}"


class ConditionalFormats(Collection, base_classes.ConditionalFormats):
    """The rules that reach into a range, the most important first."""

    @property
    def _sheet(self) -> Worksheet:
        found: Worksheet = self.parent.sheet.sheet
        return found

    def members(self) -> list[ConditionalFormat]:
        """Return the rules."""
        found = []
        for holder in self._sheet.frame.iter(m("conditionalFormatting")):
            if any(box.meets(self.parent.box) for box in parse_boxes(holder.get("sqref"))):
                found += [ConditionalFormat(self._sheet, rule) for rule in holder.iter(m("cfRule"))]
        return sorted(found, key=lambda rule: int(rule.element.get("priority") or 0))

    def __call__(self, key: int | str) -> ConditionalFormat:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        return self.members()[int(key) - 1]

    def _add(self, stored: str) -> ConditionalFormat:
        """Add a rule in front of all others of the sheet."""
        for rule in self._sheet.frame.iter(m("cfRule")):
            rule.set("priority", str(int(rule.get("priority") or 0) + 1))
        holder = self._sheet.add_child("conditionalFormatting")
        holder.set("sqref", str(self.parent.box))
        rule = etree.SubElement(holder, m("cfRule"), type=stored, priority="1")
        return ConditionalFormat(self._sheet, rule)

    def add_cell_value(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Format cells whose value compares in a way."""
        rule = self._add("cellIs")
        rule.set(spec)
        return rule

    def add_custom(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Format cells for which a formula is true."""
        rule = self._add("expression")
        rule.set(spec)
        return rule

    def add_color_scale(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Colour cells along a scale."""
        rule = self._add("colorScale")
        scale = etree.SubElement(rule.element, m("colorScale"))
        _add_thresholds(scale, spec)
        for color in spec["colors"]:
            etree.SubElement(scale, m("color"), rgb=argb(color))
        return rule

    def add_data_bar(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Draw bars in the cells."""
        rule = self._add("dataBar")
        bar = etree.SubElement(rule.element, m("dataBar"))
        if not spec["show_value"]:
            bar.set("showValue", "0")
        plain = {**spec, "threshold_types": _plain_bounds(spec["threshold_types"])}
        _add_thresholds(bar, plain)
        etree.SubElement(bar, m("color"), rgb=argb(spec["bar_color"]))
        _extend_bar(self._sheet, rule.element, str(self.parent.box), spec)
        return rule

    def add_icon_set(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Put icons into the cells."""
        stored = _ICONS[spec["icon_set"]]
        if stored in _NEW_ICONS:
            from .errors import UnsupportedMember

            raise UnsupportedMember(f"add_icon_set('{spec['icon_set']}')", "выберите набор значков Excel 2007")
        rule = self._add("iconSet")
        icons = etree.SubElement(rule.element, m("iconSet"), iconSet=stored)
        if not spec["show_value"]:
            icons.set("showValue", "0")
        if spec["reverse_order"]:
            icons.set("reverse", "1")
        first = {"threshold_types": ("percent", *spec["threshold_types"]), "thresholds": (0, *spec["thresholds"])}
        _add_thresholds(icons, first)
        return rule

    def clear(self) -> None:
        """Remove all rules from the range; the rest of their areas keeps them."""
        for holder in list(self._sheet.frame.iter(m("conditionalFormatting"))):
            rest = [piece for box in parse_boxes(holder.get("sqref")) for piece in box.without(self.parent.box)]
            _narrow(holder, rest)


def _narrow(holder: _Element, rest: list[Box]) -> None:
    if rest:
        holder.set("sqref", " ".join(str(box) for box in rest))
    else:
        parent = holder.getparent()
        if parent is not None:
            parent.remove(holder)


def _plain_bounds(types: tuple[str, str]) -> tuple[str, str]:
    """Return bounds as Excel 2007 knows them: it has no automatic ones."""
    low, high = types
    return ("lowest_value" if low == "automatic" else low, "highest_value" if high == "automatic" else high)


def _add_thresholds(parent: _Element, spec: dict[str, Any]) -> None:
    for kind, value in zip(spec["threshold_types"], spec["thresholds"], strict=True):
        element = etree.SubElement(parent, m("cfvo"), type=_STORED_CRITERIA.get(kind, kind))
        if value is not None:
            element.set("val", str(value))


def _extend_bar(sheet: Worksheet, rule: _Element, sqref: str, spec: dict[str, Any]) -> None:
    """Add what Excel 2010 brought: plain fill and automatic bounds, tied to the rule by an id."""
    import uuid

    # The id only has to differ within the sheet; a counter would keep equal files equal.
    number = sum(1 for _ in sheet.frame.iter(f"{{{X14}}}cfRule")) + 1
    key = "{" + str(uuid.UUID(int=number)).upper() + "}"
    own = etree.SubElement(etree.SubElement(rule, m("extLst")), m("ext"), nsmap={"x14": X14})
    own.set("uri", _BAR_EXTENSION)
    etree.SubElement(own, f"{{{X14}}}id").text = key
    bounds = []
    names = ("autoMin", "autoMax")
    for name, kind, value in zip(names, spec["threshold_types"], spec["thresholds"], strict=True):
        stored = name if kind == "automatic" else _STORED_CRITERIA.get(kind, kind)
        inner = "" if value is None else f"<xm:f>{value}</xm:f>"
        bounds.append(f'<x14:cfvo type="{stored}">{inner}</x14:cfvo>')
    text = (
        f'<x14:conditionalFormatting xmlns:x14="{X14}" xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{key}">'
        f'<x14:dataBar minLength="0" maxLength="100" gradient="{int(spec["gradient"])}">{"".join(bounds)}'
        '<x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>'
        f"<xm:sqref>{sqref}</xm:sqref></x14:conditionalFormatting>"
    )
    _extension(sheet).append(etree.fromstring(text))


def _extension(sheet: Worksheet) -> _Element:
    holder = sheet.child("extLst")
    for element in holder:
        if element.get("uri") == _SHEET_EXTENSION and len(element):
            return element[0]
    element = etree.SubElement(holder, m("ext"), nsmap={"x14": X14})
    element.set("uri", _SHEET_EXTENSION)
    return etree.SubElement(element, f"{{{X14}}}conditionalFormattings")


class ConditionalFormat(base_classes.ConditionalFormat):
    """One rule."""

    def __init__(self, sheet: Worksheet, element: _Element) -> None:
        self.sheet = sheet
        self.element = element

    @property
    def api(self) -> Any:
        """The rule itself."""
        return self

    @property
    def _styles(self) -> Styles:
        return self.sheet.book.styles

    @property
    def type(self) -> str:
        """The kind of rule."""
        return _TYPES.get(self.element.get("type") or "", "unknown")

    @property
    def stop_if_true(self) -> bool | None:
        """Whether later rules are left out."""
        if self.type not in {"cell_value", "custom", "unknown"}:
            return None
        return self.element.get("stopIfTrue") in {"1", "true"}

    @property
    def operator(self) -> str | None:
        """How values are compared."""
        return _OPERATORS.get(self.element.get("operator") or "") if self.type == "cell_value" else None

    def _formulas(self) -> list[str]:
        return ["=" + (formula.text or "") for formula in self.element.iterfind(m("formula"))]

    @property
    def formula1(self) -> str | None:
        """The first value compared with."""
        return (self._formulas() or [None])[0] if self.type == "cell_value" else None  # type: ignore[list-item]

    @property
    def formula2(self) -> str | None:
        """The second value compared with."""
        formulas = self._formulas()
        return formulas[1] if self.type == "cell_value" and len(formulas) > 1 else None

    @property
    def formula(self) -> str | None:
        """The formula of a rule of one's own."""
        return (self._formulas() or [None])[0] if self.type == "custom" else None  # type: ignore[list-item]

    def _dxf(self) -> _Element | None:
        number = self.element.get("dxfId")
        return None if number is None else self._styles.dxf(int(number))

    @property
    def fill_color(self) -> RGB | None:
        """The colour of the fill."""
        dxf = self._dxf()
        pattern = dxf.find(f"{m('fill')}/{m('patternFill')}") if dxf is not None else None
        if pattern is None:
            return None
        color = pattern.find(m("bgColor"))
        return self._styles.rgb(color if color is not None else pattern.find(m("fgColor")))

    def _font(self, tag: str) -> _Element | None:
        dxf = self._dxf()
        return dxf.find(f"{m('font')}/{m(tag)}") if dxf is not None else None

    @property
    def font_color(self) -> RGB | None:
        """The colour of the text."""
        return self._styles.rgb(self._font("color"))

    def _flag(self, tag: str) -> bool | None:
        found = self._font(tag)
        return None if found is None else found.get("val") not in {"0", "false"}

    @property
    def font_bold(self) -> bool | None:
        """Whether the text becomes bold."""
        return self._flag("b")

    @property
    def font_italic(self) -> bool | None:
        """Whether the text becomes slanted."""
        return self._flag("i")

    def _inner(self, tag: str) -> _Element | None:
        return self.element.find(m(tag))

    @property
    def colors(self) -> tuple[RGB, ...] | None:
        """The colours of a scale."""
        scale = self._inner("colorScale")
        if scale is None:
            return None
        return tuple(self._styles.rgb(color) or (0, 0, 0) for color in scale.iterfind(m("color")))

    @property
    def bar_color(self) -> RGB | None:
        """The colour of bars."""
        bar = self._inner("dataBar")
        return self._styles.rgb(bar.find(m("color"))) if bar is not None else None

    def _extended(self) -> _Element | None:
        key = self.element.findtext(f".//{{{X14}}}id")
        rules = self.sheet.frame.iter(f"{{{X14}}}cfRule")
        return next((rule.find(f"{{{X14}}}dataBar") for rule in rules if key and rule.get("id") == key), None)

    @property
    def gradient(self) -> bool | None:
        """Whether bars fade out."""
        if self._inner("dataBar") is None:
            return None
        extended = self._extended()
        return extended is None or extended.get("gradient") not in {"0", "false"}

    @property
    def show_value(self) -> bool | None:
        """Whether the value stands beside bar or icon."""
        inner = self._inner("dataBar")
        inner = self._inner("iconSet") if inner is None else inner
        return None if inner is None else inner.get("showValue") not in {"0", "false"}

    @property
    def icon_set(self) -> str | None:
        """The icons."""
        icons = self._inner("iconSet")
        return None if icons is None else _ICON_NAMES.get(icons.get("iconSet") or "3TrafficLights1")

    @property
    def reverse_order(self) -> bool | None:
        """Whether the icons stand the other way round."""
        icons = self._inner("iconSet")
        return None if icons is None else icons.get("reverse") in {"1", "true"}

    def _thresholds(self) -> list[_Element] | None:
        inner = next((self._inner(t) for t in ("colorScale", "dataBar", "iconSet") if self._inner(t) is not None), None)
        if inner is None:
            return None
        extended = self._extended()
        bounds = extended.findall(f"{{{X14}}}cfvo") if extended is not None else inner.findall(m("cfvo"))
        return bounds[1:] if self.type == "icon_set" else bounds

    @property
    def threshold_types(self) -> tuple[str, ...] | None:
        """What the bounds are counted in."""
        bounds = self._thresholds()
        return None if bounds is None else tuple(_CRITERIA.get(b.get("type") or "", "unknown") for b in bounds)

    @property
    def thresholds(self) -> tuple[Any, ...] | None:
        """The bounds."""
        bounds = self._thresholds()
        return None if bounds is None else tuple(_number(b.get("val") or b.findtext(f"{{{XM}}}f")) for b in bounds)

    def set(self, changes: dict[str, Any]) -> None:
        """Change what the rule compares with and how it formats."""
        if "operator" in changes:
            self.element.set("operator", _STORED_OPERATORS[changes["operator"]])
        if "stop_if_true" in changes:
            drop(self.element, "stopIfTrue")
            if changes["stop_if_true"]:
                self.element.set("stopIfTrue", "1")
        self._set_formulas(changes)
        if any(name in changes for name in ("fill_color", "font_color", "font_bold", "font_italic")):
            self._set_format(changes)

    def _set_formulas(self, changes: dict[str, Any]) -> None:
        if "formula" in changes:
            new: list[Any] = [changes["formula"]]
        elif "formula1" in changes or "formula2" in changes:
            new = [changes.get("formula1", self.formula1), changes.get("formula2", self.formula2)]
        else:
            return
        for old in self.element.findall(m("formula")):
            self.element.remove(old)
        for offset, text in enumerate(text for text in new if text is not None):
            element = etree.Element(m("formula"))
            element.text = str(text).removeprefix("=")
            self.element.insert(offset, element)

    def _set_format(self, changes: dict[str, Any]) -> None:
        old = self._dxf()
        dxf = deepcopy(old) if old is not None else etree.Element(m("dxf"), nsmap={None: MAIN})  # type: ignore[dict-item]
        font = {}
        if "font_color" in changes:
            font["color"] = argb(changes["font_color"])
        for name, tag in (("font_bold", "b"), ("font_italic", "i")):
            if name in changes:
                font[tag] = "1" if changes[name] else "0"
        if font:
            element = dxf.find(m("font"))
            if element is None:
                element = etree.Element(m("font"))
                dxf.insert(0, element)
            change_font(element, font)
        if "fill_color" in changes:
            _set_fill(dxf, changes["fill_color"])
        self.element.set("dxfId", str(self._styles.add_dxf(dxf)))

    def delete(self) -> None:
        """Remove the rule."""
        holder = self.element.getparent()
        if holder is None:
            return
        holder.remove(self.element)
        if not len(holder):
            _narrow(holder, [])


def _set_fill(dxf: _Element, rgb: RGB) -> None:
    old = dxf.find(m("fill"))
    if old is not None:
        dxf.remove(old)
    fill = solid_fill(rgb)
    pattern = fill[0]
    for child in list(pattern):
        pattern.remove(child)
    # A differential fill of one colour keeps it in the background (as Excel writes it).
    etree.SubElement(pattern, m("bgColor"), rgb=argb(rgb))
    before = sum(1 for child in dxf if etree.QName(child).localname in {"font", "numFmt"})
    dxf.insert(before, fill)


def _number(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        return text
