"""Bring the imports of a copy into the workbook, by the same rules as an import of their files."""

from collections.abc import Sequence
from dataclasses import replace

from wg_excel.domain.imported.fact_sets import by_source
from wg_excel.domain.imported.facts import Export, Facts
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.merging import FactStore
from wg_excel.domain.monitoring.appearances import united


def merge_imports(
    facts: Facts, log: Sequence[Import], other_facts: Facts, other_log: Sequence[Import]
) -> tuple[Facts, tuple[tuple[str, str], ...]]:
    """Return the facts of both, and for each import of the copy its number there and its number here.

    A file that both imported counts once. What was imported later in the copy takes the place of what it covers.
    """
    known = {line.sha256: line.number for line in log if line.sha256}
    new = [line for line in other_log if line.sha256 not in known]
    store, theirs = FactStore(facts, log), by_source(other_facts)
    taken = {line.number: str(store.take(_export(line, theirs)).number) for line in new}
    numbers = ((line.number, taken.get(line.number) or known[line.sha256]) for line in other_log)
    appeared = united(other_facts.appeared, facts.appeared)
    return replace(store.facts, appeared=appeared) if new else facts, tuple(numbers)


def _export(line: Import, facts: dict[int, Facts]) -> Export:
    """Return the export that an import read, as far as its facts still stand."""
    still = facts.get(int(line.number), Facts()) if line.number.isdecimal() else Facts()
    return Export(line.file, line.kind, line.sha256, line.first, line.last, still, line.rows or 0)
