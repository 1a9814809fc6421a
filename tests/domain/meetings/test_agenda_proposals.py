import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.meetings.agenda_proposals import Waiting, carried, proposals
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.monitoring import Row
from wg_excel.domain.monitoring.remarks import Remark
from wg_excel.domain.periods import Period
from wg_excel.domain.rules.checking import check

DAY = dt.date(2026, 9, 15)


def proposed(text: str, today: str = "2026-09-15", remarks: tuple[Remark, ...] = ()) -> list[str]:
    """Return «basis | question» of what is proposed on a day, but for the duties that other tests leave open."""
    day = dt.date.fromisoformat(today)
    waiting = Waiting(group_of(text, today=today), day, (), remarks, Period(dt.date(2026, 9, 1), day))
    return [f"{each.basis} | {each.question}" for each in proposals(waiting)]


def test_nothing_is_proposed_where_nothing_waits() -> None:
    assert proposed("") == []


def test_open_assignments_are_one_item_and_the_overdue_ones_are_named() -> None:
    found = proposed(
        """
        Поручения
        №  Поручение      Срок        Статус
        1  Собрать отчёт  2026-09-01  В работе
        2  Сверить        2026-10-01  Выдано
        3  Показать       2026-09-01  Выполнено
        """
    )
    assert found == ["Поручения | Об исполнении поручений № 1, 2 (просрочено: № 1)"]


def test_one_open_assignment_is_named_in_the_singular() -> None:
    found = proposed(
        """
        Поручения
        №  Поручение      Срок        Статус
        7  Собрать отчёт  2026-10-01  В работе
        """
    )
    assert found == ["Поручения | Об исполнении поручения № 7"]


def test_an_appeal_taken_to_a_meeting_is_proposed_without_its_text() -> None:
    found = proposed(
        """
        Обращения
        №         Дата        Тема      Суть обращения           Статус
        2026-001  2026-09-02  Пропуски  Пароль Osen-2026 утёк    Вынесено на заседание
        2026-002  2026-09-02  Пропуски  Нет уведомлений          В работе
        """
    )
    assert found == ["Обращение № 2026-001 | Об обращении № 2026-001 от 02.09.2026: пропуски"]


def test_an_appeal_that_a_meeting_decided_is_not_proposed_again() -> None:
    found = proposed(
        """
        Обращения
        №         Дата        Тема      Статус
        2026-001  2026-09-02  Пропуски  Вынесено на заседание

        Заседания
        №  Дата        Статус
        1  2026-09-10  Проведено

        Повестка
        Заседание  Вопрос №  Вопрос       Решили           Обращение
        1          1         Об отметках  Дать разъяснение  2026-001
        """
    )
    assert found == []


def test_the_third_appeal_of_a_kind_on_a_theme_in_the_quarter_makes_the_theme_an_item() -> None:
    appeals = """
        Обращения
        №         Дата        Тема             Вид помощи        Статус
        2026-001  2026-06-30  Итоговые отметки  Методическая      Решено
        2026-002  2026-07-01  Итоговые отметки  Методическая      Решено
        2026-003  2026-09-02  Итоговые отметки  Методическая      Решено
        2026-004  2026-09-02  Итоговые отметки  Консультационная  Решено
        """
    assert proposed(appeals) == []
    (third,) = proposed(appeals.replace("2026-06-30", "2026-09-01"))
    assert third.endswith("| О повторяющихся обращениях по теме «Итоговые отметки» за квартал: методических – 3")


def test_a_document_to_change_is_proposed_until_the_group_has_set_a_term() -> None:
    documents = """
        Документы
        №  Наименование        Анализ              Срок
        3  Регламент «ЭлЖур»   Требует изменений   2026-10-01

        Заседания
        №  Дата        Статус
        1  2026-09-10  Проведено

        Повестка
        Заседание  Вопрос №  Вопрос        Решили             Основание
        1          1         О регламенте  Изменить           Документ № 3
        """
    assert proposed(documents) == []
    assert proposed(documents, "2026-10-02") == ["Документ № 3 | О внесении изменений в документ «Регламент „ЭлЖур“»"]


def test_an_item_without_decision_is_carried_over_and_says_from_where() -> None:
    found = proposed(
        """
        Заседания
        №  Дата        Статус
        1  2026-09-10  Проведено

        Повестка
        Заседание  Вопрос №  Вопрос        Решили
        1          1         О плане       Утвердить
        1          2         Об обучении
        """
    )
    assert found == ["Заседание № 1, вопрос 2 | Об обучении (перенесён с заседания № 1)"]


def test_a_held_meeting_whose_decisions_are_not_typed_yet_carries_nothing() -> None:
    found = proposed(
        """
        Заседания
        №  Дата        Статус
        1  2026-09-10  Проведено

        Повестка
        Заседание  Вопрос №  Вопрос        Решили
        1          1         О плане
        """
    )
    assert found == []


def test_the_items_of_a_cancelled_meeting_return_and_keep_their_basis_and_history() -> None:
    found = proposed(
        """
        Документы
        №  Наименование  Анализ              Срок
        3  Регламент     Требует изменений   2026-10-01

        Заседания
        №  Дата        Статус
        1  2026-08-10  Проведено
        2  2026-09-10  Отменено

        Повестка
        Заседание  Вопрос №  Вопрос                                     Решили     Основание
        1          1         О плане                                    Утвердить
        2          1         О регламенте (перенесён с заседания № 1)              Документ № 3, заседание № 1, вопрос 4
        2          2         Об исполнении поручений № 1                           Поручения
        """
    )
    assert found == [
        "Документ № 3, заседание № 2, вопрос 1 | О регламенте (перенесён с заседаний № 1, 2)",
    ]


def test_carrying_over_twice_names_both_meetings() -> None:
    item = AgendaItem("4", 1, "О плане (перенесён с заседания № 3)")
    assert carried(item, "4") == "О плане (перенесён с заседаний № 3, 4)"


def test_remarks_of_the_monitoring_are_one_item() -> None:
    row = Row("Белова Анна Игоревна", "5А", "Химия", Counts())
    remarks = tuple(Remark(row, indicator, "") for indicator in INDICATORS[:2])
    assert proposed("", remarks=remarks) == [
        "Мониторинг | О результатах мониторинга журналов за 01.09.2026 – 15.09.2026: 2 замечания у 1 педагога"
    ]


def test_conditions_not_assessed_this_school_year_are_named_shortly() -> None:
    found = proposed("", today="2026-09-15")
    assert found == []
    group = group_of("", today="2026-08-01")
    old = proposals(Waiting(group, DAY))
    assert [each.basis for each in old] == ["Готовность"]
    assert "обучение пользователей" in old[0].question


def test_duties_with_findings_are_named() -> None:
    group = group_of(
        """
        План
        №  Мероприятие  Срок        Статус
        1  Семинар      2026-09-01  В работе
        """
    )
    (found,) = proposals(Waiting(group, DAY, check(group, DAY)))
    assert found.question == "Об обязанностях группы, требующих внимания: «План исполняется»"


def test_every_question_begins_as_an_agenda_does() -> None:
    group = group_of(
        """
        Поручения
        №  Поручение      Срок        Статус
        1  Собрать отчёт  2026-09-01  В работе

        Документы
        №  Наименование  Анализ
        3  Регламент     Требует изменений
        """
    )
    found = proposals(Waiting(group, DAY, check(group, DAY)))
    assert {each.question.split()[0] for each in found} <= {"О", "Об"}
    assert len(found) >= 2
