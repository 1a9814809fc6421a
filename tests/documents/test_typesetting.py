import pytest
from hypothesis import given, strategies as st

from wg_excel.documents.typesetting import at_positions, height, text_width, wrapped

words = st.lists(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя№1234567890", min_size=1, max_size=12), min_size=1)


def test_widths_are_those_of_times_new_roman() -> None:
    # Measured with the font at 12 points: «Председательствующий» 123.5, «№ 3» 20.4, «И. А. Даценко» 72.8.
    assert text_width("Председательствующий", 12) == pytest.approx(123.5, rel=0.05)
    assert text_width("№ 3", 12) == pytest.approx(20.4, rel=0.05)
    assert text_width("И. А. Даценко", 12) == pytest.approx(72.8, rel=0.05)


def test_a_text_wraps_between_words() -> None:
    assert wrapped("один два три", text_width("один два", 12) + 1, 12) == ["один два", "три"]


def test_a_line_of_its_own_is_kept() -> None:
    assert wrapped("РЕШИЛИ:\nПринять.", 400, 12) == ["РЕШИЛИ:", "Принять."]


def test_an_empty_text_takes_one_line() -> None:
    assert height("", 400, 12) == 15.75
    assert height("а\nб", 400, 12) == 31.5


def test_a_word_longer_than_the_line_takes_several() -> None:
    assert len(wrapped("щ" * 100, text_width("щ" * 30, 12), 12)) == 4


@given(words, st.integers(60, 500))
def test_no_word_is_lost_and_no_line_is_wider_than_the_cell(parts: list[str], width: int) -> None:
    lines = wrapped(" ".join(parts), width, 12)
    assert " ".join(lines).split() == parts
    assert all(text_width(line, 12) <= width or " " not in line for line in lines)


def test_texts_begin_at_their_positions() -> None:
    line = at_positions(((0, "Секретарь"), (200, "____"), (330, "М. П. Иванова")), 12)
    assert text_width(line[: line.index("_")], 12) == pytest.approx(200, abs=2)
    assert text_width(line[: line.index("М.")], 12) == pytest.approx(330, abs=2)
