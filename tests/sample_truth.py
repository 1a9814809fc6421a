"""The sample exports beside the project, and how far what the product counts is from their true counts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.shared import SAMPLES

ENDINGS = frozenset((".xls", ".xlsx", ".zip", ".csv"))


def sample_exports() -> list[Path]:
    """Return every sample that is an export."""
    return [path for path in sorted(SAMPLES.iterdir()) if path.suffix in ENDINGS and path.stem != "teachers"]


def differences(told: Mapping[str, Any], true: Mapping[str, Any]) -> list[str]:
    """Name every count that differs from the true one; remarks of the truth itself are no counts."""
    found = [f"school {name}" for name, value in true["school"].items() if told["school"][name] != value]
    for part, keys in (
        ("rows", ("teacher", "class", "subject")),
        ("by_teacher", ("teacher",)),
        ("by_class", ("class",)),
    ):
        ours, theirs = ({tuple(line[key] for key in keys): line for line in source[part]} for source in (told, true))
        found += [f"{part} {key} only in one" for key in ours.keys() ^ theirs.keys()]
        found += [
            f"{part} {key} {name}: {ours[key][name]}, true {value}"
            for key in ours.keys() & theirs.keys()
            for name, value in theirs[key].items()
            if not name.startswith("_") and ours[key][name] != value
            if not (name in theirs[key].get("_zero_or_null", ()) and ours[key][name] in {0, None})
        ]
    return found
