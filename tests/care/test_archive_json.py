import json

import pytest

from tests.care.tables import contents
from wg_excel.care.archive_json import document, read_document
from wg_excel.care.failures import NoArchive

HEAD = {"format": "wg-excel", "version": 1}


def table(**parts: object) -> bytes:
    whole = {"name": "tblPlan", "sheet": "План", "titles": ["№"], "rows": [["1"]], **parts}
    return json.dumps({**HEAD, "tables": [whole]}).encode()


def test_a_row_is_a_line_of_readable_json() -> None:
    written = document(contents("tblPlan\n№ | Срок | Цель\n1 | 2026-09-01 | Рост")).decode()
    assert '\n[1.0, {"date": "2026-09-01T00:00:00"}, "Рост"]\n' in written


def test_whole_numbers_written_by_hand_are_numbers() -> None:
    assert read_document(table(rows=[[1]]), "a").tables[0].rows == ((1.0,),)


@pytest.mark.parametrize(
    "parts",
    [{"rows": [["1", "2"]]}, {"rows": [[["1"]]]}, {"rows": [[{"date": "вчера"}]]}, {"rows": 5}, {"titles": None}],
)
def test_a_document_of_another_shape_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(NoArchive):
        read_document(table(**parts), "архив.json")
