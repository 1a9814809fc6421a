import inspect

import pytest

from wg_excel.exports import refusals

MADE = [
    kind
    for _, kind in inspect.getmembers(refusals, inspect.isclass)
    if issubclass(kind, refusals.Refusal) and kind is not refusals.Refusal
]
ARGUMENTS: dict[str, tuple[object, ...]] = {
    "NotATable": ("PDF",),
    "OldFormat": ("Excel 3",),
    "UnknownArchive": ("RAR",),
    "TooSlow": (8.0,),
    "TooMany": (700_000,),
    "TooManyNames": (5_000,),
    "TooManyFiles": (3_000,),
    "ArchiveGivenUp": (6.0,),
    "Unrecognised": (("Дата", "Тема"), "Темы и ДЗ", ("ДЗ",)),
    "Ambiguous": (("Темы и ДЗ", "Движение"), ("Дата",)),
    "WrongKind": ("Темы и ДЗ", ("ДЗ",), ("Дата",)),
    "SeveralPeriods": ("Заполнение журнала по учителям",),
    "UnknownKind": ("уроки", ("lessons", "filling")),
    "NoRows": ("Темы и ДЗ", 3, "нет класса"),
    "BadKindsFile": ("строка 3",),
}


@pytest.mark.parametrize("kind", MADE)
def test_every_refusal_is_one_russian_sentence(kind: type[refusals.Refusal]) -> None:
    message = kind(*ARGUMENTS.get(kind.__name__, ())).message  # type: ignore[arg-type]
    assert message.endswith(".")
    assert "\n" not in message
    assert message[0].isupper()
    assert any("а" <= letter <= "я" for letter in message)
    assert kind(*ARGUMENTS.get(kind.__name__, ())).status in {"refused", "unknown"}  # type: ignore[arg-type]


def test_many_headings_are_cut_with_their_number() -> None:
    message = refusals.Unrecognised([f"Столбец {n}" for n in range(20)]).message
    assert "и ещё 8" in message


def test_what_is_not_recognised_says_what_to_do_next() -> None:
    said = [
        refusals.Unrecognised(("Тема", "ДЗ"), "Темы и ДЗ", ("Дата",)).message,
        refusals.Unrecognised(("Тема",), "Темы и ДЗ", ("Дата", "Домашнее задание")).message,
        refusals.Unrecognised(("Класс", "СНИЛС")).message,
        refusals.Unrecognised().message,
    ]
    assert said == [
        (
            "Отчёт не распознан: найдены столбцы «Тема», «ДЗ»; для отчёта «Темы и ДЗ» не хватает столбца «Дата»; "
            "если он назван иначе, укажите это на листе «Соответствие столбцов»."
        ),
        (
            "Отчёт не распознан: найдены столбцы «Тема»; для отчёта «Темы и ДЗ» не хватает столбцов «Дата», "
            "«Домашнее задание»; если они названы иначе, укажите это на листе «Соответствие столбцов»."
        ),
        (
            "Отчёт не распознан: столбцы «Класс», «СНИЛС» не похожи ни на один известный отчёт. Проверьте, тот ли это "
            "файл; если это отчёт из журнала, укажите его столбцы на листе «Соответствие столбцов»."
        ),
        "Отчёт не распознан: строка заголовков не найдена; проверьте, тот ли это файл.",
    ]
