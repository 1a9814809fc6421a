"""Buttons that show the whole work: the director's page and the page for the school's site."""

import datetime as dt
from pathlib import Path

import xlwings as xw

from wg_excel.book.facts import read_facts
from wg_excel.book.failures import NeverSaved
from wg_excel.book.history import remember
from wg_excel.book.inspecting import read_inspected
from wg_excel.book.master import read_group
from wg_excel.domain.periods import Period, school_year
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.summary.summary import Summary


def build_summary(book: xw.Book, *, today: dt.date | None = None) -> Summary:
    """Build «Сводка», the director's page (1-domain 1.6)."""
    from wg_excel.documents.findings import settle_findings
    from wg_excel.documents.summary import read_memory, write_summary
    from wg_excel.domain.monitoring.monitoring import monitor
    from wg_excel.domain.monitoring.movement import compared_terms
    from wg_excel.domain.rules.checking import check
    from wg_excel.domain.summary.summary import summarise

    master, facts = read_inspected(book), read_facts(book)
    group = master.group
    day = group.today(today)
    year, terms = Period(school_year(day).first, day), compared_terms(group.calendar, day)
    counted = {
        period: monitor(facts, group[Teacher], group.calendar, group.settings, period, day)
        for period in (year, *(terms or ()))
    }
    moved = (counted[terms[0]], counted[terms[1]]) if terms else None
    found = settle_findings(book, master, check(group, day), day)
    summary = summarise(group, found, counted[year], day, terms=moved, memory=read_memory(book))
    write_summary(book, summary)
    remember(book, "Сводка", f"Показателей: {len(summary.figures)}", day)
    return summary


def create_site_page(
    book: xw.Book, folder: Path | None = None, quarter: Period | None = None, *, today: dt.date | None = None
) -> Path:
    """Write the page for the school's site, by default into the folder «Сайт» beside the workbook (B 5.4)."""
    from wg_excel.documents.site_page import FOLDER, write_site_page
    from wg_excel.domain.summary.site_page import site_page
    from wg_excel.domain.work.duties import current_quarter

    path = Path(book.fullname)
    if not folder and not path.is_file():
        raise NeverSaved(book.name)
    group = read_group(book)
    day = group.today(today)
    page = site_page(group, quarter or current_quarter(group, day), day)
    written = write_site_page(page, folder or path.parent / FOLDER)
    remember(book, "Страница для сайта", f"Период {page.quarter}, документов: {len(page.documents)}", day)
    return written
