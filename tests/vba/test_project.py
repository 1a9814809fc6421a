import io
import random
from collections.abc import Sequence

import olefile
import pytest
from hypothesis import given, strategies as st
from oletools.olevba import VBA_Parser

from wg_excel.vba.modules import BadModuleError, Kind, Module, new_module
from wg_excel.vba.project import NO_CACHE, vba_project

LETTERS = "".join(bytes([code]).decode("cp1251", "ignore") for code in range(32, 256))
code = st.text(LETTERS + "\n", max_size=400) | st.lists(
    st.sampled_from(['    RunPython "import x"', "' Комментарий: №, «ёлка»", "x = " + '"' + "я" * 900 + '"', ""]),
    max_size=200,
).map("\n".join)


def extracted(content: bytes) -> dict[str, str]:
    parser = VBA_Parser("vbaProject.bin", data=content)
    try:
        return {stream.removeprefix("VBA/"): source for _, stream, _, source in parser.extract_macros()}
    finally:
        parser.close()


def sources(modules: Sequence[Module]) -> dict[str, str]:
    return {module.name: module.content.decode("cp1251") for module in modules}


@given(st.lists(st.tuples(st.sampled_from(Kind), code), min_size=1, max_size=5))
def test_olevba_gives_every_source_back_exactly(parts: list[tuple[Kind, str]]) -> None:
    modules = [new_module(f"Module{number}", text, kind) for number, (kind, text) in enumerate(parts)]
    assert extracted(vba_project(modules)) == sources(modules)


@pytest.mark.parametrize("size", [3700, 4096, 8000, 50_000])
def test_sources_that_cannot_be_compressed_come_back_exactly(size: int) -> None:
    modules = [new_module("Noise", "".join(random.Random(size).choices(LETTERS, k=size)))]
    assert extracted(vba_project(modules)) == sources(modules)


def test_the_project_names_its_modules_by_their_kinds() -> None:
    kinds = {"ThisWorkbook": Kind.WORKBOOK, "shAppeals": Kind.WORKSHEET, "Wg": Kind.STANDARD, "Dictionary": Kind.CLASS}
    content = vba_project([new_module(name, kind=kind) for name, kind in kinds.items()])
    with olefile.OleFileIO(io.BytesIO(content)) as file:
        lines = file.openstream("PROJECT").read().decode("cp1251").split("\r\n")
    assert lines[1:5] == [
        "Document=ThisWorkbook/&H00000000",
        "Document=shAppeals/&H00000000",
        "Module=Wg",
        "Class=Dictionary",
    ]


def test_the_project_has_no_compiled_cache_so_that_excel_compiles_the_sources() -> None:
    with olefile.OleFileIO(io.BytesIO(vba_project([new_module("A")]))) as file:
        assert file.openstream("VBA/_VBA_PROJECT").read() == NO_CACHE
        assert sorted(file.listdir()) == [
            ["PROJECT"],
            ["PROJECTwm"],
            ["VBA", "A"],
            ["VBA", "_VBA_PROJECT"],
            ["VBA", "dir"],
        ]


def test_names_of_modules_stand_in_both_writings() -> None:
    with olefile.OleFileIO(io.BytesIO(vba_project([new_module("Лист1", kind=Kind.WORKSHEET)]))) as file:
        expected = "Лист1\0".encode("cp1251") + "Лист1\0".encode("utf-16-le") + b"\0\0"
        assert file.openstream("PROJECTwm").read() == expected


def test_the_same_modules_give_the_same_bytes() -> None:
    modules = [new_module("A", "Sub A()\nEnd Sub\n"), new_module("B", "' №")]
    assert vba_project(modules) == vba_project(list(modules))


@pytest.mark.parametrize("names", [("Wg", "WG"), ("dir",)])
def test_a_name_used_twice_is_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(BadModuleError, match="another module"):
        vba_project([new_module(name) for name in names])
