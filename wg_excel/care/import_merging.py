"""Bring the imports of a copy into the workbook, by the same rules as an import of their files."""

from collections.abc import Sequence
from dataclasses import replace

from wg_excel.domain.fact_sets import of_sources
from wg_excel.domain.facts import Export, Facts
from wg_excel.domain.imports import Import
from wg_excel.domain.merging import merge


def merge_imports(
    facts: Facts, log: Sequence[Import], other_facts: Facts, other_log: Sequence[Import]
) -> tuple[Facts, tuple[tuple[str, str], ...]]:
    """Return the facts of both, and for each import of the copy its number there and its number here.

    A file that both imported counts once. What was imported later in the copy takes the place of what it covers.
    """
    known, here = {line.sha256: line.number for line in log if line.sha256}, list(log)
    numbers: list[tuple[str, str]] = []
    for line in other_log:
        if line.sha256 in known:
            numbers.append((line.number, known[line.sha256]))
            continue
        merged = merge(facts, _export(line, other_facts), here)
        facts = merged.facts
        here.append(replace(line, number=str(merged.number)))
        numbers.append((line.number, str(merged.number)))
    return facts, tuple(numbers)


def _export(line: Import, facts: Facts) -> Export:
    """Return the export that an import read, as far as its facts still stand."""
    number = int(line.number) if line.number.isdecimal() else 0
    return Export(
        line.file,
        line.kind,
        line.sha256,
        line.first,
        line.last,
        of_sources(facts, {number}) if number else Facts(),
        line.rows or 0,
    )
