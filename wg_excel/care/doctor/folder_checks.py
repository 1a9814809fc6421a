"""Checks of the folder that a workbook lies in."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from wg_excel.book.backups import FOLDER
from wg_excel.care.doctor.diagnosis import Diagnosis, bad, book_check, good, warning
from wg_excel.care.doctor.machine import Machine, System
from wg_excel.care.doctor.site import Drive, Site

# Excel opens no file whose whole path is longer.
LONGEST_PATH = 218
LONGEST_NAME = 255  # bytes of a name on Linux and macOS
STAMP = " 2026-11-22 10-11-12 1"  # what a backup's name has besides the workbook's
LEAST_FREE, LITTLE_FREE = 20 << 20, 500 << 20
# Folders of cloud services by what their names look like.
CLOUDS = {
    "OneDrive": r"onedrive( - .*|-.*)?",
    "Яндекс Диск": r"(yandex|яндекс)[. ]?(disk|диск)(\..*)?",
    "Google Диск": r"google ?(drive|диск)(-.*)?|мой диск|my drive",
    "Dropbox": r"dropbox( \(.*\))?",
    "Облако Mail": r"(облако|cloud) ?mail\.?ru|mail\.?ru (cloud|облако)",
    "iCloud": r"icloud ?drive|mobile documents|com~apple~clouddocs",
    "Nextcloud": r"nextcloud|owncloud",
}


@book_check
def rights(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook and its folder can be written: backups and locks stand beside it."""
    if site.writable:
        yield good("Права на папку", str(site.path.parent))
    else:
        yield bad(
            "Права на папку",
            f"в «{site.path.parent}» или в саму книгу нельзя писать",
            "Переложите книгу в свою папку «Документы» или попросите права на запись; снимите «Только чтение».",
        )


@book_check
def free_space(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that there is room for the next save and its backup."""
    found = f"{site.free // (1 << 20)} МБ"
    if site.free < LEAST_FREE + 3 * site.size:
        yield bad("Свободное место", found, "Освободите место на диске: следующая запись книги не поместится.")
    elif site.free < LITTLE_FREE:
        yield warning("Свободное место", found, "Освободите место на диске: его мало для резервных копий.")
    else:
        yield good("Свободное место", found)


@book_check
def cloud_folder(machine: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook does not lie where a cloud service changes it behind the user's back."""
    cloud = machine.cloud_of(site.path.parent) or cloud_by_name(site.path.parent)
    if cloud:
        advice = "Работайте с книгой по очереди и закрывайте её; дождитесь синхронизации, прежде чем открыть."
        if machine.system is System.WINDOWS and "OneDrive" in cloud:
            advice = (
                "Надёжнее переложить книгу в обычную папку: в OneDrive кнопка может не найти файл. "
                "Иначе в Excel выключите «Автосохранение»."
            )
        yield warning("Облачная папка", cloud, advice)


@book_check
def network_folder(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook lies on a drive of this computer."""
    if site.drive is Drive.NETWORK:
        yield warning(
            "Сетевая папка",
            str(site.path.parent),
            "Открывать книгу должен один человек за раз; макросам в сетевой папке Excel может не доверять.",
        )
    elif site.drive is Drive.REMOVABLE:
        yield warning("Съёмный диск", site.path.anchor, "Храните книгу на диске компьютера, а на съёмном — копию.")


@book_check
def path_length(machine: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the paths of the workbook and its backups are short enough to be opened."""
    copy = site.path.parent / FOLDER / f"{site.path.stem}{STAMP}{site.path.suffix}"
    if machine.system is System.WINDOWS and len(str(copy)) > LONGEST_PATH:
        yield _too_long(f"{len(str(copy))} знаков у резервной копии, Excel открывает до {LONGEST_PATH}")
    elif machine.system is not System.WINDOWS and len(f".~lock.{copy.name}#".encode()) > LONGEST_NAME:
        yield _too_long("имя файла слишком длинное для резервных копий")
    if re.search(r"[\[\]]", str(site.path)):
        yield warning("Имя книги", "в пути есть квадратные скобки", "Уберите их: Excel с ними ломает ссылки.")


def cloud_by_name(folder: PurePath) -> str:
    """Return the cloud service that a path's folders are named after, empty when none is."""
    for part in folder.parts:
        for cloud, names in CLOUDS.items():
            if re.fullmatch(names, part, re.IGNORECASE):
                return cloud
    return ""


def _too_long(detail: str) -> Diagnosis:
    return bad("Длина пути", detail, "Переложите книгу в папку ближе к корню диска или дайте ей имя короче.")
