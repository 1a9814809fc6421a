import zipfile
from importlib.resources import files

import pytest
from oletools.olevba import VBA_Parser

from wg_excel.vba.modules import Kind, new_module
from wg_excel.vba.project import vba_project
from wg_excel.vba.reading import UnreadableProjectError, read_sources


def test_what_was_written_is_read() -> None:
    modules = [new_module("ЭтаКнига", "' да", Kind.WORKBOOK), new_module("Wg", "Sub A()\nEnd Sub\n" * 900)]
    assert read_sources(vba_project(modules)) == {each.name: each.content.decode("cp1251") for each in modules}


@pytest.mark.parametrize("name", ["quickstart.xlsm", "quickstart_standalone.xlsm"])
def test_a_project_that_excel_wrote_is_read_as_olevba_reads_it(name: str) -> None:
    """xlwings ships workbooks that Excel itself saved, compiled cache and all."""
    with zipfile.ZipFile(str(files("xlwings").joinpath(name))) as package:
        project = package.read("xl/vbaProject.bin")
    parser = VBA_Parser(name, data=project)
    theirs = {stream.removeprefix("VBA/"): source for _, stream, _, source in parser.extract_macros()}
    parser.close()
    ours = {stream: source.replace("\r\n", "\n") for stream, source in read_sources(project).items()}
    assert {stream: source.replace("\r\n", "\n") for stream, source in theirs.items()}.items() <= ours.items()
    assert theirs


@pytest.mark.parametrize("content", [b"", b"no project", vba_project([new_module("Wg", "x")])[:600]])
def test_what_is_no_project_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableProjectError):
        read_sources(content)
