import datetime as dt
import struct
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.failures import Failure
from wg_excel.incoming.letters import Letter, read_letter
from wg_excel.incoming.outlook import EPOCH, as_letter
from wg_excel.vba.compound import compound_file

SENT = dt.datetime(2026, 11, 20, 7, 15, tzinfo=dt.UTC)
WRITER = {"0C1A": "Соколова Вера Павловна", "0C1F": "/O=SCHOOL/CN=SOKOLOVA", "5D01": "v.sokolova@mail.example"}
LETTER = {**WRITER, "0037": "Журнал 5А", "1000": "Не открывается журнал 5А класса.", "1035": "<1@mail>"}


def saved(texts: dict[str, str], *, attachments: int = 0, code: str = "", **raw: bytes) -> bytes:
    """Return a letter as Outlook saves it; `code` is the code page of an older one, `raw` are further streams."""
    kind, coded = ("001E", code) if code else ("001F", "utf-16-le")
    ticks = int((SENT - EPOCH).total_seconds()) * 10_000_000
    tree = {f"__substg1.0_{name}{kind}": text.encode(coded) for name, text in texts.items()}
    tree |= {f"__substg1.0_{name.removeprefix('p')}": data for name, data in raw.items()}
    tree["__properties_version1.0"] = bytes(32) + struct.pack("<HHLQ", 0x40, 0x39, 6, ticks)
    files = {f"__attach_version1.0_#0000000{n}": {"data": b"x"} for n in range(attachments)}
    return compound_file({**tree, **files})


def read(data: bytes) -> Letter:
    return read_letter(as_letter(data))


@pytest.mark.parametrize("code", ["", "windows-1251"])
def test_a_letter_of_outlook_tells_what_its_mail_would(code: str) -> None:
    found = read(saved(LETTER, code=code, attachments=2))
    assert (found.name, found.address) == ("Соколова Вера Павловна", "v.sokolova@mail.example")
    assert (found.subject, found.text) == ("Журнал 5А", "Не открывается журнал 5А класса.")
    assert (found.day, found.attachments) == (dt.date(2026, 11, 20), 2)


def test_the_same_letter_has_the_same_print_however_often_it_is_saved() -> None:
    assert (
        read(saved(LETTER)).key == read(saved(LETTER, attachments=1)).key != read(saved({**LETTER, "1035": "<2>"})).key
    )


def test_a_letter_of_html_alone_is_read() -> None:
    html = "<p>Пропали <b>отметки</b></p>".encode()
    assert read(saved(WRITER | {"0037": "Отметки"}, p10130102=html)).text == "Пропали отметки"


def test_an_address_of_the_organisation_alone_is_no_address() -> None:
    found = read(saved({name: text for name, text in LETTER.items() if name != "5D01"}))
    assert (found.name, found.address) == ("Соколова Вера Павловна", "")


@pytest.mark.parametrize(
    "data",
    [saved({**LETTER, "001A": "IPM.Note.SMIME"}), saved({**WRITER, "0037": "Тема"}, p10090102=b"LZFu")],
    ids=["encrypted", "layout alone"],
)
def test_a_text_that_cannot_be_read_is_one_sentence(data: bytes) -> None:
    with pytest.raises(Failure, match=r"зашифрован или хранится только в оформленном виде.*\.eml"):
        read(data)


@given(st.binary(max_size=600), st.integers(0, 3000))
def test_a_broken_file_is_a_letter_or_a_sentence(noise: bytes, place: int) -> None:
    data = saved(LETTER)
    broken = data[:place] + noise + data[place + len(noise) :]
    with suppress(Failure):
        assert isinstance(read(broken), Letter)
