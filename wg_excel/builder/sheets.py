"""The sheets of the master workbook in their order, with their code names in VBA and the colours of their tabs."""

from typing import NamedTuple

from wg_excel.builder import palette


class SheetPlan(NamedTuple):
    """A sheet: its name, its module's name in VBA, and the colour that its tab shares with its like."""

    name: str
    code_name: str
    tab: str


OVERVIEW, PEOPLE, WORK, ELJUR, SERVICE = palette.DEEP, "#8FB8C9", palette.ACCENT, "#C08A3E", "#B9C4CB"

SHEETS = (
    SheetPlan("Сводка", "shSummary", OVERVIEW),
    SheetPlan("Члены группы", "shMembers", PEOPLE),
    SheetPlan("Состав группы", "shComposition", PEOPLE),
    SheetPlan("Педагоги", "shTeachers", PEOPLE),
    SheetPlan("Обращения", "shAppeals", WORK),
    SheetPlan("Ход обращений", "shAppealStates", WORK),
    SheetPlan("Архив обращений", "shAppealArchive", WORK),
    SheetPlan("Журнал обращений", "shAppealJournal", WORK),
    SheetPlan("Статистика обращений", "shAppealStatistics", WORK),
    SheetPlan("Известные ответы", "shKnownAnswers", WORK),
    SheetPlan("Заседания", "shMeetings", WORK),
    SheetPlan("Явка", "shAttendance", WORK),
    SheetPlan("Повестка", "shAgenda", WORK),
    SheetPlan("Поручения", "shAssignments", WORK),
    SheetPlan("Напоминания", "shReminders", WORK),
    SheetPlan("Участие", "shParticipation", WORK),
    SheetPlan("План", "shPlan", WORK),
    SheetPlan("Документы", "shDocuments", WORK),
    SheetPlan("Запросы педагогам", "shRequests", WORK),
    SheetPlan("Обучение", "shTraining", WORK),
    SheetPlan("Доступы", "shAccess", WORK),
    SheetPlan("Выгрузки", "shExtractions", ELJUR),
    SheetPlan("Готовность", "shReadiness", WORK),
    SheetPlan("Импорт", "shImports", ELJUR),
    SheetPlan("Импорт — отклонено", "shRejected", ELJUR),
    SheetPlan("Имена в выгрузках", "shSpellings", ELJUR),
    SheetPlan("Соответствие столбцов", "shMappings", ELJUR),
    SheetPlan("Мониторинг", "shMonitoring", ELJUR),
    SheetPlan("Показатели", "shIndicators", ELJUR),
    SheetPlan("По неделям", "shWeeks", ELJUR),
    SheetPlan("Чего не хватает", "shGaps", ELJUR),
    SheetPlan("Замечания в работе", "shRemarks", WORK),
    SheetPlan("Темы квартала", "shThemes", WORK),
    SheetPlan("Замечания", "shFindings", OVERVIEW),
    SheetPlan("Справочники", "shLists", SERVICE),
    SheetPlan("Склонение имён", "shNameForms", SERVICE),
    SheetPlan("Настройки", "shSettings", SERVICE),
    SheetPlan("Календарь", "shCalendar", SERVICE),
    SheetPlan("История", "shHistory", SERVICE),
    SheetPlan("Шаблон протокола", "shProtocol", SERVICE),
    SheetPlan("Шаблон справки", "shReport", SERVICE),
    SheetPlan("Данные сводки", "shSummaryData", SERVICE),
    SheetPlan("facts_lessons", "shFactsLessons", SERVICE),
    SheetPlan("facts_entries", "shFactsEntries", SERVICE),
    SheetPlan("facts_figures", "shFactsFigures", SERVICE),
    SheetPlan("facts_appeared", "shFactsAppeared", SERVICE),
    SheetPlan("xlwings.conf", "shConfig", SERVICE),
)
