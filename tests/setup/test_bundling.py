import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from wg_excel.cli.app import run
from wg_excel.setup.bundling import bundle, lacking, own_source, reason_of_pip
from wg_excel.setup.failures import BundleFailed

OURS = ["lib>=2", 'winonly; platform_system == "Windows"', 'extra-lib; extra == "test"']


def wheel(folder: Path, name: str, version: str, requires: Sequence[str] = ()) -> None:
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")


class Index:
    """A pip whose index holds a library for all systems and one for Windows alone."""

    def __init__(self, *known: str) -> None:
        self.known, self.calls = known, list[list[str]]()

    def __call__(self, arguments: Sequence[str]) -> None:
        self.calls.append(list(arguments))
        if arguments[0] == "wheel":
            wheel(Path(arguments[3]), "wg_excel", "0.1.0", OURS)
            return
        folder = Path(arguments[arguments.index("--dest") + 1])
        for name in self.known:
            if any(wanted.startswith(name) for wanted in arguments[-3:]):
                wheel(folder, name, "2.1")


def test_a_bundle_holds_what_only_its_system_needs(tmp_path: Path) -> None:
    names = bundle(tmp_path / "w", "win_amd64", "3.12", pip=Index("lib", "winonly"))
    assert [name.partition("-")[0] for name in names] == ["lib", "wg_excel", "winonly"]
    assert {path.name for path in (tmp_path / "w").iterdir()} == {"wheels", "setup.cmd"}
    names = bundle(tmp_path / "l", "manylinux2014_x86_64", "3.12", pip=Index("lib", "winonly"))
    assert [name.partition("-")[0] for name in names] == ["lib", "wg_excel"]
    assert {path.name for path in (tmp_path / "l").iterdir()} == {"wheels", "setup.sh"}


def test_only_wheels_of_the_named_platform_are_asked_for(tmp_path: Path) -> None:
    index = Index("lib", "winonly")
    bundle(tmp_path, "win_amd64", "3.13", pip=index)
    assert index.calls[0][-1] == own_source()
    asked = " ".join(index.calls[1])
    assert "--only-binary=:all: --platform win_amd64 --python-version 3.13 --implementation cp" in asked


def test_what_the_index_lacks_is_named(tmp_path: Path) -> None:
    with pytest.raises(BundleFailed, match="winonly"):
        bundle(tmp_path, "win_amd64", "3.12", pip=Index("lib"))


def test_a_wheel_of_an_older_version_does_not_count(tmp_path: Path) -> None:
    wheel(tmp_path, "wg_excel", "0.1.0", OURS)
    wheel(tmp_path, "lib", "1.9")
    assert list(lacking(tmp_path, "linux_x86_64", "3.12")) == ["lib>=2"]


def test_a_platform_without_wheels_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")  # as a computer without internet
    assert run(["bundle", str(tmp_path), "--platform", "win_amd64"]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("Не удалось собрать библиотеки для системы «win_amd64» и Python 3.12: нет ")
    assert "Проверьте интернет" in shown
    assert shown.count("\n") == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "WARNING: Retrying after 'NewConnectionError(…)'\nERROR: No matching distribution found for hatchling\n",
            "нет связи",
        ),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n",
            "на диске нет свободного",
        ),
        ("/usr/bin/python3: No module named pip\n", "в этом Python нет pip"),
        ("ERROR: No matching distribution found for lxml>=6.1\n", "нет библиотеки lxml>=6.1. Проверьте"),
        ("ERROR: Odd.\nnote: This error originates from a subprocess.\n", "pip ответил: ERROR: Odd"),
        ("", "pip не ответил"),
    ],
)
def test_what_pip_says_is_told_in_russian(said: str, told: str) -> None:
    assert reason_of_pip(said).startswith(told)
