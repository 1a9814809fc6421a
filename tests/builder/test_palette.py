import pytest

from wg_excel.builder import palette

READABLE = 4.5  # contrast that WCAG 2.2 asks for in 1.4.3


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (palette.INK, palette.PAPER),
        (palette.INK, palette.BAND),
        (palette.MUTED, palette.PAPER),
        (palette.MUTED, palette.BAND),
        (palette.ACCENT, palette.PAPER),
        (palette.DEEP, palette.SOFT),
        (palette.PAPER, palette.DEEP),
        *[(state.text, state.fill) for state in (palette.GOOD, palette.WARNING, palette.BAD)],
    ],
)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= READABLE


def test_each_state_has_a_sign_of_its_own_so_that_colour_is_not_needed() -> None:
    assert len({state.sign for state in (palette.GOOD, palette.WARNING, palette.BAD)}) == 3
