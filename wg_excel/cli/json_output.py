"""The JSON of the command line (4-contract 4.2)."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from wg_excel.book.master import Master
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.imported.facts import Export

if TYPE_CHECKING:
    from wg_excel.care.doctor import Diagnosis
    from wg_excel.domain.history import HistoryEntry


def echo(value: object) -> None:
    """Print a value as readable JSON in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def findings_json(findings: Iterable[Finding], master: Master) -> dict[str, object]:
    """Return the result of a check; `row` and `cell` are null where no cell carries the finding.

    Findings that a person accepted are listed with the reason, but are no errors and warnings.
    """
    lines = [_finding(finding, master.address(finding.place)) for finding in findings]
    standing = [line["severity"] for line in lines if not line["accepted"]]
    return {
        "findings": lines,
        "errors": standing.count(Severity.ERROR.code),
        "warnings": standing.count(Severity.WARNING.code),
        "accepted": len(lines) - len(standing),
    }


def file_json(file: str, status: str, message: str, export: Export | None) -> dict[str, object]:
    """Return what became of one file of exports."""
    return {
        "file": file,
        "status": status,
        "kind": export.kind if export else None,
        "period": _period(export),
        "rows": export.rows if export else 0,
        "rejected": [{"row": row.row, "reason": row.reason} for row in export.rejected] if export else [],
        "warnings": list(export.warnings) if export else [],
        "sha256": export.sha256 if export else None,
        "message": message,
    }


def entry_json(entry: "HistoryEntry") -> dict[str, str | None]:
    """Return a line of «История»."""
    when = entry.when.isoformat() if entry.when else None
    return {"when": when, "who": entry.who, "action": entry.action, "details": entry.details}


def diagnosis_json(diagnosis: "Diagnosis") -> dict[str, str]:
    """Return what the doctor found at one place; `state` is good, warning or bad."""
    return {
        "title": diagnosis.title,
        "state": diagnosis.state.name.lower(),
        "detail": diagnosis.detail,
        "advice": diagnosis.advice,
    }


def _finding(finding: Finding, cell: str) -> dict[str, object]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.weight.code,
        "sheet": place.sheet,
        "table": place.table,
        "row": place.row if cell else None,
        "column": place.column,
        "cell": cell or None,
        "message": finding.message,
        "clause": finding.basis,
        "number": finding.number,
        "since": finding.since.isoformat() if finding.since else None,
        "accepted": finding.accepted or None,
    }


def _period(export: Export | None) -> dict[str, str] | None:
    if not export or not export.first or not export.last:
        return None
    return {"from": export.first.isoformat(), "to": export.last.isoformat()}
