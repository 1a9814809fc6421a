import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TODAY = dt.date(2026, 11, 22)

# How fast the machine is at the moment is no property of the code. What decides over a change draws the same examples
# each time; new ones are looked for on the developers' own machines.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the demonstration once a test process; return its folder, which no test may change."""
    from wg_excel.cli.demo import show

    folder = tmp_path_factory.mktemp("demo") / "wg-demo"
    show(folder, TODAY)
    return folder


@pytest.fixture
def demo_book(demo: Path, tmp_path: Path) -> Path:
    """Return a copy of the demonstration's workbook, the test's own."""
    return Path(shutil.copy2(demo / "working_group.xlsm", tmp_path / "книга.xlsm"))
