from tests.domain.conftest import Check, Find

DAY = "2026-10-14"


def test_personal_data_in_free_text_are_warned_about_and_not_repeated(find: Find) -> None:
    text = """
        Обращения
        №  Дата        Статус  Суть обращения
        1  2026-10-13  Новое   Ученик Сидоров Кирилл, мама +7 978 123-45-67
        """
    (finding,) = find(text, DAY)
    assert (finding.rule, finding.weight.code, finding.about) == ("PDN-1", "warning", "1 Суть обращения")
    assert "Сидоров" not in finding.message
    assert "978" not in finding.message
    assert "телефон, фамилия и имя обучающегося" in finding.message


def test_phones_and_names_in_their_own_columns_are_in_place(check: Check) -> None:
    text = """
        Педагоги
        ФИО                     Эл. почта
        Соколова Вера Павловна  vera.sokolova@mail.ru
        """
    assert check(text, DAY) == []
