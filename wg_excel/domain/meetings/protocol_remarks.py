"""What the secretary must be told of a protocol that was made: what it does not repeat from before."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

RENUMBERED = (
    "Номера вопросов на листе «Повестка» повторяются или идут не подряд: в протоколе они пронумерованы по порядку."
)
LONGEST_SHOWN = 80  # characters of a line that a message repeats


def remarks(gone: Sequence[str], *, renumbered: bool) -> Iterator[str]:
    """Give a sentence for questions with new numbers, and one for lines of the former sheet that are gone."""
    if renumbered:
        yield RENUMBERED
    if gone:
        first = shorten(gone[0], LONGEST_SHOWN, placeholder=" …")
        yield (
            f"Строк прежнего листа, которых в новом нет: {len(gone)}, первая – «{first}». Вписанное вами сохраняется "
            "только в строках с пометкой справа; прежний лист остался в резервной копии книги."
        )
