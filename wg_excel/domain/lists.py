"""The closed lists of the workbook («Справочники»); a list marked fixed drives logic and is not extended."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClosedList:
    """A closed list: its table's ASCII name, heading on «Справочники», values, and whether a school may add."""

    name: str
    title: str
    values: tuple[str, ...]
    fixed: bool = False
    clause: str = ""


ROLES = ClosedList(
    "lstRoles",
    "Роль",
    (
        "Руководитель",
        "Секретарь",
        "Ответственный за внедрение",
        "Администратор ЭлЖур",
        "Системный администратор",
        "Администратор сайта",
        "Член группы",
    ),
    fixed=True,
    clause="A IV; B V",
)
DIRECTIONS = ClosedList(
    "lstDirections",
    "Направление",
    (
        "Внедрение ЭлЖур",
        "Нормативные документы",
        "Методическая помощь",
        "Техническая поддержка",
        "Мониторинг ведения журналов",
        "Обучение пользователей",
        "Официальный сайт",
    ),
)
CATEGORIES = ClosedList(
    "lstCategories",
    "Категория",
    ("Администрация", "Член группы", "Педагог", "Классный руководитель", "Обучающийся", "Родитель"),
    clause="A II.2",
)
CHANNELS = ClosedList("lstChannels", "Канал", ("Лично", "Телефон", "Эл. почта", "Мессенджер", "Сообщение в ЭлЖур"))
HELP_KINDS = ClosedList(
    "lstHelpKinds",
    "Вид помощи",
    ("Методическая", "Консультационная", "Техническая"),
    fixed=True,
    clause="B 6.4",
)
THEMES = ClosedList(
    "lstThemes",
    "Тема обращения",
    (
        "Вход и доступ",
        "Расписание и нагрузка",
        "Темы и домашние задания",
        "Текущие отметки",
        "Итоговые отметки",
        "Пропуски",
        "Электронный дневник",
        "Отчёты и выгрузки",
        "Оборудование и связь",
        "Иное",
    ),
)
PRIORITIES = ClosedList("lstPriorities", "Приоритет", ("Низкий", "Обычный", "Высокий", "Критический"), fixed=True)
APPEAL_STATES = ClosedList(
    "lstAppealStates",
    "Статус обращения",
    (
        "Новое",
        "В работе",
        "Ждёт заявителя",
        "Передано в поддержку",
        "Вынесено на заседание",
        "Решено",
        "Отклонено",
    ),
    fixed=True,
)
RATINGS = ClosedList("lstRatings", "Оценка обращения", ("1", "2", "3", "4", "5"), fixed=True)
MEETING_KINDS = ClosedList("lstMeetingKinds", "Вид заседания", ("Плановое", "Внеочередное"))
MEETING_FORMS = ClosedList("lstMeetingForms", "Форма заседания", ("Очная", "Дистанционная", "Заочная"))
MEETING_STATES = ClosedList(
    "lstMeetingStates",
    "Статус заседания",
    ("Запланировано", "Проведено", "Перенесено", "Отменено"),
    fixed=True,
)
PRESENCES = ClosedList("lstPresences", "Явка", ("Присутствовал", "Отсутствовал"), fixed=True)
ASSIGNMENT_STATES = ClosedList(
    "lstAssignmentStates", "Статус поручения", ("Выдано", "В работе", "Выполнено", "Снято"), fixed=True
)
ACTIVITY_STATES = ClosedList(
    "lstActivityStates", "Статус мероприятия", ("Не начато", "В работе", "Выполнено", "Отменено"), fixed=True
)
DOCUMENT_KINDS = ClosedList(
    "lstDocumentKinds", "Вид документа", ("Положение", "Регламент", "Приказ", "Инструкция", "План", "Иное")
)
ANALYSIS_STATES = ClosedList(
    "lstAnalysisStates",
    "Анализ документа",
    ("Не проводился", "Соответствует", "Требует изменений", "Изменён"),
    fixed=True,
    clause="B 2.1",
)
PUBLICATION_STATES = ClosedList(
    "lstPublicationStates",
    "На сайте",
    ("Не требуется", "Не опубликован", "Опубликован"),
    fixed=True,
    clause="B 5.4",
)
REQUEST_STATES = ClosedList(
    "lstRequestStates",
    "Статус запроса",
    ("Отправлен", "Получен ответ", "Без ответа"),
    fixed=True,
    clause="B 4.1",
)
TRAINING_FORMS = ClosedList("lstTrainingForms", "Форма обучения", ("Семинар", "Практикум", "Консультация", "Вебинар"))
TRAINING_STATES = ClosedList(
    "lstTrainingStates", "Статус обучения", ("Запланировано", "Проведено", "Отменено"), fixed=True, clause="A IV.3.3"
)
REMARK_STATES = ClosedList(
    "lstRemarkStates", "Состояние замечания", ("В работе", "Устранено", "Снято"), fixed=True, clause="B 5.2"
)
SCORES = ClosedList("lstScores", "Оценка готовности", ("0", "1", "2", "3"), fixed=True, clause="A III")
FINDING_STATES = ClosedList(
    "lstSeverities", "Важность", ("Ошибка", "Предупреждение", "Сведение", "Принято"), fixed=True
)

NAME_GENDERS = ClosedList("lstNameGenders", "Чьё имя", ("Мужское", "Женское"), fixed=True)
DAY_KINDS = ClosedList("lstDayKinds", "Вид дня", ("Выходной", "Каникулы", "Рабочий"), fixed=True)
RULE_WEIGHTS = ClosedList(
    "lstRuleWeights", "Вес правила", ("Ошибка", "Предупреждение", "Сведение", "Выключено"), fixed=True
)
ALL_LISTS: tuple[ClosedList, ...] = tuple(value for value in globals().values() if isinstance(value, ClosedList))
