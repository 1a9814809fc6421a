"""Draw the pictures of the README and the guide: run the demo, let LibreOffice print it, keep the pages worth showing.

Needs LibreOffice (soffice) and poppler's pdftoppm and pdftotext.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
RESOLUTION = "70"  # dots per inch: readable on a page of the README, small in the repository
DAY = "2026-11-22"

# picture's name: words that stand on the page of the workbook's print
PAGES = {
    "summary": "Сводка",
    "findings": "Замечания",
    "appeals": "Обращения",
    "monitoring": "Мониторинг",
    "protocol": "ПРОТОКОЛ",
    "settings": "Настройки",
    "members": "Члены группы",
    "meetings": "Заседания",
    "agenda": "Повестка",
    "imports": "Импорт",
    "history": "История",
}


def main() -> None:
    """Make the demonstration in a temporary folder and draw its pages."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run(sys.executable, "-m", "wg_excel", "demo", str(folder / "demo"), "--today", DAY)
        draw_pages(folder / "demo" / "working_group.xlsm", PAGES, PICTURES)


def draw_pages(workbook: Path, pages: Mapping[str, str], pictures: Path) -> None:
    """Draw those pages of a workbook's print on which the words stand, each under its name."""
    with tempfile.TemporaryDirectory() as name:
        pdf = _printed(workbook, Path(name))
        texts = _run("pdftotext", "-layout", str(pdf), "-").split("\f")
        for picture, words in pages.items():
            _draw(pdf, _page(texts, words), pictures / picture)


def _printed(workbook: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    _run("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(workbook))
    return folder / f"{workbook.stem}.pdf"


def _page(texts: list[str], words: str) -> int:
    """Return the number of the first page one of whose first lines begins with the words alone."""
    return next(n for n, text in enumerate(texts, 1) if words in _beginnings(text))


def _beginnings(text: str) -> list[str]:
    return [line.strip().split("   ")[0] for line in text.strip().splitlines()[:6]]


def _draw(pdf: Path, page: int, picture: Path) -> None:
    _run("pdftoppm", "-r", RESOLUTION, "-png", "-singlefile", "-f", str(page), "-l", str(page), str(pdf), str(picture))
    print(picture.with_suffix(".png"))


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
