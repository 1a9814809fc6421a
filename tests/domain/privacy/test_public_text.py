import datetime as dt

import pytest

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.privacy.public_text import HIDDEN, WITHHELD, PublicText
from wg_excel.domain.staff.teachers import Teacher

MEMBERS = (
    Member("1", "Терещук Виталий Олегович", "учитель", "Администратор ЭлЖур", since=dt.date(2026, 1, 12)),
    Member("2", "Белая Анна Игоревна", "секретарь", "Секретарь", since=dt.date(2026, 1, 12)),
)
GROUP = Group(
    {
        Member: MEMBERS,
        Teacher: (
            Teacher("Терещук Виталий Олегович"),
            Teacher("Пак Елена Валентиновна"),
            Teacher("Лебедь Артём Фёдорович"),
        ),
        Appeal: (Appeal("2026-001", applicant="Гончаров Илья Петрович"),),
    }
)
public = PublicText(GROUP)


@pytest.mark.parametrize(
    "text",
    [
        "Терещуку В. О. провести повторную проверку до 15.05.2026.",
        "Заслушать В. О. Терещука и Белую А. И.",
        "Поручить Белой Анне Игоревне подготовить приказ.",
        "Подготовить новую редакцию инструкции до 25.08.2026.",
        "Опубликовать Положение о рабочей группе на сайте МБОУ «Школа № 1» в Республике Крым.",
        "Пакет документов передать в школу.",
        "Доклад Анны Игоревны Белой утвердить; В.О. Терещуку и Белой А.И. – благодарность.",
        "Об итогах III четверти и о переходе на ФГИС «Моя школа»",
    ],
)
def test_members_and_what_is_no_name_stay(text: str) -> None:
    assert public.of(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Рассмотреть жалобу Сидоровой П. К.", f"Рассмотреть жалобу {HIDDEN}"),
        ("Рассмотреть жалобу П. К. Сидоровой.", f"Рассмотреть жалобу {HIDDEN}."),
        ("Указать Паку Олегу Игоревичу на пропуски.", f"Указать {HIDDEN} на пропуски."),
        ("Помочь Марии Петровне с журналом.", f"Помочь {HIDDEN} с журналом."),
        ("Поблагодарить Анну Смирнову за помощь.", f"Поблагодарить {HIDDEN} за помощь."),
        ("Обязать Лебедя заполнить темы.", f"Обязать {HIDDEN} заполнить темы."),
        ("Ответить Гончарову письменно.", f"Ответить {HIDDEN} письменно."),
        ("Доклад П. К. Сидоровой принять.", f"{HIDDEN} принять."),
        ("Терещуку В. О. Сидоров П. К. сообщил.", f"Терещуку В. О. {HIDDEN} сообщил."),
        ("О жалобе СИДОРОВОЙ П. К. и ПЕТРОВА ИВАНА", f"О жалобе {HIDDEN} и {HIDDEN}"),
        ("Белая Д. И. просит помощи.", f"{HIDDEN} просит помощи."),
    ],
)
def test_people_outside_the_group_are_hidden_in_every_case(text: str, shown: str) -> None:
    assert public.of(text) == shown


@pytest.mark.parametrize(
    "text",
    ["Ученику 5А Петрову Ивану исправить отметку.", "Звонить по телефону +7 978 123-45-67.", "Пароль: qwerty123"],
)
def test_a_line_with_personal_data_or_a_secret_is_left_out(text: str) -> None:
    assert public.of(text) == WITHHELD
