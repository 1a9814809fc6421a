from pathlib import Path

import pytest

from wg_excel.domain.language.declension import Case
from wg_excel.domain.language.posts import decline_post, lowered

LINES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "declension_posts.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CASES = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_post_declines_by_its_head_words(line: tuple[str, ...]) -> None:
    assert tuple(decline_post(line[0], case) for case in CASES) == line[1:]


@pytest.mark.parametrize(
    ("post", "instrumental"),
    [
        ("заместитель директора по УВР", "заместителем директора по УВР"),
        ("учитель информатики", "учителем информатики"),
        ("старшая вожатая", "старшей вожатой"),
        ("системный администратор", "системным администратором"),
        ("ведущий библиотекарь", "ведущим библиотекарем"),
        ("русский логопед", "русским логопедом"),
        ("заведующая библиотекой", "заведующей библиотекой"),
        ("медсестра", "медсестрой"),
        ("няня", "няней"),
        ("преподаватель-организатор ОБЖ", "преподавателем-организатором ОБЖ"),
    ],
)
def test_a_post_has_its_instrumental(post: str, instrumental: str) -> None:
    assert decline_post(post, Case.INSTRUMENTAL) == instrumental


@pytest.mark.parametrize(
    ("post", "inside"),
    [("Директор", "директор"), ("IT-специалист", "IT-специалист"), ("и. о. директора", "и. о. директора"), ("", "")],
)
def test_a_post_inside_a_sentence_begins_small(post: str, inside: str) -> None:
    assert lowered(post) == inside
