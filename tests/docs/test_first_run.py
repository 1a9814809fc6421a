from pathlib import Path

from tools.walk_first_run import walk


def test_a_new_user_comes_from_the_installation_to_the_first_protocol(tmp_path: Path) -> None:
    """Every step ends the test with a sentence where it does not leave what the guide promises."""
    steps = [name for name, _ in walk(tmp_path / "Рабочая группа ЭлЖур")]
    assert steps[0] == "install"
    assert {"appeal", "import", "protocol"} < set(steps)
