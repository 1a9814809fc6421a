import pytest

from wg_excel.exports.latin_names import sound, without_latin_names, without_latin_pupil


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Щёголев", ("Shchegolev", "Schegolev", "Shchyogolev")),
        ("Пётр", ("Petr", "Pyotr", "Piotr")),
        ("Дмитрий", ("Dmitry", "Dmitriy", "Dmitrii", "Dmitri")),
        ("Евгений", ("Evgeny", "Yevgeniy", "Evgenij")),
        ("Юлия", ("Yulia", "Julija", "Iuliia")),
        ("Жанна", ("Zhanna",)),
        ("Ксения", ("Kseniya", "Xenia")),
        ("Асхат", ("Askhat",)),
        ("Мария", ("Maria", "Mariya", "Mariia")),
        ("Цветков", ("Tsvetkov",)),
        ("Чехова", ("Chekhova",)),
    ],
)
def test_a_name_sounds_the_same_in_its_latin_spellings(name: str, spellings: tuple[str, ...]) -> None:
    assert {sound(spelling) for spelling in spellings} == {sound(name)}


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("Shchegolev_Tikhon.xlsx", "….xlsx"),
        ("5A TikhonShchegolev I chetvert.xls", "5A … I chetvert.xls"),
        ("otmetki_shchegoleva_tihona.xlsx", "otmetki_….xlsx"),
        ("Schegolev T.xlsx", "….xlsx"),
        ("Shchegolev_Tikhon_Markovich.xlsx", "….xlsx"),
        ("Shchegolev.xlsx", "Shchegolev.xlsx"),
        ("Tikhonov_otchet.xlsx", "Tikhonov_otchet.xlsx"),
    ],
)
def test_a_pupil_is_hidden_in_latin_letters_too(file: str, shown: str) -> None:
    assert without_latin_pupil(file, "щеголев", "тихон", "…") == shown


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("Ivanov_Petr.xlsx", "….xlsx"),
        ("petr-ivanov.pdf", "….pdf"),
        ("Otchet Kim Anna 5A.xls", "Otchet … 5A.xls"),
        ("OrlovaAnnaIlinichna.xls", "….xls"),
        ("lessons_5-10.xlsx", "lessons_5-10.xlsx"),
        ("Class_Journal_2026.xlsx", "Class_Journal_2026.xlsx"),
        ("report_export.xlsx", "report_export.xlsx"),
        ("temy_i_dz.xlsx", "temy_i_dz.xlsx"),
    ],
)
def test_what_looks_like_a_name_is_hidden(file: str, shown: str) -> None:
    assert without_latin_names(file, "…") == shown
