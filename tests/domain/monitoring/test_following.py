import datetime as dt

from tests.domain.conftest import group_of
from tests.facts_notation import date, facts
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.following import Followed, follow
from wg_excel.domain.monitoring.taken_remarks import TakenRemark
from wg_excel.domain.schema import Record
from wg_excel.domain.work.requests import Request

REMARK = """
    Педагоги
    ФИО
    Иванова

    Замечания в работе
    №  Взято       Педагог  Класс  Предмет  Показатель        Период с    Период по   Состояние  {deed}
    1  2026-09-10  Иванова  5А     Алгебра  {indicator:<16}  2026-09-01  2026-09-10  В работе   {number}
    """
REQUEST = """
    Запросы педагогам
    №  Педагог  Статус
    5  Иванова  Отправлен
    """


def followed(
    known: str,
    more: str = REQUEST,
    indicator: str = "Темы",
    deed: str = "Запрос",
    number: str = "5",
    today: str = "09-20",
) -> Followed:
    text = REMARK.format(indicator=indicator, deed=deed, number=number)
    return follow(group_of(text + more), facts(known), date(today))


def rows(done: Followed, record: type[Record]) -> list[Record]:
    return [one.row for one in done.deeds.changed if isinstance(one.row, record)]


def test_a_remark_is_closed_by_the_data_and_closes_its_request() -> None:
    done = followed("""
        09-01 1 5А Алгебра Иванова + +
        09-02 1 5А Алгебра Иванова + +
        """)
    (taken,) = done.remarks
    assert (taken.status, taken.now) == ("Устранено", "2 из 2 – 100 %: исправлено")
    (request,) = rows(done, Request)
    assert isinstance(request, Request)
    assert (request.status, request.answered) == ("Получен ответ", dt.date(2026, 9, 20))
    assert request.answer == ("По выгрузкам на 20.09.2026: Иванова, 5А, Алгебра – темы: 2 из 2 – 100 %: исправлено")
    assert done.told == "Замечания мониторинга в работе: исправлено 1, осталось 0. Запрос № 5 закрыт."


def test_what_is_not_right_yet_is_told_with_how_far_it_is() -> None:
    done = followed("""
        09-01 1 5А Алгебра Иванова + +
        09-02 1 5А Алгебра Иванова - +
        """)
    (taken,) = done.remarks
    assert (taken.status, taken.now) == ("В работе", "1 из 2 – 50 %, нужно не меньше 90 %")
    assert rows(done, Request) == []
    assert done.told == "Замечания мониторинга в работе: исправлено 0, осталось 1."


def test_later_lessons_neither_close_nor_keep_open_a_remark_about_earlier_ones() -> None:
    gap = "09-01 1 5А Алгебра Иванова - +\n"
    later = "\n".join(f"09-{day} 1 5А Алгебра Иванова + +" for day in range(11, 21))
    assert followed(gap + later).remarks[0].is_open
    empty = later.replace("+ +", "- -")
    assert not followed("09-01 1 5А Алгебра Иванова + +\n" + empty).remarks[0].is_open


def test_timeliness_is_judged_by_what_was_entered_after_the_remark_was_taken_up() -> None:
    late = "09-01 1 5А Алгебра Иванова 09-09 09-09\n"
    assert followed(late, indicator="Своевременность").remarks[0].now == (
        "Записей после 10.09.2026 в выгрузках ещё нет"
    )
    good = late + "09-14 1 5А Алгебра Иванова 09-14 09-14\n"
    assert followed(good, indicator="Своевременность").remarks[0].status == "Устранено"


def test_without_data_a_remark_stays_and_says_so() -> None:
    (taken,) = followed("09-01 1 6А Алгебра Иванова + +").remarks
    assert taken.status == "В работе"
    assert taken.now == "Этих данных в выгрузках больше нет: загрузите выгрузку за этот период или поставьте «Снято»"


def test_a_deed_stays_open_until_all_its_remarks_are_right() -> None:
    second = f"{REQUEST}"
    text = REMARK.format(indicator="Темы", deed="Запрос", number="5").rstrip()
    text += "\n    2  2026-09-10  Иванова  5А     Алгебра  ДЗ                2026-09-01  2026-09-10  В работе   5\n"
    done = follow(group_of(text + second), facts("09-01 1 5А Алгебра Иванова + -"), date("09-20"))
    assert [one.status for one in done.remarks] == ["Устранено", "В работе"]
    assert rows(done, Request) == []


def test_an_appeal_is_solved_with_what_was_mended() -> None:
    appeal = """
    Обращения
    №         Дата        Статус
    2026-001  2026-09-10  В работе
    """
    done = followed("09-01 1 5А Алгебра Иванова + +", appeal, deed="Обращение", number="2026-001")
    (solved,) = rows(done, Appeal)
    assert isinstance(solved, Appeal)
    assert (solved.status, solved.solved) == ("Решено", dt.date(2026, 9, 20))
    assert solved.measures.startswith("По выгрузкам на 20.09.2026: ")


def test_a_remark_that_was_dropped_is_left_alone() -> None:
    group = group_of(REMARK.format(indicator="Темы", deed="Запрос", number="5").replace("В работе ", "Снято    "))
    assert group[TakenRemark][0].status == "Снято"
    assert follow(group, facts("09-01 1 5А Алгебра Иванова + +"), date("09-20")).deeds.changed == ()


def test_an_item_of_a_meeting_ahead_learns_what_was_mended_and_a_decided_one_is_left_as_it_was_said() -> None:
    meeting = """
    Заседания
    №  Дата        Статус
    5  2026-09-25  {}

    Повестка
    Заседание  Вопрос №  Вопрос
    5          1         О замечаниях
    """
    known = "09-01 1 5А Алгебра Иванова + +"
    heard = rows(at_meeting(known, meeting.format("Запланировано")), AgendaItem)
    assert [one.heard[:25] for one in heard if isinstance(one, AgendaItem)] == ["По выгрузкам на 20.09.202"]
    assert rows(at_meeting(known, meeting.format("Проведено")), AgendaItem) == []


def at_meeting(known: str, more: str) -> Followed:
    """Follow a remark that became the first item of meeting № 5."""
    text = REMARK.format(indicator="Темы", deed="Заседание  Вопрос №", number="5          1")
    return follow(group_of(text + more), facts(known), date("09-20"))
