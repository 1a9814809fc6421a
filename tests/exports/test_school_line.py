from collections.abc import Callable

import pytest

from wg_excel.exports.parts import Reading

Read = Callable[..., Reading]
TABLE = "\nДата | Класс | Предмет | Учитель | Тема | ДЗ\n01.09.2026 | 5А | Физика | Ким П. Л. | Силы | § 1"


@pytest.mark.parametrize(
    ("above", "school"),
    [
        ("МБОУ «СОШ № 5» г. Энска", "МБОУ «СОШ № 5» г. Энска"),
        ("Отчёт\nШкола: Гимназия № 1", "Гимназия № 1"),
        ("Организация: | МАОУ Лицей 3", "МАОУ Лицей 3"),
        ("Средняя школа № 7\nТемы уроков", "Средняя школа № 7"),
        ("Электронная школа\nТемы уроков", ""),
        ("Сводка по школе", ""),
    ],
)
def test_the_school_is_told_by_its_key_or_by_a_word_of_schools(above: str, school: str, read_sheet: Read) -> None:
    read = read_sheet(above + TABLE)
    assert read.export is not None, read.message
    assert read.export.school == school
