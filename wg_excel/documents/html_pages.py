"""Fill a page of HTML from a template of the package: escaped, self-contained, written whole."""

from pathlib import Path

from wg_excel.book.outputs import write_output


def rendered(template: str, **values: object) -> str:
    """Return a page; every value is escaped, a mark without its value is an error of the program."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("wg_excel")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template(template).render(**values)


def write_page(path: Path, page: str, *, make_folder: bool = False) -> None:
    """Write a page in UTF-8; raise FileNotWritten."""
    write_output(path, page.encode(), make_folder=make_folder)
