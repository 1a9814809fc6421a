from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.appeals import ExecutorNotMember
from wg_excel.domain.rules.cells import Cell, StrayBlanks
from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.rules.headings import HeadingMissing
from wg_excel.domain.settings import SettingLine

APPEAL = Cell(Appeal.table, Appeal.table.column("essence"), 7, "2026-001")


def test_a_finding_of_a_cell_carries_the_clause_of_its_table() -> None:
    assert StrayBlanks(APPEAL).basis == "B 6.4"


def test_a_finding_of_a_whole_table_carries_its_clause() -> None:
    assert HeadingMissing(Meeting.table, Meeting.table.column("date")).basis == "B 6.1"


def test_the_clause_of_a_rule_outweighs_that_of_its_table() -> None:
    all_rules()
    appeal = Appeal("2026-001", executor="Петров Пётр Петрович", row=7)
    assert ExecutorNotMember(appeal, appeal.executor).basis == "B 5.3"


def test_a_table_that_no_clause_asks_for_gives_none() -> None:
    assert Finding("…", Place.in_table(SettingLine.table, 7, "value")).basis == ""


def test_a_place_is_the_same_whatever_asks_for_it() -> None:
    assert Place.in_table(Appeal.table, 7, "essence") == Place("Обращения", "tblAppeals", 7, "Суть обращения")


def test_a_school_s_weight_does_not_change_the_finding() -> None:
    finding = StrayBlanks(APPEAL)
    lighter = finding.weighed(Severity.INFO)
    assert (finding.weight, lighter.weight, lighter.message) == (Severity.WARNING, Severity.INFO, finding.message)
