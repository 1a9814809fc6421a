"""Foreign exports: bytes of any file → grids → recognised kind → facts, or one plain Russian sentence.

Imports the domain only and writes no workbook. Foreign bytes are opened in a child process alone.
"""

from wg_excel.exports.kinds import kind_title
from wg_excel.exports.readers import read, recognise
from wg_excel.exports.reading import Reading
from wg_excel.exports.synonyms import Synonyms

__all__ = ["Reading", "Synonyms", "kind_title", "read", "recognise"]
