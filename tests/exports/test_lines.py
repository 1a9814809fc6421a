import pytest

from tests.exports.sheets import rows
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.lines import LineReader

READER = LineReader(vocabulary())


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("Класс: 5А", {"school_class": "5А"}),
        ("КЛАСС :5А", {"school_class": "5А"}),
        ("Класс: | 5А", {"school_class": "5А"}),
        ("Класс: 5А; Предмет: Русский язык", {"school_class": "5А", "subject": "Русский язык"}),
        ("Учитель – Ким А. В.", {"teacher": "Ким А. В"}),
        ("Учебный год: 2026/2027", {"year": "2026/2027"}),
        ("Подкласс: 5А", {}),
        ("Отчёт 10 «Б» класса", {"school_class": "10 «Б»"}),
        ("Журнал, 7A класс", {"school_class": "7A"}),
        ("Класс | 5А", {"school_class": "5А"}),
        ("7А", {"school_class": "7А"}),
        ("5А | 5Б", {}),
        ("Класс | Предмет", {}),
        ("Класс | 5А | Предмет | Физика", {"school_class": "5А", "subject": "Физика"}),
        ("Физика. Учитель: Ким П. Л.", {"subject": "Физика", "teacher": "Ким П. Л"}),
        ("7 «А» КЛАСС. БИОЛОГИЯ. УЧИТЕЛЬ: КИМ", {"school_class": "7 «А»", "subject": "БИОЛОГИЯ", "teacher": "КИМ"}),
        (
            "10А История, учитель Ким П. Л. | I полугодие",
            {"school_class": "10А", "subject": "История", "titled": "Ким П. Л."},
        ),
        ("Журнал: 5А, Физика", {"school_class": "5А", "subject": "Физика"}),
        ("Журнал 8Б — Химия — Дымова Д. Д.", {"school_class": "8Б", "subject": "Химия", "titled": "Дымова Д. Д."}),
        ("Класс | 5А | 25 чел.", {}),
    ],
)
def test_lines_give_keys_and_values(line: str, values: dict[str, str]) -> None:
    assert dict(READER.read(rows(line)).values) == values


def test_a_row_of_data_is_no_line() -> None:
    assert READER.is_line(["Класс: 5А", ""])
    assert not READER.is_line(["5А", "Тема: класс"])


def test_a_row_met_again_says_the_same() -> None:
    first, again = (READER.read(rows("Класс: 5А | Предмет: Физика")) for _ in range(2))
    assert first == again
