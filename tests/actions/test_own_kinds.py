from pathlib import Path

import pytest

from wg_excel.actions.own_kinds import FILE, OwnKindsWrong, own_kinds


def test_without_a_file_there_are_no_own_kinds(tmp_path: Path) -> None:
    assert own_kinds(tmp_path) == ""


def test_the_file_beside_the_workbook_is_taken_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[homework]\nempty = ["нету"]\n', "utf-8-sig")
    assert own_kinds(tmp_path).startswith("[homework]")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"[homework\n", "строка 1"),
        ("[homework]\nempty = 'нет'".encode("cp1251"), "UTF-8"),
    ],
)
def test_a_broken_file_is_one_sentence_that_names_file_and_line(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(OwnKindsWrong) as wrong:
        own_kinds(tmp_path)
    assert str(wrong.value).startswith(f"«{FILE}» рядом с книгой: ")
    assert sentence in str(wrong.value)
    assert "\n" not in str(wrong.value)
