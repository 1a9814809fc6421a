"""A school's own kinds of export: the file «Виды отчётов.toml» beside the workbook (2-eljur-exports 2.2)."""

from pathlib import Path

from wg_excel import exports
from wg_excel.domain.failures import Failure

FILE = "Виды отчётов.toml"


class OwnKindsWrong(Failure):
    """The file beside the workbook cannot be used."""

    def __init__(self, why: str) -> None:
        super().__init__(f"«{FILE}» рядом с книгой: {why[:1].lower()}{why[1:]} Исправьте файл или уберите его.")


def own_kinds(folder: Path) -> str:
    """Return the text of the file in the workbook's folder, "" where there is none; raise OwnKindsWrong."""
    path = folder / FILE
    if not path.is_file():
        return ""
    try:
        text = path.read_text("utf-8-sig")
        exports.vocabulary(exports.Synonyms(file=text))
    except UnicodeDecodeError:
        raise OwnKindsWrong("Это не текст в кодировке UTF-8.") from None
    except OSError:
        raise OwnKindsWrong("Файл не открывается.") from None
    except exports.BadKindsFile as wrong:
        raise OwnKindsWrong(wrong.message) from None
    return text
