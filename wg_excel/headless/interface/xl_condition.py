"""One rule of a conditional format: what it compares with and how it formats."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import Box
from wg_excel.headless.formats.colors import RGB, argb
from wg_excel.headless.formats.condition_words import CRITERIA, ICON_NAMES, OPERATORS, STORED_OPERATORS
from wg_excel.headless.formats.fonts import change_font
from wg_excel.headless.formats.styles import solid_fill
from wg_excel.headless.xmlns import MAIN, X14, XM, drop, m

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.formats.styles import Styles
    from wg_excel.headless.worksheet import Worksheet

_TYPES = {
    "cellIs": "cell_value", "expression": "custom", "colorScale": "color_scale", "dataBar": "data_bar",
    "iconSet": "icon_set",
}  # fmt: skip


def narrow(holder: _Element, rest: list[Box]) -> None:
    """Give a holder of rules the rectangles that are left; without any it goes."""
    if rest:
        holder.set("sqref", " ".join(str(box) for box in rest))
    else:
        parent = holder.getparent()
        if parent is not None:
            parent.remove(holder)


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
        return OPERATORS.get(self.element.get("operator") or "") if self.type == "cell_value" else None

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
        return None if icons is None else ICON_NAMES.get(icons.get("iconSet") or "3TrafficLights1")

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
        return None if bounds is None else tuple(CRITERIA.get(b.get("type") or "", "unknown") for b in bounds)

    @property
    def thresholds(self) -> tuple[Any, ...] | None:
        """The bounds."""
        bounds = self._thresholds()
        return None if bounds is None else tuple(_number(b.get("val") or b.findtext(f"{{{XM}}}f")) for b in bounds)

    def set(self, changes: dict[str, Any]) -> None:
        """Change what the rule compares with and how it formats."""
        if "operator" in changes:
            self.element.set("operator", STORED_OPERATORS[changes["operator"]])
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
            narrow(holder, [])


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
