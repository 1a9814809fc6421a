"""Formulas have the form that files hold, in functions which Excel 2016 and LibreOffice know."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from wg_excel.vba.package import Package

from .references import reference_problems
from .workbook import sheets, tables

LONGEST_FORMULA, LONGEST_LIST = 8192, 255
IN_CELLS = {"f", "calculatedColumnFormula", "totalsRowFormula", "definedName"}
IN_RULES = {"formula", "formula1", "formula2"}

TEXT = re.compile(r'"(?:[^"]|"")*"')
SHEET = re.compile(r"'(?:[^']|'')+'!")
ARRAY_OR_COLUMN = re.compile(r"\{[^}]*\}|(?<=\[)(?:'.|[^\[\]'])*(?=\])")
AT = re.compile(r"(?<!')@")
DYNAMIC = (
    "ANCHORARRAY|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|GROUPBY|HSTACK|LAMBDA|LET|MAKEARRAY|MAP|PIVOTBY"
    "|RANDARRAY|REDUCE|SCAN|SEQUENCE|SINGLE|SORT|SORTBY|TAKE|TEXTAFTER|TEXTBEFORE|TEXTSPLIT|TOCOL|TOROW|TRIMRANGE"
    "|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP|XMATCH"
)
BAD_FORMS = {
    "begins with =": r"^\s*=",
    "needs dynamic arrays": rf"(?<![\w.])(?:_xlfn\.)?(?:_xlws\.)?(?:{DYNAMIC})\(|[A-Z]\d+#",
    "has a Russian function name": r"[А-Яа-яЁё][\w.]*\(",
    "separates arguments by semicolons": r";",
    "refers to nothing": r"#REF!",
}


class Formula(NamedTuple):
    """A formula, the part that holds it, and whether it is of a validation or a conditional format."""

    part: str
    text: str
    is_rule: bool


def formula_problems(package: Package) -> Iterator[str]:
    """Find formulas that Excel would refuse, or show other than meant."""
    columns = {table.name.casefold(): {column.casefold() for column in table.columns} for table in tables(package)}
    names = {sheet.name.casefold() for sheet in sheets(package)}
    for formula in dict.fromkeys(_formulas(package)):
        for problem in (*_form_problems(formula), *reference_problems(TEXT.sub("", formula.text), columns, names)):
            yield f"{formula.part}: {problem}: {formula.text}"


def _formulas(package: Package) -> Iterator[Formula]:
    for part in package.parts:
        if part.startswith("xl/") and part.endswith(".xml"):
            for element in package.xml(part).iter("{*}*"):
                name = etree.QName(element).localname
                if name in IN_CELLS | IN_RULES and element.text:
                    yield Formula(part, element.text, name in IN_RULES)


def _form_problems(formula: Formula) -> Iterator[str]:
    bare = SHEET.sub("", TEXT.sub('""', formula.text))
    if AT.search(bare):
        yield "has @, which files write as [#This Row]"
    bare = ARRAY_OR_COLUMN.sub("", bare)
    for problem, pattern in BAD_FORMS.items():
        if re.search(pattern, bare):
            yield problem
    if formula.is_rule and "[" in bare:
        yield "is a rule, which cannot refer to a table"
    if formula.is_rule and formula.text.startswith('"') and len(formula.text) > LONGEST_LIST + len('""'):
        yield f"is a list of more than {LONGEST_LIST} characters"
    if len(formula.text) > LONGEST_FORMULA:
        yield f"has more than {LONGEST_FORMULA} characters"
