"""A package of the product imports only what lies further in (3-architecture 3.1)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "wg_excel"
# What each package or module at the top may import; the engine and the writer of macros know nothing of the domain.
INWARD = {
    "domain": set[str](),
    "headless": set[str](),
    "vba": set[str](),
    "calc_extension": set[str](),
    "button_list": set[str](),
    "escape_key": set[str](),
    "user": set[str](),
    "exports": {"domain"},
    "incoming": {"domain", "exports"},
    "book": {"domain", "headless", "user"},
    "documents": {"domain", "book"},
    "builder": {"domain", "vba", "button_list", "user"},
    "functions": {"domain"},
    "actions": {"domain", "exports", "incoming", "book", "documents", "builder", "user"},
    "buttons": {"domain", "incoming", "book", "documents", "actions"},
    "care": {"domain", "headless", "book", "builder", "actions", "user"},
    "upgrades": {"domain", "headless", "vba", "book", "documents", "builder", "button_list", "care"},
    "setup": {"domain", "book", "builder", "button_list", "calc_extension", "actions"},
    "demo": {"domain"},
    "excel": {"domain", "book", "actions", "buttons", "button_list", "escape_key"},
    "pressing": {"domain", "headless", "book", "excel"},
}
OUTERMOST = {"cli", "__main__"}


def imported(file: Path) -> Iterator[str]:
    """Yield the packages of the product that a file imports, at its top or in its functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("wg_excel.") and "__version__" not in name)


def files(part: str) -> list[Path]:
    return [ROOT / f"{part}.py"] if (ROOT / f"{part}.py").exists() else sorted((ROOT / part).rglob("*.py"))


def outward(part: str) -> set[str]:
    """Return the imports of a part that its layer forbids."""
    allowed = INWARD[part] | {part}
    return {f"{file.relative_to(ROOT)}: {one}" for file in files(part) for one in imported(file) if one not in allowed}


@pytest.mark.parametrize("part", INWARD)
def test_a_part_imports_only_what_lies_further_in(part: str) -> None:
    assert outward(part) == set()


def test_every_part_has_its_layer() -> None:
    parts = {path.stem for path in ROOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert parts - {"__init__"} == INWARD.keys() | OUTERMOST


def test_the_layers_stand_in_order_so_that_no_two_parts_import_each_other() -> None:
    order = list(INWARD)
    assert all(order.index(inner) < order.index(part) for part in order for inner in INWARD[part])
