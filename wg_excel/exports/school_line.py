"""The school that an export names above its table."""

from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.lines import Lines
from wg_excel.exports.phrases import fold

LONGEST = 120


def school_in(lines: Lines, words: Vocabulary) -> str:
    """Return the school as lines above a table name it, by its key or by a word of schools; "" for none."""
    named = words.pattern("school", "words")
    titles = (text for text in lines.texts if len(text) <= LONGEST and named.search(fold(text)))
    return lines.get("school") or next(titles, "")
