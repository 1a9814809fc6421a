"""Write the page for the school's site: one file of HTML that works without pictures and scripts (B 5.4)."""

from pathlib import Path

from wg_excel.documents.html_pages import rendered, write_page
from wg_excel.domain.summary.site_page import SitePage

FILE = "index.html"  # nothing of the workbook takes part in the name
FOLDER = "Сайт"  # beside the workbook, where no other is given


def write_site_page(page: SitePage, folder: Path) -> Path:
    """Write the page into a folder, which is made where it is not there; return its file; raise FileNotWritten."""
    path = folder / FILE
    write_page(path, site_html(page), make_folder=True)
    return path


def site_html(page: SitePage) -> str:
    """Return the page."""
    return rendered("site.html", page=page)
