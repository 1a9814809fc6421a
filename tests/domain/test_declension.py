from pathlib import Path

import pytest

from wg_excel.domain.declension import Case, Gender, decline, gender_of

LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "declension_names.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE)


def test_the_table_of_names_holds_more_than_a_hundred_real_names() -> None:
    assert len({line[0] for line in LINES}) >= 100


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_name_declines_as_the_grammar_says(line: tuple[str, ...]) -> None:
    assert tuple(decline(line[0], case) for case in CASES) == line[1:]


@pytest.mark.parametrize(
    ("fio", "genitive", "dative"),
    [
        ("Иванова М. П.", "Ивановой М. П.", "Ивановой М. П."),
        ("Петров И.С.", "Петрова И.С.", "Петрову И.С."),
        ("Даценко И. А.", "Даценко И. А.", "Даценко И. А."),
        ("Бонч-Бруевич В. Д.", "Бонч-Бруевич В. Д.", "Бонч-Бруевич В. Д."),
        ("Бонч-Бруевич Марк Ильич", "Бонч-Бруевича Марка Ильича", "Бонч-Бруевичу Марку Ильичу"),
        ("Тер-Ованесян Ашот Рубенович", "Тер-Ованесяна Ашота Рубеновича", "Тер-Ованесяну Ашоту Рубеновичу"),
        ("ИВАНОВА МАРИЯ ПЕТРОВНА", "ИВАНОВОЙ МАРИИ ПЕТРОВНЫ", "ИВАНОВОЙ МАРИИ ПЕТРОВНЕ"),
        ("Гасанов Эльдар Мамед-оглы", "Гасанова Эльдара Мамед-оглы", "Гасанову Эльдару Мамед-оглы"),
    ],
)
def test_other_ways_to_write_a_name_decline_too(fio: str, genitive: str, dative: str) -> None:
    assert decline(fio, Case.GENITIVE) == genitive
    assert decline(fio, Case.DATIVE) == dative


@pytest.mark.parametrize("fio", ["", "Бондарь О. Н.", "Черных", "С. И."])
def test_a_name_that_does_not_tell_its_gender_stays_as_it_is(fio: str) -> None:
    assert gender_of(fio) is None
    assert decline(fio, Case.DATIVE) == fio


@pytest.mark.parametrize(
    ("fio", "gender"),
    [
        ("Черных Саша Викторовна", Gender.FEMALE),
        ("Кузьмин Илья", Gender.MALE),
        ("Алиев Рза Мамед оглы", Gender.MALE),
        ("Алиева Рена Мамед кызы", Gender.FEMALE),
        ("Лукич Анна", Gender.FEMALE),
        ("Островская Н. В.", Gender.FEMALE),
    ],
)
def test_the_gender_is_told_by_patronymic_name_or_surname(fio: str, gender: Gender) -> None:
    assert gender_of(fio) is gender
