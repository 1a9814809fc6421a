"""Write docs/rules.md, the reference page of the rules, from their definitions."""

from pathlib import Path

from wg_excel.domain.rules.reference import reference_page

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"


def main() -> None:
    """Write the page and say where."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference_page(), encoding="utf-8", newline="\n")
    print(PAGE)


if __name__ == "__main__":
    main()
