import pytest

from tests.care.tables import contents
from wg_excel.care.failures import PreferenceNotRead, UnknownTable
from wg_excel.care.preference import Preference

TABLES = contents("""
    tblAppeals
    №
    1

    tblPlan
    №
    1
""").tables


@pytest.mark.parametrize(
    ("texts", "taken"),
    [
        ([], set()),
        (["b"], {("tblAppeals", "1"), ("tblAppeals", "2"), ("tblPlan", "1")}),
        (["b:обращения"], {("tblAppeals", "1"), ("tblAppeals", "2")}),
        (["B : tblPlan", "b:Обращения:2"], {("tblAppeals", "2"), ("tblPlan", "1")}),
    ],
)
def test_the_copy_wins_where_the_user_says_so(texts: list[str], taken: set[tuple[str, str]]) -> None:
    chosen = Preference.read(texts).for_tables(TABLES)
    every = [("tblAppeals", "1"), ("tblAppeals", "2"), ("tblPlan", "1")]
    assert {each for each in every if chosen.takes_b(*each)} == taken


def test_a_choice_that_is_not_understood_is_refused() -> None:
    with pytest.raises(PreferenceNotRead, match="«c» не понято"):
        Preference.read(["c"])


def test_a_choice_of_an_unknown_table_is_refused() -> None:
    with pytest.raises(UnknownTable, match="Таблицы «Планы» в книге нет"):
        Preference.read(["b:Планы"]).for_tables(TABLES)
