import datetime as dt
from dataclasses import replace

import pytest

from wg_excel.domain.appeals.appeal_slip import LONGEST, NoAppealChosen, chosen_appeal, slip
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.settings import Settings

DAY = dt.date(2026, 11, 9)
APPEAL = Appeal("2026-001", DAY, "Соколова Вера Павловна", essence="Не пускает", status="Новое", row=7)
GROUP = Group({}, Settings(school="МБОУ «СОШ»", contacts="каб. 12"))


def test_the_slip_tells_number_term_and_whom_to_ask() -> None:
    made = slip(GROUP, APPEAL, DAY)
    assert (made.organisation, made.number, made.term, made.contacts) == (
        "МБОУ «СОШ»",
        "2026-001",
        "не позднее 16.11.2026",
        "каб. 12",
    )


def test_while_the_clock_stands_no_term_is_promised() -> None:
    assert slip(GROUP, replace(APPEAL, status="Ждёт заявителя"), DAY).term == "будет сообщён исполнителем"


def test_a_long_text_is_cut_and_a_secret_is_left_out() -> None:
    assert len(slip(GROUP, replace(APPEAL, essence="слово " * LONGEST), DAY).essence) <= LONGEST + 1
    assert slip(GROUP, replace(APPEAL, essence="пароль: Zima2026!"), DAY).essence == ""


def test_an_appeal_is_chosen_by_its_number_or_its_row() -> None:
    assert chosen_appeal((APPEAL,), "№ 2026-001", 0) is APPEAL
    assert chosen_appeal((APPEAL,), "", 7) is APPEAL
    with pytest.raises(NoAppealChosen, match="поставьте курсор"):
        chosen_appeal((APPEAL,), "", 8)
    with pytest.raises(NoAppealChosen, match="Обращения № 5"):
        chosen_appeal((APPEAL,), "5", 7)
