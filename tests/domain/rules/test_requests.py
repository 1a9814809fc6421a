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


@pytest.mark.parametrize("state", ["Отправлен", "Без ответа"])
def test_a_request_with_a_day_of_its_answer_is_marked_as_answered(check: Check, state: str) -> None:
    assert check(request(state, "2026-10-13", "2026-10-10", "Журналы заполнены"), DAY) == ["REQ-2 1"]


def test_nobody_waits_for_a_teacher_who_has_left(check: Check) -> None:
    left = request("Отправлен", "2026-10-20").replace("ФИО", "ФИО                     Работает по")
    left = left.replace("№  Срок        Статус       ", "№  Педагог                 Срок        Статус       ")
    left = left.replace("1  2026-10-20", "1  Соколова Вера Павловна  2026-10-20")
    for until, found in (("", []), ("2026-10-14", []), ("2026-10-13", ["REQ-3 1"])):
        assert check(left.rstrip() + f"  {until}\n", DAY) == found
