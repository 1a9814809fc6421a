import base64
import datetime as dt

import pytest
from hypothesis import given, strategies as st

from wg_excel.domain.failures import Failure
from wg_excel.incoming.letters import LONGEST_HEADER, MOST_CONTENT, Letter, read_letter
from wg_excel.incoming.refusals import OvergrownLetter

HEAD = "From: Vera <v.sokolova@mail.example>\nDate: Fri, 20 Nov 2026 10:15:00 +0300\nMessage-ID: <1@mail>\n"
ASKED = "Не открывается журнал 5А класса."


def letter(text: str, code: str = "utf-8") -> Letter:
    return read_letter(text.encode(code))


def simple(body: str, subject: str = "Журнал") -> Letter:
    return letter(f"{HEAD}Subject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{body}")


def word(text: str, code: str) -> str:
    return f"=?{code}?B?{base64.b64encode(text.encode(code)).decode()}?="


@pytest.mark.parametrize("code", ["utf-8", "windows-1251", "koi8-r"])
def test_name_subject_and_text_are_read_in_the_letters_they_were_written_in(code: str) -> None:
    body = base64.b64encode(ASKED.encode(code)).decode()
    found = letter(
        f"From: {word('Соколова Вера Павловна', code)} <v.sokolova@mail.example>\nSubject: {word('Журнал 5А', code)}\n"
        f"Date: Fri, 20 Nov 2026 23:50:00 +0300\nContent-Type: text/plain; charset={code}\n"
        f"Content-Transfer-Encoding: base64\n\n{body}\n"
    )
    assert (found.name, found.address) == ("Соколова Вера Павловна", "v.sokolova@mail.example")
    assert (found.subject, found.text, found.day) == ("Журнал 5А", ASKED, dt.date(2026, 11, 20))


def test_letters_that_nobody_declared_are_guessed() -> None:
    found = letter(f"From: Вера <v@mail.example>\nSubject: Пропали отметки\n\n{ASKED}", "windows-1251")
    assert (found.name, found.subject, found.text) == ("Вера", "Пропали отметки", ASKED)


def test_a_wrongly_declared_or_unknown_code_does_not_lose_the_text() -> None:
    for code in ("us-ascii", "x-unknown"):
        raw = f"{HEAD}Subject: 1\nContent-Type: text/plain; charset={code}\nContent-Transfer-Encoding: 8bit\n\n{ASKED}"
        assert letter(raw, "windows-1251").text == ASKED


def test_a_subject_torn_inside_a_letter_is_put_together() -> None:
    raw = "Не открывается журнал".encode()
    torn = "\n ".join(f"=?utf-8?B?{base64.b64encode(part).decode()}?=" for part in (raw[:15], raw[15:]))
    assert simple(ASKED, torn).subject == "Не открывается журнал"


def test_quoted_printable_and_soft_line_ends_are_undone() -> None:
    text = "=D0=9D=D0=B5 =\n=D1=81=D0=BE=D1=85=D1=80=D0=B0=D0=BD=D1=8F=D0=B5=D1=82\n"
    raw = f"{HEAD}Subject: 1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert letter(raw + text).text == "Не сохраняет"


def test_of_two_forms_the_plain_one_is_read_and_files_are_counted() -> None:
    found = letter(
        f'{HEAD}Subject: 1\nContent-Type: multipart/mixed; boundary="a"\n\n'
        '--a\nContent-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{ASKED}\n"
        "--b\nContent-Type: text/html; charset=utf-8\n\n<p>другое</p>\n--b--\n"
        "--a\nContent-Type: image/png\nContent-Disposition: attachment; filename=a.png\n\nAAAA\n"
        "--a\nContent-Type: text/plain\nContent-Disposition: attachment; filename=b.txt\n\nсписок\n--a--\n"
    )
    assert (found.text, found.attachments) == (ASKED, 2)


def test_a_page_is_read_as_its_reader_sees_it() -> None:
    page = (
        "<html><head><style>p {color: red}</style><title>x</title></head><body><p>Здравствуйте!<br>Не открывается"
        "&nbsp;журнал</p><script>alert(1)</script><div>5&lt;А&gt; класса<div>"
    )
    found = letter(f"{HEAD}Subject: 1\nContent-Type: text/html; charset=utf-8\n\n{page}")
    assert found.text == "Здравствуйте!\nНе открывается журнал\n5<А> класса"


@pytest.mark.parametrize(
    "below",
    [
        "20 ноября 2026 г., 10:15 пользователь Админ <a@school.example> написал:\n> Что случилось?",
        "пт, 20 нояб. 2026 г. в 10:15, Админ <a@school.example>:\n> Что?\n> Где?",
        "On Fri, Nov 20, 2026 at 10:15 AM Admin <a@school.example>\nwrote:\n\n> What?",
        "-----Исходное сообщение-----\nОт: Админ <a@school.example>\nКому: Вера\nТема: Журнал\n\nЧто случилось?",
        "________________________________\nОт: Админ <a@school.example>\nОтправлено: 20 ноября\nКому: Вера\nТема: 1\n",
        "-- \nСоколова В. П., тел. 8 912 345-67-89",
        "С уважением, Соколова В. П.\nучитель математики",
        "Отправлено с iPhone",
    ],
)
def test_the_letter_answered_and_the_signature_are_left_out(below: str) -> None:
    found = simple(f"{ASKED}\n\n{below}", "Re: Журнал")
    assert (found.subject, found.text, found.is_forwarded) == ("Журнал", ASKED, False)


@pytest.mark.parametrize(
    "head",
    [
        "-------- Пересылаемое сообщение --------\n20.11.2026, 09:00, WRITER:",
        "---------- Forwarded message ---------\nОт: WRITER\nDate: чт, 19 нояб.\nSubject: Отметки\nTo: <v@m>\n\n",
        "-------- Пересланное сообщение --------\nТема: Отметки\nДата: Thu, 19 Nov 2026\nОт: WRITER\nКому: В\n\n",
        "От: WRITER\nОтправлено: 19 ноября 2026 г. 9:00\nКому: В\nТема: Отметки\n",
    ],
)
def test_the_applicant_of_a_forwarded_letter_is_who_wrote_it_first(head: str) -> None:
    head = head.replace("WRITER", "Иванова Анна Петровна <a.ivanova@mail.example>")
    found = simple(f"Прошу помочь.\n\n{head}\n{ASKED}", "Fwd: Отметки")
    assert (found.name, found.address) == ("Иванова Анна Петровна", "a.ivanova@mail.example")
    assert (found.subject, found.text, found.is_forwarded) == ("Отметки", ASKED, True)


def test_a_chain_of_forwarded_letters_is_followed_to_the_first() -> None:
    chain = (
        "---------- Forwarded message ---------\nОт: Директор <d@school.example>\nSubject: Fwd: Отметки\n\n"
        "> ---------- Forwarded message ---------\n> От: Иванова Анна <a.ivanova@mail.example>\n> Subject: Отметки\n>\n"
        f"> {ASKED}\n"
    )
    found = simple(chain, "Fwd: Fwd: Отметки")
    assert (found.name, found.text, found.subject) == ("Иванова Анна", ASKED, "Отметки")


def test_a_letter_forwarded_as_a_file_is_read() -> None:
    found = letter(
        'From: v@mail.example\nSubject: Fwd: 1\nContent-Type: multipart/mixed; boundary="a"\n\n'
        "--a\nContent-Type: text/plain\n\n\n--a\nContent-Type: message/rfc822\n\n"
        f"From: Anna <a@mail.example>\nSubject: Grades\nContent-Type: text/plain; charset=utf-8\n\n{ASKED}\n--a--\n"
    )
    assert (found.address, found.subject, found.text, found.attachments) == ("a@mail.example", "Grades", ASKED, 0)


def test_the_same_letter_is_known_by_its_number_however_it_was_saved() -> None:
    assert simple(ASKED).key == simple(f"{ASKED}\n\n").key
    assert simple(ASKED).key != letter(f"From: v@mail.example\nSubject: Журнал\n\n{ASKED}").key


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", "Это не письмо"),
        ("%PDF-1.7\n1 0 obj", "Это не письмо"),
        ("<html><body>Subject: 1</body></html>", "Это не письмо"),
        ("Уважаемая группа! Не открывается журнал.", "Это не письмо"),
        (f"{HEAD}Auto-Submitted: auto-replied\nSubject: Re\n\nЯ в отпуске", "автоматический ответ"),
        ("From: MAILER-DAEMON@mail.example\nSubject: failed\n\n", "отчёт о доставке"),
        (f"{HEAD}Subject: \n\n", "нет ни темы, ни текста"),
    ],
)
def test_what_asks_nothing_is_refused_in_one_sentence(text: str, refused: str) -> None:
    with pytest.raises(Failure, match=refused):
        letter(text)


@pytest.mark.parametrize("date", ["", "вчера", "Thu, 01 Jan 1970 00:00:00 +0000", "Fri, 99 Nov 2026 10:15:00 +0300"])
def test_a_letter_with_an_unset_clock_counts_from_its_receipt(date: str) -> None:
    head = f"From: a@mail.example\nSubject: 1\nDate: {date}\nReceived: by mail; Thu, 19 Nov 2026 10:00:00 +0300\n"
    assert letter(f"{head}\n{ASKED}").day == dt.date(2026, 11, 19)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_letter_or_one_sentence(data: bytes) -> None:
    for head in (b"", b"From: a@b.example\nSubject: =?utf-8?B?", b"From: a\nDate: x\nContent-Type: multipart/mixed; "):
        try:
            told = read_letter(head + data).key
        except Failure as refused:
            told = str(refused)
        assert told


@pytest.mark.parametrize(
    "hostile",
    [
        "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(5_000)),
        f"Content-Type: message/rfc822\n\n{HEAD}" * 5_000,
        'Content-Type: multipart/mixed; boundary="a"\n\n' + "--a\n\nx\n" * 20_000,
        "X: y\n" * 100_000,
    ],
    ids=["deep parts", "letters in letters", "many parts", "many headers"],
)
def test_a_letter_made_to_hang_its_reader_is_refused(hostile: str) -> None:
    with pytest.raises(OvergrownLetter):
        letter(HEAD + hostile)


def test_of_endless_headers_and_texts_the_beginning_is_read() -> None:
    found = letter(f"From: {'Вера' * 10_000}\nSubject: {'отметки ' * 10_000}\n\n" + "не открывается " * 200_000)
    assert (len(found.name), len(found.subject)) == (LONGEST_HEADER, LONGEST_HEADER)
    assert len(found.text) <= MOST_CONTENT


def test_a_page_without_end_is_read_in_time() -> None:
    found = letter(f"{HEAD}Subject: 1\nContent-Type: text/html\n\n" + "<div><b>не открывается" * 200_000)
    assert found.text.startswith("не открывается")
