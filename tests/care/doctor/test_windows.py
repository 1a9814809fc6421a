import pytest

from tests.care.doctor.registries import FakeRegistry, FakeWinreg
from wg_excel.care.doctor.machine import Excel, MacroSettings, TrustedFolder
from wg_excel.care.doctor.windows import NoRegistry, Registry, WinregRegistry, excel_of, libreoffice_of, macro_settings

OWN = r"HKCU\Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"HKCU\Software\Policies\Microsoft\Office\16.0\Excel\Security"
VALUES: dict[str, dict[str, object]] = {
    r"HKCR\Excel.Application\CurVer": {"": "Excel.Application.16"},
    r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe": {"": r"C:\Office\EXCEL.EXE"},
    r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath": {"": r"C:\LibreOffice\program"},
    OWN: {"VBAWarnings": 4},
    rf"{OWN}\Trusted Locations": {"AllowNetworkLocations": 1},
    rf"{OWN}\Trusted Locations\Location0": {"Path": "C:\\Школа\\", "AllowSubFolders": 1},
    rf"{OWN}\Trusted Locations\Location1": {"Path": "C:\\Другая"},
    rf"{OWN}\Trusted Locations\Location2": {"Description": "без пути"},
}


@pytest.fixture(params=[FakeRegistry(VALUES), WinregRegistry(FakeWinreg(VALUES))], ids=["plain", "winreg"])
def registry(request: pytest.FixtureRequest) -> Registry:
    found: Registry = request.param
    return found


def test_programs_are_found_where_they_register(registry: Registry) -> None:
    assert excel_of(registry) == Excel("16.0", r"C:\Office\EXCEL.EXE")
    assert libreoffice_of(registry) == r"C:\LibreOffice\program"


def test_the_users_macro_settings_are_read(registry: Registry) -> None:
    trusted = (TrustedFolder("C:\\Школа\\", with_subfolders=True), TrustedFolder("C:\\Другая", with_subfolders=False))
    assert macro_settings(registry, "16.0") == MacroSettings(4, trusted=trusted)


def test_what_the_administrator_fixed_wins() -> None:
    policy: dict[str, object] = {"VBAWarnings": 3, "blockcontentexecutionfrominternet": 0}
    found = macro_settings(FakeRegistry({**VALUES, POLICY: policy}), "16.0")
    assert (found.level, found.by_policy, found.blocks_internet) == (3, True, False)


def test_trusted_folders_that_are_switched_off_count_for_nothing() -> None:
    switched_off: dict[str, dict[str, object]] = {**VALUES, rf"{OWN}\Trusted Locations": {"AllLocationsDisabled": 1}}
    assert macro_settings(FakeRegistry(switched_off), "16.0").trusted == ()


def test_a_computer_without_programs_has_none() -> None:
    assert excel_of(NoRegistry()) is None
    assert libreoffice_of(NoRegistry()) == ""
    assert macro_settings(NoRegistry(), "16.0") == MacroSettings()
