"""The Word templates of the group's papers: draft order, composition, member's sheet, list of signatures."""

from functools import partial

from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.shared import Length, Mm, Pt
from docx.table import Table

from tools.template_parts import (
    CENTRE,
    JUSTIFIED,
    RIGHT,
    blank_document,
    narrow_margins,
    never_cut,
    paragraph,
    repeat_on_every_page,
    repeated,
    side_by_side,
    when,
)

LINE = "_" * 18
SMALL = Pt(10)


def order() -> DocxDocument:
    """Return the template of an order on the composition (ГОСТ Р 7.0.97-2016)."""
    document = blank_document()
    paragraph(document, "{{ проект }}", RIGHT, bold=True)
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ПРИКАЗ", CENTRE, bold=True, before=12, after=12)
    side_by_side(document, ("{{ дата }}", "№ __________"), (110, 60), last=RIGHT)
    paragraph(document, "{{ место }}", CENTRE, before=6, after=12)
    title = paragraph(document, "{{ заголовок }}", bold=True, after=12)
    title.paragraph_format.right_indent = Mm(80)
    _indented(document, "{{ основание }}")
    paragraph(document, "{%p for пункт in пункты %}")
    _indented(document, "{{ пункт.текст }}")
    paragraph(document, "{%p for часть in пункт.части %}")
    _indented(document, "{{ часть }}")
    paragraph(document, "{%p endfor %}")
    paragraph(document, "{%p endfor %}")
    paragraph(document, "", before=12, keep=True)
    side_by_side(document, ("Директор", LINE, "{{ директор }}"), (70, 45, 55))
    _acquainted(document)
    when(document, "состав", lambda: _annex(document))
    return document


def _acquainted(document: DocxDocument) -> None:
    paragraph(document, "С приказом ознакомлены:", before=18, after=6, keep=True)
    paragraph(document, "{%p for имя in ознакомлены %}")
    side_by_side(document, ("{{ имя }}", LINE, "«___» __________ 20__ г."), (70, 45, 55))
    paragraph(document, "{%p endfor %}")


def _annex(document: DocxDocument) -> None:
    first = paragraph(document, "", RIGHT)
    first.add_run().add_break(WD_BREAK.PAGE)
    first.add_run("Приложение к приказу")
    paragraph(document, "от {{ дата }} № __________", RIGHT)
    paragraph(document, "Состав рабочей группы", CENTRE, bold=True, before=12, after=6)
    _table(document, "состав", {"№": 12, "Фамилия, имя, отчество": 62, "Должность": 50, "Роль в группе": 46})


def composition() -> DocxDocument:
    """Return the template of the composition on a day with the duties of every role."""
    document = blank_document()
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "{{ заголовок|upper }}", CENTRE, bold=True, before=12)
    paragraph(document, "на {{ день }}", CENTRE, after=12)
    widths = {"№": 9, "Фамилия, имя, отчество": 42, "Должность": 36, "Роль": 32, "Приказ": 28, "Отметка": 23}
    _table(document, "состав", widths)
    paragraph(document, "Роли и обязанности", CENTRE, bold=True, before=18, after=6, keep=True)
    _table(document, "роли", {"Роль": 36, "Кто исполняет": 36, "Обязанности": 98})
    paragraph(document, "", after=12, keep=True)
    side_by_side(document, ("Секретарь рабочей группы", LINE, "{{ секретарь }}"), (70, 45, 55))
    return document


def member() -> DocxDocument:
    """Return the template of a member's sheet; its letters are smaller, so that most sheets take one page."""
    document = blank_document()
    document.styles["Normal"].font.size = Pt(11)
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ЛИСТ ЧЛЕНА РАБОЧЕЙ ГРУППЫ", CENTRE, bold=True, before=12)
    paragraph(document, "на {{ день }}", CENTRE, after=12)
    paragraph(document, "{{ фио }}", bold=True)
    paragraph(document, "{{ должность }}")
    paragraph(document, "Роль: {{ роли }}")
    for mark, caption in (("направление", "Направление"), ("отсутствие", "Отметка"), ("связь", "Связь")):
        when(document, mark, partial(paragraph, document, f"{caption}: {{{{ {mark} }}}}"))
    _heading(document, "Участие в группе")
    repeated(document, "строка in участие", "{{ строка }}")
    _heading(document, "Обязанности")
    repeated(document, "строка in обязанности", "– {{ строка }}", JUSTIFIED)
    widths = {"№": 14, "Что сделать": 92, "Срок": 24, "Состояние": 40}
    for caption, rows, nothing in (
        ("План: свои мероприятия и мероприятия направления", "план", "Мероприятий нет."),
        ("Поручения", "поручения", "Поручений нет."),
    ):
        _heading(document, caption)
        when(document, rows, partial(_table, document, rows, widths))
        when(document, f"not {rows}", partial(paragraph, document, nothing))
    _heading(document, "Обращения и заседания за {{ период }}")
    paragraph(document, "{{ обращения }}")
    paragraph(document, "{{ явка }}")
    repeated(
        document, "заседание in заседания", "№ {{ заседание.номер }} от {{ заседание.день }} – {{ заседание.явка }}"
    )
    _heading(document, "Ознакомление")
    paragraph(document, "Положение о рабочей группе: {{ положение }}.", keep=True)
    paragraph(document, "Доступ к «ЭлЖур»: {{ доступ }}.", keep=True)
    paragraph(document, "", after=6, keep=True)
    side_by_side(document, ("С листом ознакомлен(а)", LINE, "«___» __________ 20__ г."), (70, 45, 55))
    return document


def acquaintance() -> DocxDocument:
    """Return the template of the list of signatures."""
    document = blank_document()
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ЛИСТ ОЗНАКОМЛЕНИЯ", CENTRE, bold=True, before=12)
    paragraph(document, "на {{ день }}", CENTRE, after=12)
    _part(document, "С положением {{ группа }} ознакомлены:", "положение", "Должность")
    about = (
        "О персональной ответственности за использование учётных данных «ЭлЖур» и недопустимости их передачи "
        "третьим лицам предупреждены:"
    )
    when(document, "доступ", lambda: _part(document, about, "доступ", "Категория"))
    return document


def _part(document: DocxDocument, caption: str, rows: str, who: str) -> None:
    paragraph(document, caption, JUSTIFIED, before=12, after=6, keep=True)
    _table(document, rows, {"№": 10, "Фамилия, имя, отчество": 60, who: 44, "Дата": 26, "Подпись": 30}, Mm(8))


def _indented(document: DocxDocument, text: str) -> None:
    paragraph(document, text, JUSTIFIED).paragraph_format.first_line_indent = Mm(12.5)


def _heading(document: DocxDocument, text: str) -> None:
    paragraph(document, text, bold=True, before=9, after=3, keep=True)


FIELDS = {
    "№": "номер",
    "Фамилия, имя, отчество": "фио",
    "Должность": "должность",
    "Роль в группе": "роль",
    "Роль": "роль",
    "Приказ": "приказ",
    "Отметка": "отметка",
    "Кто исполняет": "кто",
    "Что сделать": "текст",
    "Срок": "срок",
    "Состояние": "состояние",
    "Дата": "день",
    "Подпись": "подпись",
    "Категория": "должность",
}


def _table(document: DocxDocument, rows: str, widths: dict[str, int], height: Length | None = None) -> None:
    """Add a table whose row is repeated for each of `rows`, so high at least; widths in millimetres by heading."""
    table: Table = document.add_table(rows=4, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    narrow_margins(table)
    lines = (
        tuple(widths),
        (f"{{%tr for строка in {rows} %}}",),
        tuple(_cell(heading) for heading in widths),
        ("{%tr endfor %}",),
    )
    for line, texts in zip(table.rows, lines, strict=True):
        padded = (*texts, *[""] * (len(widths) - len(texts)))
        for cell, text, width in zip(line.cells, padded, widths.values(), strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).font.size = SMALL
    for cell in table.rows[0].cells:
        cell.paragraphs[0].alignment = CENTRE
        cell.paragraphs[0].runs[0].bold = True
    for column, width in zip(table.columns, widths.values(), strict=True):
        column.width = Mm(width)
    repeat_on_every_page(table.rows[0])
    table.rows[2].height = height
    never_cut(table.rows[2])


def _cell(heading: str) -> str:
    if heading == "Обязанности":
        return "{{ строка.обязанности|join('\\n') }}"
    return f"{{{{ строка.{FIELDS[heading]} }}}}"
