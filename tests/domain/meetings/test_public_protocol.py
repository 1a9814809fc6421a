from tests.sample_meeting import ITEMS, but, group, row
from wg_excel.domain.meetings.protocol import protocol_of
from wg_excel.domain.meetings.protocol_text import body_lines
from wg_excel.domain.meetings.public_protocol import public_protocol
from wg_excel.domain.privacy.public_text import HIDDEN
from wg_excel.domain.staff.teachers import Teacher


def test_a_published_protocol_names_members_only_and_no_reason_of_absence() -> None:
    whole = group()
    lines = "\n".join(body_lines(public_protocol(whole, protocol_of(whole, "3"))))
    for hidden in ("Сидорова", "Ким", "болезнь"):
        assert hidden not in lines
    for shown in ("Приглашённые: 2 человека", "Аблялимова А. Р. предложила", f"{HIDDEN} спросила", "Сейтаблаев"):
        assert shown in lines


def test_a_teacher_outside_the_group_is_hidden_in_every_part_of_an_item() -> None:
    said = "Рассмотрен журнал Мельничук"
    item = but(ITEMS[2], question=f"О журнале. {said}", heard=said, discussed=said, decided=said)
    whole = group(items=(item,))
    whole.records[Teacher] = (row(Teacher, "Мельничук Тамара Яковлевна"),)  # type: ignore[index]
    assert "Мельничук" in str(protocol_of(whole, "3"))
    assert "Мельничук" not in str(public_protocol(whole, protocol_of(whole, "3")))
