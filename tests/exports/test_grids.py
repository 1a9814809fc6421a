import pytest

from wg_excel.exports.grids import grids
from wg_excel.exports.refusals import EmptyFile, NotATable, OldFormat, Refusal, UnknownArchive


@pytest.mark.parametrize(
    ("start", "refusal"),
    [
        (b"", EmptyFile),
        (b"%PDF-1.7 \xd0", NotATable),
        (b"\x89PNG\r\n", NotATable),
        (b"Rar!\x1a", UnknownArchive),
        (b"7z\xbc\xaf\x27", UnknownArchive),
        (b"\x09\x02\x06\x00", OldFormat),
    ],
)
def test_other_kinds_of_file_are_named(start: bytes, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        list(grids(start))
