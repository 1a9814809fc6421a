"""Write the synthetic exports of the demonstration and their true counts; run it after a change of the demo school.

    python -m tools.make_demo_exports

The layouts are those that «ЭлЖур» and its like are known or assumed to give: a binary .xls with three title rows,
HTML named .xls, CSV in cp1251, an .xlsx page. The same program gives the same bytes. Needs xlwt (extra `test`).
"""

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import xlsxwriter
import xlwt

from tools.demo_journal import JOURNAL, JournalPage, journal_page, write_journal
from tools.demo_lessons import FIRST, LAST, PRIMARY, SEED, SENIOR, TERM_END, Taught, taught
from tools.demo_log import Logged, mark_log, write_log
from tools.demo_truth import by_course, filling, row

FOLDER = Path(__file__).parent.parent / "wg_excel" / "demo" / "exports"
SCHOOL = "МБОУ «Учебная школа № 1» (синтетические данные)"
CREATED = dt.datetime(2026, 11, 20)  # noqa: DTZ001 - a fixed day, written as it stands
CLASSES = (*PRIMARY, *SENIOR)
Cell = str | float
Table = Sequence[Sequence[Cell]]


def period(first: dt.date, last: dt.date) -> str:
    """Return the line that names the period of a report."""
    return f"Период: {first:%d.%m.%Y} – {last:%d.%m.%Y}"


def write_lessons(path: Path, lessons: Sequence[Taught]) -> int:
    """Write the list of lessons as a binary .xls with three title rows; return its data rows."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Лист1")
    day, moment = (xlwt.easyxf(num_format_str=form) for form in ("DD.MM.YYYY", "DD.MM.YYYY HH:MM"))
    for place, title in enumerate((SCHOOL, "Темы уроков и домашние задания", period(FIRST, LAST))):
        sheet.write(place, 0, title)
    heads = ("Дата", "№ урока", "Класс", "Предмет", "Учитель", "Тема урока", "Домашнее задание", "Дата внесения")
    for place, head in enumerate(heads):
        sheet.write(3, place, head)
    for number, lesson in enumerate(lessons, 4):
        course = lesson.course
        sheet.write(number, 0, lesson.day, day)
        texts = (lesson.number, course.school_class, course.subject, course.spelt, lesson.topic, lesson.homework)
        for place, value in enumerate(texts, 1):
            if value:
                sheet.write(number, place, value)
        if lesson.entered:
            sheet.write(number, 7, lesson.entered, moment)
    book.save(str(path))
    return len(lessons)


def write_filling(path: Path, filled: dict[tuple[str, str, str], dict[str, int]]) -> int:
    """Write the filling report of the first term as `;` CSV in cp1251 with decimal commas and a totals row."""
    sums = [sum(counts[name] for counts in filled.values()) for name in next(iter(filled.values()))]
    lines = [
        (SCHOOL,),
        ("Заполнение журнала по учителям",),
        (period(FIRST, TERM_END),),
        ("Учитель", "Класс", "Предмет", "Уроков", "Без темы", "Без ДЗ", "Без отметок", "% заполнения"),
        *((*key, *counts.values(), _share(counts)) for key, counts in filled.items()),
        ("ИТОГО ПО ШКОЛЕ", "", "", *sums, ""),
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(lines)
    path.write_bytes(text.getvalue().encode("cp1251"))
    return len(filled)


def _share(counts: dict[str, int]) -> str:
    return f"{100 * (1 - counts['without_topic'] / counts['lessons']):.1f}".replace(".", ",")


def write_absence(path: Path, random: Random) -> int:
    """Write absences by class as HTML named .xls, headings over two rows, a totals row."""
    counted = {name: _missed(random) for name in CLASSES}
    lines: list[Sequence[object]] = [(name, *counts) for name, counts in counted.items()]
    lines.append(("Всего", *map(sum, zip(*counted.values(), strict=True))))
    four = ("Всего", "По болезни", "По ув. причине", "По неув. причине")
    head = '<tr><td rowspan="2">Класс</td><td colspan="4">Уроков</td><td colspan="4">Дней</td></tr>'
    titles = (SCHOOL, "Пропуски уроков", period(FIRST, TERM_END))
    rows = [*([title] for title in titles), head, [*four, *four], *lines]
    body = "\n".join(line if isinstance(line, str) else _html_row(line) for line in rows)
    page = f'<html><head><meta charset="windows-1251"></head><body><table>\n{body}\n</table></body></html>'
    path.write_bytes(page.encode("cp1251"))
    return len(counted)


def _missed(random: Random) -> list[int]:
    """Return lessons missed: all, for illness, for a good reason, for none; then the days."""
    lessons = [random.randint(4, 60) for _ in range(3)]
    days = [count // 3 for count in lessons]
    return [sum(lessons), *lessons, sum(days), *days]


def _html_row(cells: Sequence[object]) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def write_quality(path: Path, random: Random) -> int:
    """Write the quality report of the first term as .xlsx with a totals row; 1 класс has no marks."""
    counted = {name: _marks(random) for name in CLASSES[1:]}
    sums = [sum(column) for column in zip(*counted.values(), strict=True)]
    heads = ("Класс", "Кол-во", "5", "4", "3", "2", "н/а", "% успев.", "% кач.", "СОУ")
    titles = ([SCHOOL], ["Успеваемость и качество знаний"], [period(FIRST, TERM_END)], heads)
    body = [(name, *counts, *_shares(counts)) for name, counts in (*counted.items(), ("Итого", sums))]
    _write_xlsx(path, "Лист1", [*titles, *body])
    return len(counted)


def _marks(random: Random) -> list[int]:
    counts = [random.randint(low, high) for low, high in ((1, 4), (5, 9), (4, 8), (0, 1), (0, 1))]
    return [sum(counts), *counts]


def _shares(line: Sequence[int]) -> list[float]:
    pupils, fives, fours, threes, twos, none = line
    level = (fives + 0.64 * fours + 0.36 * threes + 0.16 * twos + 0.07 * none) / pupils
    return [round(100 * part, 1) for part in ((fives + fours + threes) / pupils, (fives + fours) / pupils, level)]


def write_logins(path: Path, random: Random) -> int:
    """Write the log-in report by class as `;` CSV in UTF-8 with a byte order mark."""
    lines: list[Sequence[object]] = [
        (SCHOOL,),
        ("Активность входов",),
        (period(FIRST, dt.date(2026, 11, 22)),),
        ("Класс", "Учащиеся зарегистрировано", "Вход: учащиеся", "Родители зарегистрировано", "Вход: родители"),
    ]
    for name in CLASSES:
        pupils, parents = random.randint(14, 24), random.randint(18, 34)
        lines.append((name, pupils, random.randint(5, pupils), parents, random.randint(6, parents)))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(lines)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    return len(CLASSES)


def _write_xlsx(path: Path, name: str, rows: Sequence[Sequence[object]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(name)
        for number, line in enumerate(rows):
            sheet.write_row(number, 0, line)


def true_counts(
    lessons: Sequence[Taught],
    filled: dict[tuple[str, str, str], dict[str, int]],
    page: JournalPage,
    log: Sequence[Logged],
) -> list[dict[str, object]]:
    """Return the true counts of every course up to 22.11.2026."""
    rows = [row(key, course, filled.get(key)) for key, course in by_course(lessons).items()]
    for line in rows:
        on_page = (line["class"], line["subject"]) == JOURNAL
        line |= {
            "marks": page.marks if on_page else None,
            "marks_required": page.required if on_page else None,
        }
        if on_page:
            line["entries"] += len(log)
            line["entries_in_time"] += sum(each.in_time for each in log)
    return rows


def write_all(folder: Path) -> None:
    """Write every file anew into a folder."""
    random = Random(SEED)  # noqa: S311 - invents a school, keeps no secret
    folder.mkdir(exist_ok=True)
    lessons = taught(random)
    page = journal_page(lessons, random)
    filled = {}
    for key, course in by_course(lessons).items():
        if course[0].day <= TERM_END:
            without = page.without_marks if key[1:] == JOURNAL else random.choice((0, 0, 0, 1, 1, 2, 3))
            filled[key] = filling(course, without)
    senior = [lesson for lesson in lessons if lesson.course.school_class in SENIOR]
    log = mark_log(page, random)
    log_titles = (SCHOOL, "Доступ к классному журналу: история изменений", period(FIRST, TERM_END))
    term, whole = (FIRST, TERM_END), (FIRST, LAST)
    files = {
        "lessons.xls": ("lessons", write_lessons(folder / "lessons.xls", senior), whole),
        "filling.csv": ("filling", write_filling(folder / "filling.csv", filled), term),
        "absence.xls": ("absence", write_absence(folder / "absence.xls", random), term),
        "journal_5a_math.xlsx": ("journal", write_journal(folder / "journal_5a_math.xlsx", page, SCHOOL), term),
        "quality.xlsx": ("quality", write_quality(folder / "quality.xlsx", random), term),
        "logins.csv": ("logins", write_logins(folder / "logins.csv", random), (FIRST, dt.date(2026, 11, 22))),
    }
    files["changes.xls"] = ("changes", write_log(folder / "changes.xls", page, log, log_titles), term)
    truth = {
        "files": {
            name: {"kind": kind, "rows": count, "from": str(span[0]), "to": str(span[1])}
            for name, (kind, count, span) in files.items()
        },
        "rows": true_counts(lessons, filled, page, log),
    }
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (folder / "true_counts.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_all(FOLDER)
    for written in sorted(FOLDER.iterdir()):
        print(f"{written.name}: {written.stat().st_size} bytes")
