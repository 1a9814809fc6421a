"""Write docs/report.md, the reference page of the rules that draft the monitoring report, from their definitions."""

from collections.abc import Sequence
from pathlib import Path

from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.report_rules import CONCLUSIONS, RECOMMENDATIONS, ReportRule
from wg_excel.domain.monitoring.report_sayings import SAYINGS

PAGE = Path(__file__).parents[1] / "docs" / "report.md"
HEAD = """# Справка по итогам мониторинга: откуда выводы

Страница получена из `wg_excel/domain/monitoring/report_rules.py` и `report_sayings.py` командой
`python tools/report_reference.py`. Каждая цифра в тексте справки стоит в её таблице. Пороги («норма», «мало») и срок
устранения замечаний задаются на листе «Настройки». Строки с пометкой «✎» справа от страницы — ваши: при обновлении
справки они сохраняются.
"""


def reference_page() -> str:
    """Return the page in Markdown."""
    advice = "\n".join(f"| {one.title} | {SAYINGS[one.id].name} | {SAYINGS[one.id].advice} |" for one in INDICATORS)
    return "\n".join(
        (
            HEAD,
            _section("Выводы", CONCLUSIONS),
            _section("Рекомендации", RECOMMENDATIONS),
            "## Показатели\n",
            "| Показатель | В тексте | Что рекомендуется педагогу |\n|---|---|---|",
            advice + "\n",
        )
    )


def _section(title: str, rules: Sequence[ReportRule]) -> str:
    lines = "\n".join(f"| {rule.id} | {rule.when} |" for rule in rules)
    return f"## {title}\n\n| Правило | Когда появляется |\n|---|---|\n{lines}\n"


def main() -> None:
    """Write the page and say where."""
    PAGE.write_text(reference_page(), encoding="utf-8", newline="\n")
    print(PAGE)


if __name__ == "__main__":
    main()
