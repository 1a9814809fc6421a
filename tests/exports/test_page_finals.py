import pytest

from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.marks import mark_reader
from wg_excel.exports.page_finals import count_finals

FINALS = ("4", "4", "3", "5", "н/а", "", "осв")
MEANS = ("3,5", "3,62", "3,62", "4.75", "", "2,1", "")


def count(finals: tuple[str, ...], means: tuple[str, ...] | None) -> dict[str, float]:
    return count_finals(finals, means, mark_reader(vocabulary()))


def test_a_page_without_means_tells_nothing_of_rounding() -> None:
    assert count(FINALS, None) == {"finals": 4, "finals_na": 1}


@pytest.mark.parametrize(
    ("border", "off"),
    [(40, 1), (50, 1), (55, 2), (60, 2), (65, 2), (80, 3)],
)
def test_each_border_of_rounding_has_its_number(border: int, off: int) -> None:
    found = count(FINALS, MEANS)
    assert found.get(f"finals_off_{border}", found["finals_off"]) == off


def test_a_border_that_changes_nothing_is_not_named() -> None:
    assert count(("4",), ("4",)) == {"finals": 1, "finals_na": 0, "finals_off": 0}
