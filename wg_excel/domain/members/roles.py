"""The roles of the group and their duties in the regulations' own words (A IV; B 4.2, V)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NO_NAME = "школе"
SOURCES = {"A": "регламент", "B": "положение"}


@dataclass(frozen=True)
class Duty:
    """One duty: the clause of the regulations (`A IV.3.1`) and its words."""

    clause: str
    text: str

    def __str__(self) -> str:
        source, _, number = self.clause.partition(" ")
        return f"{self.text.rstrip(' ;.')} ({SOURCES[source]}, п.\N{NO-BREAK SPACE}{number})"


@dataclass(frozen=True)
class Role:
    """A role by its name of the closed list; `genitive` is «секретаря рабочей группы»."""

    name: str
    genitive: str
    duties: tuple[Duty, ...]


def roles(school: str = "") -> tuple[Role, ...]:
    """Return the roles in the order of the regulations, their duties naming the school."""
    return tuple(role for role in _read(school or NO_NAME) if role.name)


def common_duties(school: str = "") -> tuple[Duty, ...]:
    """Return what every member is bound to, whatever the role (B 4.2)."""
    return next(role.duties for role in _read(school or NO_NAME) if not role.name)


def role(name: str, school: str = "") -> Role:
    """Return a role by its name; one that the regulations do not know has no duties."""
    return next((each for each in roles(school) if each.name == name), Role(name, name.lower(), ()))


@cache
def _read(school: str) -> tuple[Role, ...]:
    data = tomllib.loads((files("wg_excel.domain.members") / "roles.toml").read_text(encoding="utf-8"))
    return tuple(
        Role(
            one["name"],
            one["genitive"],
            tuple(Duty(clause, text.replace("{school}", school)) for clause, text in one["duties"]),
        )
        for one in data["role"]
    )
