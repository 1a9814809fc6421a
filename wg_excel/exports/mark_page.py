"""The marks of a page as text, a letter a cell: a text is counted and cut many times faster than a list of cells."""

from collections.abc import Callable, Sequence

from wg_excel.exports.cells import Value
from wg_excel.exports.marks import MarkReader, Marks


class MarkPage:
    """What the cells of a page hold, lesson by lesson, in each the same pupils; equal letters say equal things."""

    def __init__(self, lessons: Sequence[Sequence[Value]], reader: MarkReader) -> None:
        self.lessons = len(lessons)
        self._pupils = len(lessons[0]) if lessons else 0
        self._whole = "".join("".join(map(reader.letter.__getitem__, lesson)) for lesson in lessons)
        self._said = {letter: reader.said(letter) for letter in set(self._whole)}

    def cells(self, of: Callable[[Marks], object]) -> int:
        """Return how many cells are such as asked for."""
        return sum(self._whole.count(letter) for letter, marks in self._said.items() if of(marks))

    def by_lesson(self, amount: Callable[[Marks], int]) -> list[int]:
        """Return the sum of an amount over the cells of each lesson."""
        many = self._pupils
        return self._sums(amount, lambda whole: [whole[at : at + many] for at in range(0, len(whole), many or 1)])

    def by_pupil(self, amount: Callable[[Marks], int]) -> list[int]:
        """Return the sum of an amount over the cells of each pupil."""
        return self._sums(amount, lambda whole: [whole[at :: self._pupils] for at in range(self._pupils)])

    def rows(self, letter_of: Callable[[Marks], str]) -> list[str]:
        """Return the lessons of each pupil, a letter a cell as the caller spells it."""
        whole = self._whole.translate({ord(letter): letter_of(marks) for letter, marks in self._said.items()})
        return [whole[at :: self._pupils] for at in range(self._pupils)]

    def _sums(self, amount: Callable[[Marks], int], cut: Callable[[str], list[str]]) -> list[int]:
        amounts = {letter: amount(marks) for letter, marks in self._said.items()}
        lines = cut(self._whole.translate({ord(letter): chr(many) for letter, many in amounts.items()}))
        sums = [0] * len(lines)
        for many in {*amounts.values()} - {0}:
            sums = [so_far + many * line.count(chr(many)) for so_far, line in zip(sums, lines, strict=True)]
        return sums
