import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.settings import Settings

BY_ID = {indicator.id: indicator for indicator in INDICATORS}


def counts(indicator: str, part: int | None, base: int | None) -> Counts:
    known = BY_ID[indicator]
    return Counts(**{known.part: part, known.base: base})


@pytest.mark.parametrize(
    ("indicator", "part", "base", "percent", "level"),
    [
        ("topics", 47, 47, 100.0, "норма"),
        ("topics", 1999, 2000, 99.9, "ниже нормы"),
        ("topics", 45, 50, 90.0, "ниже нормы"),
        ("topics", 40, 47, 85.1, "мало"),
        ("topics", 0, 5, 0.0, "мало"),
        ("topics", 0, 0, None, "нет данных"),
        ("topics", None, 5, None, "нет данных"),
        ("topics", 5, None, None, "нет данных"),
        ("homework", 19, 20, 95.0, "норма"),
        ("timeliness", 79, 100, 79.0, "мало"),
        ("density", 181, 133, 136.0, "норма"),
        ("density", 69, 100, 69.0, "мало"),
        ("without_marks", 0, 30, 0.0, "норма"),
        ("without_marks", 1, 3000, 0.1, "мало"),
    ],
)
def test_counts_give_a_percentage_and_a_level(
    indicator: str, part: int | None, base: int | None, percent: float | None, level: str
) -> None:
    known = counts(indicator, part, base)
    assert BY_ID[indicator].percent(known) == percent
    assert BY_ID[indicator].level(known, Settings()) == level


@pytest.mark.parametrize(
    ("indicator", "part", "base", "sentence"),
    [
        ("topics", 40, 47, "Темы записаны в 40 уроках из 47"),
        ("topics", 21, 47, "Темы записаны в 21 уроке из 47"),
        ("homework", 11, 30, "Домашнее задание записано в 11 уроках из 30, где оно нужно"),
        ("timeliness", 2, 60, "В срок внесено 2 записи из 60"),
        ("density", 5, 60, "Выставлено 5 отметок из 60 нужных"),
        ("without_marks", 1, 24, "Нет ни отметки, ни «н» в 1 уроке из 24"),
    ],
)
def test_a_remark_is_a_russian_sentence_with_both_counts(indicator: str, part: int, base: int, sentence: str) -> None:
    assert BY_ID[indicator].sentence(counts(indicator, part, base)) == sentence


def test_every_indicator_names_counts_and_settings_that_exist() -> None:
    for indicator in INDICATORS:
        assert {indicator.part, indicator.base} <= set(Counts._fields)
        assert isinstance(getattr(Settings(), indicator.green), float)
        assert isinstance(getattr(Settings(), indicator.red), float)


def test_a_school_sets_its_own_threshold() -> None:
    assert BY_ID["topics"].level(counts("topics", 80, 100), Settings(topics_red=75.0)) is Level.MIDDLE


@given(st.sampled_from(INDICATORS), st.integers(1, 5000), st.data())
def test_only_all_is_a_hundred_and_only_none_is_nought(indicator: Indicator, base: int, data: st.DataObject) -> None:
    known = indicator
    part = data.draw(st.integers(0, base))
    percent = known.percent(counts(known.id, part, base))
    whole, edge = (0.0, 0) if known.less_is_better else (100.0, base)
    assert (percent == whole) == (part == edge)
