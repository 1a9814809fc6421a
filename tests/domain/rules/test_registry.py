import importlib
import inspect
import re

import pytest

from wg_excel.domain.findings import Finding
from wg_excel.domain.rules.checking import MODULES, all_rules
from wg_excel.domain.rules.registry import RULES, Rule, reading_rule

REGULATION = """MEM-1 MEM-2 MEM-3 MEM-4 MTG-1 MTG-2 MTG-3 MTG-4 MTG-5 MTG-6 MTG-7 MTG-8 APP-1 APP-2 APP-3 APP-4 APP-5
APP-6 APP-7 APP-8 APP-9 ASG-1 ASG-2 ASG-3 PLN-1 PLN-2 DOC-1 DOC-2 DOC-3 REQ-1 ACC-1 EXT-1 RDY-1 SET-1 PDN-1"""


def test_every_rule_of_the_design_is_there() -> None:
    assert set(REGULATION.split()) <= {rule.id for rule in all_rules()}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_a_rule_tells_what_when_and_shows_its_sentences(rule: Rule) -> None:
    assert rule.about
    assert rule.raised.endswith(".")
    assert rule.cleared.endswith(".")
    for example in rule.examples:
        assert (example.rule, example.clause) == (rule.id, rule.clause)
        assert re.fullmatch(r"[А-ЯЁ№Ч].+[.]", example.message), example.message
        assert not re.search(r"None|\{|\}|  |\.\.", example.message), example.message


def test_every_failure_of_the_rules_has_an_example_and_so_an_id() -> None:
    modules = [importlib.import_module(f"wg_excel.domain.rules.{name}") for name in MODULES]
    failures = {
        value
        for module in modules
        for _, value in inspect.getmembers(module, inspect.isclass)
        if issubclass(value, Finding) and value.__module__ == module.__name__ and not value.__subclasses__()
    }
    assert {failure.__name__ for failure in failures if not failure.rule} == set()


def test_an_id_is_declared_once() -> None:
    known = RULES["MTG-1"]
    with pytest.raises(ValueError, match="MTG-1"):
        reading_rule("MTG-1", about="", raised="", cleared="", examples=known.examples)
