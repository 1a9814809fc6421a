from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from tests.care.doctor.sights import BOOK, LINUX, POSIX_BOOK, WINDOWS, said
from wg_excel.care.doctor.folder_checks import cloud_by_name
from wg_excel.care.doctor.site import Drive


def test_a_folder_without_rights_is_told() -> None:
    assert said(WINDOWS, BOOK, about="Права на папку") == ["✔ C:\\Школа"]
    (found,) = said(WINDOWS, replace(BOOK, writable=False), about="Права на папку")
    assert found.startswith("■ в «C:\\Школа» или в саму книгу нельзя писать")


@pytest.mark.parametrize(("free", "sign"), [(1 << 40, "✔"), (100 << 20, "▲"), (40 << 20, "■")])
def test_free_space_is_enough_for_the_next_save(free: int, sign: str) -> None:
    (found,) = said(LINUX, replace(POSIX_BOOK, free=free, size=8 << 20), about="Свободное место")
    assert found.startswith(sign)


@pytest.mark.parametrize(
    ("folder", "cloud"),
    [
        (r"C:\Users\Анна\OneDrive\Школа", "OneDrive"),
        (r"C:\Users\Анна\OneDrive - МБОУ СОШ 7", "OneDrive"),
        (r"C:\Users\Анна\YandexDisk", "Яндекс Диск"),
        (r"C:\Users\Анна\Яндекс.Диск\Школа", "Яндекс Диск"),
        (r"G:\Мой диск\Школа", "Google Диск"),
        (r"C:\Users\Анна\Облако Mail.ru", "Облако Mail"),
        (r"C:\Users\Анна\Nextcloud", "Nextcloud"),
        (r"C:\Users\Анна\Dropbox (Личный)", "Dropbox"),
        (r"C:\Users\Анна\Документы", ""),
        (r"C:\Облачные технологии", ""),
    ],
)
def test_folders_of_clouds_are_known_by_name(folder: str, cloud: str) -> None:
    assert cloud_by_name(PureWindowsPath(folder)) == cloud


def test_folders_of_clouds_on_macos_are_known_by_name() -> None:
    home = PurePosixPath("/Users/anna/Library")
    assert cloud_by_name(home / "CloudStorage/OneDrive-Школа/Книги") == "OneDrive"
    assert cloud_by_name(home / "CloudStorage/GoogleDrive-anna@school.ru/Мой диск") == "Google Диск"
    assert cloud_by_name(home / "Mobile Documents/com~apple~CloudDocs") == "iCloud"


def test_a_folder_that_the_system_calls_onedrives_is_told_whatever_its_name() -> None:
    machine = replace(WINDOWS, cloud_folders={"OneDrive (OneDriveCommercial)": r"c:\школа", "OneDrive": ""})
    (found,) = said(machine, BOOK, about="Облачная папка")
    assert found.startswith("▲ OneDrive (OneDriveCommercial)")
    assert "«Автосохранение»" in found
    assert said(WINDOWS, BOOK, about="Облачная папка") == []


def test_network_and_removable_drives_are_told() -> None:
    (network,) = said(WINDOWS, replace(BOOK, drive=Drive.NETWORK), about="Сетевая папка")
    assert "один человек за раз" in network
    assert said(WINDOWS, replace(BOOK, drive=Drive.REMOVABLE), about="Съёмный диск")[0].startswith("▲ C:\\")


def test_a_path_that_excel_cannot_open_is_told_before_the_backup_is_made() -> None:
    deep = PureWindowsPath("C:\\") / ("п" * 150) / "книга.xlsm"
    assert said(WINDOWS, replace(BOOK, path=deep), about="Длина пути") == []
    deeper = PureWindowsPath("C:\\") / ("п" * 170) / "книга.xlsm"
    (found,) = said(WINDOWS, replace(BOOK, path=deeper), about="Длина пути")
    assert "Excel открывает до 218" in found


def test_a_name_too_long_for_its_backups_is_told() -> None:
    assert said(LINUX, POSIX_BOOK, about="Длина пути") == []
    named = replace(POSIX_BOOK, path=PurePosixPath("/home") / f"{'к' * 115}.xlsm")
    assert said(LINUX, named, about="Длина пути")[0].startswith("■ имя файла слишком длинное")


def test_square_brackets_in_the_path_are_told() -> None:
    named = replace(BOOK, path=PureWindowsPath(r"C:\[новая]\книга.xlsm"))
    assert said(WINDOWS, named, about="Имя книги")[0].startswith("▲ в пути есть квадратные скобки")
