"""What is installed is whole: the wheel holds every file that the program reads, the source archive builds it."""

import ast
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BROUGHT = {"python-docx", "jinja2"}  # by docxtpl, whose own interface they are
pytestmark = pytest.mark.skipif(not find_spec("hatchling"), reason="needs hatchling")


def built(source: Path, folder: Path, kind: str) -> Path:
    """Build as pip does, with the backend that the project names; nothing is downloaded."""
    script = f"import sys; from hatchling.build import build_{kind}; print(build_{kind}(sys.argv[1]))"
    command = [sys.executable, "-c", script, str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8", check=True)
    return folder / done.stdout.splitlines()[-1]


def files_of(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def program_files() -> set[str]:
    listed = subprocess.run(
        ["git", "ls-files", "wg_excel"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the repository")
def test_the_wheel_holds_every_file_of_the_program_and_nothing_else(tmp_path: Path) -> None:
    found = files_of(built(ROOT, tmp_path, "wheel"))
    assert program_files() <= found
    assert all(name.startswith("wg_excel/") for name in found)
    assert not [name for name in found if name.endswith((".pyc", ".xlsm", ".tmp"))]


def test_the_source_archive_builds_the_same_wheel(tmp_path: Path) -> None:
    archive = built(ROOT, tmp_path, "sdist")
    with tarfile.open(archive) as packed:
        names = packed.getnames()
        packed.extractall(tmp_path / "unpacked", filter="data")
    source = next((tmp_path / "unpacked").iterdir())
    assert {f"{source.name}/{name}" for name in ("LICENSE", "README.md", "CHANGELOG.md")} <= set(names)
    assert files_of(built(source, tmp_path, "wheel")) == files_of(built(ROOT, tmp_path / "direct", "wheel"))


def test_the_wheel_says_what_it_needs_and_under_which_licence(tmp_path: Path) -> None:
    with zipfile.ZipFile(built(ROOT, tmp_path, "wheel")) as archive:
        parts = {name.rpartition("/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
        about = archive.read(parts["METADATA"]).decode()
        assert "LICENSE" in parts
        assert archive.read(parts["entry_points.txt"]).decode().split()[-3:] == [
            "wg-excel",
            "=",
            "wg_excel.__main__:main",
        ]
    assert "Requires-Python: >=3.11" in about
    assert "Requires-Dist: xlwings==" in about
    assert "License-Expression: MIT" in about


def test_every_library_that_the_program_imports_is_declared() -> None:
    """A library that is only in the developer's environment is missing on the user's computer."""
    declared = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    theirs = packages_distributions()
    for module, importer in imported():
        owners = {canonicalize_name(owner) for owner in theirs.get(module, [module])}
        assert owners & (declared | BROUGHT), f"{importer} imports {module}"


def imported() -> Iterator[tuple[str, str]]:
    """Yield the libraries that the program's modules import, each with the module."""
    for path in sorted((ROOT / "wg_excel").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module] if isinstance(node, ast.ImportFrom) and not node.level else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in filter(None, names):
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names and top != "wg_excel":
                    yield top, path.relative_to(ROOT).as_posix()
