import pytest

from tests.domain.conftest import Check

DAY = "2026-10-14"
TEACHERS = """
Педагоги
ФИО
Соколова Вера Павловна
"""


def request(state: str, due: str, answered: str = "", answer: str = "") -> str:
    return f"""
Запросы педагогам
№  Срок        Статус         Дата ответа  Ответ
1  {due:<10}  {state:<13}  {answered:<11}  {answer}
{TEACHERS}"""


@pytest.mark.parametrize(
    ("state", "due", "found"),
    [
        ("Отправлен", "2026-10-14", []),
        ("Отправлен", "2026-10-13", ["REQ-1 1"]),
        ("Без ответа", "2026-10-13", ["REQ-1 1"]),
    ],
)
def test_a_request_waits_for_its_answer_up_to_the_term(check: Check, state: str, due: str, found: list[str]) -> None:
    assert check(request(state, due), DAY) == found


@pytest.mark.parametrize(
    ("answered", "answer", "found"),
    [
        ("2026-10-10", "Журналы заполнены", []),
        ("", "Журналы заполнены", ["REQ-2 1"]),
        ("2026-10-10", "", ["REQ-2 1"]),
    ],
)
def test_an_answer_is_recorded_with_its_date(check: Check, answered: str, answer: str, found: list[str]) -> None:
    assert check(request("Получен ответ", "2026-10-13", answered, answer), DAY) == found
