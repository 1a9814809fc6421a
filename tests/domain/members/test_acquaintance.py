import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.members.acquaintance import acquaintance

GROUP = """
    Члены группы
    ФИО                     Роль          В составе с  Ознакомлен с положением
    Даценко Иван Андреевич  Руководитель  2026-01-12   2026-01-13
    Белова Анна Игоревна    Секретарь     2026-01-12
    Громов Олег Юрьевич     Член группы   2026-12-01

    Доступы
    Дата        ФИО                      Категория  Ответственность подписана  Отозван
    2026-01-15  Бойко Мария Степановна   Педагог    2026-01-15
    2026-09-01  Бойко Мария Степановна   Педагог
    2026-01-15  Лебедь Артём Фёдорович   Педагог                               2026-06-01
    2026-01-16  Ким Олег Иванович        Педагог    2026-01-16
"""


def test_the_list_tells_who_has_signed_and_who_has_not() -> None:
    made = acquaintance(group_of(GROUP), dt.date(2026, 11, 22))
    assert [(one.fio, one.day) for one in made.regulation] == [
        ("Даценко Иван Андреевич", "13.01.2026"),
        ("Белова Анна Игоревна", ""),
    ]
    assert made.unsigned == ("Белова Анна Игоревна",)


def test_access_without_a_signature_for_every_issue_is_unsigned_and_revoked_access_asks_nothing() -> None:
    made = acquaintance(group_of(GROUP), dt.date(2026, 11, 22))
    assert [one.fio for one in made.access] == ["Бойко Мария Степановна", "Ким Олег Иванович"]
    assert made.irresponsible == ("Бойко Мария Степановна",)


def test_on_an_earlier_day_only_what_was_signed_by_then_counts() -> None:
    made = acquaintance(group_of(GROUP), dt.date(2026, 1, 12))
    assert made.unsigned == ("Даценко Иван Андреевич", "Белова Анна Игоревна")
    assert made.access == ()


def test_the_sentence_says_it_when_everybody_has_signed() -> None:
    everybody = acquaintance(
        group_of(GROUP.replace("Секретарь     2026-01-12", "Секретарь     2027-01-12")), dt.date(2026, 6, 2)
    )
    assert str(everybody) == "Положение: подписали все. Данные доступа: подписали все."
