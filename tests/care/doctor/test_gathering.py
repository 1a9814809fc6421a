import builtins
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tests.care.books import workbook
from tests.care.doctor.registries import FakeRegistry
from tests.care.doctor.test_windows import VALUES
from wg_excel.care.doctor.gathering import machine, packages, this_machine
from wg_excel.care.doctor.machine import Excel, Package, System
from wg_excel.care.doctor.windows import NoRegistry


def test_windows_is_seen_through_its_registry(tmp_path: Path) -> None:
    environment = {"OneDrive": r"C:\Users\Анна\OneDrive", "PATH": ""}
    found = machine(System.WINDOWS, FakeRegistry(VALUES), tmp_path, tmp_path, environment)
    assert found.excel == Excel("16.0", r"C:\Office\EXCEL.EXE")
    assert found.macros.level == 4
    assert found.libreoffice == r"C:\LibreOffice\program"
    assert r"C:\Users\Анна\OneDrive" in found.cloud_folders.values()


def test_macos_is_seen_through_its_folders(tmp_path: Path) -> None:
    (tmp_path / "Applications/Microsoft Excel.app").mkdir(parents=True)
    office = tmp_path / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    office.parent.mkdir(parents=True)
    office.touch()
    script = tmp_path / "Library/Application Scripts/com.microsoft.Excel/xlwings-0.37.8.applescript"
    script.parent.mkdir(parents=True)
    script.touch()
    found = machine(System.MACOS, NoRegistry(), tmp_path, tmp_path, {"PATH": ""})
    assert found.excel
    assert (found.libreoffice, found.excel_script) == (str(office), str(script))


def test_libreoffice_is_found_on_the_path_and_where_it_unpacks_itself(tmp_path: Path) -> None:
    by_hand = tmp_path / "opt/libreoffice26.2/program/soffice"
    by_hand.parent.mkdir(parents=True)
    by_hand.touch()
    assert machine(System.LINUX, NoRegistry(), tmp_path, tmp_path, {"PATH": ""}).libreoffice == str(by_hand)
    on_path = tmp_path / "bin/soffice"
    on_path.parent.mkdir()
    on_path.touch(mode=0o755)
    environment = {"PATH": str(on_path.parent)}
    assert machine(System.LINUX, NoRegistry(), tmp_path, tmp_path, environment).libreoffice == str(on_path)


def test_this_computer_fits() -> None:
    assert all(package.fits for package in this_machine().packages)


def test_libraries_are_compared_with_what_the_program_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = ["lxml>=5.2", "xlwings==0.1", "no-such-library", 'pytest>=8; extra == "test"']
    monkeypatch.setattr(metadata, "requires", lambda _: declared)
    found = {package.name: (package.wanted, bool(package.found), package.fits) for package in packages()}
    assert found == {
        "lxml": (">=5.2", True, True),
        "xlwings": ("==0.1", True, False),
        "no-such-library": ("", False, False),
    }


def test_a_broken_environment_is_still_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def fake(name: str, *rest: object, **more: object) -> object:
        if name.startswith("packaging"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(builtins, "__import__", fake)
    assert list(packages()) == [Package("packaging", "", "", fits=False)]


# The doctor with every library but click taken away, as after a broken installation.
BROKEN = """
import sys

class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in GONE:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

GONE = set(sys.argv[1].split(","))
sys.meta_path.insert(0, Gone())
from wg_excel.cli.app import run
sys.exit(run(sys.argv[2:]))
"""
LIBRARIES = "lxml,xlwings,python_calamine,xlsxwriter,docxtpl,docx,jinja2,rapidfuzz,holidays,pytrovich,packaging"


@pytest.mark.parametrize("gone", [*LIBRARIES.split(","), LIBRARIES])
def test_the_doctor_works_where_libraries_are_gone(tmp_path: Path, gone: str) -> None:
    book = workbook(tmp_path / "книга.xlsm")
    for command, words in (("doctor", "✔ Python"), ("backups", "")):
        ended = subprocess.run(
            [sys.executable, "-c", BROKEN, gone, command, str(book)], capture_output=True, encoding="utf-8", check=False
        )
        assert ended.returncode in {0, 1, 2}
        assert "Traceback" not in ended.stderr
        assert words in ended.stdout
        assert not ended.stderr or re.match(rf"Не хватает библиотеки «({gone.replace(',', '|')})", ended.stderr)


def test_a_library_whose_files_are_gone_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lost = metadata.PackagePath("lxml/etree.so")
    lost.dist = metadata.PathDistribution(tmp_path)
    monkeypatch.setattr(metadata, "files", lambda name: [lost] if name == "lxml" else [])
    assert [package.name for package in packages() if not package.whole] == ["lxml"]


def test_a_program_that_is_not_installed_is_seen() -> None:
    (found,) = packages("no-such-program")
    assert (found.name, found.fits) == ("no-such-program", False)
