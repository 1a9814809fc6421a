"""Formulas of the sample workbook are replaced by others: what is wrong with each is said, or nothing."""

import re
from xml.sax.saxutils import escape

import pytest

from tests.vba.workbooks import APPEALS_PART, built, changed, modules
from wg_excel.vba.checks import problems


@pytest.fixture(scope="module")
def sound() -> bytes:
    return built(modules())


def found(workbook: bytes, formula: str, element: str = "f") -> list[str]:
    """Return the problems once every formula of the appeals' sheet in this element is another."""
    new = f"<{element}>{escape(formula)}</{element}>"
    damaged = changed(workbook, APPEALS_PART, lambda text: re.sub(rf"<{element}>.*?</{element}>", lambda _: new, text))
    return [
        problem.removeprefix(f"{APPEALS_PART}: ").removesuffix(f": {formula}")
        for problem in problems(damaged, modules())
    ]


@pytest.mark.parametrize(
    "formula",
    [
        "1+1",
        "tblAppeals[[#This Row],[№]]*3",
        "SUM(tblAppeals[Дней])",
        "TBLappeals[[#Headers],[дата]]",
        "ROWS(tblAppeals[])",
        "SUM(tblAppeals[[№]:[Дата]])",
        'IF(A1="a;b@c[@Дата]","да (нет)","")',
        "SUM({1;2;3})",
        "'Обращения'!A1+Сводка!B2",
        "_xlfn.IFNA(A1,0)",
        'SUMIFS(tblAppeals[№],tblAppeals[Дата],">="&A1)',
    ],
)
def test_a_sound_formula_passes(sound: bytes, formula: str) -> None:
    assert found(sound, formula) == []


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("=1", "begins with ="),
        ("tblAppeals[@№]*2", "has @, which files write as [#This Row]"),
        ("_xlfn._xlws.FILTER(A1:A9,A1:A9>1)", "needs dynamic arrays"),
        ("UNIQUE(A1:A9)", "needs dynamic arrays"),
        ("SUM(A1#)", "needs dynamic arrays"),
        ("СУММ(A1:A9)", "has a Russian function name"),
        ("IF(A1;1;2)", "separates arguments by semicolons"),
        ("#REF!+1", "refers to nothing"),
        ("SUM(tblPlans[№])", "there is no table 'tblPlans'"),
        ("SUM(tblAppeals[Кто])", "table 'tblAppeals' has no column 'Кто'"),
        ("tblAppeals[[#This Row],[Кто]]", "table 'tblAppeals' has no column 'Кто'"),
        ("'План работы'!A1", "there is no sheet 'План работы'"),
        ("План!A1", "there is no sheet 'План'"),
        ("1" + "+1" * 4096, "has more than 8192 characters"),
    ],
)
def test_a_formula_that_excel_would_refuse_is_found(sound: bytes, formula: str, problem: str) -> None:
    assert problem in found(sound, formula)


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("tblAppeals[Дата]", "is a rule, which cannot refer to a table"),
        ('"' + "да," * 90 + '"', "is a list of more than 255 characters"),
    ],
)
def test_a_validation_that_excel_would_refuse_is_found(sound: bytes, formula: str, problem: str) -> None:
    assert found(sound, formula, "formula1") == [problem]


def test_a_list_of_an_allowed_length_passes(sound: bytes) -> None:
    assert found(sound, '"да,нет"', "formula1") == []
