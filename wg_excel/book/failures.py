"""What can be wrong with a master workbook, one class a failure, each with its sentence for the user."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from wg_excel.domain.failures import Failure


class WorkbookFailure(Failure):
    """A workbook cannot be used as asked; the message is one Russian sentence with what to do."""


class NoWorkbook(WorkbookFailure):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Файла «{path}» нет: проверьте имя или создайте книгу командой wg-excel new.")


class NotMasterWorkbook(WorkbookFailure):
    """The workbook lacks tables that every master workbook has."""

    def __init__(self, name: str, missing: Iterable[str]) -> None:
        super().__init__(
            f"Книга «{name}» не похожа на книгу рабочей группы: в ней нет {_listed(missing)}. "
            "Откройте рабочую книгу или создайте новую командой wg-excel new."
        )


class TableMissing(WorkbookFailure):
    """A table was turned into plain cells, renamed or deleted."""

    def __init__(self, sheet: str, table: str) -> None:
        super().__init__(
            f"На листе «{sheet}» нет таблицы {table}: если её преобразовали в диапазон, выполните wg-excel upgrade, и "
            "строки снова станут таблицей; если переименовали, верните имя (Конструктор таблиц — Имя таблицы)."
        )


class SheetMissing(WorkbookFailure):
    """A sheet that the program writes was deleted or renamed."""

    def __init__(self, sheet: str, renamed: str = "") -> None:
        do = (
            f"похоже, теперь он называется «{renamed}» — переименуйте его обратно"
            if renamed
            else "верните его из резервной копии или переименуйте обратно"
        )
        super().__init__(f"В книге нет листа «{sheet}»: {do}.")


class HeadingMissing(WorkbookFailure):
    """A column that the program writes was deleted or renamed."""

    def __init__(self, sheet: str, heading: str) -> None:
        super().__init__(
            f"На листе «{sheet}» нет столбца «{heading}»: верните заголовок таблицы в прежний вид "
            "или добавьте столбец командой wg-excel upgrade."
        )


class RowsInTheWay(WorkbookFailure):
    """Rows stand below a table, outside it, where new rows would go."""

    def __init__(self, sheet: str, row: int) -> None:
        super().__init__(
            f"На листе «{sheet}» под таблицей, вне её, стоят строки, начиная со строки {row}: новым строкам нет места. "
            "Потяните вниз уголок в правом нижнем углу таблицы, чтобы она их охватила, и повторите."
        )


class OlderWorkbook(WorkbookFailure):
    """An earlier version of the program made the workbook, and something that is needed is not in it."""

    def __init__(self, path: Path, missing: Exception) -> None:
        super().__init__(
            f'Книгу «{path.name}» создала прежняя версия программы: выполните wg-excel upgrade "{path}" — записи, '
            f"ваши столбцы и настройки сохранятся. Чего не хватает: {str(missing).partition(':')[0]}."
        )


class NewerWorkbook(WorkbookFailure):
    """A later version of the program made the workbook."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Книгу «{name}» создала более новая версия программы: обновите wg-excel, книга оставлена как есть."
        )


class WorkbookExists(WorkbookFailure):
    """A new workbook would overwrite another."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Файл «{path}» уже есть: выберите другое имя или добавьте --force (прежний уйдёт в копии).")


class NotXlsm(WorkbookFailure):
    """A new workbook's name says that it is another kind of file: Excel would not open it, or not run its buttons."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Книга с кнопками — файл .xlsm: назовите её «{path.with_suffix('.xlsm').name}».")


class WorkbookDamaged(WorkbookFailure):
    """The file cannot be read, and there is a backup that can."""

    def __init__(self, path: Path, when: dt.datetime, key: str) -> None:
        super().__init__(
            f"Книга «{path.name}» повреждена и не открывается: есть исправная копия от {when:%d.%m.%Y %H:%M} — "
            f'верните её командой wg-excel restore "{path}" "{key}".'
        )


class NeverSaved(WorkbookFailure):
    """The workbook has no file yet."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Книга «{name}» ещё не сохранена: сохраните её в файл и повторите.")


class WorkbookBusy(WorkbookFailure):
    """Another program or person has the workbook open."""

    def __init__(self, name: str, who: str, mark: str = "") -> None:
        owner = f" ({who})" if who else ""
        left = f" Если её никто не открывал, удалите рядом с ней скрытый файл «{mark}»." if mark else ""
        super().__init__(f"Книга «{name}» сейчас открыта{owner}: закройте её и повторите.{left}")


class WorkbookChanged(WorkbookFailure):
    """The file changed on the disk while the button worked."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Книгу «{name}» изменил кто-то другой, пока выполнялась команда: ничего не записано, повторите команду."
        )


class WorkbookUnwritable(WorkbookFailure):
    """The file or its folder does not let itself be written."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"Книгу «{name}» не удалось записать: {reason}. На диске всё осталось как было: "
            "проверьте права на папку и свободное место и повторите."
        )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"листа «{name}»" for name in names)
