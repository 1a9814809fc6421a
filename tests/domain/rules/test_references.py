from tests.domain.conftest import Check, Find

DAY = "2026-10-14"


def task(executor: str, meeting: str = "") -> str:
    return f"""
Поручения
№  Заседание  Исполнитель             Срок
1  {meeting:<9}  {executor:<22}  2026-12-01
"""


def test_a_reference_in_any_usual_spelling_is_found(check: Check) -> None:
    for name in ("Белова Анна Игоревна", "белова анна игоревна", "Белова А. И.", "Белова А.И.", "Анна Игоревна Белова"):
        assert check(task(name), DAY) == []


def test_an_unknown_name_is_reported_with_the_nearest(find: Find) -> None:
    (finding,) = find(task("Белова Анна Игорьевна"), DAY)
    assert (finding.rule, finding.about, finding.place.column) == ("FLD-REF", "1 Исполнитель", "Исполнитель")
    assert "Возможно, это «Белова Анна Игоревна»." in finding.message


def test_a_name_that_fits_two_people_is_reported_with_both(find: Find) -> None:
    members = """
Члены группы
Код  ФИО                     Роль                        Вторая роль              В составе с
Ч1   Даценко Иван Андреевич  Руководитель                Системный администратор  2026-01-12
Ч2   Белова Анна Игоревна    Ответственный за внедрение  Администратор ЭлЖур      2026-01-12
Ч3   Белова Алла Ивановна    Член группы                 Администратор сайта      2026-01-12
"""
    (finding,) = find(task("Белова А. И.") + members, DAY)
    assert "«Белова Анна Игоревна», «Белова Алла Ивановна»" in finding.message


def test_an_unknown_number_is_reported_without_a_guess(find: Find) -> None:
    (finding,) = find(task("Белова А. И.", meeting="77"), DAY)
    assert "«77» нет на листе «Заседания»" in finding.message
    assert "Возможно" not in finding.message


def test_nothing_is_said_of_references_to_a_table_whose_key_is_missing(check: Check) -> None:
    members = """
Члены группы
Код  Имя                     Роль
Ч1   Белова Анна Игоревна    Руководитель
"""
    assert check(task("Белова А. И.") + members, DAY, only="FLD-REF", fill=False) == []
