from wg_excel.domain.imported.export_remarks import remarks
from wg_excel.domain.imported.facts import Export, RejectedRow


def export(*rejected: tuple[int, str], warnings: tuple[str, ...] = ()) -> Export:
    rows = tuple(RejectedRow(*one) for one in rejected)
    return Export("а.xlsx", "lessons", "0", rejected=rows, warnings=warnings, rejected_rows=len(rows))


def test_an_export_that_is_whole_needs_no_look() -> None:
    assert remarks(export()) == ()


def test_rejected_rows_are_told_by_their_reason_after_the_warnings() -> None:
    rejected = ((3, "не указан предмет"), (5, "дата не понята"), (9, "не указан предмет"))
    found = remarks(export(*rejected, warnings=("Да.",)))
    assert found == (
        "Да.",
        "Отклонено строк: 3. Причины: не указан предмет (строки 3, 9); дата не понята (строка 5).",
    )


def test_many_rows_and_reasons_are_cut_short() -> None:
    (found,) = remarks(export(*((row, f"причина {row % 5}") for row in range(1, 41))))
    assert found == (
        "Отклонено строк: 40. Причины: причина 1 (строки 1, 6, 11 и далее); причина 2 (строки 2, 7, 12 и далее); "
        "причина 3 (строки 3, 8, 13 и далее); и другие."
    )
