"""LibreOffice, a reader that is not ours, takes the built project and runs its macros."""

import json
import random
from pathlib import Path

from tests import libreoffice
from tests.vba.workbooks import built, modules
from wg_excel.vba.macros import recording_modules
from wg_excel.vba.modules import new_module

pytestmark = libreoffice.marks

RUN = """
import json

path, *macros = arguments
document = open_document(path)
provider = document.getScriptProvider()
for macro in macros:
    uri = f"vnd.sun.star.script:VBAProject.{macro}?language=Basic&location=document"
    provider.getScript(uri).invoke((), (), ())
library = document.BasicLibraries.getByName("VBAProject")
sources = {name: library.getByName(name) for name in library.ElementNames}
cell = document.Sheets.getByIndex(1).getCellByPosition(0, 0).String
print(json.dumps({"sources": sources, "cell": cell}))
document.close(True)
"""
LETTERS = bytes(range(192, 256)).decode("cp1251") + "".join(map(chr, range(33, 127)))
CYRILLIC = '\' Комментарий\nPublic Sub Greet()\n    Worksheets(2).Range("A1").Value = "Съешь ещё № 5"\nEnd Sub\n'


def test_macros_are_loaded_and_run(tmp_path: Path) -> None:
    workbook, log = tmp_path / "книга.xlsm", tmp_path / "log.txt"
    workbook.write_bytes(built(modules(*recording_modules(log), new_module("Greeting", CYRILLIC))))
    result = json.loads(
        libreoffice.run_script(RUN, str(workbook), "WgButtons.WgCheck", "WgButtons.WgImport", "Greeting.Greet")
    )
    names = {"ThisWorkbook", "shAppeals", "shSummary", "WgButtons", "xlwings", "Greeting"}
    assert set(result["sources"]) == names
    assert log.read_text(encoding="utf-8").splitlines() == [
        "import wg_excel.excel; wg_excel.excel.press('check_entries')",
        "import wg_excel.excel; wg_excel.excel.press('import_exports')",
    ]
    assert "' Комментарий" in result["sources"]["Greeting"]
    assert result["cell"] == "Съешь ещё № 5"


def test_a_long_source_that_cannot_be_compressed_is_read_whole(tmp_path: Path) -> None:
    noise = random.Random(0)
    lines = "".join(f"' {''.join(noise.choices(LETTERS, k=90))}\n" for _ in range(300))
    workbook = tmp_path / "book.xlsm"
    workbook.write_bytes(built(modules(new_module("Noise", lines))))
    result = json.loads(libreoffice.run_script(RUN, str(workbook)))
    assert lines in result["sources"]["Noise"].replace("\r\n", "\n")


def test_the_workbook_is_converted(tmp_path: Path) -> None:
    workbook = tmp_path / "book.xlsm"
    workbook.write_bytes(built(modules()))
    assert libreoffice.convert(workbook, "pdf", tmp_path).read_bytes().startswith(b"%PDF")
