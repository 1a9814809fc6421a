"""The commands about the members: composition on a day, draft order, a member's sheet, signatures."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel import buttons
from wg_excel.cli.closed_book import press, tell
from wg_excel.cli.commands import OUTPUT, command
from wg_excel.cli.options import DayType, book_argument, json_option

if TYPE_CHECKING:
    from wg_excel.domain.members.composition import Composition
    from wg_excel.domain.members.members import Member

FOLDER = click.Path(path_type=Path, file_okay=False)
folder_option = click.option(
    "--folder", metavar="ПАПКА", type=FOLDER, help="Куда записать; без неё — «Документы группы» рядом с книгой."
)


@command("members", "Показать состав группы на день: кто в какой роли, кто отсутствует, какие роли вакантны.")
@book_argument
@click.option("--on", "day", type=DayType(), help="День; без него — сегодня.")
@click.option("--person", metavar="ФИО", help="Показать только историю человека: включение, роли, выбытие.")
@click.option("--docx", metavar="ФАЙЛ", type=OUTPUT, help="Записать состав и обязанности ролей ещё и в файл Word.")
@json_option
def members(
    book: Path, day: dt.date | None, person: str | None, docx: Path | None, *, as_json: bool, today: dt.date | None
) -> None:
    """Fill «Состав группы» and print it; a person's history changes nothing."""
    if person:
        _history(book, person, as_json=as_json)
        return
    from wg_excel.cli import json_output

    done = press(book, buttons.show_composition, day, today=today)
    if docx:
        _write(book, done.composition, docx)
    if as_json:
        json_output.echo(_json(done.composition))
        return
    _print(done.composition)
    click.echo(done.told)


def _history(book: Path, person: str, *, as_json: bool) -> None:
    from wg_excel.book.master import read_group
    from wg_excel.book.opened import reading
    from wg_excel.cli import json_output
    from wg_excel.domain.members.composition import membership_line, memberships
    from wg_excel.domain.members.members import Member
    from wg_excel.domain.members.personal_sheet import NoSuchMember

    with reading(book) as opened:
        rows = memberships(read_group(opened, (Member,)), person)
    if not rows:
        raise NoSuchMember(person)
    if as_json:
        json_output.echo({"person": rows[-1].fio, "memberships": [_member(one) for one in rows]})
        return
    click.echo(rows[-1].fio)
    for one in rows:
        click.echo(f"    {membership_line(one)}")


def _write(book: Path, made: "Composition", docx: Path) -> None:
    from wg_excel.book.master import read_group
    from wg_excel.book.opened import reading
    from wg_excel.documents.group_papers import write_composition

    with reading(book) as opened:
        settings = read_group(opened, ()).settings
    write_composition(made, settings.school, settings.group_name, docx, beside=book.parent)


def _json(made: "Composition") -> dict[str, object]:
    return {
        "day": made.day.isoformat(),
        "members": [{**_member(one), "remark": made.remark(one)} for one in made.members],
        "roles": [
            {
                "role": place.role,
                "vacant": place.is_vacant,
                "holders": [one.fio for one in place.holders],
                "duties": [{"clause": duty.clause, "text": duty.text} for duty in place.duties],
            }
            for place in made.places
        ],
    }


def _member(one: "Member") -> dict[str, object]:
    return {
        "code": one.code,
        "fio": one.fio,
        "post": one.post,
        "roles": list(one.roles),
        "direction": one.direction,
        "since": one.since.isoformat() if one.since else None,
        "inclusion_order": one.inclusion_order,
        "until": one.until.isoformat() if one.until else None,
        "exclusion_order": one.exclusion_order,
    }


def _print(made: "Composition") -> None:
    for number, one in enumerate(made.members, 1):
        remark = f" ({made.remark(one)})" if made.remark(one) else ""
        click.echo(f"{number}. {one.fio}, {one.post} — {'; '.join(one.roles)}{remark}")
    for role in made.vacant:
        click.echo(f"   {role} — вакантна")


@command("order", "Составить проект приказа: об изменениях состава без приказа, иначе о составе.")
@book_argument
@folder_option
@click.option("--absent", default="", metavar="ФИО", help="О временном исполнении обязанностей отсутствующего.")
def order(book: Path, folder: Path | None, absent: str, today: dt.date | None) -> None:
    """Draft an order; what was typed back into «Документы» is filled in instead."""
    tell(book, buttons.draft_order, folder, absent, today=today)


@command("member-sheet", "Составить лист члена группы: обязанности, план, поручения, обращения, явка за год.")
@book_argument
@click.argument("person", metavar="[ФИО]", default="")
@folder_option
def member_sheet(book: Path, person: str, folder: Path | None, today: dt.date | None) -> None:
    """Write the sheet of one member, without a name those of all."""
    tell(book, buttons.write_member_sheets, person, folder, today=today)


@command("signatures", "Составить лист ознакомления и сказать, кто ещё не подписал.")
@book_argument
@folder_option
def signatures(book: Path, folder: Path | None, today: dt.date | None) -> None:
    """Write the list for signature."""
    tell(book, buttons.write_acquaintance, folder, today=today)
