"""What a secretary may do to a meeting besides the way that was meant: nothing is lost, nothing contradicts itself."""

from pathlib import Path

import pytest
from docx import Document

from tests.meeting_year import PEOPLE, Deed, group, on
from tests.secretary import Hands
from wg_excel.actions import protocol_files
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.protocol_texts import read_text
from wg_excel.domain.work.assignments import Assignment

FIRST = ("Заседания", {"№": "1"})
NAME = "Протокол № 1"
GROMOV = PEOPLE[2][0]


@pytest.fixture(autouse=True)
def no_libre_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol_files, "libre_office", lambda: "")


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    """Return the hands on a workbook with a held meeting of two items."""
    meeting = {"№": "1", "Дата": "@2026-11-19", "Статус": "Проведено", "Форма": "Очная"}
    deeds: tuple[Deed, ...] = (
        *on("2026-11-20"),
        *group(),
        ("add", "Заседания", meeting | {"Председатель": PEOPLE[0][0], "Секретарь": PEOPLE[1][0]}),
        item(1, "О журналах", "Громову О. Ю. проверить журналы до 01.12.2026."),
        item(2, "Об обучении", "Принять к сведению."),
        ("press", "fill_attendance", *FIRST),
        ("set", "Явка", {"Заседание": "1"}, {"Явка": "Присутствовал"}),
    )
    return Hands.on_new_book(tmp_path, deeds)


def item(number: int, question: str, decided: str) -> Deed:
    return "add", "Повестка", {"Заседание": "1", "Вопрос №": number, "Вопрос": question, "Решили": decided}


def decide(hands: Hands, decided: str) -> None:
    hands.set("Повестка", {"Вопрос": "О журналах"}, {"Решили": decided})


def protocol(hands: Hands) -> list[str]:
    with reading(hands.path) as book:
        return list(read_text(book, NAME))


def tasks(hands: Hands) -> list[str]:
    with reading(hands.path) as book:
        return [f"{task.executor.split()[0]}: {task.task}" for task in read_group(book)[Assignment]]


def test_an_agenda_put_into_another_order_takes_its_assignments_along(hands: Hands) -> None:
    hands.press("carry_decisions", *FIRST)
    hands.set("Повестка", {"Вопрос": "О журналах"}, {"Вопрос №": 3})
    hands.set("Повестка", {"Вопрос": "Об обучении"}, {"Вопрос №": 1})
    assert hands.press("carry_decisions", *FIRST).text.startswith("Переносить нечего")
    hands.press("create_protocol", *FIRST)
    assert [line for line in protocol(hands) if line.startswith(("РЕШИЛИ", "1.2", "2.2"))] == [
        "РЕШИЛИ:\n1.1. Принять к сведению.",
        "РЕШИЛИ:\n2.1. Громову О. Ю. проверить журналы до 01.12.2026.",
    ]


def test_an_item_without_a_number_comes_last(hands: Hands) -> None:
    hands.add("Повестка", {"Заседание": "1", "Вопрос": "О входе", "Решили": "Принять к сведению."})
    hands.press("create_protocol", *FIRST)
    assert [line for line in protocol(hands) if "СЛУШАЛИ" in line][-1] == "3. СЛУШАЛИ: о входе"


def test_a_guest_typed_twice_is_named_once_and_a_member_is_no_guest(hands: Hands) -> None:
    hands.set(*FIRST, {"Приглашённые": f"Сидорова А. П.; Сидорова Анна Павловна, родитель;; {GROMOV}"})
    hands.press("create_protocol", *FIRST)
    assert "Приглашённые: Сидорова А. П., родитель" in protocol(hands)


def test_a_decision_may_charge_two_people(hands: Hands) -> None:
    decide(hands, "Громову О. Ю., Кравец Н. Б. проверить журналы до 01.12.2026.")
    hands.press("carry_decisions", *FIRST)
    assert tasks(hands) == ["Громов: Проверить журналы", "Кравец: Проверить журналы"]


def test_a_term_before_the_meeting_is_told_and_becomes_no_assignment(hands: Hands) -> None:
    decide(hands, "Громову О. Ю. проверить журналы до 01.11.2026.")
    assert "срок раньше дня заседания" in hands.press("carry_decisions", *FIRST).text
    assert tasks(hands) == []
    assert "срок раньше дня заседания" in hands.press("create_protocol", *FIRST).text


def test_a_term_changed_after_it_was_carried_is_told_and_the_protocol_says_what_was_decided(hands: Hands) -> None:
    hands.press("carry_decisions", *FIRST)
    decide(hands, "Громову О. Ю. проверить журналы до 15.12.2026.")
    told = hands.press("carry_decisions", *FIRST).text
    assert "в решении срок 15.12.2026, в поручении № 1 – 01.12.2026" in told
    hands.press("create_protocol", *FIRST)
    assert "РЕШИЛИ:\n1.1. Громову О. Ю. проверить журналы до 15.12.2026." in protocol(hands)


@pytest.mark.parametrize("votes", [{"За": "пять"}, {"За": -1, "Против": 5}])
def test_votes_that_are_no_numbers_are_asked_for_as_numbers(hands: Hands, votes: dict[str, object]) -> None:
    hands.set("Повестка", {"Вопрос": "О журналах"}, votes)
    assert "целыми числами" in hands.press("create_protocol", *FIRST).text


def test_nobody_is_both_present_and_absent(hands: Hands) -> None:
    hands.add("Явка", {"Заседание": "1", "Член группы": GROMOV, "Явка": "Отсутствовал"})
    assert "и присутствует, и отсутствует" in hands.press("create_protocol", *FIRST).text


def test_a_protocol_s_sheet_that_was_renamed_stays_as_it_is(hands: Hands) -> None:
    hands.press("create_protocol", *FIRST)
    with changing(hands.path) as book:
        book.sheets[NAME].name = "Мой протокол"
    assert hands.press("seal_protocol", *FIRST).kind == "done"
    with reading(hands.path) as book:
        assert {"Мой протокол", NAME} <= set(book.sheet_names)


def test_a_sealed_sheet_that_is_gone_is_asked_for_by_its_name(hands: Hands) -> None:
    hands.press("seal_protocol", *FIRST)
    with changing(hands.path) as book:
        book.sheets[NAME].delete()
    assert f"листа «{NAME}» в книге нет" in hands.press("write_protocol_files", *FIRST).text
    hands.set(*FIRST, {"Причина исправления": "Лист удалён"})
    assert "листа прежней редакции в книге не было" in hands.press("reopen_protocol", *FIRST).text
    assert hands.press("seal_protocol", *FIRST).kind == "done"


def test_a_postponed_meeting_without_a_day_gets_one_and_stays_itself(hands: Hands) -> None:
    hands.set(*FIRST, {"Статус": "Перенесено", "Дата": None})
    assert hands.press("plan_meeting").text.startswith("Заседание № 1 уже было запланировано на 27.11.2026")


def test_decisions_of_a_cancelled_meeting_are_not_carried(hands: Hands) -> None:
    hands.set(*FIRST, {"Статус": "Отменено"})
    assert hands.press("carry_decisions", *FIRST).text.startswith("Заседание № 1 отменено")


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        ("{{ председатель", "не закрыта"),
        ("{% for вопрос in вопросы %}", "не закрыта"),
        ("{{ предсдатель }}", "«предсдатель»"),
        ("{{ вопросы[99].номер }}", "лишнее"),
        ("{{ 1 / 0 }}", "нельзя выполнить"),
        ("{{ ''.__class__.__mro__ }}", "нельзя выполнить"),
    ],
)
def test_a_broken_mark_of_the_school_s_own_template_is_told_in_plain_words(
    hands: Hands, mark: str, reason: str
) -> None:
    template = Document()
    template.add_paragraph(f"Протокол {mark}")
    template.save(str(hands.path.parent / "protocol.docx"))
    told = hands.press("write_protocol_files", *FIRST).text
    assert told.startswith("Шаблон «protocol.docx» не удалось заполнить")
    assert reason in told
