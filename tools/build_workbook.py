"""Write what is built from text: `workbook/working_group.xlsm`, and in `macros/` the macros and the ribbon inside it.

Run it after any change of the schema, the builder or the buttons; a test compares these files with a new build.
"""

from pathlib import Path

from wg_excel.builder.build import build
from wg_excel.builder.macro_files import macro_files

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Build the workbook and the macros' files."""
    workbook = ROOT / "workbook" / "working_group.xlsm"
    workbook.parent.mkdir(exist_ok=True)
    build(workbook)
    print(workbook)
    for name, content in macro_files().items():
        path = ROOT / "macros" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        print(path)


if __name__ == "__main__":
    main()
