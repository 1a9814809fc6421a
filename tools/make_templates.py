"""Make the Word templates that the package ships: python tools/make_templates.py.

A school edits a copy in Word; what stands in braces is filled in (docxtpl). The same source gives the same bytes.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from wg_excel.documents.word import packed
from wg_excel.domain.monitoring_report_text import HEADINGS

TEMPLATES = Path(__file__).resolve().parents[1] / "wg_excel" / "templates"
FONT, SIZE = "Times New Roman", Pt(12)
WIDTHS = (8, 27, 10, 22, 10, 10, 10, 10, 10, 10, 26, 17)  # of the report's table, in millimetres
TURNED = range(4, 10)  # its headings that stand upright
HEADING_TWIPS = 1700
CENTRE, RIGHT, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY


def protocol() -> DocxDocument:
    """Return the template of the protocol (ГОСТ Р 7.0.97-2016; order of parts: 2-eljur-exports 2.6)."""
    document = _blank_document()
    _paragraph(document, "{{ проект }}", RIGHT, bold=True)
    _paragraph(document, "{{ организация }}", CENTRE)
    _paragraph(document, "ПРОТОКОЛ", CENTRE, bold=True, before=12)
    _paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    _row(document, ("{{ дата }}", "№ {{ номер }}"), (100, 70), last=RIGHT)
    _paragraph(document, "{{ место }}", after=12)
    _paragraph(document, "Председательствующий – {{ председатель }}")
    _paragraph(document, "Секретарь – {{ секретарь }}")
    _repeated(document, "строка in обстоятельства", "{{ строка }}")
    _paragraph(document, "Присутствовали: {{ число }}{% if приложение %} (список прилагается){% endif %}", before=12)
    _when(document, "not приложение", lambda: _repeated(document, "строка in присутствовали", "{{ строка }}"))
    _when(document, "отсутствовали", lambda: _paragraph(document, "Отсутствовали: {{ отсутствовали }}"))
    _when(document, "приглашённые", lambda: _paragraph(document, "Приглашённые: {{ приглашённые }}"))
    _when(document, "кворум", lambda: _paragraph(document, "{{ кворум }}"))
    _paragraph(document, "ПОВЕСТКА ДНЯ:", before=12, keep=True)
    _repeated(document, "вопрос in вопросы", "{{ вопрос.номер }}. {{ вопрос.вопрос }}")
    _items(document)
    _signatures(document)
    _when(document, "приложение", lambda: _annex(document))
    return document


def _items(document: DocxDocument) -> None:
    _paragraph(document, "{%p for вопрос in вопросы %}")
    _paragraph(document, "{{ вопрос.номер }}. СЛУШАЛИ: {{ вопрос.слушали }}", JUSTIFIED, before=12)
    _when(document, "вопрос.выступили", lambda: _discussed(document))
    _paragraph(document, "{{ слово_решения }}:", keep=True)
    _repeated(document, "пункт in вопрос.решения", "{{ пункт.номер }}. {{ пункт.текст }}", JUSTIFIED)
    _when(document, "вопрос.голоса", lambda: _paragraph(document, "Голосовали: {{ вопрос.голоса }}."))
    _paragraph(document, "{%p endfor %}")


def _discussed(document: DocxDocument) -> None:
    _paragraph(document, "ВЫСТУПИЛИ:", keep=True)
    _repeated(document, "строка in вопрос.выступили", "{{ строка }}", JUSTIFIED)


def _signatures(document: DocxDocument) -> None:
    _paragraph(document, "", keep=True)
    for role, name in (
        ("Председательствующий", "{{ подпись_председателя }}"),
        ("Секретарь", "{{ подпись_секретаря }}"),
    ):
        table = _row(document, (role, "_" * 18, name), (70, 45, 55))
        for cell in table.rows[0].cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(14)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _annex(document: DocxDocument) -> None:
    title = _paragraph(document, "", RIGHT)
    title.add_run().add_break(WD_BREAK.PAGE)
    title.add_run("{{ приложение }}")
    _paragraph(document, "Список присутствовавших", CENTRE, before=12, after=12)
    _repeated(document, "строка in присутствовали", "{{ строка }}")


def _repeated(
    document: DocxDocument, loop: str, text: str, alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
) -> None:
    _paragraph(document, f"{{%p for {loop} %}}")
    _paragraph(document, text, alignment)
    _paragraph(document, "{%p endfor %}")


def _when(document: DocxDocument, condition: str, add: Callable[[], object]) -> None:
    _paragraph(document, f"{{%p if {condition} %}}")
    add()
    _paragraph(document, "{%p endif %}")


def _paragraph(
    document: DocxDocument,
    text: str,
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
    *,
    bold: bool = False,
    before: int = 0,
    after: int = 0,
    keep: bool = False,
) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_with_next = keep
    return paragraph


def _row(
    document: DocxDocument,
    texts: tuple[str, ...],
    widths: tuple[int, ...],
    last: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> Table:
    """Add one line of texts side by side, without borders; widths in millimetres."""
    table: Table = document.add_table(rows=1, cols=len(texts))
    table.autofit = False
    for cell, text, width in zip(table.rows[0].cells, texts, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].add_run(text)
    table.rows[0].cells[-1].paragraphs[0].alignment = last
    return table


def extract() -> DocxDocument:
    """Return the template of an extract from a protocol (ГОСТ Р 7.0.97-2016, 5.26: certified by the secretary)."""
    document = _blank_document()
    _paragraph(document, "{{ проект }}", RIGHT, bold=True)
    _paragraph(document, "{{ организация }}", CENTRE)
    _paragraph(document, "ВЫПИСКА ИЗ ПРОТОКОЛА", CENTRE, bold=True, before=12)
    _paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    _row(document, ("{{ дата }}", "№ {{ номер }}"), (100, 70), last=RIGHT)
    _paragraph(document, "{{ место }}", after=12)
    _paragraph(document, "Председательствующий – {{ председатель }}")
    _paragraph(document, "Секретарь – {{ секретарь }}")
    _paragraph(document, "Присутствовали: {{ число }}")
    _items(document)
    _paragraph(document, "Выписка верна", before=24, after=12, keep=True)
    _row(document, ("Секретарь", "_" * 18, "{{ подпись_секретаря }}"), (70, 45, 55))
    return document


def report() -> DocxDocument:
    """Return the template of the monitoring report (order of parts: 2-eljur-exports 2.5)."""
    document = _blank_document()
    _paragraph(document, "{{ организация }}", CENTRE)
    _paragraph(document, "СПРАВКА", CENTRE, bold=True, before=12)
    _paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    _row(document, ("{{ дата }}", "{{ место }}"), (100, 70), last=RIGHT)
    _paragraph(document, "", after=6)
    for caption, text in (
        ("Основание", "{{ основание }}"),
        ("Цель", "{{ цель }}"),
        ("Проверку провели", "{{ проверили }}."),
        ("Проверены", "{{ проверены }}"),
    ):
        _paragraph(document, f"{caption}: {text}", JUSTIFIED)
    _own_words(document, "основание")
    _section_of(document, "В ХОДЕ ПРОВЕРКИ УСТАНОВЛЕНО:", "установлено")
    _section_of(document, "ЗАМЕЧАНИЯ ПО ПЕДАГОГАМ:", "замечания")
    _own_words(document, "установлено")
    _paragraph(document, "", after=6)
    _report_table(document)
    _repeated(document, "строка in примечания", "{{ строка }}", JUSTIFIED)
    _section_of(document, "ВЫВОДЫ:", "выводы")
    _own_words(document, "выводы")
    _section_of(document, "РЕКОМЕНДАЦИИ:", "рекомендации")
    _own_words(document, "рекомендации")
    _paragraph(document, "", after=12, keep=True)
    _paragraph(document, "{%p for подпись in подписи %}")
    _row(document, ("{{ подпись.кто }}", "_" * 18, "{{ подпись.имя }}"), (75, 45, 50))
    _paragraph(document, "", keep=True)
    _paragraph(document, "{%p endfor %}")
    return document


def _own_words(document: DocxDocument, name: str) -> None:
    _when(document, f"дополнения.{name}", lambda: _paragraph(document, f"{{{{ дополнения.{name} }}}}", JUSTIFIED))


def _section_of(document: DocxDocument, caption: str, sentences: str) -> None:
    def add() -> None:
        _paragraph(document, caption, before=12, keep=True)
        _repeated(document, f"строка in {sentences}", "{{ строка }}", JUSTIFIED)

    _when(document, sentences, add)


def _report_table(document: DocxDocument) -> None:
    """Add the table of the report: headings that every page repeats, one row repeated by docxtpl."""
    table = document.add_table(rows=4, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    _narrow_margins(table)
    cells = [f"{{{{ строка[{number}] }}}}" for number in range(len(HEADINGS))]
    rows = (HEADINGS, ("{%tr for строка in таблица %}",), cells, ("{%tr endfor %}",))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, (*texts, *[""] * (len(HEADINGS) - len(texts))), WIDTHS, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).font.size = Pt(8)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    _repeat_on_every_page(table.rows[0])
    for cell in table.rows[0].cells[TURNED.start : TURNED.stop]:
        _turn_upright(cell)


def _narrow_margins(table: Table) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "30")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no margins of cells
    look = properties.find(qn("w:tblLook"))  # margins stand before it (ECMA-376 part 1, 17.4.60)
    properties.append(margins) if look is None else look.addprevious(margins)


def _repeat_on_every_page(row: Any) -> None:  # noqa: ANN401 - python-docx ships no types
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no headings of tables
    properties.append(OxmlElement("w:tblHeader"))
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(HEADING_TWIPS))
    properties.append(height)


def _turn_upright(cell: Any) -> None:  # noqa: ANN401 - as above
    direction = OxmlElement("w:textDirection")
    direction.set(qn("w:val"), "btLr")
    cell._tc.get_or_add_tcPr().append(direction)  # noqa: SLF001 - as above


def _blank_document() -> DocxDocument:
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, SIZE
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(10)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    _number_pages(section.header.paragraphs[0])
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a fixed day
    return document


def _number_pages(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def main() -> None:
    """Write every template into the package."""
    TEMPLATES.mkdir(exist_ok=True)
    for name, make in {"protocol.docx": protocol, "extract.docx": extract, "report.docx": report}.items():
        (TEMPLATES / name).write_bytes(packed(make()))
        print(TEMPLATES / name)


if __name__ == "__main__":
    main()
