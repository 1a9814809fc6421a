"""Check a built workbook's package for what Excel would mend, refuse, or fail on at a click."""

from collections.abc import Sequence

from wg_excel.vba.modules import Module
from wg_excel.vba.package import Package

from .formulas import formula_problems
from .macros import code_name_problems, macro_problems
from .numbering import numbering_problems
from .parts import content_type_problems, relation_problems
from .tables import table_problems


def problems(workbook: bytes, modules: Sequence[Module]) -> list[str]:
    """Return what is wrong with a workbook that was built with these modules, a sentence each; empty when fine."""
    package = Package.from_bytes(workbook)
    broken = [*relation_problems(package), *content_type_problems(package)]
    if broken:
        return broken  # what follows walks along the relations
    return [
        *numbering_problems(package),
        *table_problems(package),
        *formula_problems(package),
        *macro_problems(package, modules),
        *code_name_problems(package, modules),
    ]
