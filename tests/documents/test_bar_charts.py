from wg_excel.documents.bar_charts import BAR, LABEL, ROOM, WIDTH, bar_chart


def test_the_longest_bar_leaves_room_for_its_value_and_others_are_in_proportion() -> None:
    chart = bar_chart("a", "Обращения", ("Число",), [["сен", 30], ["окт", 15]])
    assert chart is not None
    assert [group.bars[0].width for group in chart.groups] == [WIDTH - ROOM, (WIDTH - ROOM) / 2]


def test_bars_of_one_name_stand_below_one_another_under_it() -> None:
    chart = bar_chart("a", "Обращения", ("Да", "Нет"), [["сен", 3, 1]])
    assert chart is not None
    assert [bar.y for bar in chart.groups[0].bars] == [LABEL, LABEL + BAR]


def test_numbers_are_told_with_a_comma_and_what_is_unknown_in_words() -> None:
    chart = bar_chart("a", "Темы", ("Темы", "ДЗ"), [["5А", 2.5, None]], " %")
    assert chart is not None
    assert [bar.text for bar in chart.groups[0].bars] == ["2,5 %", "нет данных"]


def test_without_a_number_above_zero_there_is_no_chart() -> None:
    assert bar_chart("a", "Темы", ("Темы",), [["5А", 0], ["6А", None]]) is None
    assert bar_chart("a", "Темы", ("Темы",), []) is None
