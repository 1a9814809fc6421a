import dataclasses

from tests.domain.conftest import group_of
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.outcome import Outcome, outcome

HELD = """
    Заседания
    №  Дата        Статус
    3  2026-09-10  Проведено
    """


def decided(text: str) -> Outcome:
    group = group_of(HELD + text)
    return outcome(group, group.index.held)


def agenda(decision: str, **cells: str) -> str:
    """Return the agenda with one item whose decision is given, and further cells by heading."""
    heads = "  ".join(f"{head:<30}" for head in cells)
    values = "  ".join(f"{value:<30}" for value in cells.values())
    return f"""
    Повестка
    Заседание  Вопрос №  Вопрос   {"Решили":<80}  {heads}
    3          1         О плане  {decision:<80}  {values}
    """


def test_a_decision_with_executor_and_term_becomes_an_assignment_linked_both_ways() -> None:
    done = decided(agenda("Беловой А. И. собрать отчёты до 01.10.2026."))
    (task,) = done.assignments
    assert (task.number, task.meeting, task.item, task.task) == ("1", "3", 1, "Собрать отчёты")
    assert (task.executor, str(task.due), task.status) == ("Белова Анна Игоревна", "2026-10-01", "Выдано")
    assert [item.assignment for item in done.items] == ["1"]


def test_each_executor_gets_an_assignment_and_numbers_go_on() -> None:
    tasks = """
    Поручения
    №  Поручение
    8  Иное
    """
    done = decided(tasks + agenda("Беловой А. И. и Громову О. Ю. собрать отчёты до 01.10.2026."))
    assert [(task.number, task.executor.split()[0]) for task in done.assignments] == [("9", "Белова"), ("10", "Громов")]


def test_what_stands_as_an_assignment_is_not_assigned_again() -> None:
    tasks = """
    Поручения
    №  Заседание  Вопрос №  Поручение       Исполнитель           Срок
    8  3          1         {task:<14}  Белова Анна Игоревна  2026-10-01
    """
    for task in ("Собрать отчёты", "Иначе названо"):
        done = decided(tasks.format(task=task) + agenda("Беловой А. И. собрать отчёты до 01.10.2026."))
        assert done.assignments == ()
        assert [item.assignment for item in done.items] == ["8"]


def test_an_assignment_that_was_deleted_does_not_come_back() -> None:
    decision = "Беловой А. И. и Громову О. Ю. собрать отчёты до 01.10.2026."
    (item,) = decided(agenda(decision)).items
    tasks = """
    Поручения
    №  Заседание  Вопрос №  Поручение       Исполнитель           Срок
    1  3          1         Собрать отчёты  Белова Анна Игоревна  2026-10-01
    """
    again = decided(tasks + agenda(decision, Поручение="1", Перенесено=item.carried))
    assert (again.assignments, again.items) == ((), ())
    assert decided(agenda(decision, Поручение="1", Перенесено=item.carried)).assignments == ()


def test_a_decision_written_down_later_becomes_an_assignment_too() -> None:
    (item,) = decided(agenda("Беловой А. И. собрать отчёты до 01.10.2026.")).items
    later = decided(agenda("Громову О. Ю. проверить сеть до 02.10.2026.", Поручение="1", Перенесено=item.carried))
    assert [task.task for task in later.assignments] == ["Проверить сеть"]
    assert [changed.assignment for changed in later.items] == ["1"]


def test_an_item_whose_assignment_was_deleted_is_left_alone() -> None:
    assert decided(agenda("Беловой А. И. собрать отчёты до 01.10.2026.", Поручение="7")).assignments == ()


def test_a_decision_without_executor_or_term_is_named() -> None:
    done = decided(agenda("Беловой А. И. собрать отчёты."))
    assert done.incomplete == ("заседание № 3, вопрос 1: допишите срок — «Беловой А. И. собрать отчёты.»",)
    assert decided(agenda("Педагогам сдать до 01.10.2026")).incomplete[0].endswith("«Педагогам сдать до 01.10.2026»")


def test_a_rejected_proposal_assigns_nothing() -> None:
    lost = agenda("Беловой А. И. собрать отчёты до 01.10.2026.", За="1", Против="2")
    assert decided(lost) == Outcome()


APPEAL = """
    Обращения
    №         Дата        Статус                 Исполнитель          Срок
    2026-001  2026-09-02  Вынесено на заседание  Громов Олег Юрьевич
    """


def test_an_appeal_without_task_is_solved_by_the_decision() -> None:
    (appeal,) = decided(APPEAL + agenda("Разъяснить порядок.", Обращение="2026-001")).appeals
    assert (appeal.status, str(appeal.solved), appeal.meeting) == ("Решено", "2026-09-10", "3")
    assert appeal.measures == "Решение заседания № 3 от 10.09.2026: Разъяснить порядок."


def test_an_appeal_with_a_task_stays_in_work_until_its_term() -> None:
    task = agenda("Беловой А. И. ответить до 01.10.2026.", Обращение="2026-001")
    (appeal,) = decided(APPEAL + task).appeals
    assert (appeal.status, appeal.solved, str(appeal.due)) == ("В работе", None, "2026-10-01")
    assert appeal.executor == "Громов Олег Юрьевич"


def test_only_an_appeal_that_waits_for_the_meeting_is_changed() -> None:
    solved = APPEAL.replace("Вынесено на заседание", "В работе             ")
    assert decided(solved + agenda("Разъяснить порядок.", Обращение="2026-001")).appeals == ()


DOCUMENT = """
    Документы
    №  Наименование  Анализ             Срок
    3  Регламент     Требует изменений
    """


def test_a_document_gets_the_term_and_the_proposal_of_its_decision() -> None:
    (document,) = decided(DOCUMENT + agenda("Дополнить порядком до 01.10.2026.", Основание="Документ № 3")).documents
    assert (str(document.due), document.proposal) == ("2026-10-01", "Дополнить порядком до 01.10.2026.")


def test_a_term_that_a_document_has_is_kept() -> None:
    known = DOCUMENT.replace("Требует изменений", "Требует изменений  2026-12-01")
    assert decided(known + agenda("Дополнить до 01.10.2026.", Основание="Документ № 3")).documents == ()


def test_carried_once_nothing_is_left_to_carry() -> None:
    group = group_of(HELD + APPEAL + DOCUMENT + agenda("Беловой А. И. ответить до 01.10.2026.", Обращение="2026-001"))
    done = outcome(group, group.index.held)
    assert outcome(_after(group, done), group.index.held) == Outcome()


def _after(group: Group, done: Outcome) -> Group:
    """Return the group with the outcome written into it."""
    records = dict(group.records)
    for rows in (done.assignments, done.items, done.appeals, done.documents):
        for row in rows:
            kept = tuple(each for each in records.get(type(row), ()) if not row.row or each.row != row.row)
            records[type(row)] = (*kept, row)
    return dataclasses.replace(group, records=records)


def test_the_user_reads_what_was_done_and_what_each_decision_lacks() -> None:
    told = decided(agenda("Беловой А. И. собрать отчёты.")).told
    assert told == (
        "Поручений создано: 0, обращений обновлено: 0, документов: 0.\n"
        "Заседание № 3, вопрос 1: допишите срок — «Беловой А. И. собрать отчёты.»"
    )
