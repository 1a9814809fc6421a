"""After any button all that it had no reason to touch is as it was (3-architecture 3.2)."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import openpyxl
import pytest

from benchmarks.click_presses import PRESSES
from tests import libreoffice
from tests.faithfulness.book_features import FORMULAS, OWN, results
from tests.faithfulness.features import ON_SHEETS
from tests.faithfulness.kept import cell, in_book, lost, on_sheet
from tests.faithfulness.packages import MAIN, Package
from tests.faithfulness.rich import DRAWN_ANEW, enrich
from wg_excel.book.opened import changing

if TYPE_CHECKING:
    from pathlib import Path

READ_RESULTS = """
import json
document = open_document(arguments[0])
sheet = document.Sheets.getByName("Мой")
print(json.dumps({place: sheet.getCellRangeByName(place).Value for place in arguments[1:]}))
document.close(True)
"""


@pytest.fixture(scope="module")
def rich(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return enrich(demo / "working_group.xlsm", tmp_path_factory.mktemp("rich") / "книга.xlsm")


def pressed(name: str, rich: Path, folder: Path) -> Path:
    path = folder / f"{name}.xlsm"
    shutil.copy2(rich, path)
    with changing(path) as book:
        PRESSES[name](book)
    return path


def stored(package: Package) -> dict[str, float]:
    """Return the results that the file holds for the user's formulas; one that may be old has been taken out."""
    root = package.root(package.sheets()[OWN])
    found = {place: cell(root, place) for place in FORMULAS}
    results = {place: each.findtext(f"{{{MAIN}}}v") for place, each in found.items() if each is not None}
    return {place: float(result) for place, result in results.items() if result}


def asks_for_calculation(package: Package) -> bool:
    properties = package.root("xl/workbook.xml").find(f"{{{MAIN}}}calcPr")
    return properties is not None and properties.get("fullCalcOnLoad") == "1"


def test_every_feature_is_on_every_sheet(rich: Path) -> None:
    package = Package(rich)
    sheets = {name: on_sheet(package, part) for name, part in package.sheets().items() if name != OWN}
    assert [(name, feature) for name, found in sheets.items() for feature in ON_SHEETS if not found[feature]] == []
    assert in_book(package)["names"] == "мойИтог=Мой!$A$13 \nмойЛист=Мой!$B$1 Мой\n"


@pytest.mark.parametrize("name", PRESSES)
def test_a_button_keeps_what_it_had_no_reason_to_touch(name: str, rich: Path, tmp_path: Path) -> None:
    before, after = Package(rich), Package(pressed(name, rich, tmp_path))
    assert sorted(set(lost(before, after, anew=DRAWN_ANEW.get(name, ())))) == []
    right, found = results(tmp_path / f"{name}.xlsm"), stored(after)
    assert found == {place: right[place] for place in found}
    assert len(found) == len(FORMULAS) or asks_for_calculation(after)


def test_a_loss_is_seen(rich: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(rich, keep_vba=True)
    book.save(tmp_path / "lossy.xlsm")
    features = {feature for feature, _ in lost(Package(rich), Package(tmp_path / "lossy.xlsm"))}
    assert {"shape with a macro", "form control", "sparklines", "x14 validation", "threaded comment"} <= features
    assert {"custom XML", "ribbon"} & features


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
def test_libreoffice_shows_right_results_of_the_user_s_formulas_after_all_buttons(demo: Path, tmp_path: Path) -> None:
    # LibreOffice takes half a minute for a workbook with every feature on every sheet: the formulas are enough here.
    path = enrich(demo / "working_group.xlsm", tmp_path / "книга.xlsm", on_sheets=False)
    for press in PRESSES.values():
        with changing(path) as book:
            press(book)
    shown = json.loads(libreoffice.run_script(READ_RESULTS, str(path), *FORMULAS))
    assert shown == results(path)
