import datetime as dt

from wg_excel.domain.history import MOST_ACTIONS, HistoryEntry, last_month

TODAY = dt.date(2026, 11, 22)


def entry(day: str, action: str = "Проверить", who: str = "Белова") -> HistoryEntry:
    return HistoryEntry(row=7, when=dt.datetime.fromisoformat(f"{day}T09:00"), who=who, action=action)


def test_the_last_month_are_thirty_days_with_both_ends() -> None:
    lines = [entry("2026-10-22"), entry("2026-10-23"), entry("2026-11-22")]
    assert last_month(lines, TODAY).entries == tuple(lines[1:])
    assert last_month([HistoryEntry(action="без дня")], TODAY).entries == ()


def test_it_tells_how_often_each_thing_was_done_and_by_whom() -> None:
    lines = [entry("2026-11-20"), entry("2026-11-21", who="Громов"), entry("2026-11-21", "Сводка")]
    assert last_month(lines, TODAY).told.splitlines() == [
        "С 23.10.2026 записей: 3. Кто: Белова, Громов.",
        "• Проверить — 2",
        "• Сводка — 1",
        "Подробности — на листе «История», начиная со строки 7.",
    ]


def test_what_does_not_fit_a_message_is_summed_up() -> None:
    lines = [entry("2026-11-20", f"Действие {number:02}") for number in range(MOST_ACTIONS + 3)]
    assert last_month(lines, TODAY).told.splitlines()[-2] == "• другое — 3"


def test_a_month_without_a_press_is_told_as_such() -> None:
    assert last_month([], TODAY).told == "С 23.10.2026 кнопки ничего не меняли."
