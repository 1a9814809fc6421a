from pathlib import Path

import pytest

from wg_excel.domain.language import declension
from wg_excel.domain.language.declension import Case, Gender, OwnForms, decline, gender_of


def lines(file: str) -> list[tuple[str, ...]]:
    """Return a name and its forms a line."""
    text = (Path(__file__).parent / file).read_text(encoding="utf-8")
    return [tuple(part.strip() for part in line.split("|")) for line in text.splitlines() if not line.startswith("#")]


LINES, UNSEEN = lines("declension_names.txt"), lines("declension_unseen.txt")
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE)
ENOUGH = 0.97


def declined(fio: str, number: int) -> list[str]:
    return [decline(fio, case) for case in list(Case)[:number]]


def right(names: list[tuple[str, ...]]) -> float:
    """Return the share of names whose every form, as many as the line has, is as the grammar says."""
    return sum(declined(fio, len(forms)) == forms for fio, *forms in names) / len(names)


def right_words(names: list[tuple[str, ...]]) -> float:
    """Return the share of surnames, first names and patronymics declined rightly."""
    words: dict[object, bool] = {}
    for fio, *forms in names:
        pairs = [(ours.split(), form.split()) for ours, form in zip(declined(fio, len(forms)), forms, strict=True)]
        for place, word in enumerate(fio.split()):
            same = all(ours[place] == form[place] for ours, form in pairs)
            words[word, gender_of(fio)] = words.get((word, gender_of(fio)), True) and same
    return sum(words.values()) / len(words)


def test_names_that_the_rules_were_not_made_from_decline_in_all_cases() -> None:
    assert len(UNSEEN) > 300
    assert right(UNSEEN) >= ENOUGH
    assert right([line[:4] for line in UNSEEN]) > 0.99  # the cases of protocols and orders


def test_surnames_names_and_patronymics_decline_without_an_entry_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declension, "_exceptions", lambda: declension._Exceptions(frozenset(), {}))
    assert right_words(LINES + UNSEEN) >= ENOUGH


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


@pytest.mark.parametrize("gender", [None, Gender.MALE])
def test_the_schools_own_forms_win_and_a_blank_one_is_the_word_itself(gender: Gender | None) -> None:
    own = (OwnForms("Заяц", gender, ("Заяца", "Заяцу", "", "")),)
    forms = [decline("Заяц Пётр Ильич", case, own) for case in CASES]
    assert forms == ["Заяца Петра Ильича", "Заяцу Петру Ильичу", "Заяц Петра Ильича"]
    assert decline("ЗАЯЦ-КОВАЛЬ ПЁТР ИЛЬИЧ", Case.DATIVE, own) == "ЗАЯЦУ-КОВАЛЮ ПЕТРУ ИЛЬИЧУ"
    assert decline("Заяц Анна Ильинична", Case.DATIVE, own).startswith("Заяцу" if gender is None else "Заяц А")


def test_own_forms_of_either_gender_serve_a_name_that_does_not_tell_it() -> None:
    own = (OwnForms("Бондарь", None, ("Бондаря", "Бондарю", "Бондаря", "")),)
    assert decline("Бондарь О. Н.", Case.DATIVE, own) == "Бондарю О. Н."


def test_a_name_of_unknown_gender_declines_where_both_genders_agree() -> None:
    assert decline("Сорока Н. И.", Case.DATIVE) == "Сороке Н. И."
    assert decline("Даценко Н. И.", Case.DATIVE) == "Даценко Н. И."


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
