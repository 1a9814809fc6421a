"""Why a file gives no appeal: one sentence each, saying what to do; nothing of the file's text is repeated."""

from wg_excel.domain.failures import Failure


class IncomingRefused(Failure):
    """A file gives no appeal."""


class NotALetter(IncomingRefused):
    """The file has the ending of a letter and none of its headers."""

    def __init__(self) -> None:
        super().__init__(
            "Это не письмо: в файле нет ни отправителя, ни темы. Сохраните письмо из почты ещё раз как .eml."
        )


class OvergrownLetter(IncomingRefused):
    """A letter of more parts or longer headers than any mail program writes."""

    def __init__(self) -> None:
        super().__init__(
            "Письмо не прочитано: в нём слишком много частей или слишком длинный заголовок. "
            "Запишите обращение кнопкой «Новое обращение»."
        )


class UnreadableOutlook(IncomingRefused):
    """A letter of Outlook (.msg) whose text is encrypted, or kept only with its layout."""

    def __init__(self) -> None:
        super().__init__(
            "Текст этого письма Outlook (.msg) зашифрован или хранится только в оформленном виде: скачайте письмо из "
            "почты в браузере как .eml или запишите обращение кнопкой «Новое обращение»."
        )


class FormNotRead(IncomingRefused):
    """The workbook with the answers of a form cannot be read."""

    def __init__(self) -> None:
        super().__init__("Файл ответов формы не читается: скачайте ответы ещё раз или сохраните их как CSV.")


class AutomaticLetter(IncomingRefused):
    """A machine wrote the letter: an automatic answer or a notice of delivery."""

    def __init__(self) -> None:
        super().__init__("Это автоматический ответ или отчёт о доставке, а не обращение: записывать нечего.")


class NothingAsked(IncomingRefused):
    """The letter has neither a subject nor a text."""

    def __init__(self) -> None:
        super().__init__("В письме нет ни темы, ни текста: запишите обращение кнопкой «Новое обращение».")


class TooLarge(IncomingRefused):
    """The file is larger than any request for help."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"Файл больше {limit} МБ: сохраните письмо без вложений и загрузите снова.")


class NoAnswers(IncomingRefused):
    """The answers of a form hold no line that asks something."""

    def __init__(self) -> None:
        super().__init__("В файле ответов нет ни одной строки с вопросом: скачайте ответы формы ещё раз.")
