import datetime as dt
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
    [
        {"rows": [["1", "2"]]},
        {"rows": [[["1"]]]},
        {"rows": [[{"date": "вчера"}]]},
        {"rows": 5},
        {"titles": None},
        {"rows": [[10**400]]},
        {"rows": [[float("nan")]]},
        {"rows": [[float("-inf")]]},
    ],
)
def test_a_document_of_another_shape_is_refused(parts: dict[str, object]) -> None:
    with pytest.raises(NoArchive):
        read_document(table(**parts), "архив.json")


def test_a_document_nested_without_end_is_refused() -> None:
    with pytest.raises(NoArchive):
        read_document(b"[" * 100_000 + b"]" * 100_000, "архив.json")


def test_a_moment_keeps_its_hours_whatever_zone_a_person_has_written() -> None:
    found = read_document(table(rows=[[{"date": "2026-11-22T10:00:00+03:00"}]]), "a").tables[0].rows
    assert found == ((dt.datetime.fromisoformat("2026-11-22T10:00:00"),),)
