"""The buttons of the workbook: plain data, from which the macros, the ribbon and the sheets' buttons follow.

A button is one entry here and the function of that name in `wg_excel.buttons`.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Button:
    """One button: its function, caption, the sheets that show it, and how the ribbon shows it.

    `image_mso` is the name of one of Office's own pictures, `keytip` the letters behind Alt; `asks` tells whether the
    user chooses one file or several first.
    """

    function: str
    caption: str
    sheets: tuple[str, ...]
    ribbon_group: str
    screentip: str
    supertip: str
    image_mso: str
    keytip: str
    asks: Literal["", "file", "files"] = ""

    @property
    def macro(self) -> str:
        """Return the name of the Sub that presses the button: `WgCheckEntries`."""
        return "Wg" + "".join(word.capitalize() for word in self.function.split("_"))


BUTTONS: tuple[Button, ...] = (
    Button(
        "add_appeal",
        "Новое обращение",
        ("Обращения",),
        "Обращения",
        "Записать новое обращение",
        "Добавляет строку со следующим номером года и сегодняшней датой. Впишите заявителя и суть.",
        "SheetRowsInsert",
        "N",
    ),
    Button(
        "check_entries",
        "Проверить",
        ("Сводка", "Замечания"),
        "Проверка",
        "Проверить записи",
        "Проверяет все листы и записывает на лист «Замечания», что исправить и где.",
        "DataValidation",
        "P",
    ),
    Button(
        "correct_obvious",
        "Исправить очевидное",
        ("Замечания",),
        "Проверка",
        "Исправить очевидные описки",
        "Показывает список и исправляет лишние пробелы, похожие латинские буквы, даты и числа, введённые текстом.",
        "SpellingMenu",
        "O",
    ),
    Button(
        "undo_corrections",
        "Отменить исправления",
        ("История",),
        "Проверка",
        "Отменить последние исправления",
        "Возвращает прежние значения ячеек, исправленных последним нажатием, если их с тех пор не меняли.",
        "Undo",
        "U",
    ),
    Button(
        "import_exports",
        "Импорт выгрузок",
        ("Импорт",),
        "ЭлЖур",
        "Загрузить выгрузки из «ЭлЖур»",
        "Спрашивает файлы, узнаёт вид каждого отчёта и загружает его. Повторная загрузка ничего не удваивает.",
        "GetExternalDataFromText",
        "I",
        asks="files",
    ),
    Button(
        "build_monitoring",
        "Мониторинг",
        ("Мониторинг", "Чего не хватает"),
        "ЭлЖур",
        "Построить мониторинг",
        "Считает заполнение и своевременность по выгрузкам и обновляет листы «Мониторинг» и «Чего не хватает».",
        "ChartInsert",
        "M",
    ),
    Button(
        "build_summary",
        "Сводка",
        ("Сводка",),
        "Документы",
        "Обновить сводку",
        "Обновляет страницу руководителя: сроки, обращения, поручения, мониторинг.",
        "ViewPageLayoutView",
        "S",
    ),
    Button(
        "plan_meeting",
        "Запланировать заседание",
        ("Заседания", "Повестка"),
        "Заседания",
        "Запланировать следующее заседание",
        "Предлагает день и вносит в повестку всё, что ждёт группу: поручения, обращения, документы. Лишнее удалите.",
        "NewAppointment",
        "Z",
    ),
    Button(
        "fill_attendance",
        "Заполнить явку",
        ("Явка",),
        "Заседания",
        "Внести в явку состав группы",
        "Добавляет членов группы, состоявших в ней в день заседания. Отметьте, кто присутствовал; записанное остаётся.",
        "DistributionListAddNewMember",
        "A",
    ),
    Button(
        "carry_decisions",
        "Перенести решения",
        ("Повестка", "Поручения"),
        "Заседания",
        "Сделать из решений поручения",
        "Решение с исполнителем и сроком становится поручением, обращение и документ получают решение и срок.",
        "TaskRequestAccept",
        "D",
    ),
    Button(
        "create_protocol",
        "Создать протокол",
        ("Заседания",),
        "Документы",
        "Создать протокол заседания",
        "Поставьте курсор на строку заседания: протокол появится отдельным листом.",
        "FileNew",
        "R",
    ),
    Button(
        "seal_protocol",
        "Опечатать протокол",
        ("Заседания",),
        "Заседания",
        "Опечатать подписанный протокол",
        "Снимает пометку «ПРОЕКТ» и запоминает отпечаток: позднейшее изменение записей покажет «Проверить».",
        "FileMarkAsFinal",
        "F",
    ),
    Button(
        "reopen_protocol",
        "Открыть протокол",
        ("Заседания",),
        "Заседания",
        "Открыть последний опечатанный протокол",
        "Впишите «Причину исправления»: протокол станет проектом новой редакции, прежняя останется отдельным листом.",
        "EditDocument",
        "E",
    ),
    Button(
        "create_report",
        "Справка",
        ("Мониторинг",),
        "Документы",
        "Составить справку по итогам мониторинга",
        "Составляет лист «Справка»: установлено, таблица, выводы, рекомендации. Ваши дополнения на нём сохраняются.",
        "ReviewAcceptChangeMenu",
        "K",
    ),
    Button(
        "create_site_page",
        "Страница для сайта",
        ("Документы",),
        "Документы",
        "Составить страницу для сайта школы",
        "Записывает в папку «Сайт» рядом с книгой страницу: документы, помощь, показатели квартала без личных данных.",
        "WebPagePreview",
        "T",
    ),
    Button(
        "load_staff",
        "Загрузить список",
        ("Педагоги",),
        "Данные",
        "Загрузить список педагогов",
        "Спрашивает файл со списком и сообщает, кто добавлен, изменён или выбыл.",
        "GetExternalDataExistingConnections",
        "L",
        asks="file",
    ),
    Button(
        "back_up",
        "Резервная копия",
        ("История",),
        "Данные",
        "Сделать резервную копию",
        "Сохраняет копию книги с датой рядом с ней.",
        "FileSaveAs",
        "B",
    ),
)


def buttons_of(sheet: str) -> tuple[Button, ...]:
    """Return the buttons that a sheet shows, in the order of the list."""
    return tuple(button for button in BUTTONS if sheet in button.sheets)
