"""Failures of single cells (FLD-…): what reading a table finds, whatever the table."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.language.texts import listed
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import reading_rule
from wg_excel.domain.schema import Column, Kind, Table


class Cell(NamedTuple):
    """A cell as its findings name it; `key` is the number or name of its row, where the table has one."""

    table: Table
    column: Column
    row: int
    key: str = ""

    @property
    def place(self) -> Place:
        """Return where the finding points."""
        return Place(self.table.sheet, self.table.name, self.row, self.column.title, self.table.clause)

    @property
    def about(self) -> str:
        """Return what keeps the finding's identity when rows move."""
        return f"{self.key or self.row} {self.column.title}"

    @property
    def label(self) -> str:
        """Return how a sentence names the row."""
        if not self.key:
            return f"Строка {self.row}"
        return f"№ {self.key}" if self.table.key == "number" else self.key


class CellFinding(Finding):
    """A fault of one cell: the sentence begins with the row and the column."""

    def __init__(self, cell: Cell, text: str) -> None:
        super().__init__(f"{cell.label}, «{cell.column.title}»: {text}", cell.place, cell.about)


class RequiredBlank(CellFinding):
    """A required cell is blank."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell, "ячейка не заполнена. Заполните её: столбец обязательный.")


class BadDay(CellFinding):
    """A date cannot be read; `why` comes from `wg_excel.domain.language.dates`."""

    def __init__(self, cell: Cell, shown: str, why: str) -> None:
        super().__init__(cell, f"«{shown}» — {why}")


class DayTypedAsText(CellFinding):
    """A date was typed as text, and has one reading."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, day: dt.date) -> None:
        super().__init__(cell, f"дата «{shown}» введена текстом. Впишите её как дату: {short_date(day)}.")


class DayAsNumber(CellFinding):
    """A date shows as its serial number."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, day: dt.date) -> None:
        super().__init__(cell, f"вместо даты {short_date(day)} стоит число {shown}. Задайте ячейке формат «Дата».")


class BadTime(CellFinding):
    """A time cannot be read."""

    def __init__(self, cell: Cell, shown: str) -> None:
        super().__init__(cell, f"«{shown}» — это не время суток. Впишите время вида 14:30.")


class TimeTypedAsText(CellFinding):
    """A time was typed as text."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, time: dt.time) -> None:
        super().__init__(cell, f"время «{shown}» введено текстом. Впишите его через двоеточие: {time:%H:%M}.")


class BadNumber(CellFinding):
    """A number cannot be read."""

    def __init__(self, cell: Cell, shown: str, kind: Kind) -> None:
        super().__init__(cell, f"«{shown}» — это не {kind.value}. Впишите только число, без слов и знаков.")


class NegativeNumber(CellFinding):
    """A count is below nought."""

    def __init__(self, cell: Cell, shown: str) -> None:
        super().__init__(cell, f"число {shown} меньше нуля. Впишите число от нуля.")


class GreatNumber(CellFinding):
    """A count is greater than anything that a school counts."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str) -> None:
        super().__init__(cell, f"число {shown} слишком велико. Проверьте, нет ли лишних цифр.")


class NumberTypedAsText(CellFinding):
    """A number was typed as text."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, number: str) -> None:
        super().__init__(cell, f"число «{shown}» введено текстом. Впишите его как число: {number}.")


class NumberBecameDay(CellFinding):
    """Excel took what was typed for a date."""

    def __init__(self, cell: Cell, day: dt.date) -> None:
        super().__init__(
            cell,
            f"Excel принял введённое за дату {short_date(day)}. "
            "Задайте ячейке формат «Общий» или «Текстовый» и впишите значение снова.",
        )


class NotInList(CellFinding):
    """A value is none of the closed list."""

    def __init__(self, cell: Cell, shown: str, values: Sequence[str], nearest: str = "") -> None:
        offer = f"Возможно, это «{nearest}»." if nearest else f"Выберите из списка: {listed(values)}."
        super().__init__(cell, f"значения «{shown}» нет в списке. {offer}")


class ListSpelling(CellFinding):
    """A value of the closed list is spelt in another way."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, value: str) -> None:
        super().__init__(cell, f"«{shown}» записано не так, как в списке. Выберите из списка «{value}».")


class RepeatedKey(CellFinding):
    """A value that must be unique stands twice."""

    def __init__(self, cell: Cell, value: str, first_row: int) -> None:
        super().__init__(cell, f"«{value}» уже есть в строке {first_row}. Дайте строке другое значение.")


class StrayBlanks(CellFinding):
    """Blanks that nobody sees."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell) -> None:
        super().__init__(cell, "лишние пробелы или невидимые знаки. Удалите их: из-за них не находятся совпадения.")


class LookAlikeLetters(CellFinding):
    """Letters of two alphabets in one word."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, words: Sequence[str]) -> None:
        what = "в слове" if len(words) == 1 else "в словах"
        super().__init__(
            cell, f"{what} {listed(words)} смешаны русские и латинские буквы. Наберите заново в одной раскладке."
        )


class TooLong(CellFinding):
    """A text is longer than its cell should hold."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, letters: int, most: int) -> None:
        super().__init__(cell, f"в тексте {letters} знаков, а в ячейку входит не больше {most}. Сократите его.")


class NotFio(CellFinding):
    """A name is not written as a name."""

    severity_by_default = Severity.WARNING

    def __init__(self, cell: Cell, shown: str, offer: str = "") -> None:
        how = f"Запишите так: «{offer}»." if offer else "Запишите так: «Фамилия Имя Отчество»."
        super().__init__(cell, f"«{shown}» не похоже на фамилию, имя и отчество. {how}")


_COLUMN = Column("date", "Дата", Kind.DATE)
_TABLE = Table("Обращения", "tblAppeals", (_COLUMN,), key="number")


def _cell(title: str) -> Cell:
    return Cell(_TABLE, Column("", title, Kind.TEXT), 7, "2026-014")


_MENDED = "Ячейка исправлена."
reading_rule(
    "FLD-REQ",
    about="Обязательные ячейки заполнены",
    raised="Ячейка обязательного столбца пуста.",
    cleared="Ячейка заполнена.",
    examples=(RequiredBlank(_cell("Дата")),),
)
reading_rule(
    "FLD-DATE",
    about="Даты и время записаны верно",
    raised="Даты нет в календаре, год невозможен, вместо даты текст или число. "
    "Если дата читается однозначно, она учитывается, а замечание — предупреждение.",
    cleared=_MENDED,
    examples=(
        BadDay(_cell("Дата"), "31.02.2026", "такого дня нет, в феврале 2026 года 28 дней. Исправьте дату."),
        DayTypedAsText(_cell("Дата"), "1 сентября 2026 г.", dt.date(2026, 9, 1)),
        DayAsNumber(_cell("Дата"), "46266", dt.date(2026, 9, 1)),
        BadTime(_cell("Начало"), "25:00"),
        TimeTypedAsText(_cell("Начало"), "14.30", dt.time(14, 30)),
    ),
)
reading_rule(
    "FLD-NUM",
    about="Числа записаны верно",
    raised="Вместо числа текст, число отрицательное или больше миллиона либо Excel превратил введённое в дату.",
    cleared=_MENDED,
    examples=(
        BadNumber(_cell("За"), "пять", Kind.INTEGER),
        NegativeNumber(_cell("За"), "-1"),
        GreatNumber(_cell("Слушателей"), "25000000"),
        NumberTypedAsText(_cell("Часы"), "1,5", "1,5"),
        NumberBecameDay(_cell("№"), dt.date(2026, 5, 1)),
    ),
)
reading_rule(
    "FLD-LIST",
    about="Значения взяты из списков",
    raised="Значения нет в списке на листе «Справочники». "
    "Если отличается только регистр букв, «ё» или пробел — предупреждение.",
    cleared="Значение выбрано из списка или добавлено в список, который можно дополнять.",
    examples=(
        NotInList(_cell("Статус"), "Решен", ("Новое", "Решено"), "Решено"),
        ListSpelling(_cell("Статус"), "решено", "Решено"),
    ),
)
reading_rule(
    "FLD-KEY",
    about="Номера и ключи не повторяются",
    raised="Значение столбца, которое должно быть единственным, стоит в двух строках.",
    cleared="Все значения столбца разные.",
    examples=(RepeatedKey(_cell("№"), "2026-014", 5),),
)
reading_rule(
    "FLD-BLANK",
    about="Нет лишних пробелов",
    raised="В начале или конце ячейки пробел, внутри — двойной или неразрывный пробел либо невидимый знак.",
    cleared=_MENDED,
    examples=(StrayBlanks(_cell("Заявитель")),),
)
reading_rule(
    "FLD-LATIN",
    about="В словах буквы одного алфавита",
    raised="В русском слове стоит похожая латинская буква (или наоборот).",
    cleared="Слово набрано заново в одной раскладке.",
    examples=(LookAlikeLetters(_cell("Заявитель"), ("Ивaнова",)),),
)
reading_rule(
    "FLD-LEN",
    about="Тексты помещаются в ячейки",
    raised="Текст длиннее, чем пропускает проверка ввода: имя — 120 знаков, короткий текст — 255, длинный — 4000.",
    cleared="Текст сокращён.",
    examples=(TooLong(_cell("Номер"), 312, 255),),
)
reading_rule(
    "FLD-FIO",
    about="Имена записаны полностью и единообразно",
    raised="В столбце с именем не «Фамилия Имя Отчество» и не «Фамилия И. О.».",
    cleared=_MENDED,
    examples=(NotFio(_cell("Заявитель"), "ИВАНОВА АННА", "Иванова Анна"), NotFio(_cell("Заявитель"), "Иванова")),
)
