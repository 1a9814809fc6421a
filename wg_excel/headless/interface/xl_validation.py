"""Rules for what may be entered into cells (ECMA-376 part 1, 18.3.1.32)."""

# ruff: noqa: ANN401, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import XlwingsError, base_classes

from wg_excel.headless.addresses import Box, parse_boxes, quote
from wg_excel.headless.calculation.formulas import translate
from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.xmlns import drop, m

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from wg_excel.headless.worksheet import Worksheet

    from .xl_range import Range

_TYPES = {
    "whole": "whole_number", "decimal": "decimal", "list": "list", "date": "date", "time": "time",
    "textLength": "text_length", "custom": "custom",
}  # fmt: skip
_STORED = {name: stored for stored, name in _TYPES.items()}
_OPERATORS = {
    "between": "between", "notBetween": "not_between", "equal": "equal_to", "notEqual": "not_equal_to",
    "greaterThan": "greater_than", "lessThan": "less_than", "greaterThanOrEqual": "greater_than_or_equal",
    "lessThanOrEqual": "less_than_or_equal",
}  # fmt: skip
_STORED_OPERATORS = {name: stored for stored, name in _OPERATORS.items()}
_COMPARING = {"whole_number", "decimal", "date", "time", "text_length"}
_MIXED = {"none", "mixed_criteria", "inconsistent"}


class DataValidation(base_classes.DataValidation):
    """The rule of a range, if all its cells have the same."""

    def __init__(self, parent: Range) -> None:
        self.parent = parent

    @property
    def api(self) -> Any:
        """The rule itself."""
        return self

    @property
    def _sheet(self) -> Worksheet:
        found: Worksheet = self.parent.sheet.sheet
        return found

    def _rules(self) -> list[tuple[_Element, list[Box]]]:
        holder = self._sheet.frame.find(m("dataValidations"))
        rules = [(e, parse_boxes(e.get("sqref"))) for e in (holder if holder is not None else ())]
        return [(e, boxes) for e, boxes in rules if any(box.meets(self.parent.box) for box in boxes)]

    def _whole(self) -> _Element | None:
        """Return the one rule that covers the whole range."""
        rules = self._rules()
        if len(rules) != 1 or _rest(self.parent.box, rules[0][1]):
            return None
        return rules[0][0]

    @property
    def type(self) -> str:
        """The kind of rule; `none`, or a word for ranges whose cells differ."""
        rules = self._rules()
        if not rules:
            return "none"
        element = self._whole()
        if element is None:
            covered = [box for _, boxes in rules for box in boxes]
            return "mixed_criteria" if _rest(self.parent.box, covered) else "inconsistent"
        return _TYPES.get(element.get("type") or "none", "unknown")

    def _attribute(self, name: str, default: str = "") -> str | None:
        element = self._whole()
        return None if element is None else element.get(name) or default

    def _flag(self, name: str) -> bool | None:
        found = self._attribute(name, "0")
        return None if found is None else found in {"1", "true"}

    def _formula(self, tag: str) -> str | None:
        element = self._whole()
        return None if element is None else element.findtext(m(tag))

    @property
    def operator(self) -> str | None:
        """How values are compared."""
        if self.type not in _COMPARING:
            return None
        return _OPERATORS.get(self._attribute("operator", "between") or "")

    @property
    def formula1(self) -> str | None:
        """The first value compared with."""
        return self._formula("formula1") if self.type in _COMPARING else None

    @property
    def formula2(self) -> str | None:
        """The second value compared with."""
        return self._formula("formula2") if self.operator in {"between", "not_between"} else None

    @property
    def formula(self) -> str | None:
        """The formula of a rule of one's own."""
        text = self._formula("formula1") if self.type == "custom" else None
        return None if text is None else f"={text}"

    @property
    def source(self) -> str | None:
        """Where a list comes from: its values, or `=` and a reference."""
        text = self._formula("formula1") if self.type == "list" else None
        if text is None:
            return None
        return text[1:-1] if text.startswith('"') else f"={text}"

    @property
    def in_cell_dropdown(self) -> bool | None:
        """Whether the cell has a button for its list; the file says it the other way round."""
        return (not self._flag("showDropDown")) if self.type == "list" else None

    @property
    def ignore_blank(self) -> bool | None:
        """Whether blank is always allowed."""
        return self._flag("allowBlank")

    @property
    def input_title(self) -> str | None:
        """The heading of the hint."""
        return self._attribute("promptTitle")

    @property
    def input_message(self) -> str | None:
        """The hint."""
        return self._attribute("prompt")

    @property
    def show_input(self) -> bool | None:
        """Whether the hint is shown."""
        return self._flag("showInputMessage")

    @property
    def error_title(self) -> str | None:
        """The heading of the refusal."""
        return self._attribute("errorTitle")

    @property
    def error_message(self) -> str | None:
        """The refusal."""
        return self._attribute("error")

    @property
    def show_error(self) -> bool | None:
        """Whether wrong values are refused."""
        return self._flag("showErrorMessage")

    @property
    def alert_style(self) -> str | None:
        """How strictly."""
        return self._attribute("errorStyle", "stop")

    def set_list(self, source: Any, in_cell_dropdown: bool) -> None:
        """Allow the values of a list, a range or a name."""
        from .xl_names import Name
        from .xl_range import Range

        if isinstance(source, Range):
            text = f"{quote(source.sheet.name)}!{source.box.absolute()}"
        elif isinstance(source, Name):
            text = source.name
        else:
            text = '"' + ",".join(source).replace('"', '""') + '"'
        element = self._take("list")
        drop(element, "operator")
        drop(element, "showDropDown")
        if not in_cell_dropdown:
            element.set("showDropDown", "1")
        _write_formulas(element, text, None)

    def set_rule(self, rule_type: str, operator: str | None, formula1: Any, formula2: Any) -> None:
        """Allow what compares in a way, or what a formula says."""
        element = self._take(rule_type)
        drop(element, "showDropDown")
        drop(element, "operator")
        if operator not in {None, "between"}:
            element.set("operator", _STORED_OPERATORS[str(operator)])
        _write_formulas(element, formula1, formula2)

    def copy_to(self, target: Range) -> None:
        """Give another range this rule with its messages; relative references move as in copied cells."""
        rule = self._whole()
        if rule is None and self._rules():
            raise UnsupportedMember("paste='validation'", "скопируйте ячейки с одинаковой проверкой")
        made = target.data_validation
        made.delete()
        if rule is None:
            return
        element = etree.SubElement(target.sheet.sheet.child("dataValidations"), m("dataValidation"))
        _copy_attributes(rule, element)
        element.set("sqref", str(target.box))
        down, right = target.box.top - self.parent.box.top, target.box.left - self.parent.box.left
        _write_formulas(element, *(text and translate(text, down, right) for text in _formulas(rule)))
        _count(element)

    def _take(self, rule_type: str) -> _Element:
        """Return the rule of exactly this range: the old one, cut out of its area, or a new one."""
        if self.type in {"mixed_criteria", "inconsistent"}:
            raise XlwingsError(
                "Cannot update data validation because the target cells have different validation rules."
            )
        old = self._whole()
        self.delete()
        holder = self._sheet.child("dataValidations")
        element = etree.SubElement(holder, m("dataValidation"))
        if old is None:
            for name in ("allowBlank", "showInputMessage", "showErrorMessage"):
                element.set(name, "1")
        else:
            _copy_attributes(old, element)
        element.set("type", _STORED[rule_type])
        element.set("sqref", str(self.parent.box))
        _count(element)
        return element

    def delete(self) -> None:
        """Remove the rules of the range; the rest of their areas keeps them."""
        holder = self._sheet.frame.find(m("dataValidations"))
        for element, boxes in self._rules():
            rest = [piece for box in boxes for piece in box.without(self.parent.box)]
            if rest:
                element.set("sqref", " ".join(str(box) for box in rest))
            elif holder is not None:
                holder.remove(element)
        if holder is not None:
            holder.set("count", str(len(holder)))
            if not len(holder):
                self._sheet.drop_child("dataValidations")


def _rest(box: Box, covers: Iterable[Box]) -> list[Box]:
    """Return what is left of a rectangle without others."""
    pieces = [box]
    for cover in covers:
        pieces = [rest for piece in pieces for rest in piece.without(cover)]
    return pieces


def _copy_attributes(source: _Element, target: _Element) -> None:
    for name, value in source.attrib.items():
        if not str(name).endswith("uid"):
            target.set(str(name), str(value))


def _formulas(rule: _Element) -> tuple[str | None, str | None]:
    return rule.findtext(m("formula1")), rule.findtext(m("formula2"))


def _count(element: _Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.set("count", str(len(holder)))


def _write_formulas(element: _Element, formula1: Any, formula2: Any) -> None:
    for child in list(element):
        element.remove(child)
    for tag, formula in (("formula1", formula1), ("formula2", formula2)):
        if formula is not None:
            etree.SubElement(element, m(tag)).text = str(formula).removeprefix("=")
