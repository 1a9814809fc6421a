from tests.domain.conftest import IN_ORDER, Check

HEADING = """
Члены группы
Код  ФИО                     Роль                        Вторая роль          В составе с  В составе по  Приказ об исключении
"""
HEAD = "Ч1   Даценко Иван Андреевич  Руководитель                                     2026-01-12\n"
LEAD = "Ч2   Белова Анна Игоревна    Ответственный за внедрение  Администратор ЭлЖур  2026-01-12\n"
TECH = "Ч3   Громов Олег Юрьевич     Системный администратор     Администратор сайта  2026-01-12\n"


def test_a_complete_composition_is_in_order(check: Check) -> None:
    assert check(IN_ORDER) == check(HEADING + HEAD + LEAD + TECH) == []


def test_a_group_without_a_head_is_an_error(check: Check) -> None:
    assert check(HEADING + LEAD + TECH, only="MEM-1") == ["MEM-1"]


def test_two_heads_are_an_error(check: Check) -> None:
    second = HEAD.replace("Ч1   Даценко Иван Андреевич", "Ч4   Котова Ирина Львовна  ")
    assert check(HEADING + HEAD + second + LEAD + TECH, only="MEM-1") == ["MEM-1"]


def test_a_former_head_does_not_count(check: Check) -> None:
    former = "Ч4   Котова Ирина Львовна    Руководитель                                     2025-09-01   2026-01-11    № 1 от 11.01.2026\n"
    assert check(HEADING + HEAD + former + LEAD + TECH, only="MEM-1") == []


def test_a_role_that_nobody_holds_is_named(check: Check) -> None:
    assert check(HEADING + HEAD + LEAD) == ["MEM-2 Администратор сайта", "MEM-2 Системный администратор"]


def test_a_date_that_cannot_be_read_hides_no_other_vacancy(check: Check) -> None:
    lead = LEAD.replace("2026-01-12", "31.02.2026")
    assert check(HEADING + HEAD + lead, only="MEM-2") == ["MEM-2 Администратор сайта", "MEM-2 Системный администратор"]
    assert check(HEADING + HEAD.replace("2026-01-12", "31.02.2026") + LEAD, only="MEM-1") == []


def test_an_empty_group_is_one_finding(check: Check) -> None:
    assert check(HEADING, only="MEM") == ["MEM-1"]


def test_inclusion_names_an_order_with_number_and_date(check: Check) -> None:
    def included(order: str) -> list[str]:
        return check(
            f"""
            Члены группы
            Код  ФИО                     Роль          В составе с  Приказ о включении
            Ч1   Даценко Иван Андреевич  Руководитель  2026-01-12   {order}
            """,
            only="MEM-3",
        )

    assert included("№ 154-од от 12.01.2026") == []
    assert included("приказ от «12» января 2026 г. № 154-од") == []
    assert included("№ 154-од") == ["MEM-3 Ч1 Даценко Иван Андреевич"]
    assert included("от 12.01.2026") == ["MEM-3 Ч1 Даценко Иван Андреевич"]
    assert included("№ 154-од от 13.01.2026") == ["MEM-3 Ч1 Даценко Иван Андреевич"]
    assert included("№ 154-од от 30.12.2025") == []
    assert included("") == ["MEM-3 Ч1 Даценко Иван Андреевич"]


def test_a_missing_order_is_said_once_and_in_the_words_of_the_regulation(check: Check) -> None:
    found = check(
        """
        Члены группы
        Код  ФИО                     Роль          В составе с  Приказ о включении
        Ч1   Даценко Иван Андреевич  Руководитель  2026-01-12
        """,
        only="FLD",
    )
    assert found == []


def test_exclusion_names_its_order_and_its_day(check: Check) -> None:
    left = "Ч4   Котова Ирина Львовна    Член группы                                      2026-01-12   {:<12}  {}\n"
    everyone = HEADING + HEAD + LEAD + TECH
    assert check(everyone + left.format("2026-05-31", "№ 8 от 31.05.2026")) == []
    assert check(everyone + left.format("2026-05-31", "")) == ["MEM-3 Ч4 Котова Ирина Львовна"]
    assert check(everyone + left.format("", "№ 8 от 31.05.2026")) == ["MEM-3 Ч4 Котова Ирина Львовна"]


def test_a_membership_ends_after_its_start(check: Check) -> None:
    left = "Ч4   Котова Ирина Львовна    Член группы                                      2026-01-12   2026-01-10    № 8 от 10.01.2026\n"
    assert check(HEADING + HEAD + LEAD + TECH + left) == ["MEM-4 Ч4 Котова Ирина Львовна"]


def test_memberships_of_one_person_share_no_day(check: Check) -> None:
    member = "{}   Котова Ирина Львовна    Член группы                                      {}   {:<12}  {}\n"
    first = member.format("Ч4", "2026-01-12", "2026-05-31", "№ 8 от 31.05.2026")
    everyone = HEADING + HEAD + LEAD + TECH + first
    assert check(everyone + member.format("Ч5", "2026-06-01", "", "")) == []
    assert check(everyone + member.format("Ч5", "2026-05-31", "", "")) == ["MEM-4 Ч5 Котова Ирина Львовна"]


def test_the_director_heads_the_group(check: Check) -> None:
    assert check(IN_ORDER, director="Даценко И. А.") == []
    assert check(IN_ORDER, director="И. А. Даценко") == []
    assert check(IN_ORDER, director="Котова Ирина Львовна") == ["MEM-5 Ч1 Даценко Иван Андреевич"]


def test_an_end_before_the_beginning_is_one_finding_and_puts_nobody_out_of_the_group(check: Check) -> None:
    wrong = HEAD.replace("2026-01-12\n", "2026-01-12    2020-01-12    № 5 от 12.04.2026\n")
    assert check(HEADING + wrong + LEAD + TECH) == ["MEM-4 Ч1 Даценко Иван Андреевич"]
