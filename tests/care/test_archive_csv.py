import pytest

from tests.care.tables import contents
from wg_excel.care.archive_csv import csv_bytes, harmless


@pytest.mark.parametrize("text", ["=1+1", "+7 900 000", "-1", "@cmd", "\t=1", " =1+1", "\r\n=1", "＝1+1"])
def test_text_with_the_sign_of_a_formula_is_marked_as_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5А", "а=б", "01.09.2026", "'=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_table_opens_in_excel_with_russian_settings() -> None:
    table = contents("Моя\n=Сколько | День | Что\n-1.5 | 2026-09-01 | =1+1\n3 | | а;б").tables[0]
    assert csv_bytes(table).decode("utf-8-sig").splitlines() == [
        "'=Сколько;День;Что",
        "-1,5;01.09.2026;'=1+1",
        '3;;"а;б"',
    ]
    assert csv_bytes(table).startswith(b"\xef\xbb\xbf")
