"""The program needs no network: the demonstration runs where no socket can be opened, in its children too."""

import subprocess
import sys
from pathlib import Path

# Found by every Python that is started with its folder on the path.
BLOCK = """
import socket

def refuse(*_, **__):
    raise RuntimeError("a socket was opened")

socket.socket.__init__ = refuse
socket.getaddrinfo = refuse
"""


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(BLOCK, encoding="utf-8")
    root = str(Path(__file__).parents[1])
    environment = {"PYTHONPATH": f"{folder}{':' if sys.platform != 'win32' else ';'}{root}", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_blocking_works(tmp_path: Path) -> None:
    assert "a socket was opened" in run(tmp_path, "-c", "import socket; socket.socket()").stderr


def test_the_demonstration_opens_no_socket(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "wg_excel", "demo", "--debug")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "wg-demo" / "working_group.xlsm").is_file()
