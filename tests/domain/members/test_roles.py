import re
from pathlib import Path

import pytest

from tests.shared import SOURCES
from wg_excel.domain import lists
from wg_excel.domain.members.roles import Duty, common_duties, role, roles

SOURCE_OF = {"A": "reglament-zolotopolenskaya.txt", "B": "polozhenie-ivanovskaya.txt"}
SCHOOL = "МБОУ «Золотополенская ОШ»"
SECTION = re.compile(r"^(?P<roman>[IV]+)\.\s")
NUMBERED = re.compile(r"^\s*-?\s*(?P<number>\d+(?:\.\d+)?)\.\s+(?P<text>.*)")


def clauses(source: Path) -> dict[str, str]:
    """Return the source's text by clause: `B 5.1` of the polozhenie, `A IV.3.1` of the reglament."""
    found: dict[str, str] = {}
    letter = "A" if "reglament" in source.name else "B"
    section = clause = ""
    for line in source.read_text(encoding="utf-8").splitlines():
        if heading := SECTION.match(line):
            section, clause = heading["roman"], ""
        elif numbered := NUMBERED.match(line):
            clause = f"{letter} {section}.{numbered['number']}" if letter == "A" else f"{letter} {numbered['number']}"
            found.setdefault(clause, "")
            found[clause] += f"\n{numbered['text']}"
        elif clause:
            found[clause] += f"\n{line}"
    return found


def duties() -> list[Duty]:
    return [*(duty for each in roles(SCHOOL) for duty in each.duties), *common_duties(SCHOOL)]


def test_the_roles_are_those_of_the_closed_list_in_its_order() -> None:
    assert tuple(each.name for each in roles()) == lists.ROLES.values


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the regulations are not beside the project")
def test_every_duty_stands_in_the_regulations_word_for_word_under_its_clause() -> None:
    known = {name: text for file in SOURCE_OF.values() for name, text in clauses(SOURCES / file).items()}
    strangers = [str(duty) for duty in duties() if duty.text not in known.get(duty.clause, "")]
    assert strangers == []


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the regulations are not beside the project")
def test_no_numbered_duty_of_the_roles_is_left_out() -> None:
    known = {name for file in SOURCE_OF.values() for name in clauses(SOURCES / file)}
    asked = {name for name in known if re.match(r"A IV\.\d+\.\d+$|B 5\.\d+$", name)}
    assert asked - {duty.clause for duty in duties()} == set()


def test_a_duty_names_the_school_of_the_settings() -> None:
    texts = [duty.text for duty in role("Руководитель", "МБОУ «Лицей»").duties]
    assert "в МБОУ «Лицей» по внедрению" in " ".join(texts)


def test_without_a_school_the_duties_stay_readable() -> None:
    assert not any("{" in duty.text for each in roles() for duty in each.duties)


def test_a_role_of_a_schools_own_has_no_duties() -> None:
    assert role("Летописец").duties == ()
