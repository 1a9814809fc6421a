"""Start the command line: `wg-excel` and `python -m wg_excel`."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from wg_excel.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
