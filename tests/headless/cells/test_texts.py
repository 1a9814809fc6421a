import pytest
from hypothesis import given, strategies as st

from wg_excel.headless.cells.texts import SharedStrings, clean, decode, encode, escape, unescape
from wg_excel.headless.package.part import Part
from wg_excel.headless.package.zipstore import pack
from wg_excel.headless.xmlns import MAIN


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


PARTS = {
    "as Excel writes": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<sst xmlns="{MAIN}" count="9" '
    'uniqueCount="2"><si><t>а</t></si><si><t>б</t></si></sst>',
    "with line ends behind it": f'<sst uniqueCount="2" xmlns="{MAIN}"><si><t>а</t></si><si><t>б</t></si></sst>\n',
    "with runs": f'<sst xmlns="{MAIN}"><si><t>а</t></si><si><r><t>б</t></r></si></sst>',
    "with a prefix": f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>а</x:t></x:si><x:si><x:t>б</x:t></x:si></x:sst>',
    "with an extension": f'<sst xmlns="{MAIN}"><si><t>а</t></si><si><t>б</t></si><extLst><ext uri="u"/></extLst></sst>',
    "in another encoding": f'<?xml version="1.0" encoding="windows-1251"?><sst xmlns="{MAIN}"><si><t>а</t></si>'
    "<si><t>б</t></si></sst>",
    "empty": f'<sst xmlns="{MAIN}"/>',
}


@pytest.mark.parametrize("kind", PARTS)
def test_strings_are_added_behind_those_of_any_part(kind: str) -> None:
    encoding = "cp1251" if "1251" in PARTS[kind] else "utf-8"
    strings = SharedStrings(Part("s.xml", pack(PARTS[kind].encode(encoding))))
    before = list(strings.texts)
    added = [strings.number(text) for text in ("а", "  <в> & \n_x000D_", "г", "  <в> & \n_x000D_")]
    assert added == [0, len(before) or 1, (len(before) or 1) + 1, len(before) or 1]
    again = SharedStrings(Part("s.xml", pack(strings.part.current())))
    assert again.texts == [*(before or ["а"]), "  <в> & \n_x000D_", "г"]
    assert [number for number, _ in enumerate(again.texts) if again.item(number).tag != f"{{{MAIN}}}si"] == []
    assert "ount" not in "".join(map(str, again.part.xml.keys()))
    assert strings.item(added[1]).findtext(f"{{{MAIN}}}t") == "  <в> & \n_x005F_x000D_"


def test_a_part_to_which_nothing_is_added_stays_as_it_is() -> None:
    strings = SharedStrings(Part("s.xml", pack(PARTS["as Excel writes"].encode())))
    assert strings.number("б") == 1
    assert strings.part.current() == PARTS["as Excel writes"].encode()
