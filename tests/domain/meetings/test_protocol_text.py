from pathlib import Path

from tests.sample_meeting import group
from wg_excel.domain.meetings.protocol import protocol_of
from wg_excel.domain.meetings.protocol_text import annex_lines, annex_title, body_lines

GOLDEN = Path(__file__).parent / "protocol_text.txt"


def test_the_parts_stand_in_the_official_order() -> None:
    lines = body_lines(protocol_of(group(), "3"))
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_a_caption_never_stands_alone() -> None:
    lines = body_lines(protocol_of(group(), "3"))
    assert not [line for line in lines if line.endswith(":")]


def test_a_long_list_of_those_present_moves_to_the_annex() -> None:
    made = protocol_of(group(people=18), "3")
    assert "Присутствовали: 17 человек (список прилагается)" in body_lines(made)
    assert annex_title(made) == "Приложение 1 к протоколу от 28 августа 2026 г. № 3"
    assert annex_lines(made)[:3] == ("Список присутствовавших", "", "1. Даценко И. А., директор")
    assert len(annex_lines(made)) == 19


def test_a_short_list_needs_no_annex() -> None:
    made = protocol_of(group(), "3")
    assert (annex_title(made), annex_lines(made)) == ("", ())
