import errno
import os
import socket
from pathlib import Path

import pytest

from wg_excel.book.failures import WorkbookBusy, WorkbookUnwritable
from wg_excel.book.lock import locked, owner_of


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    path.write_bytes(b"")
    return path


def test_a_second_writer_is_refused_while_the_first_works(book: Path) -> None:
    with locked(book), pytest.raises(WorkbookBusy, match=r"книга\.xlsm"), locked(book):
        pass


def test_the_lock_is_gone_after_the_work_and_after_a_failure(book: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(book):
        _ = 1 / 0
    with locked(book):
        pass
    assert list(book.parent.iterdir()) == [book]


def test_the_lock_of_a_killed_process_does_not_hold(book: Path) -> None:
    lock = book.with_name(f".{book.name}.lock")
    lock.write_text(f"{ended_process()} {socket.gethostname()}", encoding="utf-8")
    with locked(book):
        assert lock.read_text(encoding="utf-8").startswith(str(os.getpid()))


def test_a_lock_taken_on_another_computer_holds_and_is_named_for_the_case_that_it_was_left(book: Path) -> None:
    book.with_name(f".{book.name}.lock").write_text(f"{ended_process()} another-computer", encoding="utf-8")
    with pytest.raises(WorkbookBusy, match=r"another-computer.*удалите.*\.книга\.xlsm\.lock"), locked(book):
        pass


def test_a_disk_without_room_for_the_lock_leaves_none(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("wg_excel.book.lock.who", full)
        with pytest.raises(WorkbookUnwritable, match="нет свободного места"), locked(book):
            pass
    assert list(book.parent.iterdir()) == [book]


def test_excel_s_owner_file_names_who_has_the_book_open(book: Path) -> None:
    name = "Даценко И. А.".encode("cp1251")
    book.with_name(f"~${book.name}").write_bytes(bytes([len(name)]) + name.ljust(54, b" "))
    with pytest.raises(WorkbookBusy, match="Даценко"), locked(book):
        pass


def excel_s_owner_file(name: str, ansi: bytes) -> bytes:
    """Write an owner file as Excel does: the name twice, 165 bytes in all."""
    wide = len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    head = bytes([len(ansi)]) + ansi.ljust(54, b" ")
    return head + wide + b" \0" * ((165 - len(head) - len(wide)) // 2)


@pytest.mark.parametrize("ansi", ["Ковалёва Ә. Ғ.".encode("cp1251", "replace"), b"??????? ?. ?."])
def test_the_wide_name_in_excel_s_owner_file_is_the_one_that_counts(book: Path, ansi: bytes) -> None:
    book.with_name(f"~${book.name}").write_bytes(excel_s_owner_file("Ковалёва Ә. Ғ.", ansi))
    with (
        pytest.raises(WorkbookBusy, match=r"\(Ковалёва Ә\. Ғ\.\).*удалите рядом с ней скрытый файл «~\$книга"),
        locked(book),
    ):
        pass


@pytest.mark.parametrize("data", [b"", b"\xff", bytes(165), b"\x05abc"])
def test_an_owner_file_of_another_form_names_the_program(book: Path, data: bytes) -> None:
    book.with_name(f"~${book.name}").write_bytes(data)
    assert owner_of(book) in {"Excel", "abc"}


def test_libreoffice_s_owner_file_names_who_has_the_book_open(book: Path) -> None:
    book.with_name(f".~lock.{book.name}#").write_text(",Секретарь,pc1,22.11.2026 10:00,file:///tmp;", "utf-8")
    assert owner_of(book) == "Секретарь"


def ended_process() -> int:
    child = os.spawnlp(os.P_NOWAIT, "true", "true") if os.name == "posix" else 999_999
    if os.name == "posix":
        os.waitpid(child, 0)
    return child
