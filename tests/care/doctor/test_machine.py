from dataclasses import replace
from pathlib import PureWindowsPath

from tests.care.doctor.sights import WINDOWS


def test_a_folder_within_a_clouds_own_is_the_clouds() -> None:
    machine = replace(WINDOWS, cloud_folders={"OneDrive": r"C:\Users\Анна\OD", "Другое": ""})
    assert machine.cloud_of(PureWindowsPath(r"c:\users\анна\od\Школа")) == "OneDrive"
    assert machine.cloud_of(PureWindowsPath(r"C:\Users\Анна\ODD")) == ""
