"""Why a workbook cannot be cared for as asked, one class a failure, each with its sentence for the user."""

from collections.abc import Iterable
from pathlib import Path

from wg_excel.book.backups import FOLDER
from wg_excel.domain.failures import Failure


class CareFailure(Failure):
    """Something about backups, archives or copies cannot be done as asked."""


class UnknownTable(CareFailure):
    """A preference names a table that the workbook does not have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Таблицы «{name}» в книге нет: напишите имя листа, например «{next(iter(known), name)}».")


class UnknownRow(CareFailure):
    """A preference names a row that the copy does not have."""

    def __init__(self, key: str, table: str) -> None:
        super().__init__(
            f"Строки «{key}» на листе «{table}» в копии нет: возьмите её номер или название из вывода wg-excel compare."
        )


class PreferenceNotRead(CareFailure):
    """A preference is not of the form b, b:TABLE or b:TABLE:KEY."""

    def __init__(self, text: str) -> None:
        super().__init__(f"«{text}» не понято: напишите b, b:Обращения или b:Обращения:2026-015.")


class SameWorkbook(CareFailure):
    """A workbook is to be compared or merged with itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Дважды назван один файл «{path.name}»: назовите книгу и её копию.")


class NoArchive(CareFailure):
    """A file is no archive that an export wrote."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Файл «{name}» — не архив книги: возьмите файл, который записала команда wg-excel export.")


class ArchiveUnfit(CareFailure):
    """An archive was changed so that no workbook can hold it."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(
            f"Архив «{name}» в книгу не ложится: {fault}. Исправьте это в архиве или возьмите исходный файл "
            "команды wg-excel export."
        )


class ArchiveNewer(CareFailure):
    """A later version of the program wrote the archive."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Архив «{name}» записан более новой программой: обновите wg-excel и повторите.")


class ArchiveKindUnknown(CareFailure):
    """The archive's name does not tell its kind."""

    def __init__(self, name: str, kinds: Iterable[str]) -> None:
        super().__init__(f"По имени «{name}» не понять вид архива: нужно окончание {', '.join(kinds)}.")


class FileExists(CareFailure):
    """A file would be overwritten."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Файл «{path}» уже есть: назовите другой.")


class NoBackups(CareFailure):
    """The workbook has no backups."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"У книги «{name}» нет резервных копий: они появляются в папке «{FOLDER}» рядом с книгой, "
            "когда её меняют кнопки и команды."
        )


class UnknownBackup(CareFailure):
    """A name tells no backup, or more than one."""

    def __init__(self, wanted: str, name: str) -> None:
        super().__init__(
            f"Резервной копии «{wanted}» у книги «{name}» нет: возьмите номер из списка команды wg-excel backups."
        )


class BackupDamaged(CareFailure):
    """The backup itself cannot be read."""

    def __init__(self, key: str) -> None:
        super().__init__(f"Резервная копия «{key}» повреждена: возьмите другую из списка команды wg-excel backups.")


class NoCopy(CareFailure):
    """No copy of a workbook lies beside it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Рядом с книгой «{name}» её копий не найдено: назовите вторую книгу сами.")


class SeveralCopies(CareFailure):
    """Several copies of a workbook lie beside it."""

    def __init__(self, names: Iterable[str]) -> None:
        listed = ", ".join(f"«{name}»" for name in names)
        super().__init__(f"Копий книги несколько — {listed}: назовите, с которой из них работать.")
