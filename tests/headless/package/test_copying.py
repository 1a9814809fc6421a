from __future__ import annotations

import zipfile
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from wg_excel.headless import engine, open_book, save_copy
from wg_excel.headless.errors import SheetNotCopied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import xlwings as xw


def test_a_copy_is_complete_and_has_ids_of_its_own(
    rich: xw.Book, reopened: Callable[[xw.Book], Any], tmp_path: Path
) -> None:
    copy = rich.sheets["Данные"].copy(name="Копия")
    saved = reopened(rich)["Копия"]
    assert saved.tables.items() == [("Баллы_2", "A3:C6")]
    assert saved.print_area == "'Копия'!$A$1:$C$6"
    assert saved["A1"].comment.text.endswith("заметка")
    assert (len(saved._charts), len(saved.data_validations.dataValidation)) == (1, 1)
    assert len(saved.conditional_formatting) == 1
    assert saved.freeze_panes == "A4"
    assert copy.charts[0].impl.content.source()[0] == "Копия"
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as archive:
        vml = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".vml")]
    assert len(vml) == 2
    assert sorted(text.count('ObjectType="Button"') for text in vml) == [1, 1]
    assert "_x0000_s1025" in "".join(vml)
    assert "_x0000_s2049" in "".join(vml)


def test_formulas_of_a_copy_mean_the_copied_table(rich: xw.Book) -> None:
    sheet = rich.sheets["Данные"]
    sheet["E1"].formula = "=SUM(Баллы[Балл])+Итог!A1"
    assert sheet.copy(name="Копия")["E1"].formula == "=SUM(Баллы_2[Балл])+Итог!A1"


def test_a_copy_has_no_code_name_and_is_the_only_selected_sheet(rich: xw.Book, tmp_path: Path) -> None:
    rich.sheets["Данные"].copy()
    save_copy(rich, tmp_path / "copy.xlsx")
    with zipfile.ZipFile(tmp_path / "copy.xlsx") as archive:
        sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    assert sum(b'tabSelected="1"' in sheet for sheet in sheets) == 1
    assert not any(b"codeName" in sheet for sheet in sheets)


def test_a_very_hidden_template_gives_a_copy_in_the_same_state(rich: xw.Book) -> None:
    copy = rich.sheets["Скрытый"].copy(name="Копия")
    assert copy.visible == 2
    copy.visible = True
    assert copy.visible is True


@pytest.mark.parametrize("order", permutations(["copy", "move", "delete"]))
def test_names_of_single_sheets_follow_them_in_any_order_of_changes(
    rich: xw.Book, again: Callable[[xw.Book], xw.Book], order: tuple[str, ...]
) -> None:
    rich.sheets["Итог"].page_setup.print_area = "A1:B1"
    for step in order:
        if step == "copy":
            rich.sheets["Данные"].copy(name="Копия", before=rich.sheets[0])
        elif step == "move":
            rich.sheets["Итог"].move(before=rich.sheets[0])
        else:
            rich.sheets["Скрытый"].delete()
    saved = again(rich)
    areas = {sheet.name: sheet.page_setup.print_area for sheet in saved.sheets}
    assert areas == {"Данные": "$A$1:$C$6", "Копия": "$A$1:$C$6", "Итог": "$A$1:$B$1"}


def test_deleting_a_sheet_takes_its_parts_along_and_leaves_no_reference(rich: xw.Book, tmp_path: Path) -> None:
    rich.sheets["Данные"].delete()
    assert rich.sheets["Итог"]["A1"].formula == "=SUM(#REF!)"
    save_copy(rich, tmp_path / "deleted.xlsx")
    with zipfile.ZipFile(tmp_path / "deleted.xlsx") as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()
    assert not any(part in name for name in names for part in ("table", "chart", "drawing", "comments"))
    assert "/xl/tables/" not in types


def test_a_deleted_copy_leaves_the_original_untouched(
    rich_path: Path, tmp_path: Path, parts: Callable[[Path], dict[str, bytes]]
) -> None:
    book = open_book(rich_path)
    book.sheets["Данные"].copy(name="Копия").delete()
    save_copy(book, tmp_path / "after.xlsx")
    old, new = parts(rich_path), parts(tmp_path / "after.xlsx")
    assert new.keys() == old.keys()
    kept = [name for name in old if "drawing" in name or "chart" in name or "table" in name or "comments" in name]
    assert all(new[name] == old[name] for name in kept)


def test_a_sheet_with_a_pivot_table_is_refused_by_name(rich: xw.Book) -> None:
    sheet = rich.sheets["Итог"].impl.sheet
    part = rich.api.package.add("xl/pivotTables/pivotTable1.xml", b"<a/>")
    rich.api.package.relate(sheet.part.name, "pivotTable", part.name)
    count = len(rich.sheets)
    with pytest.raises(SheetNotCopied, match=r"«Итог».*сводная таблица"):
        rich.sheets["Итог"].copy()
    assert len(rich.sheets) == count


def test_a_sheet_goes_to_another_book_with_its_look_and_texts(
    rich: xw.Book, again: Callable[[xw.Book], xw.Book]
) -> None:
    source = rich.sheets["Данные"]
    source["A4"].color = (1, 2, 3)
    source["B4"].number_format = "0.000"
    app = engine.apps.add(add_book=True)
    other = app.books[0]
    other.sheets[0]["A1"].value = "свой текст"
    source.copy(after=other.sheets[0])
    copied = again(other).sheets["Данные"]
    assert copied["A3:B4"].value == [["Имя", "Балл"], ["Иванов", 5.0]]
    assert (copied["A4"].color, copied["B4"].number_format) == ((1, 2, 3), "0.000")
    assert [table.name for table in copied.tables] == ["Баллы"]
    assert len(copied.charts) == 1
    app.quit()
