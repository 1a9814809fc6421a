import pytest

from tests.domain.conftest import Check

DAY = "2026-10-14"


def document(analysis: str = "Соответствует", proposal: str = "", due: str = "", **site: str) -> str:
    state, link, published = site.get("state", "Не требуется"), site.get("link", ""), site.get("published", "")
    return f"""
Документы
№  Анализ             Предложение     Срок        На сайте        Ссылка             Дата публикации
1  {analysis:<17}  {proposal:<14}  {due:<10}  {state:<14}  {link:<17}  {published}
"""


@pytest.mark.parametrize(
    ("proposal", "due", "found"),
    [
        ("Дополнить п. 3", "2026-12-01", []),
        ("", "2026-12-01", ["DOC-1 1"]),
        ("Дополнить п. 3", "", ["DOC-1 1"]),
        ("Дополнить п. 3", "2026-10-13", ["DOC-4 1"]),
    ],
)
def test_a_document_to_change_has_a_proposal_and_a_term_ahead(
    check: Check, proposal: str, due: str, found: list[str]
) -> None:
    assert check(document("Требует изменений", proposal, due), DAY) == found


def test_a_document_in_line_needs_neither(check: Check) -> None:
    assert check(document("Соответствует"), DAY) == []
    assert check(document("Изменён", "Дополнить п. 3", "2026-10-13"), DAY) == []


def test_a_document_required_on_the_site_is_published(check: Check) -> None:
    assert check(document(state="Не опубликован"), DAY) == ["DOC-2 1"]
    assert check(document(state="Не требуется"), DAY) == []


@pytest.mark.parametrize(
    ("link", "published", "found"),
    [
        ("https://школа.рф", "2026-10-01", []),
        ("", "2026-10-01", ["DOC-3 1"]),
        ("https://школа.рф", "", ["DOC-3 1"]),
    ],
)
def test_a_published_document_has_link_and_date(check: Check, link: str, published: str, found: list[str]) -> None:
    assert check(document(state="Опубликован", link=link, published=published), DAY) == found
