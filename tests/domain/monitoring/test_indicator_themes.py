from wg_excel.domain.lists import THEMES
from wg_excel.domain.monitoring.indicator_themes import theme_of, themes
from wg_excel.domain.monitoring.indicators import INDICATORS


def test_every_indicator_has_a_theme_of_the_closed_list() -> None:
    assert {indicator.id for indicator in INDICATORS} == set(themes())
    assert set(themes().values()) <= set(THEMES.values)


def test_a_theme_that_the_school_has_dropped_is_the_other_one() -> None:
    assert theme_of(INDICATORS[0], {}) == "Темы и домашние задания"
    assert theme_of(INDICATORS[0], {THEMES.name: ("Пропуски",)}) == "Иное"
    assert theme_of(None, {}) == "Иное"
