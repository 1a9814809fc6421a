"""The reference page of the rules (`docs/rules.md`), made from their definitions."""

from collections.abc import Iterator

from wg_excel.domain.findings import Finding
from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.rules.registry import Rule

HEAD = """# Правила проверки

Эту страницу составляет программа из самих правил: `python tools/rules_reference.py`.

Кнопка «Проверить» применяет все правила и записывает найденное на лист «Замечания»: важность, лист, строка, столбец,
что не так и что сделать. «Ошибка» — нарушение регламента или запись, которую нельзя прочитать; «Предупреждение» — риск
или неточность; «Сведение» — к сведению. Замечание исчезает само, когда запись исправлена.

Важность правила можно изменить или выключить его на листе «Настройки». Об этом всегда напоминает сведение (SET-3).

Пункты: A — регламент деятельности рабочей группы, B — положение о рабочей группе, 152-ФЗ — закон о персональных данных.
"""
SECTIONS = {
    "FLD": "Ячейки",
    "DAT": "Даты",
    "MEM": "Члены группы",
    "MTG": "Заседания, явка, повестка",
    "APP": "Обращения",
    "ASG": "Поручения",
    "PLN": "План",
    "DOC": "Документы",
    "REQ": "Запросы педагогам",
    "TRN": "Обучение",
    "ANS": "Ответы на переданные обращения",
    "ACC": "Доступы",
    "EXT": "Выгрузки",
    "RDY": "Готовность",
    "RMK": "Замечания мониторинга в работе",
    "SET": "Настройки",
    "PDN": "Персональные данные",
}


def reference_page() -> str:
    """Return the page in Markdown: a section a noun, a rule with its id, weight, clause, conditions and sentences."""
    return "\n".join([HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for prefix, title in SECTIONS.items():
        rules = [rule for rule in all_rules() if rule.id.startswith(f"{prefix}-")]
        yield f"## {title}\n"
        for rule in sorted(rules, key=_number):
            yield from _rule(rule)


def _number(rule: Rule) -> tuple[int, str]:
    number = rule.id.partition("-")[2]
    return (int(number) if number.isdigit() else 0, rule.id)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}. {rule.about}\n"
    yield f"{rule.severity.value} · {rule.clause or 'пункт своего листа'}\n"
    yield f"- Когда появляется: {rule.raised}"
    yield f"- Когда исчезает: {rule.cleared}"
    yield from (_example(example, rule) for example in rule.examples)
    yield ""


def _example(example: Finding, rule: Rule) -> str:
    lighter = f" ({example.severity_by_default.value.lower()})" if example.weight is not rule.severity else ""
    return f"- Пример{lighter}: {example.message}"
