"""Read the labelled sentences and compare a detector with them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SENTENCES = Path(__file__).with_name("secrets_labelled.txt")


class Measure(NamedTuple):
    """How well a detector agrees with the labels; `wrong` are the sentences it got wrong."""

    precision: float
    recall: float
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}; wrong: {'; '.join(self.wrong) or 'none'}"


def labelled() -> Iterator[tuple[str, str]]:
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            labels, _, text = line.partition(" | ")
            yield labels, text


def measure(letter: str, detects: Callable[[str], object]) -> Measure:
    marked = [(letter in labels, bool(detects(text)), text) for labels, text in labelled()]
    both = sum(wanted and found for wanted, found, _ in marked)
    wrong = tuple(text for wanted, found, text in marked if wanted != found)
    found_all, wanted_all = sum(found for _, found, _ in marked), sum(wanted for wanted, _, _ in marked)
    return Measure(both / max(found_all, 1), both / max(wanted_all, 1), wrong)
