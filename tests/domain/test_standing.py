import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

import pytest

from wg_excel.domain.findings import Finding, FindingLine, Place, Severity
from wg_excel.domain.standing import mark, settle

FIRST, SECOND = dt.date(2026, 9, 1), dt.date(2026, 9, 8)


@dataclass(frozen=True)
class Late(Finding):
    rule: ClassVar[str] = "MTG-2"
    severity_by_default: ClassVar[Severity] = Severity.WARNING


@dataclass(frozen=True)
class Wrong(Finding):
    rule: ClassVar[str] = "MTG-3"


def late(row: int, about: str = "", message: str = "Протокол не оформлен") -> Finding:
    return Late(message, Place("Заседания", "tblMeetings", row, "Дата"), about)


def checked(
    found: dict[Finding, object], lines: tuple[FindingLine, ...] = (), day: dt.date = FIRST, last: int = 0
) -> tuple[Finding, ...]:
    return settle([(finding, mark(finding, value)) for finding, value in found.items()], lines, day, last)


def written(found: tuple[Finding, ...], values: dict[Finding, object], accepted: str = "") -> tuple[FindingLine, ...]:
    """Return the lines that a check writes, with what a person typed into «Принято» of the first."""
    held = {(each.place, each.about): value for each, value in values.items()}
    return tuple(
        FindingLine(
            each.weight.value,
            each.place.sheet,
            each.place.row,
            each.place.column,
            each.message,
            rule=each.rule,
            since=each.since,
            number=each.number,
            accepted=accepted if n == 0 else "",
            mark=str(mark(each, held[each.place, each.about])),
        )
        for n, each in enumerate(found)
    )


def test_findings_are_numbered_in_the_order_of_the_check() -> None:
    found = checked({late(7): "", late(9): ""})
    assert [(each.number, each.since) for each in found] == [(1, FIRST), (2, FIRST)]


def test_a_finding_keeps_number_and_day_and_a_new_one_gets_the_next() -> None:
    values: dict[Finding, object] = {late(7, "1"): "x"}
    lines = written(checked(values), values)
    found = checked({late(9, "2"): "y", late(7, "1"): "x"}, lines, SECOND)
    assert [(each.place.row, each.number, each.since) for each in found] == [(9, 2, SECOND), (7, 1, FIRST)]


def test_a_number_is_never_given_twice() -> None:
    (found,) = checked({late(7): "x"}, last=12)
    assert found.number == 13


def test_findings_keep_their_numbers_when_their_rows_change_places() -> None:
    values: dict[Finding, object] = {late(7, "1"): "x", late(8, "2"): "y"}
    lines = written(checked(values), values)
    found = checked({late(8, "1"): "x", late(7, "2"): "y"}, lines, SECOND)
    assert [(each.about, each.number) for each in found] == [("1", 1), ("2", 2)]


def test_a_row_without_a_key_is_known_by_its_words_when_it_moves() -> None:
    values: dict[Finding, object] = {late(7, message="Строка 7: пусто"): "x"}
    lines = written(checked(values), values)
    (found,) = checked({late(9, message="Строка 9: пусто"): "x"}, lines, SECOND)
    assert (found.number, found.since) == (1, FIRST)


@pytest.mark.parametrize("reason", ["так решил директор", "Принято: так решил директор"])
def test_an_accepted_finding_stands_apart_with_its_reason(reason: str) -> None:
    values: dict[Finding, object] = {Wrong("Явка", Place("Заседания", "tblMeetings", 7, "№")): 1.0}
    lines = written(checked(values), values, reason)
    found = checked({**values, late(9): "x"}, lines, SECOND)
    assert [(each.rule, each.accepted) for each in found] == [("MTG-2", ""), ("MTG-3", "так решил директор")]


def test_an_acceptance_survives_words_that_change_from_day_to_day() -> None:
    before: dict[Finding, object] = {late(7, "1", "просрочено на 2 дня"): FIRST}
    lines = written(checked(before), before, "ждём поставку")
    (found,) = checked({late(7, "1", "просрочено на 9 дней"): FIRST}, lines, SECOND)
    assert found.accepted == "ждём поставку"


def test_an_accepted_finding_whose_cell_changed_stands_again() -> None:
    values: dict[Finding, object] = {late(7, "1"): FIRST}
    lines = written(checked(values), values, "ждём поставку")
    (found,) = checked({late(7, "1"): SECOND}, lines, SECOND)
    assert (found.accepted, found.number) == ("", 1)


def test_a_line_without_a_mark_is_known_by_its_cell() -> None:
    line = FindingLine("Ошибка", "Заседания", 7, "Дата", "другие слова", rule="MTG-2", since=FIRST)
    (found,) = checked({late(7): "x"}, (line,), SECOND)
    assert (found.since, found.number) == (FIRST, 1)


def test_a_mark_gives_nothing_of_the_cell_away() -> None:
    assert "Zima2026" not in str(mark(late(7), "Пароль: Zima2026"))
