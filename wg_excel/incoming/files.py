"""Read what a file asks that asks for help."""

from dataclasses import dataclass
from pathlib import Path

from wg_excel.domain.appeals.incoming_appeals import Asked, Remark
from wg_excel.incoming.forms import read_form, text_rows
from wg_excel.incoming.letters import Letter, read_letter
from wg_excel.incoming.outlook import as_letter
from wg_excel.incoming.refusals import TooLarge
from wg_excel.incoming.telling import BOOKS, LARGEST, TEXTS
from wg_excel.incoming.workbooks import read_rows

OUTLOOK = b"\xd0\xcf\x11\xe0"  # a compound file
MAIL = "Эл. почта"


@dataclass(frozen=True)
class Incoming:
    """What a file asks, and the numbers of its lines that ask nothing."""

    asked: tuple[Asked, ...]
    empty_lines: tuple[int, ...] = ()


def read_incoming(path: Path) -> Incoming:
    """Read a file; raise an IncomingRefused, or OSError where it cannot be read."""
    if not path.is_file():  # a folder, or a device that never ends
        raise FileNotFoundError(path)
    if path.stat().st_size > LARGEST << 20:
        raise TooLarge(LARGEST)
    data, ending = path.read_bytes(), path.suffix.lower()
    if ending in TEXTS | BOOKS:
        answers, empty = read_form(read_rows(path) if ending in BOOKS else text_rows(data))
        asked = (Asked(one.key, one.day, **one.values) for one in answers)  # type: ignore[arg-type]  # fields of texts
        return Incoming(tuple(asked), empty)
    return Incoming((_asked(read_letter(as_letter(data) if data.startswith(OUTLOOK) else data)),))


def _asked(letter: Letter) -> Asked:
    """Return what a letter asks; a subject that its text repeats is told once."""
    parts = [letter.subject, letter.text]
    if letter.subject and letter.text.casefold().startswith(letter.subject.casefold()):
        parts = [letter.text]
    remarks = [Remark.FORWARDED] if letter.is_forwarded else []
    remarks += [Remark.ATTACHMENTS] if letter.attachments else []
    return Asked(
        letter.key,
        letter.day,
        applicant=letter.name,
        address=letter.address,
        essence="\n".join(filter(None, parts)),
        channel=MAIL,
        remarks=tuple(remarks),
    )
