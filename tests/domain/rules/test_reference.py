from pathlib import Path

from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.rules.reference import reference_page

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_page_in_docs_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page(), "run: python tools/rules_reference.py"


def test_every_rule_has_its_section() -> None:
    page = reference_page()
    assert [rule.id for rule in all_rules() if f"\n### {rule.id}. " not in page] == []
