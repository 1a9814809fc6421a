"""Write docs/sheets.md and docs/indicators.md, the reference of sheets and of indicators, from the schema."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from wg_excel import exports
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.monitoring.counts import FAULTS
from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED, Indicator
from wg_excel.domain.monitoring.shares import SHARES, Share
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Column, Record
from wg_excel.domain.settings import declared, in_cell

DOCS = Path(__file__).parents[1] / "docs"
SHEETS_HEAD = """# Листы книги

Страница получена из схемы командой `python tools/sheets_reference.py`. Обязательный столбец отмечен «да»; «Пишет
программа» — лист заполняют кнопки, вписывать в него ничего не нужно.
"""
INDICATORS_HEAD = """# Показатели мониторинга

Страница получена из `wg_excel/domain/monitoring/indicators.py` командой `python tools/sheets_reference.py`. Процент
считается от того, что известно из выгрузок; если основания нет, ячейка пуста — это не ноль. Доля обрезается до десятых
в худшую сторону: 100,0 значит «все». Пороги меняются на листе «Настройки».
"""

OBSERVED_HEAD = """## Сообщаются без замечаний педагогу

Они зависят не только от педагога или мало доказывают. «По разности выгрузок» — для списков уроков без времени
внесения: запись, которая есть в позднейшей выгрузке и которой не было в прежней, внесена между днями этих выгрузок. Она
точно в срок, если позднейшая сделана не позже дня урока, и точно позже срока, если прежняя сделана уже после него; об
остальных сказать нельзя. День выгрузки берётся из неё самой («Сформировано …», свойства файла, время в архиве), а где
его нет — день загрузки; какой взят, видно на листе «Импорт».
"""
FAULTS_HEAD = """## Оформление

Считаются штуками, по страницам журнала и темам уроков:
"""
SHARES_HEAD = """## По отчётам о классах

Стоят на листе «Показатели»: по школе, параллелям и классам, а где отчёт называет предмет — и по предметам, педагогам и
строкам (педагога, которого отчёт не назвал, программа берёт из списков уроков, если он у класса по предмету один).
Имена чисел — как в `wg_excel/domain/imported/facts.py`; `seats` — уроки класса по списку уроков × учащиеся класса,
`present` — `seats` − `lesson_all`.
"""


def sheets_page() -> str:
    """Return the reference of sheets, lists and settings in Markdown."""
    parts = [SHEETS_HEAD]
    for sheet, records in groupby(RECORDS, key=lambda record: record.table.sheet):
        parts += [f"## {sheet}\n", *map(_table, records)]
    parts += ["## Справочники\n", _rows(("Список", "Можно дополнять", "Значения"), _lists())]
    parts += ["## Параметры\n", _rows(("Параметр", "В новой книге", "Что значит"), _settings())]
    return "\n".join(parts)


def indicators_page() -> str:
    """Return the reference of indicators in Markdown."""
    head = ("Показатель", "Норма", "Мало", "Как читается")
    kinds = exports.vocabulary().kinds
    titles = {share.kind: kinds[share.kind.partition("_")[0]].title for share in SHARES}
    shares = ((each.title, titles[each.kind], _norm(each), _sum(each.part), _sum(each.base)) for each in SHARES)
    return "\n".join(
        (
            INDICATORS_HEAD,
            _rows(head, map(_indicator, INDICATORS)),
            OBSERVED_HEAD,
            _rows(head, map(_indicator, OBSERVED)),
            FAULTS_HEAD,
            "".join(f"- {words}\n" for words in FAULTS.values()),
            SHARES_HEAD,
            _rows(("Показатель", "Отчёт", "Норма", "Число", "База"), shares),
        )
    )


def _table(record: type[Record]) -> str:
    table = record.table
    hint = table.hint + (" Пишет программа." if table.generated else "")
    clause = f" Пункт {table.clause}." if table.clause else ""
    columns = _rows(("Столбец", "Обязателен", "Что в нём", "Подсказка"), map(_column, table.columns))
    return f"{hint.strip()}{clause}\n\n{columns}"


def _column(column: Column) -> tuple[str, ...]:
    held = f"список «{column.choices.title}»" if column.choices else column.kind.value
    return column.title, "да" if column.required else "", held, column.hint


def _lists() -> Iterator[tuple[str, ...]]:
    for known in ALL_LISTS:
        yield known.title, "" if known.fixed else "да", "; ".join(known.values)


def _settings() -> Iterator[tuple[str, ...]]:
    for _, setting, default in declared():
        value = f"{default:%H:%M}" if isinstance(default, dt.time) else in_cell(default)
        yield setting.title, "" if value is None else str(value), setting.hint


def _shown(value: object) -> str:
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _indicator(indicator: Indicator) -> tuple[str, ...]:
    values = {name: default for name, _, default in declared()}
    sign = ("не больше", "больше") if indicator.less_is_better else ("от", "меньше")
    example = indicator.remark.format(part=f"N {indicator.nouns[2]}", base="M")
    if not indicator.green:
        return indicator.title, "—", "—", example
    good, low = values[indicator.green], values[indicator.red]
    return indicator.title, f"{sign[0]} {_shown(good)} %", f"{sign[1]} {_shown(low)} %", example


def _norm(share: Share) -> str:
    values = {name: default for name, _, default in declared()}
    return f"{'не больше' if share.less_is_better else 'от'} {_shown(values[share.norm])} %" if share.norm else "—"


def _sum(weights: Mapping[str, float]) -> str:
    parts = (
        ("−" if weight < 0 else "") + (name if abs(weight) == 1 else f"{weight:g}·{name}")
        for name, weight in weights.items()
    )
    return " + ".join(parts).replace("+ −", "− ").replace(".", ",")


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def main() -> None:
    """Write the pages and say where."""
    for name, page in (("sheets.md", sheets_page()), ("indicators.md", indicators_page())):
        (DOCS / name).write_text(page, encoding="utf-8", newline="\n")
        print(DOCS / name)


if __name__ == "__main__":
    main()
