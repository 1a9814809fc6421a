import pytest

from tests.domain.conftest import Check, Find

DAY = "2026-10-14"


def appeal(**cells: str) -> str:
    """Return a text table with one appeal in order, but for the given cells."""
    values = {
        "№": "1",
        "Дата": "2026-10-13",
        "Статус": "Новое",
        **{name.replace("_", " "): cells[name] for name in cells},
    }
    widths = {title: max(len(title), len(value)) for title, value in values.items()}
    rows = (values.keys(), values.values())
    lines = ["  ".join(cell.ljust(widths[title]) for title, cell in zip(values, row, strict=True)) for row in rows]
    return "Обращения\n" + "\n".join(lines) + "\n"


def test_an_appeal_in_order_has_no_findings(check: Check) -> None:
    assert check(appeal(), DAY) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [("Заявитель", ""), ("Вид_помощи", ""), ("Суть_обращения", ""), ("Заявитель", "—"), ("Суть_обращения", "...")],
)
def test_applicant_help_kind_and_essence_are_recorded(check: Check, column: str, value: str) -> None:
    assert check(appeal(**{column: value}), DAY, only="APP") == ["APP-1 1"]
    assert not check(appeal(**{column: value}), DAY, only="FLD-REQ")


MEMBERS = """
Члены группы
Код  ФИО                     Роль                 Вторая роль                 В составе с  В составе по  Приказ об исключении
Ч1   Даценко Иван Андреевич  Руководитель         Администратор ЭлЖур         2026-01-12
Ч2   Белова Анна Игоревна    Член группы          Ответственный за внедрение  2026-01-12   2026-10-01    № 9 от 01.10.2026
Ч3   Громов Олег Юрьевич     Администратор сайта  Системный администратор     2026-10-14
"""


def test_the_executor_was_a_member_while_the_appeal_was_open(find: Find) -> None:
    def weights(executor: str, **cells: str) -> list[tuple[str, str]]:
        found = find(appeal(Исполнитель=executor, **cells) + MEMBERS, DAY)
        return [(one.rule, one.weight.code) for one in found if one.rule.startswith("APP")]

    solved = {"Статус": "Решено", "Дата_решения": "2026-10-13", "Принятые_меры": "Показано"}
    assert weights("Даценко Иван Андреевич") == []
    assert weights("Белова Анна Игоревна") == [("APP-2", "error")]
    assert weights("Громов Олег Юрьевич", **solved) == [("APP-2", "error")]
    assert weights("Громов Олег Юрьевич") == [("APP-2", "warning")]
    assert weights("Белова Анна Игоревна", Дата="2026-09-30", Срок="2026-12-01") == [("APP-2", "warning")]
    assert weights("Белова Анна Игоревна", Дата="2026-09-30", **{**solved, "Дата_решения": "2026-09-30"}) == []


@pytest.mark.parametrize(
    ("solved", "measures", "found"),
    [
        ("2026-10-13", "Показано, где ввести тему", []),
        ("", "Показано", ["APP-3 1"]),
        ("2026-10-13", "", ["APP-3 1"]),
        ("2026-10-13", "-", ["APP-3 1"]),
        ("2026-10-12", "Показано", ["APP-3 1"]),
    ],
)
def test_a_solved_appeal_has_its_date_and_measures(check: Check, solved: str, measures: str, found: list[str]) -> None:
    cells = {
        "Статус": "Решено",
        "Исполнитель": "Белова Анна Игоревна",
        "Дата_решения": solved,
        "Принятые_меры": measures,
    }
    assert check(appeal(**cells), DAY) == found


def test_an_unreadable_date_of_solution_is_reported_once(check: Check) -> None:
    cells = {"Статус": "Решено", "Исполнитель": "Белова Анна Игоревна", "Принятые_меры": "Показано"}
    assert check(appeal(Дата_решения="31.02.2026", **cells), DAY) == ["FLD-DATE 1 Дата решения"]


def test_an_open_appeal_has_no_date_of_solution(check: Check) -> None:
    assert check(appeal(Дата_решения="2026-10-13"), DAY) == ["APP-3 1"]


TAKEN = {"Статус": "Вынесено на заседание", "Срок": "2026-12-01"}
AGENDA = """
Заседания
№  Дата        Статус
7  2026-10-13  {}

Повестка
Заседание  Вопрос №  Вопрос       Решили              Обращение
7          1         О журналах   {:<18}  {}
"""


@pytest.mark.parametrize(
    ("state", "decided", "number", "found"),
    [
        ("Проведено", "Принять к сведению", "1", []),
        ("Запланировано", "", "1", []),
        ("Проведено", "Принять к сведению", "", ["APP-7 1"]),
        ("Проведено", "", "1", ["APP-7 1"]),
    ],
)
def test_an_appeal_taken_to_a_meeting_is_on_its_agenda_and_decided(
    check: Check, state: str, decided: str, number: str, found: list[str]
) -> None:
    tables = AGENDA.format(state, decided, number)
    assert check(appeal(Заседание="7", **TAKEN) + tables, DAY, only="APP") == found
    assert check(appeal(Заседание="", **TAKEN) + tables, DAY, only="APP") == found


def test_an_appeal_must_be_on_the_agenda_of_the_meeting_that_it_names(check: Check) -> None:
    tables = AGENDA.format("Проведено\n8  2026-10-14  Запланировано", "Принять к сведению", "1")
    assert check(appeal(Заседание="8", **TAKEN) + tables, DAY, only="APP") == ["APP-7 1"]


def test_an_appeal_passed_on_has_the_supports_number(check: Check) -> None:
    passed = {"Статус": "Передано в поддержку", "Исполнитель": "Белова Анна Игоревна", "Срок": "2026-12-01"}
    assert check(appeal(**passed), DAY) == ["APP-8 1"]
    assert check(appeal(**passed, **{"№ в поддержке ЭлЖур": "55821"}), DAY) == []


def test_someone_deals_with_an_appeal_beyond_new(check: Check) -> None:
    assert check(appeal(Статус="В работе", Исполнитель=""), DAY) == ["APP-10 1"]
    assert check(appeal(Статус="Новое", Исполнитель=""), DAY) == []
