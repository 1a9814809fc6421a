import datetime as dt

from wg_excel.domain.appeals.appeal_journal import journal_lines
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member

DAY = dt.date(2026, 11, 9)


def test_a_line_reads_as_the_paper_journal_does() -> None:
    group = Group({Member: (Member(code="1", fio="Жуков Кирилл Денисович"),)})
    appeal = Appeal(
        "2026-001",
        DAY,
        "Соколова Вера Павловна",
        "Педагог",
        help_kind="Техническая",
        theme="Вход и доступ",
        essence="Не пускает, пароль: Zima2026!",
        executor="Жуков К. Д.",
    )
    (line,) = journal_lines(group, [appeal], DAY)
    assert (line.applicant, line.help_kind) == ("Соколова Вера Павловна\nпедагог", "Техническая\nВход и доступ")
    assert line.executor == "Жуков К. Д."
    assert "Zima" not in line.essence
