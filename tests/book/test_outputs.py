import os
import sys
from pathlib import Path

import pytest

from wg_excel.book.outputs import FileNotWritten, write_output

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and limits of POSIX")


def test_a_file_is_written_with_its_folder_where_asked(tmp_path: Path) -> None:
    target = tmp_path / "папка" / "файл.zip"
    with pytest.raises(FileNotWritten, match="папки или файла больше нет"):
        write_output(target, b"new")
    write_output(target, b"new", make_folder=True)
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


@POSIX
@pytest.mark.parametrize("old", [None, b"old"])
def test_a_disk_without_room_leaves_the_old_file_or_none(tmp_path: Path, old: bytes | None) -> None:
    import resource
    import signal

    target = tmp_path / "файл.zip"
    if old:
        target.write_bytes(old)
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
        try:
            write_output(target, b"x" * 100)
        except FileNotWritten:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert [file.read_bytes() for file in tmp_path.iterdir()] == ([old] if old else [])


@POSIX
def test_a_link_goes_on_leading_to_what_was_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_output(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_folder_of_the_name_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "файл.html").mkdir()
    with pytest.raises(FileNotWritten, match=r"файл\.html.*(папка, а нужен файл|нет права)"):
        write_output(tmp_path / "файл.html", b"new")
