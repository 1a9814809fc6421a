"""The failures whose message is a sentence for the user; anything else is a fault of the program."""

from wg_excel.domain.failures import Failure
from wg_excel.headless import WorkbookRefused


def is_known(problem: Exception) -> bool:
    """Tell whether the exception's own text may be shown to the user."""
    return isinstance(problem, Failure | WorkbookRefused)
