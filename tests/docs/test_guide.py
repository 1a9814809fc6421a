"""The guide speaks of what there is: every command, parameter, button, sheet, picture and page that it names."""

import re
from pathlib import Path

import click
import pytest

from wg_excel.builder.sheets import SHEETS
from wg_excel.button_list import BUTTONS
from wg_excel.cli import app, commands

ROOT = Path(__file__).parents[2]
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PAGES = [*GUIDE, *(ROOT / "docs" / name for name in ("security.md", "licences.md")), ROOT / "README.md"]
CAPTIONS = {button.caption for button in BUTTONS}


@pytest.fixture(scope="module")
def cli() -> click.Group:
    for module in app.DECLARING:
        __import__(module)
    return commands.cli


def named(path: Path) -> object:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_and_their_parameters_exist(page: Path, cli: click.Group) -> None:
    for line in re.findall(r"`wg-excel ([^`]+)`", page.read_text(encoding="utf-8")):
        found: click.Command = cli
        words = line.split()
        while words and isinstance(found, click.Group) and not words[0].startswith("-"):
            found = found.commands[words.pop(0)]
        known = {name for parameter in found.params for name in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= known, line


@pytest.mark.parametrize("page", GUIDE, ids=named)
def test_buttons_and_sheets_exist_and_stand_together(page: Path) -> None:
    text = " ".join(page.read_text(encoding="utf-8").split())
    for sheets, caption in re.findall(r"[Нн]а листе «([^»]+)» нажмите «([^»]+)»", text):
        assert any(button.caption == caption and sheets in button.sheets for button in BUTTONS), caption
    for caption in re.findall(r"[Кк]нопк[аойу]+ «([^»]+)»", text):
        assert caption in CAPTIONS, caption
    for sheet in re.findall(r"[Лл]ист[еа]? «([^»]+)»", text):
        assert sheet in {plan.name for plan in SHEETS}, sheet


def test_the_first_page_leads_to_every_other() -> None:
    contents = (ROOT / "docs" / "guide" / "README.md").read_text(encoding="utf-8")
    assert all(f"({page.name})" in contents for page in GUIDE if page.name != "README.md")


def test_the_readme_leads_to_the_guide() -> None:
    assert "docs/guide/README.md" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_files_that_the_page_on_security_names_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    for name in re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.py)?)`", text):
        assert (ROOT / "wg_excel" / name).exists() or (ROOT / name).exists(), name
