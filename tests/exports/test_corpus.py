"""Odd and broken spreadsheets of other projects: each gives one sentence that names the cause (`corpus.tsv`).

The column `must` is the corpus's own word for what a right reader does, `got` the class of our refusal. A line that
changes is a failure, a file that begins to be read too.
"""

import csv
import datetime as dt
import time
from pathlib import Path

import pytest

from tests.exports.whole import read
from tests.shared import CORPUS
from wg_excel.exports import Reading, refusals

EXPECTED = Path(__file__).with_name("corpus.tsv")
ALLOWED = {
    "readable": {"Unrecognised", "OnlyErrors", "TooBig", "MacroSheet"},
    "empty": {"NothingInside", "Damaged"},
    "password": {"Password"},
    "corrupt": {"Damaged", "NotATable", "Password"},
    "unsafe": {"Bomb", "Entities"},
}
pytestmark = [
    pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of odd files is not on this machine"),
    pytest.mark.xdist_group("corpus"),
]


def table() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


@pytest.fixture(scope="module")
def readings() -> dict[str, tuple[Reading, float]]:
    found = {}
    for line in table():
        begun = time.monotonic()
        (reading,) = read([CORPUS / line["file"]], today=dt.date(2026, 11, 22))
        found[line["file"]] = (reading, time.monotonic() - begun)
    return found


@pytest.mark.parametrize("line", table(), ids=lambda line: Path(line["file"]).name)
def test_a_file_ends_in_its_sentence(line: dict[str, str], readings: dict[str, tuple[Reading, float]]) -> None:
    reading, seconds = readings[line["file"]]
    beginning = sentence(line["got"])
    assert reading.message.startswith(beginning)
    assert "\n" not in reading.message
    assert reading.export is None
    assert seconds < 10


@pytest.mark.parametrize("must", ALLOWED)
def test_what_the_table_expects_is_right_by_the_corpus(must: str) -> None:
    assert {line["got"] for line in table() if line["must"] == must} <= ALLOWED[must]


def test_the_table_names_every_file_of_the_corpus() -> None:
    with (CORPUS / "corpus.csv").open(encoding="utf-8") as lines:
        assert {row["file"] for row in csv.DictReader(lines)} == {line["file"] for line in table()}


def sentence(name: str) -> str:
    """Return how the sentence of a refusal begins."""
    made = {"NotATable": lambda: refusals.NotATable("документ Word"), "OldFormat": lambda: refusals.OldFormat("")}
    refusal: refusals.Refusal = made.get(name, getattr(refusals, name))()
    return refusal.message.split(":")[0].split("  ")[0]
