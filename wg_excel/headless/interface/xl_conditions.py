"""Conditional formats (ECMA-376 part 1, 18.3.1.18): rules that can be read, made and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import parse_boxes
from wg_excel.headless.formats.colors import argb
from wg_excel.headless.formats.condition_words import ICONS, NEW_ICONS, STORED_CRITERIA
from wg_excel.headless.formats.data_bars import extend_bar, plain_bounds
from wg_excel.headless.xmlns import m, whole

from .xl_collection import Collection
from .xl_condition import ConditionalFormat, narrow

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.worksheet import Worksheet


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
        return sorted(found, key=lambda rule: whole(rule.element, "priority"))

    def __call__(self, key: int | str) -> ConditionalFormat:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        return self.members()[int(key) - 1]

    def _add(self, stored: str) -> ConditionalFormat:
        """Add a rule in front of all others of the sheet."""
        for rule in self._sheet.frame.iter(m("cfRule")):
            rule.set("priority", str(whole(rule, "priority") + 1))
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
        plain = {**spec, "threshold_types": plain_bounds(spec["threshold_types"])}
        _add_thresholds(bar, plain)
        etree.SubElement(bar, m("color"), rgb=argb(spec["bar_color"]))
        extend_bar(self._sheet, rule.element, str(self.parent.box), spec)
        return rule

    def add_icon_set(self, spec: dict[str, Any]) -> ConditionalFormat:
        """Put icons into the cells."""
        stored = ICONS[spec["icon_set"]]
        if stored in NEW_ICONS:
            from wg_excel.headless.errors import UnsupportedMember

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
            narrow(holder, rest)


def _add_thresholds(parent: _Element, spec: dict[str, Any]) -> None:
    for kind, value in zip(spec["threshold_types"], spec["thresholds"], strict=True):
        element = etree.SubElement(parent, m("cfvo"), type=STORED_CRITERIA.get(kind, kind))
        if value is not None:
            element.set("val", str(value))
