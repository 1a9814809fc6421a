import pytest

from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.privacy.withheld import WITHHELD, without_secrets


@pytest.mark.parametrize(
    "text",
    [
        "Не пускает.\nЛогин ivanova\nпароль: Zima2026!\nПомогите",
        "Не пускает.\nпароль:\nZima2026!\nПомогите",
        "Логин: ivanova, пароль: Zima2026!",
    ],
)
def test_no_secret_is_left_in_a_text(text: str) -> None:
    kept, hidden = without_secrets(text)
    assert hidden
    assert WITHHELD in kept
    assert "Zima" not in kept
    assert not tells_secret(kept)


def test_a_text_without_secrets_stays_as_it_is() -> None:
    assert without_secrets("Забыла пароль.\nПомогите") == ("Забыла пароль.\nПомогите", False)
