from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.language.names import fold, folded_name, initials, parse_name, short_first, tidy

TABLE = (Path(__file__).parent / "names.txt").read_text(encoding="utf-8")
NAMES = [tuple(part.strip() for part in line.split("|")) for line in TABLE.splitlines() if line and line[0] != "#"]
FAMILIES = st.sampled_from(["Иванова", "Кузьмич", "Семёнова-Ткач", "Петрович", "Ю", "Черных", "Сейт-Ибраимов"])
FIRST_NAMES = st.sampled_from(["Мария", "Эмир-Усеин", "Ян", "Алёна", "Людмила", "Али"])


@pytest.mark.parametrize(("written", "family", "first", "patronymic", "short"), NAMES)
def test_a_name_is_read_in_its_parts(written: str, family: str, first: str, patronymic: str, short: str) -> None:
    name = parse_name(written)
    assert name is not None
    assert (name.family, name.first, name.patronymic) == (family, first, patronymic)
    assert initials(written) == short


def test_initials_may_stand_first() -> None:
    assert short_first("Иванова Мария Петровна") == "М. П. Иванова"
    assert short_first("Сейт-Ибраимов Эмир-Усеин") == "Э.-У. Сейт-Ибраимов"


@pytest.mark.parametrize("text", ["", "  ", "123", "—", "№ 5.".strip("№")])
def test_a_text_without_letters_is_no_name(text: str) -> None:
    assert parse_name(text) is None


def test_one_word_stays_as_it_is() -> None:
    assert initials(" Администратор ") == short_first("Администратор") == "Администратор"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Королёва Алёна", "королева алена"),
        ("Иванова\u00a0 Мария ", "Иванова Мария"),
        ("Koрoлёвa Aлёнa", "Королёва Алёна"),
        ("КАМА", "KAMA"),
        ("Yсеинов", "Усеинов"),
        ("Семёнова - Ткач", "Семёнова–Ткач"),
        ("Мар'яна", "Мар’яна"),
        ("Журавле\u0308в", "Журавлёв"),
        ("Иванова (совм.) Мария", "Иванова Мария"),
        ("Мамедов Али Гасан-оглы", "Мамедов Али Гасан Оглы"),
        ("Гасанова Сабина Вагиф - кызы", "Гасанова Сабина Вагиф кызы"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_foreign_word_keeps_its_alphabet() -> None:
    assert fold("Smith") == "smith"


@given(FAMILIES, FIRST_NAMES, st.sampled_from(["Петровна", "Ильич", "Энверович", "Ильинична", "Гасан оглы"]))
def test_both_orders_are_one_name(family: str, first: str, patronymic: str) -> None:
    assert folded_name(f"{family} {first} {patronymic}") == folded_name(f"{first} {patronymic} {family}")


@given(st.text(max_size=40))
def test_any_text_is_read_without_failure(text: str) -> None:
    parse_name(text)
    initials(text)
    short_first(text)


@given(st.text("()[]-–.,;: АаИвЁёоKoS\u00a0'", max_size=14))
def test_a_folded_or_tidied_text_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert tidy(tidy(text)) == tidy(text)
