import pytest
from hypothesis import given, strategies as st

from tests.domain.privacy.labelled import measure
from wg_excel.domain.privacy.secrets import tells_secret


def test_secrets_are_found_as_the_labelled_sentences_say() -> None:
    found = measure("S", tells_secret)
    print(f"secrets: {found}")  # noqa: T201 - the measure is asked for
    assert min(found.precision, found.recall) >= 0.95, found


@pytest.mark.parametrize("text", ["Пароль: Zima2026", "ПАРОЛЬ: ZIMA2026", "парoль Zima2026", "Пароль:\nZima2026"])
def test_case_look_alikes_and_lines_hide_no_secret(text: str) -> None:
    assert tells_secret(text)


@given(
    st.text(alphabet="abcdefghjkmnpqrstuvwxyz23456789", min_size=8, max_size=16).filter(lambda text: not text.isalpha())
)
def test_any_value_of_letters_and_digits_behind_the_word_is_a_secret(value: str) -> None:
    assert tells_secret(f"Новый пароль: {value}.")


@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    assert tells_secret(text) in {True, False}
