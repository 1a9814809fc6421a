from wg_excel.domain.meetings.protocol_remarks import RENUMBERED, remarks


def test_nothing_is_told_of_a_protocol_that_repeats_everything() -> None:
    assert list(remarks((), renumbered=False)) == []


def test_the_lines_that_are_gone_are_counted_and_the_first_is_shown_in_part() -> None:
    told = list(remarks(("Позвонить " * 20, "и ещё"), renumbered=True))
    assert told[0] == RENUMBERED
    assert told[1].startswith("Строк прежнего листа, которых в новом нет: 2, первая – «Позвонить Позвонить")
    assert " …». Вписанное вами" in told[1]
