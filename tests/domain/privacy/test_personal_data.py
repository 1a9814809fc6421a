import pytest
from hypothesis import given, strategies as st

from tests.domain.privacy.labelled import measure
from wg_excel.domain.privacy.personal_data import personal_data


def test_personal_data_are_found_as_the_labelled_sentences_say() -> None:
    found = measure("P", personal_data)
    print(f"personal data: {found}")  # noqa: T201 - the measure is asked for
    assert min(found.precision, found.recall) >= 0.95, found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Звонить +7 978 123-45-67", ("телефон",)),
        ("СНИЛС 112-233-445 95, паспорт 4509 123456", ("паспорт", "СНИЛС")),
        ("Номер 112-233-445 95", ("СНИЛС",)),
        ("Номер 112-233-445 96", ()),
        ("Ученик Сидоров Кирилл", ("фамилия и имя обучающегося",)),
        ("Учитель Сидоров Кирилл", ()),
    ],
)
def test_the_kinds_are_named(text: str, kinds: tuple[str, ...]) -> None:
    assert personal_data(text) == kinds


@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    assert isinstance(personal_data(text), tuple)
