from pathlib import Path

import pytest

from wg_excel.domain.declension import Case
from wg_excel.domain.posts import decline_post

LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "declension_posts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_post_declines_by_its_head_words(line: tuple[str, ...]) -> None:
    assert tuple(decline_post(line[0], case) for case in CASES) == line[1:]
