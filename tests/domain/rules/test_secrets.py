from tests.domain.conftest import Check, Find

DAY = "2026-10-14"
SECRET = "Zima2026"


def test_a_password_in_any_text_is_an_error_that_does_not_repeat_it(find: Find) -> None:
    text = f"""
        Обращения
        №  Дата        Статус  Суть обращения            Примечание
        1  2026-10-13  Новое   Забыла пароль             выдан пароль: {SECRET}

        Доступы
        Дата        ФИО                   Ответственность подписана
        2026-09-15  Котова Ирина Львовна  2026-09-15
        """
    (finding,) = find(text, DAY)
    assert (finding.rule, finding.weight.code, finding.about) == ("APP-6", "error", "1 Примечание")
    assert SECRET not in finding.message


def test_short_texts_are_searched_too(check: Check) -> None:
    text = f"""
        Заседания
        №  Дата        Место                Статус
        1  2026-10-13  Wi-Fi пароль {SECRET}  Проведено
        """
    assert check(text, DAY, only="APP") == ["APP-6 1 Место"]


def test_talk_of_passwords_is_no_secret(check: Check) -> None:
    text = """
        Обращения
        №  Дата        Статус  Суть обращения
        1  2026-10-13  Новое   Забыла пароль, не приходит код подтверждения
        """
    assert check(text, DAY) == []
