"""Make the Word templates that the package ships: python tools/make_templates.py.

A school edits a copy in Word; what stands in braces is filled in (docxtpl). The same source gives the same bytes.
"""

from functools import partial
from pathlib import Path
from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tools import appeal_templates, member_templates
from tools.template_parts import (
    CENTRE,
    JUSTIFIED,
    RIGHT,
    blank_document,
    narrow_margins,
    paragraph,
    repeat_on_every_page,
    repeated,
    side_by_side,
    when,
)
from wg_excel.documents.word import packed
from wg_excel.domain.monitoring.monitoring_report_text import HEADINGS

TEMPLATES = Path(__file__).resolve().parents[1] / "wg_excel" / "templates"
HEADING_TWIPS = 1700
WIDTHS = (8, 27, 10, 22, 10, 10, 10, 10, 10, 10, 26, 17)  # of the report's table, in millimetres
TURNED = range(4, 10)  # its headings that stand upright


def protocol() -> DocxDocument:
    """Return the template of the protocol (ГОСТ Р 7.0.97-2016; order of parts: 2-eljur-exports 2.6)."""
    document = blank_document()
    paragraph(document, "{{ проект }}", RIGHT, bold=True)
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ПРОТОКОЛ", CENTRE, bold=True, before=12)
    paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    side_by_side(document, ("{{ дата }}", "№ {{ номер }}"), (100, 70), last=RIGHT)
    paragraph(document, "{{ место }}", after=12)
    paragraph(document, "Председательствующий – {{ председатель }}")
    paragraph(document, "Секретарь – {{ секретарь }}")
    repeated(document, "строка in обстоятельства", "{{ строка }}")
    paragraph(
        document,
        "{{ присутствовали_слово }}: {{ число }}{% if приложение %} (список прилагается){% endif %}",
        before=12,
    )
    when(document, "not приложение", lambda: repeated(document, "строка in присутствовали", "{{ строка }}"))
    when(document, "отсутствовали", lambda: paragraph(document, "{{ отсутствовали_слово }}: {{ отсутствовали }}"))
    when(document, "приглашённые", lambda: paragraph(document, "Приглашённые: {{ приглашённые }}"))
    when(document, "кворум", lambda: paragraph(document, "{{ кворум }}"))
    paragraph(document, "ПОВЕСТКА ДНЯ:", before=12, keep=True)
    repeated(document, "вопрос in вопросы", "{{ вопрос.номер }}. {{ вопрос.вопрос }}")
    _items(document)
    when(document, "дополнения", lambda: _additions(document))
    _signatures(document)
    when(document, "приложение", lambda: _annex(document))
    return document


def _items(document: DocxDocument) -> None:
    paragraph(document, "{%p for вопрос in вопросы %}")
    paragraph(document, "{{ вопрос.номер }}. {{ слушали_слово }}: {{ вопрос.слушали }}", JUSTIFIED, before=12)
    when(document, "вопрос.выступили", lambda: _discussed(document))
    paragraph(document, "{{ слово_решения }}:", keep=True)
    paragraph(document, "{%p for пункт in вопрос.решения %}")
    _kept_if_last(document, "пункт", "{{ пункт.номер }}. {{ пункт.текст }}", JUSTIFIED)
    paragraph(document, "{%p endfor %}")
    when(
        document,
        "вопрос.голоса",
        lambda: _kept_if_last(document, "вопрос", "Голосовали: {{ вопрос.голоса }}."),
    )
    paragraph(document, "{%p endfor %}")


def _kept_if_last(document: DocxDocument, of: str, text: str, alignment: Any = None) -> None:  # noqa: ANN401 - as above
    """Add a paragraph which the signatures follow onto the same page where it ends the last item."""
    for condition, keep in ((f"{of}.последний", True), (f"not {of}.последний", False)):
        when(document, condition, partial(paragraph, document, text, alignment, keep=keep))


def _discussed(document: DocxDocument) -> None:
    paragraph(document, "ВЫСТУПИЛИ:", keep=True)
    repeated(document, "строка in вопрос.выступили", "{{ строка }}", JUSTIFIED)


def _additions(document: DocxDocument) -> None:
    paragraph(document, "")
    repeated(document, "строка in дополнения", "{{ строка }}", JUSTIFIED)


def _signatures(document: DocxDocument) -> None:
    paragraph(document, "", keep=True)
    for role, name in (
        ("Председательствующий", "{{ подпись_председателя }}"),
        ("Секретарь", "{{ подпись_секретаря }}"),
    ):
        table = side_by_side(document, (role, "_" * 18, name), (70, 45, 55))
        for cell in table.rows[0].cells:
            cell.paragraphs[0].paragraph_format.space_after = Pt(14)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _annex(document: DocxDocument) -> None:
    title = paragraph(document, "", RIGHT)
    title.add_run().add_break(WD_BREAK.PAGE)
    title.add_run("{{ приложение }}")
    paragraph(document, "{{ список_слово }}", CENTRE, before=12, after=12)
    repeated(document, "строка in присутствовали", "{{ строка }}")


def extract() -> DocxDocument:
    """Return the template of an extract from a protocol (ГОСТ Р 7.0.97-2016, 5.26: certified by the secretary)."""
    document = blank_document()
    paragraph(document, "{{ проект }}", RIGHT, bold=True)
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "ВЫПИСКА ИЗ ПРОТОКОЛА", CENTRE, bold=True, before=12)
    paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    side_by_side(document, ("{{ дата }}", "№ {{ номер }}"), (100, 70), last=RIGHT)
    paragraph(document, "{{ место }}", after=12)
    paragraph(document, "Председательствующий – {{ председатель }}")
    paragraph(document, "Секретарь – {{ секретарь }}")
    paragraph(document, "{{ присутствовали_слово }}: {{ число }}")
    _items(document)
    paragraph(document, "Выписка верна", before=24, after=12, keep=True)
    signed = side_by_side(document, ("Секретарь", "_" * 18, "{{ подпись_секретаря }}"), (70, 45, 55))
    for cell in signed.rows[0].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    paragraph(document, "«____» ______________ 20___ г.", before=14)  # a certified copy is dated
    return document


def report() -> DocxDocument:
    """Return the template of the monitoring report (order of parts: 2-eljur-exports 2.5)."""
    document = blank_document()
    paragraph(document, "{{ организация }}", CENTRE)
    paragraph(document, "СПРАВКА", CENTRE, bold=True, before=12)
    paragraph(document, "{{ заголовок }}", CENTRE, bold=True, after=12)
    side_by_side(document, ("{{ дата }}", "{{ место }}"), (100, 70), last=RIGHT)
    paragraph(document, "", after=6)
    for caption, text in (
        ("Основание", "{{ основание }}"),
        ("Цель", "{{ цель }}"),
        ("Проверку провели", "{{ проверили }}."),
        ("Проверены", "{{ проверены }}"),
    ):
        paragraph(document, f"{caption}: {text}", JUSTIFIED)
    _own_words(document, "основание")
    _section_of(document, "В ХОДЕ ПРОВЕРКИ УСТАНОВЛЕНО:", "установлено")
    _section_of(document, "ЗАМЕЧАНИЯ ПО ПЕДАГОГАМ:", "замечания")
    _own_words(document, "установлено")
    paragraph(document, "", after=6)
    _report_table(document)
    repeated(document, "строка in примечания", "{{ строка }}", JUSTIFIED)
    _section_of(document, "ВЫВОДЫ:", "выводы")
    _own_words(document, "выводы")
    _section_of(document, "РЕКОМЕНДАЦИИ:", "рекомендации")
    _own_words(document, "рекомендации")
    paragraph(document, "", after=12, keep=True)
    paragraph(document, "{%p for подпись in подписи %}")
    side_by_side(document, ("{{ подпись.кто }}", "_" * 18, "{{ подпись.имя }}"), (75, 45, 50))
    paragraph(document, "", keep=True)
    paragraph(document, "{%p endfor %}")
    return document


def _own_words(document: DocxDocument, name: str) -> None:
    when(document, f"дополнения.{name}", lambda: paragraph(document, f"{{{{ дополнения.{name} }}}}", JUSTIFIED))


def _section_of(document: DocxDocument, caption: str, sentences: str) -> None:
    def add() -> None:
        paragraph(document, caption, before=12, keep=True)
        repeated(document, f"строка in {sentences}", "{{ строка }}", JUSTIFIED)

    when(document, sentences, add)


def _report_table(document: DocxDocument) -> None:
    """Add the table of the report: headings that every page repeats, one row repeated by docxtpl."""
    table = document.add_table(rows=4, cols=len(HEADINGS))
    table.style = "Table Grid"
    table.autofit = False
    narrow_margins(table)
    cells = [f"{{{{ строка[{number}] }}}}" for number in range(len(HEADINGS))]
    rows = (HEADINGS, ("{%tr for строка in таблица %}",), cells, ("{%tr endfor %}",))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, width in zip(row.cells, (*texts, *[""] * (len(HEADINGS) - len(texts))), WIDTHS, strict=True):
            cell.width = Mm(width)
            cell.paragraphs[0].add_run(text).font.size = Pt(8)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    repeat_on_every_page(table.rows[0], HEADING_TWIPS)
    for cell in table.rows[0].cells[TURNED.start : TURNED.stop]:
        _turn_upright(cell)


def _turn_upright(cell: Any) -> None:  # noqa: ANN401 - as above
    direction = OxmlElement("w:textDirection")
    direction.set(qn("w:val"), "btLr")
    cell._tc.get_or_add_tcPr().append(direction)  # noqa: SLF001 - as above


def main() -> None:
    """Write every template into the package."""
    TEMPLATES.mkdir(exist_ok=True)
    made = {
        "protocol.docx": protocol,
        "extract.docx": extract,
        "report.docx": report,
        "order.docx": member_templates.order,
        "composition.docx": member_templates.composition,
        "member.docx": member_templates.member,
        "acquaintance.docx": member_templates.acquaintance,
        "journal.docx": appeal_templates.journal,
        "slip.docx": appeal_templates.slip,
    }
    for name, make in made.items():
        (TEMPLATES / name).write_bytes(packed(make()))
        print(TEMPLATES / name)


if __name__ == "__main__":
    main()
