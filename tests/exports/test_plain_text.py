import pytest
from hypothesis import given, strategies as st

from wg_excel.exports.grids import grids
from wg_excel.exports.plain_text import decoded, delimiter
from wg_excel.exports.refusals import Damaged, NothingInside

SENTENCE = "Дата;Класс;Предмет;Учитель\r\n01.09.2026;5А;Русский язык;Королёва Алёна Петровна\r\n"


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r"]
)
def test_the_encoding_is_told_by_the_letters(code: str) -> None:
    assert decoded(SENTENCE.encode(code)) == SENTENCE


def test_an_encoding_that_is_declared_and_holds_is_taken() -> None:
    assert decoded("Да".encode("cp1251"), "windows-1251") == "Да"


@pytest.mark.parametrize("sign", list(";,\t|"))
def test_the_delimiter_makes_rows_of_one_width(sign: str) -> None:
    text = "Школа\nПериод: 01.09.2026, 02.09.2026\n" + "".join(
        f"{n}{sign}а, б{sign}87.5\n".replace(", ", " ") for n in range(5)
    )
    assert delimiter(text) == sign


def test_decimal_commas_do_not_win_over_semicolons() -> None:
    assert delimiter("а;б;в\n1;2,5;3,5\n2;2,5;3,5\n3;2,5;3,5\n") == ";"


def test_line_breaks_within_quotes_stay_in_their_cell() -> None:
    (grid,) = grids('а;б\n"1\n2";3\n'.encode())
    assert list(grid.rows()) == [["а", "б"], ["1\n2", "3"]]


def test_the_line_that_names_the_delimiter_is_obeyed_and_left_out() -> None:
    (grid,) = grids("sep=|\nа|б,в,г\n1|2,3,4\n".encode())
    assert list(grid.rows()) == [["а", "б,в,г"], ["1", "2,3,4"]]


def test_blanks_alone_and_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NothingInside):
        list(grids(b" \r\n\t"))
    with pytest.raises(Damaged):
        list(grids(bytes(range(1, 32)) * 50))


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decoded(data), str)


def test_a_quote_that_nobody_closes_is_damage_and_takes_no_time() -> None:
    with pytest.raises(Damaged):
        list(grids(('а;б;в\n1;"2;3\n' + "4;5;6\n" * 50_000).encode()))
