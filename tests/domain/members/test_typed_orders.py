import pytest

from tests.domain.conftest import group_of
from tests.domain.members.test_composition_orders import DOCUMENTS, DRAFTED
from wg_excel.domain.members.typed_orders import typed_back


def test_the_number_typed_back_fills_the_cells_that_wait_for_it() -> None:
    assert typed_back(group_of(DRAFTED + DOCUMENTS)) == {(7, "inclusion_order"): "№ 15-од от 23.11.2026"}


@pytest.mark.parametrize(("typed", "there"), [("№ 15-од", "       "), ("2026-11-23", "          ")])
def test_a_number_without_its_day_or_a_day_without_its_number_is_not_enough(typed: str, there: str) -> None:
    assert typed_back(group_of(DRAFTED + DOCUMENTS.replace(typed, there))) == {}
