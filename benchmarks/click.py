"""One process of the measurement of clicks (benchmarks/click_time.py): `python -m benchmarks.click press|raw …`.

`press` presses the button on the book as a user would and writes into LOG what it imported, read and wrote.
`raw` imports the same modules, reads and writes the same blocks of cells, and saves in the same way: what a click
cannot do without. Both hide the packages that xlwings imports where it finds them, since users do not have them.
"""

import importlib
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

OPTIONAL = ("pandas", "numpy", "matplotlib", "polars", "plotly", "PIL", "pyarrow", "IPython")
# Foreign files are read in a process of their own, here as plain rows.
READ_GRIDS = """
import sys
from pathlib import Path
from wg_excel.exports import reading
for name in sys.argv[1:]:
    for grid in reading.grids(Path(name).read_bytes()):
        for row in grid.rows():
            pass
"""


class Block(NamedTuple):
    """Cells that a click read, wrote or emptied."""

    act: str
    sheet: str
    arguments: tuple[Any, ...]


class Log(NamedTuple):
    """What a click needed: modules in the order of their import, blocks of cells, foreign files, files of Word.

    `documents` are the contents of the files of Word that it wrote, by their names; those in `printed` are PDF as well.
    """

    modules: tuple[str, ...]
    blocks: tuple[Block, ...]
    files: tuple[Path, ...]
    documents: dict[str, bytes]
    printed: tuple[str, ...]


def press(name: str, path: Path, log: Path | None) -> None:
    """Press a button and save the book."""
    from benchmarks.click_presses import PRESSES
    from wg_excel.book.opened import changing

    blocks: list[Block] = _recorded() if log else []
    with changing(path) as book:
        files = PRESSES[name](book)
    if log:
        modules = tuple(name for name, module in sys.modules.items() if module is not None)
        written = {each.stem: each.read_bytes() for each in path.parent.rglob("*.docx")}
        printed = tuple(each.stem for each in path.parent.rglob("*.pdf") if each.stem in written)
        log.write_bytes(pickle.dumps(Log(modules, tuple(blocks), tuple(files), written, printed)))


def raw(path: Path, log: Path) -> None:
    """Do what the logged click needed and nothing else."""
    needed = read_log(log)
    for module in needed.modules:
        with suppress(ImportError):
            importlib.import_module(module)
    from wg_excel.book.opened import changing
    from wg_excel.headless.cells.values import Values

    _write_documents(needed, path.parent)
    if needed.files:
        subprocess.run([sys.executable, "-c", READ_GRIDS, *map(str, needed.files)], check=True)
    with changing(path) as book:
        sheets = {sheet.name: Values(sheet.impl.sheet) for sheet in book.sheets}
        for block in needed.blocks:
            if block.sheet in sheets:
                getattr(sheets[block.sheet], block.act)(*block.arguments)


def _write_documents(needed: Log, folder: Path) -> None:
    """Read and write the click's files of Word by the library that writes them, and print those it printed."""
    if not needed.documents:
        return
    import io

    from docx import Document

    from wg_excel.documents.pdf import write_pdfs

    for name, content in needed.documents.items():
        Document(io.BytesIO(content)).save(str(folder / f"{name}.docx"))
    if needed.printed:
        write_pdfs({folder / f"{name}.docx": folder / f"{name}.pdf" for name in needed.printed})


def read_log(log: Path) -> Log:
    """Read what a click needed."""
    found: Log = pickle.loads(log.read_bytes())  # noqa: S301 - our own file
    return found


def _recorded() -> list[Block]:
    """Note every block of cells that is read, written or emptied from now on."""
    from wg_excel.headless.cells.values import Values

    blocks: list[Block] = []
    for act in ("read", "write", "clear_contents"):
        setattr(Values, act, _noted(act, getattr(Values, act), blocks))
    return blocks


def _noted(act: str, method: Callable[..., Any], blocks: list[Block]) -> Callable[..., Any]:
    def noted(self: Any, *arguments: Any) -> Any:  # noqa: ANN401 - any method of the values
        blocks.append(Block(act, self.sheet.name, arguments))
        return method(self, *arguments)

    return noted


def main(mode: str, button: str, book: str, log: str) -> None:
    """Do what the command line says."""
    if mode == "press":
        press(button, Path(book), Path(log) if log else None)
    else:
        raw(Path(book), Path(log))


if __name__ == "__main__":
    sys.modules.update(dict.fromkeys(OPTIONAL))  # type: ignore[arg-type]
    # By its own name, so that the log can be read by others.
    from benchmarks import click

    click.main(*sys.argv[1:])
