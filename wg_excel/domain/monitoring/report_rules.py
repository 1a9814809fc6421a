"""Rules that draft the conclusions and recommendations of the monitoring report; `docs/report.md` lists them.

A rule is one entry: its number, when it speaks (in Russian, for the reference page), and what it says. Every figure
that a rule names stands in the report's table.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, Row
from wg_excel.domain.monitoring.remarks import Remark, remarks
from wg_excel.domain.monitoring.report_sayings import SAYINGS, measured, norm_words

NAMES_SHOWN = 12


@dataclass(frozen=True)
class Basis:
    """What the rules judge: the monitoring, the teachers' names as the report writes them, the date of mending.

    `datives` are the names after «поручить»; `checker` who looks after it, in the dative, with the post.
    """

    monitoring: Monitoring
    datives: Mapping[str, str]
    due: dt.date
    look_again: dt.date
    checker: str = "Рабочей группе"
    low: tuple[Remark, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", remarks(self.monitoring))

    @cached_property
    def low_rows(self) -> tuple[Row, ...]:
        """Return the rows of the table with a remark."""
        return tuple(dict.fromkeys(remark.row for remark in self.low))

    @cached_property
    def remarked(self) -> tuple[str, ...]:
        """Return the teachers with a remark, in the order of the table."""
        return tuple(dict.fromkeys(row.teacher for row in self.low_rows))

    @cached_property
    def clean(self) -> tuple[str, ...]:
        """Return the teachers without a remark."""
        return tuple(line.name for line in self.monitoring.by_teacher if line.name not in self.remarked)

    def at(self, level: Level) -> tuple[Indicator, ...]:
        """Return the indicators that stand so for the school."""
        school, settings = self.monitoring.school, self.monitoring.settings
        return tuple(one for one in INDICATORS if one.level(school, settings) is level)

    def teachers_low_in(self, indicator: Indicator) -> tuple[str, ...]:
        """Return the teachers with a remark about an indicator."""
        return tuple(dict.fromkeys(remark.row.teacher for remark in self.low if remark.indicator is indicator))


# What closes a lesson: who is asked for one of these is not asked again.
CLOSING = frozenset({"topics", "homework", "without_marks"})


@dataclass(frozen=True)
class ReportRule:
    """A rule: `when` it speaks, in words, and `tell`, which yields its sentences."""

    id: str
    when: str
    tell: Callable[[Basis], Iterable[str]]


def conclusions(basis: Basis) -> tuple[str, ...]:
    """Return the drafted conclusions."""
    return _told(CONCLUSIONS, basis)


def recommendations(basis: Basis) -> tuple[str, ...]:
    """Return the drafted recommendations: who, what, by when."""
    return _told(RECOMMENDATIONS, basis)


def _told(rules: Sequence[ReportRule], basis: Basis) -> tuple[str, ...]:
    return tuple(sentence for rule in rules for sentence in rule.tell(basis))


def _nothing(basis: Basis) -> Iterator[str]:
    if not basis.monitoring.rows:
        why = basis.monitoring.lacking
        yield f"Сделать выводы нельзя: {why[0].lower()}{why[1:]}."


def _all_good(basis: Basis) -> Iterator[str]:
    if basis.monitoring.rows and basis.at(Level.GOOD) and not basis.at(Level.MIDDLE) and not basis.at(Level.LOW):
        yield f"Все показатели, по которым есть данные, соответствуют норме: {_measures(basis, Level.GOOD)}."


def _some_good(basis: Basis) -> Iterator[str]:
    if basis.at(Level.GOOD) and (basis.at(Level.MIDDLE) or basis.at(Level.LOW)):
        yield f"Соответствуют норме: {_measures(basis, Level.GOOD)}."


def _middle(basis: Basis) -> Iterator[str]:
    if basis.at(Level.MIDDLE):
        yield f"Близки к норме, но не достигают её: {_measures(basis, Level.MIDDLE)}."


def _low(basis: Basis) -> Iterator[str]:
    if basis.at(Level.LOW):
        yield f"Требуют мер: {_measures(basis, Level.LOW)}."


def _unclosed(basis: Basis) -> Iterator[str]:
    if overdue := basis.monitoring.school.overdue:
        yield f"Незакрытых уроков (нет темы, нужного домашнего задания или отметок) – {overdue}."


def _share(basis: Basis) -> Iterator[str]:
    teachers = len(basis.monitoring.by_teacher)
    if basis.remarked:
        rows = f"{len(basis.low_rows)} из {len(basis.monitoring.rows)}"
        yield f"Замечания есть у {len(basis.remarked)} из {_teachers(teachers)}, в {rows} строк таблицы."
    elif teachers:
        yield f"Ни у одного из {_teachers(teachers)} замечаний нет."


def _unknown(basis: Basis) -> Iterator[str]:
    unknown = basis.at(Level.NO_DATA)
    if unknown and basis.monitoring.rows:
        names = "; ".join(
            SAYINGS[indicator.id].name[:1].lower() + SAYINGS[indicator.id].name[1:] for indicator in unknown
        )
        yield f"Вывод не сделан, так как в выгрузках нет данных: {names}."


def _advice(basis: Basis) -> Iterator[str]:
    for indicator in INDICATORS:
        if teachers := basis.teachers_low_in(indicator):
            yield f"{_whom(basis, teachers)}: {SAYINGS[indicator.id].advice}. {_by(basis.due)}"


def _close(basis: Basis) -> Iterator[str]:
    told = {name for one in INDICATORS if one.id in CLOSING for name in basis.teachers_low_in(one)}
    late = [line.name for line in basis.monitoring.by_teacher if line.counts.overdue and line.name not in told]
    if late:
        yield f"{_whom(basis, late)}: внести недостающие темы, домашние задания и отметки. {_by(basis.due)}"


def _look_again(basis: Basis) -> Iterator[str]:
    if basis.remarked or basis.monitoring.school.overdue:
        what = "загрузить новые выгрузки и проверить, устранены ли замечания"
        yield f"{basis.checker}: {what}. {_by(basis.look_again)}"


def _bring(basis: Basis) -> Iterator[str]:
    if not basis.monitoring.rows and not basis.monitoring.waiting:
        what = "загрузить из «ЭлЖур» отчёт «Темы и ДЗ» и страницы журнала за проверяемый период и повторить проверку"
        yield f"{basis.checker}: {what}. {_by(basis.due)}"


def _name_them(basis: Basis) -> Iterator[str]:
    if basis.monitoring.waiting:
        names = ", ".join(f"«{waiting.match.spelling}»" for waiting in basis.monitoring.waiting)
        yield f"{basis.checker}: указать на листе «Имена в выгрузках», кому принадлежат имена {names}. {_by(basis.due)}"


def _measures(basis: Basis, level: Level) -> str:
    school, settings = basis.monitoring.school, basis.monitoring.settings
    told = (f"{measured(one, school)} ({norm_words(one, settings)})" for one in basis.at(level))
    return "; ".join(text[:1].lower() + text[1:] for text in told)


def _whom(basis: Basis, teachers: Sequence[str]) -> str:
    if len(teachers) > NAMES_SHOWN:
        return f"Педагогам, у которых это отмечено в таблице ({len(teachers)} чел.)"
    return ", ".join(basis.datives[name] for name in teachers)


def _by(day: dt.date) -> str:
    return f"Срок – до {short_date(day)}."


def _teachers(number: int) -> str:
    return counted(number, "педагога", "педагогов", "педагогов")


CONCLUSIONS = (
    ReportRule("ВЫВ-1", "За период нет загруженных данных об уроках", _nothing),
    ReportRule("ВЫВ-2", "Все показатели школы, по которым есть данные, в норме", _all_good),
    ReportRule("ВЫВ-3", "Часть показателей школы в норме", _some_good),
    ReportRule("ВЫВ-4", "Показатель школы ниже нормы, но не ниже порога «мало»", _middle),
    ReportRule("ВЫВ-5", "Показатель школы хуже порога «мало»", _low),
    ReportRule("ВЫВ-6", "Есть проведённые уроки без темы, без нужного домашнего задания или без отметок", _unclosed),
    ReportRule("ВЫВ-7", "Всегда: у скольких педагогов и в скольких строках таблицы есть замечания", _share),
    ReportRule("ВЫВ-8", "По показателю нет данных в выгрузках", _unknown),
)
RECOMMENDATIONS = (
    ReportRule("РЕК-1", "У педагога есть строка таблицы, где показатель хуже порога «мало»", _advice),
    ReportRule("РЕК-2", "У педагога есть незакрытые уроки, а в РЕК-1 об этом он не назван", _close),
    ReportRule(
        "РЕК-3", "Есть замечания или незакрытые уроки: повторная проверка на следующий рабочий день", _look_again
    ),
    ReportRule("РЕК-4", "В выгрузках есть имена, которых нет на листе «Педагоги»", _name_them),
    ReportRule("РЕК-5", "За период нет загруженных данных об уроках", _bring),
)
