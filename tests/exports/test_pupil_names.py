import pytest

from wg_excel.exports.pupil_names import without_likely_names, without_pupils

PUPILS = {"Иванов Иван Петрович", "Мухтарова Алиме", "Щёголев П.", "Ли Анна"}


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("Отметки Иванов Иван.xls", "Отметки ….xls"),
        ("Отметки Иванова Ивана за I четверть.xls", "Отметки … за I четверть.xls"),
        ("иван_иванов.xls", "….xls"),
        ("ИвановИван.csv", "….csv"),
        ("Иванов И.П. 5А.xls", "….П. 5А.xls"),
        ("Отметки Алиме Мухтаровой.xls", "Отметки ….xls"),
        ("Архив.zip/5А/Иванов Иван Петрович.xls", "Архив.zip/5А/….xls"),
        ("Щеголев П.xls", "….xls"),
        ("7А Математика Иванова.xls", "7А Математика Иванова.xls"),
        ("Отметки 5А.xls", "Отметки 5А.xls"),
    ],
)
def test_the_names_of_pupils_inside_are_hidden(file: str, shown: str) -> None:
    assert without_pupils(file, PUPILS) == shown


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("Отметки Иванов Иван.xls", "….xls"),
        ("отметки_Петрова_Мария.xls", "отметки_….xls"),
        ("Успеваемость и качество.xlsx", "Успеваемость и качество.xlsx"),
        ("Темы и ДЗ 5А Октябрь.xls", "Темы и ДЗ 5А Октябрь.xls"),
        ("7А Математика Иванова.xls", "7А Математика Иванова.xls"),
    ],
)
def test_of_a_file_that_was_not_read_likely_names_are_hidden(file: str, shown: str) -> None:
    assert without_likely_names(file) == shown
