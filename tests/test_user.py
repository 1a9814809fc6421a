from pathlib import Path

import pytest

from wg_excel.cli.app import run
from wg_excel.user import home_folder


def homeless() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_the_home_folder_is_the_user_s(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert home_folder() == tmp_path


def test_an_account_without_a_home_works_in_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.chdir(tmp_path)
    assert home_folder() == tmp_path
    assert run(["doctor"]) in {0, 1}
    assert "✔ Python" in capsys.readouterr().out
    assert run(["install"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["Рабочая группа ЭлЖур"]
