"""Judge a page of HTML: axe-core in headless Chromium, and what can be told from its text alone."""

import json
import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
AXE = Path(os.environ.get("AXE_CORE", Path(__file__).parent / "web" / "node_modules" / "axe-core" / "axe.min.js"))
TIME = "--virtual-time-budget=20000"  # milliseconds that the page may take
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--virtual-time-budget=20000",
)
FETCHED = re.compile(r"url\((?!#)[^)]*\)|@import[^;]*")  # by a style
RUN = "axe.run().then(done => { document.body.textContent = 'AXE' + JSON.stringify(done.violations) + 'END'; });"


def violations(page: str, folder: Path, width: int = 1200) -> list[str]:
    """Return what axe-core finds in a page in a window of a width; skip where Chromium or axe-core is not there."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser or not AXE.is_file():
        pytest.skip("needs Chromium and axe-core (npm --prefix tests/web install)")
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{RUN}</script></body>"
    path = folder / "page.html"
    path.write_text(page.replace("</body>", script), encoding="utf-8")
    place = f"--user-data-dir={folder / 'profile'}"
    command = [browser, *FLAGS, place, f"--window-size={width},2000", "--dump-dom", path.as_uri()]
    shown = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=180).stdout
    root: Any = html.fromstring(shown)
    found = re.search(r"AXE(.*)END", root.text_content(), re.DOTALL)
    assert found, "axe-core said nothing"
    return [_words(each) for each in json.loads(found[1])]


def faults(page: str) -> list[str]:
    """Return what is wrong in a page: language, title, headings, tables, pictures, foreign addresses."""
    root: Any = html.document_fromstring(page)
    return [
        *(["no language"] if root.get("lang") != "ru" else []),
        *(["no title"] if not (root.findtext(".//title") or "").strip() else []),
        *_headings(root),
        *(
            f"a heading cell without its scope: {cell.text_content()}"
            for cell in root.iter("th")
            if not cell.get("scope")
        ),
        *("a table without headings" for table in root.iter("table") if table.find(".//th") is None),
        *("a picture that says nothing" for svg in root.iter("svg") if not _is_told(root, svg)),
        *(f"asks for {address}" for address in _asked_for(root)),
        *_twice(root),
    ]


def _headings(root: Any) -> list[str]:
    levels = [int(each.tag[1]) for each in root.iter("h1", "h2", "h3", "h4")]
    jumps = [f"h{one} then h{two}" for one, two in pairwise(levels) if two > one + 1]
    return jumps if levels[:1] == [1] and levels.count(1) == 1 else ["not one h1 at the beginning", *jumps]


def _is_told(root: Any, svg: Any) -> bool:
    hidden = any(each.get("aria-hidden") == "true" for each in (svg, *svg.iterancestors()))
    named = root.get_element_by_id(svg.get("aria-labelledby"), None) if svg.get("aria-labelledby") else None
    return hidden or (svg.get("role") == "img" and named is not None)


def _asked_for(root: Any) -> list[str]:
    """Return what a browser would fetch: a link that a reader may follow is none."""
    loaded = (each.get(name) for each in root.iter() for name in ("src", "srcset", "data", "poster") if each.get(name))
    linked = (each.get("href") for each in root.iter("link", "use", "image"))
    styles = (
        found for each in root.iter("style") for found in re.findall(r"url\((?!#)[^)]*\)|@import[^;]*", each.text or "")
    )
    return [address for address in (*loaded, *linked, *styles) if address]


def _twice(root: Any) -> list[str]:
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    return [f"id {name} twice" for name in sorted({name for name in ids if ids.count(name) > 1})]


def _words(violation: dict[str, Any]) -> str:
    return f"{violation['id']}: {violation['help']}: {[node['html'][:120] for node in violation['nodes'][:3]]}"
