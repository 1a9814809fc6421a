"""The Word templates of the appeals: the journal of a period, the applicant's slip."""

from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table

from tools.template_parts import (
    CENTRE,
    JUSTIFIED,
    blank_document,
    narrow_margins,
    paragraph,
    repeat_on_every_page,
    side_by_side,
    when,
)

SMALL = Pt(9)
LINE = "_" * 18
COLUMNS = {  # heading: (mark, millimetres)
    "№ п/п": ("номер_по_порядку", 9),
    "№": ("номер", 19),
    "Дата": ("дата", 19),
    "Кто обратился": ("заявитель", 34),
    "Вид помощи, тема": ("помощь", 33),
    "Суть обращения": ("суть", 52),
    "Исполнитель": ("исполнитель", 26),
    "Принятые меры": ("меры", 46),
    "Решено": ("решено", 19),
    "Срок": ("срок", 20),
}


def journal() -> DocxDocument:
    """Return the template of the journal: A4 landscape, headings on every page, no row cut by a page's end."""
    document = blank_document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(10)
    section.top_margin, section.bottom_margin = Mm(20), Mm(10)
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ЖУРНАЛ УЧЁТА ОБРАЩЕНИЙ", CENTRE, bold=True, before=6)
    paragraph(document, "в рабочую группу по ведению электронного журнала «ЭлЖур»", CENTRE)
    paragraph(document, "за период с {{ начало }} по {{ конец }}", CENTRE, after=6)
    _rows(document)
    paragraph(document, "Всего за период: {{ итог }}.", before=6, after=12, keep=True)
    side_by_side(document, ("Ответственный за ведение журнала", LINE, "{{ день }}"), (90, 60, 60))
    return document


def _rows(document: DocxDocument) -> None:
    table: Table = document.add_table(rows=4, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    narrow_margins(table)
    blank = [""] * (len(COLUMNS) - 1)
    marks = [f"{{{{ строка.{mark} }}}}" for mark, _ in COLUMNS.values()]
    lines = (list(COLUMNS), ["{%tr for строка in строки %}", *blank], marks, ["{%tr endfor %}", *blank])
    for line, texts in zip(table.rows, lines, strict=True):
        for cell, text, (_, width) in zip(line.cells, texts, COLUMNS.values(), strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).font.size = SMALL
    for column, (_, width) in zip(table.columns, COLUMNS.values(), strict=True):
        column.width = Mm(width)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].alignment = CENTRE
        cell.paragraphs[0].runs[0].bold = True
    repeat_on_every_page(table.rows[0])
    for row in (table.rows[0], table.rows[2]):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such rows


def slip() -> DocxDocument:
    """Return the template of the slip, the upper half of a page."""
    document = blank_document()
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "УВЕДОМЛЕНИЕ О РЕГИСТРАЦИИ ОБРАЩЕНИЯ", CENTRE, bold=True, before=12)
    paragraph(document, "№ {{ номер }} от {{ дата }}", CENTRE, bold=True, after=12)
    paragraph(document, "Заявитель: {{ заявитель }}", JUSTIFIED, after=3)
    when(document, "суть", lambda: paragraph(document, "Суть обращения: {{ суть }}", JUSTIFIED, after=3))
    when(document, "помощь", lambda: paragraph(document, "Вид помощи: {{ помощь }}", JUSTIFIED, after=3))
    paragraph(document, "Исполнитель: {{ исполнитель }}", JUSTIFIED, after=3)
    paragraph(document, "Срок ответа: {{ срок }}", JUSTIFIED, after=3)
    when(document, "связь", lambda: paragraph(document, "Спросить о ходе работы: {{ связь }}", JUSTIFIED, after=3))
    paragraph(
        document,
        "Обращение записано в журнал обращений рабочей группы по ведению электронного журнала «ЭлЖур». "
        "Называйте его номер. Пароль не сообщайте никому, и сотрудникам группы тоже.",
        JUSTIFIED,
        before=9,
        after=18,
    )
    side_by_side(document, ("Зарегистрировал(а)", LINE, LINE), (60, 55, 55))
    return document
