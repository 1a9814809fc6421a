from pathlib import Path

import pytest

from tests.care.tables import contents
from wg_excel.care.archiving import Archived
from wg_excel.care.copies import Compared
from wg_excel.care.differences import differences
from wg_excel.care.merging import plan_merge
from wg_excel.care.preference import Preference
from wg_excel.care.words import archived_words, compared_lines, merged_lines, size_words

BOOK, COPY = Path("книга.xlsm"), Path("книга (1).xlsm")
A = contents(
    """
    tblAppeals
    № | Дата | Суть обращения | Статус
    1 | 2026-09-01 | Не открывается журнал | Новое
    2 | 2026-09-02 | Нет расписания | Новое
    3 | | Нужен отчёт |

    facts_lessons
    day
    20260901
    """,
    "Обращения",
)
B = contents(
    """
    tblAppeals
    № | Дата | Суть обращения | Статус | Смета
    1 | 2026-09-01 | Не открывается журнал | | 5
    2 | 2026-09-03 | Забыт пароль | Новое |

    facts_lessons
    day
    20260902
    20260903

    Моя
    Что
    Бумага
    """,
    "Обращения",
    "Моя",
    "Заметки",
)


def test_a_comparison_names_rows_cells_columns_and_clashes() -> None:
    assert "\n".join(compared_lines(Compared(BOOK, COPY, differences(A, B)))) == (
        "A — «книга.xlsm», B — «книга (1).xlsm».\n"
        "Обращения:\n"
        "  только в A: 3\n"
        "  столбцы только в B: «Смета»\n"
        "  1 (различаются)\n"
        "      Статус: «Новое» → пусто\n"
        "      Смета: пусто → «5»\n"
        "  2 (один номер у разных записей)\n"
        "      Дата: «02.09.2026» → «03.09.2026»\n"
        "      Суть обращения: «Нет расписания» → «Забыт пароль»\n"
        "Загруженные уроки: строк только в A: 1, только в B: 2.\n"
        "Моя:\n"
        "  только в B: Бумага\n"
        "Объединить: wg-excel merge A B; строки, которые взять из B, назовите параметром --prefer."
    )


def test_equal_copies_are_told_in_a_line() -> None:
    assert list(compared_lines(Compared(BOOK, COPY, ())))[1:] == ["Отличий нет."]


def test_a_merge_tells_what_it_did_and_what_is_left_to_the_user() -> None:
    done = plan_merge(A, B, Preference())
    assert "\n".join(merged_lines(done, BOOK, COPY)) == (
        "Из «книга (1).xlsm» в «книга.xlsm» добавлено: 1 строка.\n"
        "  Обращения: 4\n"
        "  Обращения, заполнены столбцы, которые были только в B: 1\n"
        "Номер 2 на листе «Обращения» занят другой записью: строка из B получила номер 4.\n"
        "Различаются, оставлено как в A (взять из B: повторите с параметром --prefer):\n"
        "  1 (b:tblAppeals:1)\n"
        "      Статус: «Новое» → пусто\n"
        "Таблица «Моя» есть только в B: скопируйте её лист в Excel.\n"
        "Лист «Заметки» есть только в B: скопируйте его в Excel или постройте кнопкой заново."
    )


def test_rows_taken_from_the_copy_are_named() -> None:
    lines = list(merged_lines(plan_merge(A, B, Preference.read(["b"])), BOOK, COPY))
    assert "  Обращения, взято из B: 1" in lines
    assert not [line for line in lines if "оставлено" in line]


def test_an_archive_tells_what_stays_out_of_it() -> None:
    assert list(archived_words(Archived(2, 21, ("Протокол № 1",)), Path("архив.zip"))) == [
        "архив.zip: 2 таблицы, 21 строка.",
        "Листы без таблиц в архив не входят: «Протокол № 1».",
    ]


@pytest.mark.parametrize(("size", "words"), [(0, "1 КБ"), (1500, "1 КБ"), (214_000, "209 КБ"), (1_500_000, "1,4 МБ")])
def test_sizes_are_told_in_kilobytes_and_megabytes(size: int, words: str) -> None:
    assert size_words(size) == words
