"""What the doctor says, and the checks that say it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from wg_excel.care.doctor.machine import Machine
from wg_excel.care.doctor.site import Site


class State(Enum):
    """How things stand; the value is the sign that the user sees."""

    GOOD = "✔"
    WARNING = "▲"
    BAD = "■"


@dataclass(frozen=True)
class Diagnosis:
    """One line of the doctor: what was looked at, how it stands, what was found, what to do about it."""

    title: str
    state: State
    detail: str
    advice: str = ""


MachineCheck = Callable[[Machine], Iterator[Diagnosis]]
BookCheck = Callable[[Machine, Site], Iterator[Diagnosis]]
_MACHINE_CHECKS: list[MachineCheck] = []
_BOOK_CHECKS: list[BookCheck] = []


def machine_check(function: MachineCheck) -> MachineCheck:
    """Make a function a check of the computer."""
    _MACHINE_CHECKS.append(function)
    return function


def book_check(function: BookCheck) -> BookCheck:
    """Make a function a check of a workbook and the folder it lies in."""
    _BOOK_CHECKS.append(function)
    return function


def examine(machine: Machine, site: Site | None = None) -> tuple[Diagnosis, ...]:
    """Run all checks; those of a workbook only where one is given."""
    found = [each for check in _MACHINE_CHECKS for each in check(machine)]
    if site:
        found += [each for check in _BOOK_CHECKS for each in check(machine, site)]
    return tuple(found)


def good(title: str, detail: str, advice: str = "") -> Diagnosis:
    """Say that all is well."""
    return Diagnosis(title, State.GOOD, detail, advice)


def warning(title: str, detail: str, advice: str) -> Diagnosis:
    """Say what may become trouble."""
    return Diagnosis(title, State.WARNING, detail, advice)


def bad(title: str, detail: str, advice: str) -> Diagnosis:
    """Say what does not work."""
    return Diagnosis(title, State.BAD, detail, advice)
