"""Why a file is not imported: a class per failure, its sentence built from typed arguments.

No sentence quotes a cell that could hold a name (2-eljur-exports 2.3): only headings, counts and the file's form.
"""

from collections.abc import Sequence

ASK = "скачайте отчёт из журнала заново"
MAPPING_SHEET = "Соответствие столбцов"


class Refusal(Exception):
    """A file or a member of an archive that gives no facts; `status` as in 4-contract 4.2."""

    status = "refused"

    def __init__(self, message: str, headings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.headings = tuple(headings)


class FileMissing(Refusal):
    """There is no such file."""

    def __init__(self) -> None:
        super().__init__("Файл не найден: проверьте имя и папку.")


class FileNotReadable(Refusal):
    """The operating system does not give the file."""

    def __init__(self) -> None:
        super().__init__("Файл не открывается: закройте его в других программах и проверьте права доступа.")


class EmptyFile(Refusal):
    """The file has no bytes."""

    def __init__(self) -> None:
        super().__init__(f"Файл пуст (0 байт): {ASK}.")


class NothingInside(Refusal):
    """The workbook opens, and no cell holds a value."""

    def __init__(self) -> None:
        super().__init__(f"В файле нет ни одного значения: отчёт за этот период пуст или файл повреждён; {ASK}.")


class OnlyErrors(Refusal):
    """Every cell that holds something holds an error of a formula."""

    status = "unknown"

    def __init__(self) -> None:
        super().__init__("Таблица не найдена: в ячейках только ошибки формул (#Н/Д, #ДЕЛ/0!).")


class NoValues(Refusal):
    """Formulas without stored results."""

    def __init__(self) -> None:
        super().__init__("В файле формулы без вычисленных значений: откройте его в Excel, сохраните и повторите.")


class Password(Refusal):
    """The file is encrypted."""

    def __init__(self) -> None:
        super().__init__("Файл защищён паролем: снимите пароль (Файл → Сведения → Защита) и повторите.")


class Damaged(Refusal):
    """No reader can make sense of the bytes."""

    def __init__(self) -> None:
        super().__init__(f"Файл повреждён или скачан не полностью: {ASK}.")


class NotATable(Refusal):
    """The first bytes tell another kind of file."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Это {what}, а не таблица: сохраните отчёт в Excel или CSV.")


class OldFormat(Refusal):
    """A format older than Excel 5."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Формат {what} слишком старый: откройте файл в Excel и сохраните как .xlsx.")


class MacroSheet(Refusal):
    """A sheet of Excel 4 macros, for which the reader leaves the whole book."""

    def __init__(self) -> None:
        super().__init__("В книге есть лист макросов Excel 4: сохраните лист с отчётом отдельной книгой .xlsx.")


class UnknownArchive(Refusal):
    """An archive that is no zip."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Это архив {what}: распакуйте его и выберите сами файлы или упакуйте их в ZIP.")


class NestedArchive(Refusal):
    """An archive within an archive."""

    def __init__(self) -> None:
        super().__init__("Архив внутри архива не читается: распакуйте его и выберите файлы.")


class LockedArchive(Refusal):
    """A file in an archive under a password."""

    def __init__(self) -> None:
        super().__init__("Архив защищён паролем: распакуйте его и выберите сами файлы или упакуйте их без пароля.")


class ArchiveGivenUp(Refusal):
    """The files of an archive took longer than they were worth."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Этот и следующие файлы архива не прочитаны: за {seconds:.0f} с чтение не закончилось. "
            "Распакуйте архив и загрузите только отчёты, по нескольку файлов."
        )


class TooManyFiles(Refusal):
    """An archive of more files than a school's exports are."""

    def __init__(self, most: int) -> None:
        super().__init__(f"В архиве больше {most} файлов: упакуйте только отчёты или сделайте несколько архивов.")


class EmptyArchive(Refusal):
    """An archive without a file."""

    def __init__(self) -> None:
        super().__init__("Архив пуст или повреждён: файлов в нём нет.")


class Bomb(Refusal):
    """A file made to swell beyond measure when it is opened."""

    def __init__(self) -> None:
        super().__init__(
            "Файл отклонён: при распаковке он разрастается сверх меры (архивная бомба). Не открывайте его."
        )


class Entities(Refusal):
    """XML that defines entities: they swell, or draw in other files of the computer."""

    def __init__(self) -> None:
        super().__init__(
            "Файл отклонён: в нём есть определения XML (DOCTYPE), которых в отчётах не бывает: "
            f"так прячут вредоносное содержимое. Не открывайте его; {ASK}."
        )


class TooBig(Refusal):
    """Reading would need more memory than a foreign file is given."""

    def __init__(self) -> None:
        super().__init__(
            "Таблица в файле слишком велика для чтения: удалите лишние строки и столбцы или разбейте отчёт по классам."
        )


class TooMany(Refusal):
    """More facts than are read from one file."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"В отчёте больше {_grouped(most)} записей, столько за раз не загрузить: разбейте отчёт по классам."
        )


class TooManyNames(Refusal):
    """More names of teachers than any school has."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"В отчёте больше {_grouped(most)} разных имён учителей, столько в школе не бывает: "
            "проверьте, что под заголовком «Учитель» стоят учителя."
        )


class TooSlow(Refusal):
    """Reading took longer than a foreign file is given."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"Файл не прочитан за {seconds:.0f} с: он слишком велик или повреждён; разбейте отчёт по классам."
        )


class ReaderStopped(Refusal):
    """The child process ended on this file."""

    def __init__(self) -> None:
        super().__init__(f"Чтение файла прервалось: он повреждён или слишком велик; {ASK}.")


class Unrecognised(Refusal):
    """No kind fits; `headings` are what was found, `nearest` the kind that comes next and what it lacks."""

    status = "unknown"

    def __init__(self, headings: Sequence[str] = (), nearest: str = "", missing: Sequence[str] = ()) -> None:
        super().__init__(f"Отчёт не распознан: {self._why(headings, nearest, missing)}.", headings)

    @staticmethod
    def _why(headings: Sequence[str], nearest: str, missing: Sequence[str]) -> str:
        if not headings:
            return "строка заголовков не найдена; проверьте, тот ли это файл"
        if not nearest:
            return (
                f"столбцы {_quoted(headings)} не похожи ни на один известный отчёт. Проверьте, тот ли это файл; "
                f"если это отчёт из журнала, укажите его столбцы на листе «{MAPPING_SHEET}»"
            )
        named = "если он назван иначе" if len(missing) == 1 else "если они названы иначе"
        return (
            f"найдены столбцы {_quoted(headings)}; для отчёта «{nearest}» не хватает {_columns(missing)}; "
            f"{named}, укажите это на листе «{MAPPING_SHEET}»"
        )


class Ambiguous(Refusal):
    """Several kinds fit equally well."""

    status = "unknown"

    def __init__(self, titles: Sequence[str], headings: Sequence[str]) -> None:
        super().__init__(
            f"Отчёт не распознан однозначно: подходят {_quoted(titles)}; найдены столбцы {_quoted(headings)}. "
            f"Укажите вид отчёта или столбцы на листе «{MAPPING_SHEET}».",
            headings,
        )


class SeveralPeriods(Refusal):
    """The same columns stand side by side for several months or terms."""

    def __init__(self, title: str) -> None:
        super().__init__(f"Отчёт «{title}» показывает рядом несколько периодов: выгрузите каждый отдельно.")


class WrongKind(Refusal):
    """The kind that the user named does not fit."""

    def __init__(self, title: str, missing: Sequence[str], headings: Sequence[str]) -> None:
        lacks = f"не хватает {_columns(missing)}" if missing else "нет его таблицы"
        super().__init__(f"Это не отчёт «{title}»: {lacks}.", headings)


class UnknownKind(Refusal):
    """There is no kind of this name."""

    def __init__(self, kind: str, known: Sequence[str]) -> None:
        super().__init__(f"Вида отчёта «{kind}» нет; есть: {', '.join(known)}.")


class NoRows(Refusal):
    """The headings are there, no row below them could be taken."""

    def __init__(self, title: str, rejected: int, reason: str) -> None:
        why = (
            f"отклонено строк: {rejected}, первая причина — {reason}"
            if rejected
            else "под заголовками нет строк данных"
        )
        super().__init__(f"Отчёт «{title}»: ни одной строки не взято; {why}.")


class BadKindsFile(Refusal):
    """The school's own file of kinds cannot be read."""

    def __init__(self, why: str, line: int = 0) -> None:
        where = f", строка {line}" if line else ""
        super().__init__(f"Файл видов отчётов школы не понят{where}: {why}.")


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _quoted(words: Sequence[str], at_most: int = 12) -> str:
    shown = ", ".join(f"«{word}»" for word in words[:at_most])
    return shown + (f" и ещё {len(words) - at_most}" if len(words) > at_most else "")


def _columns(headings: Sequence[str]) -> str:
    return f"{'столбца' if len(headings) == 1 else 'столбцов'} {_quoted(headings)}"
