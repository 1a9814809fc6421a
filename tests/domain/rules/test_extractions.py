import pytest

from tests.domain.conftest import Check


@pytest.mark.parametrize(
    ("due", "done", "found"),
    [
        ("2026-10-13", "", ["EXT-1 1"]),
        ("2026-10-14", "", []),
        ("2026-10-13", "2026-10-13", []),
    ],
)
def test_data_are_extracted_by_the_term(check: Check, due: str, done: str, found: list[str]) -> None:
    text = f"""
        Выгрузки
        №  Срок        Дата выполнения
        1  {due}  {done}
        """
    assert check(text, "2026-10-14") == found
