from hypothesis import given, strategies as st

from wg_excel.headless.cells.texts import clean, decode, encode, escape, unescape


@given(st.text())
def test_cleaned_text_survives_the_way_into_the_file_and_back(text: str) -> None:
    cleaned = clean(text)
    assert decode(unescape(escape(encode(cleaned)))) == cleaned


def test_control_characters_go_and_line_ends_become_one_kind() -> None:
    assert clean("а\x00б\r\nв\rг\ud800") == "аб\nв\nг"


def test_what_looks_like_an_escape_stays_text() -> None:
    assert decode(encode("код _x000D_ в тексте")) == "код _x000D_ в тексте"


def test_numbered_entities_are_read() -> None:
    assert unescape("&#x41;&#66;&amp;&lt;") == "AB&<"
