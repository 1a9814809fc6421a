"""The page about engines names commands that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "engines.md").read_text(encoding="utf-8")


def test_every_measuring_command_of_the_page_exists() -> None:
    scripts = re.findall(r"`python (tools/\w+\.py)`", PAGE)
    modules = [f"{name.replace('.', '/')}.py" for name in re.findall(r"`python -m ([\w.]+)`", PAGE)]
    tests = re.findall(r"`(?:pytest )?(tests/[\w/]+(?:\.py)?)/?`", PAGE)
    assert len(scripts) >= 3
    assert [name for name in (*scripts, *modules, *tests) if not (ROOT / name).exists()] == []


def test_every_module_of_the_engine_named_on_the_page_exists() -> None:
    rows = [line.split("|")[1:3] for line in PAGE.splitlines() if line.startswith("| ") and line.count("|") == 4]
    folder = ROOT / "wg_excel" / "headless"
    named = {
        folder / room.strip(" `").replace("(root)", "") / f"{module}.py"
        for room, modules in rows[1:]
        for module in re.findall(r"`([a-z][a-z_]+)`", modules)
    }
    assert [str(module) for module in named if not module.exists()] == []
    assert {"package", "workbook", "grid", "styles", "tables", "shifting"} <= {module.stem for module in named}
