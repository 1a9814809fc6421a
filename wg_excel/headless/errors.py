"""Reasons to refuse a workbook or a member, each with its Russian sentence."""

from __future__ import annotations


class WorkbookRefused(Exception):
    """Base of every reason not to open, change or write a workbook; the text is one Russian sentence."""


class StrictWorkbook(WorkbookRefused):
    """The file is in the strict variant of OOXML (ISO/IEC 29500 Strict)."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» сохранён в строгом варианте Open XML: откройте его в Excel и сохраните "
            "как обычную «Книгу Excel» или «Книгу Excel с поддержкой макросов»."
        )


class EncryptedWorkbook(WorkbookRefused):
    """The file is encrypted with a password."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» закрыт паролем: откройте его в Excel и снимите пароль "
            "(«Файл» → «Сведения» → «Защита книги»)."
        )


class SignedWorkbook(WorkbookRefused):
    """The file carries a digital signature that a change would break."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» подписан электронной подписью, и изменение её нарушит: "
            "удалите подпись в Excel или работайте с копией файла."
        )


class SharedWorkbook(WorkbookRefused):
    """The file is a workbook in the old shared mode, with a log of revisions."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» открыт для общего доступа с журналом изменений: "
            "отключите общий доступ к книге в Excel и сохраните её."
        )


class OldWorkbook(WorkbookRefused):
    """The file is a binary workbook of Excel 97–2003."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» сохранён в старом формате Excel 97–2003: "
            "откройте его в Excel и сохраните как .xlsx или .xlsm."
        )


class BinaryWorkbook(WorkbookRefused):
    """The file is a binary workbook `.xlsb`."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» сохранён в двоичном формате .xlsb: откройте его в Excel и сохраните как .xlsx или .xlsm."
        )


class OpenDocumentWorkbook(WorkbookRefused):
    """The file is an OpenDocument spreadsheet."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Файл «{name}» — таблица OpenDocument: откройте его в LibreOffice или Excel и сохраните как .xlsx."
        )


class NotAWorkbook(WorkbookRefused):
    """The file is no workbook at all."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Файл «{name}» — не книга Excel: выберите файл .xlsx или .xlsm.")


class DamagedWorkbook(WorkbookRefused):
    """The package or one of its parts cannot be read."""

    def __init__(self, name: str, part: str = "") -> None:
        where = f" (часть «{part}»)" if part else ""
        super().__init__(
            f"Файл «{name}» повреждён{where}: восстановите его командой Excel "
            "«Открыть и восстановить» или возьмите резервную копию."
        )


class SheetNotCopied(WorkbookRefused):
    """A sheet holds something that cannot be copied faithfully."""

    def __init__(self, sheet: str, what: str) -> None:
        super().__init__(f"Лист «{sheet}» нельзя скопировать без потерь, на нём есть {what}: скопируйте его в Excel.")


class CellRefused(WorkbookRefused):
    """A value does not fit into a cell."""

    def __init__(self, address: str, length: int) -> None:
        super().__init__(f"В ячейку {address} не помещается текст из {length} знаков: сократите его до 32 767 знаков.")


class RangeTooLarge(WorkbookRefused):
    """More cells are asked for than memory can hold, as a stray cell at a sheet's far end causes."""

    def __init__(self, sheet: str, address: str) -> None:
        super().__init__(
            f"Диапазон {address} листа «{sheet}» слишком велик: удалите в Excel пустые строки и столбцы "
            "за последними данными и сохраните книгу."
        )


class UnsupportedMember(NotImplementedError):
    """The one error of members that this engine does not have; names the member and the way round."""

    def __init__(self, member: str, instead: str) -> None:
        super().__init__(f"«{member}» не поддерживается без Excel: {instead}.")
