"""Run xlwings' own tests on the headless engine: `python tools/xlwings_suite.py [--accept]`.

Takes the pinned source distribution of xlwings from the package index (its hash is checked), copies only its tests
beside a plugin that activates the engine, runs them in the current environment and prints a table. The tests that
do not pass stand with their reasons in `tests/headless/xlwings_suite_expected.toml`; any other one that does not pass
is a regression, and one that stands there and passes is to be taken out (`--accept` writes the list anew, reasons
kept). Exit code: 0 as listed, 1 otherwise.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

from lxml import etree

VERSION = "0.37.8"
SHA256 = "ff23f1e62bdeb8256b56e11d54fca7c1efacfc227acb92d41b7d06d7f65a7e94"
ROOT = Path(__file__).resolve().parents[1]
EXPECTED = ROOT / "tests" / "headless" / "xlwings_suite_expected.toml"
# Tests of other engines and of the paid part, which the active engine has no say in.
IGNORED = ("test_engines", "reports", "restapi", "test_implementation_signatures.py", "test_myst_docstrings.py")
# What xlwings' tests import besides its own requirements; put into a folder of the run, not into the environment.
NEEDED = (
    "pytz", "matplotlib", "contourpy", "cycler", "fonttools", "kiwisolver", "pyparsing", "pillow", "packaging",
    "polars==1.20.0", "plotly==5.24.1", "kaleido==0.2.1", "tenacity",
)  # fmt: skip
PLUGIN = "from wg_excel.headless import engine\n\nengine.activate()\n"
# The source distribution is only unpacked: building xlwings would need Rust.
BACKEND = """from pathlib import Path

from lxml import etree


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    made = Path(folder, "xlwings-{version}.dist-info")
    made.mkdir()
    (made / "METADATA").write_text("Metadata-Version: 2.1\\nName: xlwings\\nVersion: {version}\\n")
    return made.name
"""


def main() -> int:
    """Run the suite and compare it with the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accept", action="store_true", help="write the list of tests that do not pass anew")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = run(Path(folder))
    reasons = tomllib.loads(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}
    print_table(results)
    failing = {test for test, outcome in results.items() if outcome != "passed"}
    if options.accept:
        write_expected(failing, reasons)
        return 0
    return compare(failing, {test for test in reasons if test in results}, reasons)


def run(folder: Path) -> dict[str, str]:
    """Return the outcome of each test: `passed`, `failed`, `error` or `skipped`."""
    with tarfile.open(fetch(folder)) as archive:
        archive.extractall(folder, filter="data")
    suite = folder / "suite"
    shutil.copytree(folder / f"xlwings-{VERSION}" / "tests", suite / "tests")
    (suite / "headless_plugin.py").write_text(PLUGIN, encoding="utf-8")
    extra = folder / "extra"
    pip("install", "--quiet", "--no-deps", "--target", str(extra), *NEEDED)
    report = folder / "report.xml"
    ignored = [f"--ignore=tests/{name}" for name in IGNORED]
    paths = [str(suite), str(ROOT), str(extra), str(Path(sys.executable).parent)]
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(paths[:3]),
        "PATH": os.pathsep.join([paths[3], os.environ.get("PATH", "")]),
    }
    command = [
        sys.executable, "-m", "pytest", "tests", "-p", "headless_plugin", "-q", "-o", "addopts=", "-p", "no:warnings",
        "-n", "2", "--continue-on-collection-errors", f"--junitxml={report}", *ignored,
    ]  # fmt: skip
    subprocess.run(command, cwd=suite, env=environment, check=False, stdout=subprocess.DEVNULL)
    return outcomes(report)


def fetch(folder: Path) -> Path:
    """Return the source distribution; raises `SystemExit` when its hash is not the pinned one."""
    backend = folder / "backend"
    backend.mkdir()
    (backend / "maturin.py").write_text(BACKEND.format(version=VERSION), encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(backend)}
    arguments = ("--quiet", "--no-deps", "--no-build-isolation", "--no-binary", "xlwings", "--dest", str(folder))
    pip("download", *arguments, f"xlwings=={VERSION}", env=environment)
    archive = folder / f"xlwings-{VERSION}.tar.gz"
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        sys.exit(f"{archive.name} is not the pinned one")
    return archive


def pip(*arguments: str, env: dict[str, str] | None = None) -> None:
    """Run pip; raises on failure."""
    subprocess.run([sys.executable, "-m", "pip", *arguments], check=True, env=env)


def outcomes(report: Path) -> dict[str, str]:
    """Read the report; modules that cannot even be imported belong to the paid part and are left out."""
    found: dict[str, str] = {}
    for case in etree.parse(report).iter("testcase"):
        module = case.get("classname", "").removeprefix("tests.")
        if not module:
            continue
        # Paths of temporary folders stand in some parameters; parts of a test are told as cases of their own.
        name = re.sub(r" \(.*\)$", "", re.sub(r"/[^\]]*/", "", case.get("name", "")))
        marks = {child.tag for child in case}
        outcome = next((mark for mark in ("failure", "error", "skipped") if mark in marks), "passed")
        if found.get(f"{module}::{name}", "passed") == "passed":
            found[f"{module}::{name}"] = {"failure": "failed"}.get(outcome, outcome)
    return found


def print_table(results: dict[str, str]) -> None:
    """Print outcomes a module."""
    kinds = ("passed", "failed", "error", "skipped")
    modules: dict[str, Counter[str]] = {}
    for test, outcome in results.items():
        modules.setdefault(test.split("::")[0].split(".")[0], Counter())[outcome] += 1
    print(f"{'module':48}" + "".join(f"{kind:>9}" for kind in kinds))
    for module, counts in sorted(modules.items()):
        print(f"{module:48}" + "".join(f"{counts[kind]:>9}" for kind in kinds))
    total = Counter(results.values())
    print(f"{'all':48}" + "".join(f"{total[kind]:>9}" for kind in kinds))


def compare(failing: set[str], listed: set[str], reasons: dict[str, str]) -> int:
    """Print what differs from the list and return the exit code."""
    for test in sorted(failing - listed):
        print(f"does not pass any more: {test}")
    for test in sorted(listed - failing):
        print(f"passes now, take it out of the list: {test} ({reasons[test]})")
    return 1 if failing != listed else 0


def write_expected(failing: set[str], reasons: dict[str, str]) -> None:
    """Write the list anew; a test without a reason gets an empty one, to be filled in."""
    lines = ["# Tests of xlwings' suite that do not pass on the headless engine, and why.", ""]
    kept = {test: json.dumps(reasons.get(test, ""), ensure_ascii=False) for test in sorted(failing)}
    lines += [f"{json.dumps(test)} = {reason}" for test, reason in kept.items()]
    EXPECTED.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
