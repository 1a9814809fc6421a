import datetime as dt
from typing import Any

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.periods import parse_period
from wg_excel.domain.settings import Settings
from wg_excel.domain.summary.site_page import SitePage, site_page
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.training import Training

DAY, QUARTER = dt.date(2026, 11, 22), parse_period("2026-Q4")
SINCE, LEFT = dt.date(2026, 1, 12), dt.date(2026, 8, 31)
MEMBERS = (
    Member("1", "Терещук Виталий Олегович", "учитель ", "Администратор ЭлЖур", phone="+79780000000", since=SINCE),
    Member(
        "2", "Рудаков Степан Ефимович", "учитель", "Системный администратор", since=SINCE, until=dt.date(2026, 8, 31)
    ),
)
SOLVED = dt.date(2026, 10, 5)
DOCUMENTS = (
    Document(
        "1", "Положение", "О журнале", "7", dt.date(2026, 1, 12), publication="Опубликован", link="https://a.example/1"
    ),
    Document("2", "Приказ", "Тайный", publication="Не опубликован", link="https://a.example/2"),
    Document("3", "Инструкция", "Без адреса", publication="Опубликован", link="javascript:alert(1)"),
)
APPEALS = (
    Appeal(
        "1",
        dt.date(2026, 10, 5),
        "Гончаров Илья",
        help_kind="Техническая",
        status="Решено",
        solved=dt.date(2026, 10, 6),
    ),
    Appeal("2", dt.date(2026, 11, 5), "Гончаров Илья", help_kind="Гончаров Илья звонил", status="В работе"),
    Appeal("3", dt.date(2026, 9, 5), "Гончаров Илья", help_kind="Техническая", status="Решено"),
)
MEETINGS = (
    Meeting("4", dt.date(2026, 10, 15), status="Проведено"),
    Meeting("5", dt.date(2026, 12, 1), status="Проведено"),
)
ITEMS = (AgendaItem("4", 1, "О журналах", decided="Терещуку В. О. проверить.\nГончарову И. П. ответить."),)


def page(**settings: Any) -> SitePage:
    records: dict[Any, Any] = {
        Member: MEMBERS,
        Document: DOCUMENTS,
        Appeal: APPEALS,
        Meeting: MEETINGS,
        AgendaItem: ITEMS,
    }
    held = ((dt.date(2026, 10, 20), 12), (dt.date(2026, 9, 1), 9))
    records[Training] = tuple(Training(date=day, listeners=number) for day, number in held)
    return site_page(Group(records, Settings(school="МБОУ «Школа»", **settings)), QUARTER, DAY)


def test_only_published_documents_are_listed_with_number_date_and_a_safe_link() -> None:
    assert [(one.title, one.details, one.link) for one in page().documents] == [
        ("Без адреса", "Инструкция", ""),
        ("О журнале", "Положение № 7 от 12.01.2026", "https://a.example/1"),
    ]


def test_those_who_help_are_the_present_holders_of_the_roles_without_their_telephones() -> None:
    assert page().people == (("Администратор ЭлЖур", "Терещук В. О., учитель"),)


def test_the_figures_are_of_the_quarter_up_to_the_day() -> None:
    figures = dict(page().figures)
    assert figures["Поступило обращений"] == "2"
    assert figures["Решено обращений"] == "1 (из 2)"
    assert figures["Проведено заседаний рабочей группы"] == "1"
    assert figures["Проведено занятий"] == "1, слушателей: 12"


def test_no_applicant_is_named_anywhere() -> None:
    assert "Гончаров" not in repr(page(public_decisions="Да"))
    assert "+7978" not in repr(page(public_decisions="Да"))


def test_decisions_are_published_only_where_the_school_chose_so() -> None:
    assert page().meetings == ()
    (meeting,) = page(public_decisions="Да").meetings
    assert meeting.items[0].decided == ("Терещуку В. О. проверить.", "[имя не публикуется] ответить.")
