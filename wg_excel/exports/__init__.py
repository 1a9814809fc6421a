"""Foreign exports: bytes of any file → grids → recognised kind → facts, or one plain Russian sentence.

Imports the domain only and writes no workbook. Foreign bytes are opened in a child process alone.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wg_excel.exports.children import look_ahead
    from wg_excel.exports.kinds import vocabulary
    from wg_excel.exports.parts import Reading
    from wg_excel.exports.readers import begun, recognise
    from wg_excel.exports.refusals import BadKindsFile
    from wg_excel.exports.synonyms import Synonyms

__all__ = ["BadKindsFile", "Reading", "Synonyms", "begun", "look_ahead", "recognise", "vocabulary"]

_WHERE = {
    "begun": "readers",
    "look_ahead": "children",
    "recognise": "readers",
    "vocabulary": "kinds",
    "Reading": "parts",
    "BadKindsFile": "refusals",
    "Synonyms": "synonyms",
}


def __getattr__(name: str) -> object:
    """Import the public names on first use: the child process starts by this package and needs half of it."""
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"wg_excel.exports.{_WHERE[name]}"), name)
