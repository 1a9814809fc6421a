import dataclasses
import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.meetings.seals import seal_of
from wg_excel.domain.rules.checking import check
from wg_excel.domain.schema import Record

TODAY = dt.date(2026, 2, 20)
TABLES = """
    Заседания
    №  Дата        Статус     Место
    1  2026-02-10  Проведено  каб. 12

    Явка
    Заседание  Член группы             Явка
    1          Даценко Иван Андреевич  Присутствовал
    1          Белова А. И.            Присутствовал
    1          Громов Олег Юрьевич     Присутствовал

    Повестка
    Заседание  Вопрос №  Вопрос   Решили     Поручение
    1          1         О плане  Утвердить
    1          2         О сайте  Обновить
    """


@pytest.fixture
def sealed() -> Group:
    """Return a group whose one meeting is sealed."""
    group = dataclasses.replace(group_of(TABLES), protocols={"1": ("ПРОТОКОЛ", "1. О плане")})
    (meeting,) = group[Meeting]
    made = seal_of(group, meeting)
    stamped = dataclasses.replace(
        meeting, sealed=TODAY, sealed_by="секретарь", fingerprint=made.fingerprint, sealed_parts=made.parts
    )
    return but(group, meeting, stamped)


def but(group: Group, old: Record, *new: Record) -> Group:
    """Return the group with a row replaced, deleted (nothing new) or followed by others."""
    rows = group[type(old)]
    at = rows.index(old)
    return dataclasses.replace(group, records={**group.records, type(old): (*rows[:at], *new, *rows[at + 1 :])})


def found(group: Group) -> list[str]:
    return [f"{one.about} @{one.place.column}" for one in check(group, TODAY) if one.rule == "MTG-11"]


def test_an_unchanged_seal_is_silent(sealed: Group) -> None:
    assert found(sealed) == []


def test_a_changed_cell_is_named_by_its_row_and_column(sealed: Group) -> None:
    second = sealed[AgendaItem][1]
    changed = but(sealed, second, dataclasses.replace(second, decided="Закрыть", votes_for=3))
    assert found(changed) == ["1 Повестка: 2 decided @Решили", "1 Повестка: 2 votes_for @За"]


def test_a_changed_meeting_and_attendance_are_named(sealed: Group) -> None:
    meeting, mark = sealed[Meeting][0], sealed[Attendance][1]
    moved = but(sealed, meeting, dataclasses.replace(meeting, place="каб. 14"))
    assert found(moved) == ["1 Заседания place @Место"]
    absent = but(sealed, mark, dataclasses.replace(mark, presence="Отсутствовал"))
    assert found(absent) == ["1 Явка: Белова Анна Игоревна presence @Явка"]


def test_a_deleted_and_an_added_row_are_named(sealed: Group) -> None:
    second = sealed[AgendaItem][1]
    assert found(but(sealed, second)) == ["1 @Опечатан"]
    added = but(sealed, second, second, dataclasses.replace(second, number=3, row=99))
    assert found(added) == ["1 Повестка: 3 @Заседание"]


@pytest.mark.parametrize("text", [("ПРОТОКОЛ", "1. О сайте"), ()])
def test_a_changed_or_deleted_sheet_is_named(sealed: Group, text: tuple[str, ...]) -> None:
    assert found(dataclasses.replace(sealed, protocols={"1": text})) == ["1 @Протокол"]


def test_a_changed_seal_is_named(sealed: Group) -> None:
    meeting = sealed[Meeting][0]
    assert found(but(sealed, meeting, dataclasses.replace(meeting, fingerprint="0" * 64))) == ["1 @Отпечаток"]


def test_a_seal_typed_by_hand_is_named(sealed: Group) -> None:
    meeting = sealed[Meeting][0]
    typed = dataclasses.replace(meeting, fingerprint="", sealed_parts="")
    assert found(but(sealed, meeting, typed)) == ["1 @Отпечаток"]


def test_what_lives_on_after_the_meeting_is_not_sealed(sealed: Group) -> None:
    meeting, second = sealed[Meeting][0], sealed[AgendaItem][1]
    linked = but(sealed, second, dataclasses.replace(second, assignment="7", basis="Документ № 3"))
    assert found(linked) == []
    assert found(but(sealed, meeting, dataclasses.replace(meeting, proposed="Поручения"))) == []


def test_the_fingerprint_is_a_sha256(sealed: Group) -> None:
    assert len(bytes.fromhex(sealed[Meeting][0].fingerprint)) == 32


def test_a_letter_dated_after_the_sealing_is_named_and_a_blank_one_leaves_older_seals_whole(sealed: Group) -> None:
    mark = sealed[Attendance][0]
    dated = but(sealed, mark, dataclasses.replace(mark, letter=dt.date(2026, 2, 9)))
    assert found(dated) == ["1 Явка: Даценко Иван Андреевич letter @Письмо от"]
    assert (
        seal_of(sealed, sealed[Meeting][0]).parts.split("; ")[1].count(" ") == 4
    )  # three in the name, one between two digests
