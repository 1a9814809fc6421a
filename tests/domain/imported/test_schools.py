import pytest
from hypothesis import given, strategies as st

from tests.exports.sheets import rows
from wg_excel.domain.imported.schools import another_school, is_another

SAME = """
    МБОУ «СОШ № 5» | МБОУ «Школа № 5»
    СОШ №5 | Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5» г. Энска
    ГБОУ Школа 1234 | ГБОУ города Москвы «Школа № 1234»
    МБОУ СОШ № 05 | СОШ № 5 имени А. С. Пушкина
    МБОУ «Школа-гимназия № 10» | Гимназия № 10
    МБОУ «СОШ № 5» г. Ялты | МБОУ «СОШ № 5» г. Ялта
    МБОУ «Листвянская СОШ» | Листвянская средняя общеобразовательная школа
    МБОУ ЛСОШ | МБОУ «Листвянская СОШ»
    МБОУ «Учебная школа» | МБОУ «Учебная школа № 1»
    Лицей | МБОУ «Лицей № 2»
    Отчёт гимназии, 2 четверть | МБОУ «Гимназия № 1»
    МБОУ «СОШ № 5» |
    | МБОУ «СОШ № 5»
"""
OTHER = """
    МБОУ «СОШ № 5» | МБОУ «СОШ № 6»
    МБОУ «Гимназия № 1» | МБОУ «СОШ № 1»
    МБОУ «Лицей № 2» | МБОУ «Гимназия № 2»
    МБОУ «СОШ № 5» г. Ялта | МБОУ «СОШ № 5» г. Керчь
    МБОУ «Гимназия «Эврика» | МБОУ «Школа «Магистр»
    Листвянская СОШ | МБОУ «Мирновская СОШ»
    Школа 12 | МБОУ «СОШ № 112»
"""


@pytest.mark.parametrize(("one", "other"), rows(SAME.strip("\n")))
def test_names_that_may_be_of_one_school_are_not_told_apart(one: str, other: str) -> None:
    assert not is_another(one, other)
    assert not is_another(other, one)


@pytest.mark.parametrize(("one", "other"), rows(OTHER.strip("\n")))
def test_names_of_two_schools_are_told_apart(one: str, other: str) -> None:
    assert is_another(one, other)
    assert is_another(other, one)


@given(st.text())
def test_a_school_is_never_another_than_itself(name: str) -> None:
    assert not is_another(name, name)


def test_the_sentence_names_both_schools() -> None:
    assert another_school("СОШ № 5", "МБОУ «Гимназия № 1»") == (
        "В выгрузке названа другая школа — СОШ № 5, а в «Настройках» — МБОУ «Гимназия № 1»: проверьте, тот ли это файл."
    )
    assert another_school("СОШ № 5", "") == ""
