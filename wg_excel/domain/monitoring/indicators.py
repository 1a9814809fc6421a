"""Indicators of the monitoring as data: two counts, thresholds, remark (2-eljur-exports 2.4).

A new indicator is one entry of INDICATORS: its column, percentage, judgement, remark and comparison follow.
"""

from dataclasses import dataclass
from enum import StrEnum

from wg_excel.domain.language.wording import counted
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.settings import Settings


class Level(StrEnum):
    """How an indicator stands against the school's thresholds."""

    GOOD = "норма"
    MIDDLE = "ниже нормы"
    LOW = "мало"
    NO_DATA = "нет данных"
    UNJUDGED = ""


@dataclass(frozen=True)
class Indicator:
    """One percentage: `part` of `base` (names of counts), thresholds `green` and `red` (names of settings, or none).

    `remark` is a sentence with {part} and {base}; `nouns` agree with the part. With `less_is_better` more
    than `red` is low, else less than `red` is.
    """

    id: str
    title: str
    part: str
    base: str
    remark: str
    nouns: tuple[str, str, str]
    green: str = ""
    red: str = ""
    less_is_better: bool = False

    def of(self, counts: Counts) -> tuple[int, int] | None:
        """Return part and base, None where either is unknown or the base is 0."""
        part, base = getattr(counts, self.part), getattr(counts, self.base)
        return None if part is None or not base else (part, base)

    def percent(self, counts: Counts) -> float | None:
        """Return the percentage, cut to tenths to its worse side: 100,0 stands for all and nothing less."""
        if (known := self.of(counts)) is None:
            return None
        part, base = known
        return (-(-1000 * part // base) if self.less_is_better else 1000 * part // base) / 10

    def level(self, counts: Counts, settings: Settings) -> Level:
        """Judge the counts by the school's thresholds."""
        if (value := self.percent(counts)) is None:
            return Level.NO_DATA
        if not self.green:
            return Level.UNJUDGED
        green, red = getattr(settings, self.green), getattr(settings, self.red)
        if self.less_is_better:
            return Level.GOOD if value <= green else Level.LOW if value > red else Level.MIDDLE
        return Level.GOOD if value >= green else Level.LOW if value < red else Level.MIDDLE

    def sentence(self, counts: Counts) -> str:
        """Return the remark about counts that the indicator knows."""
        part, base = self.of(counts) or (0, 0)
        return self.remark.format(part=counted(part, *self.nouns), base=base)


INDICATORS = (
    Indicator(
        id="topics",
        title="Темы, %",
        part="topics",
        base="lessons",
        green="topics_green",
        red="topics_red",
        remark="Темы записаны в {part} из {base}",
        nouns=("уроке", "уроках", "уроках"),
    ),
    Indicator(
        id="homework",
        title="ДЗ, %",
        part="homework",
        base="homework_due",
        green="homework_green",
        red="homework_red",
        remark="Домашнее задание записано в {part} из {base}, где оно нужно",
        nouns=("уроке", "уроках", "уроках"),
    ),
    Indicator(
        id="timeliness",
        title="Своевременность, %",
        part="entries_in_time",
        base="entries",
        green="timeliness_green",
        red="timeliness_red",
        remark="В срок внесено {part} из {base}",
        nouns=("запись", "записи", "записей"),
    ),
    Indicator(
        id="density",
        title="Накопляемость, %",
        part="marks",
        base="marks_required",
        green="density_green",
        red="density_red",
        remark="Выставлено {part} из {base} нужных",
        nouns=("отметка", "отметки", "отметок"),
    ),
    Indicator(
        id="without_marks",
        title="Без отметок, %",
        part="lessons_without_marks",
        base="lessons_checked",
        green="without_marks_limit",
        red="without_marks_limit",
        remark="Нет ни отметки, ни «н» в {part} из {base}",
        nouns=("уроке", "уроках", "уроках"),
        less_is_better=True,
    ),
    Indicator(
        id="pupils_no_mark",
        title="Учащиеся без отметок, %",
        part="pupils_without_marks",
        base="pupils",
        green="pupils_without_marks_limit",
        red="pupils_without_marks_limit",
        remark="Ни одной отметки у {part} из {base}",
        nouns=("учащегося", "учащихся", "учащихся"),
        less_is_better=True,
    ),
    Indicator(
        id="finals_differ",
        title="Итоговые не по среднему, %",
        part="finals_off",
        base="finals",
        green="finals_off_limit",
        red="finals_off_limit",
        remark="Итоговая отметка расходится со средним баллом у {part} из {base}",
        nouns=("учащегося", "учащихся", "учащихся"),
        less_is_better=True,
    ),
)
# What is told beside the indicators and is no remark about a teacher: it depends on others too, or proves little.
OBSERVED = (
    Indicator(
        id="overdue",
        title="Просроченные уроки, %",
        part="overdue",
        base="lessons_judged",
        green="overdue_limit",
        red="overdue_limit",
        remark="Не закрыто {part} из {base}: нет темы, нужного ДЗ или отметок",
        nouns=("урок", "урока", "уроков"),
        less_is_better=True,
    ),
    Indicator(
        id="attendance",
        title="Посещаемость, %",
        part="present",
        base="seats",
        green="attendance_green",
        red="attendance_red",
        remark="Присутствие на уроках: {part} из {base}",
        nouns=("место", "места", "мест"),
    ),
    Indicator(
        id="lessons_low",
        title="Уроки с 1–2 отметками, %",
        part="lessons_low",
        base="lessons_paged",
        remark="Одна или две отметки в {part} из {base}",
        nouns=("уроке", "уроках", "уроках"),
        less_is_better=True,
    ),
    Indicator(
        id="pupils_one_mark",
        title="Учащиеся с одной отметкой, %",
        part="pupils_one_mark",
        base="pupils",
        remark="По одной отметке у {part} из {base}",
        nouns=("учащегося", "учащихся", "учащихся"),
        less_is_better=True,
    ),
    Indicator(
        id="often_away",
        title="Учащиеся, пропустившие 20 % и больше, %",
        part="pupils_often_away",
        base="pupils_seen",
        remark="Пятую часть уроков и больше пропустили {part} из {base}",
        nouns=("учащийся", "учащихся", "учащихся"),
        less_is_better=True,
    ),
    Indicator(
        id="without_briefing",
        title="Первые уроки без инструктажа, %",
        part="briefings_missing",
        base="briefings_due",
        remark="Инструктаж не назван в теме {part} из {base}",
        nouns=("первого урока", "первых уроков", "первых уроков"),
        less_is_better=True,
    ),
    Indicator(
        id="surely_in_time",
        title="Точно в срок по разности выгрузок, %",
        part="appeared_in_time",
        base="appeared",
        remark="Точно в срок внесено {part} из {base}, появившихся между выгрузками",
        nouns=("запись", "записи", "записей"),
    ),
    Indicator(
        id="surely_late",
        title="Точно позже срока по разности выгрузок, %",
        part="appeared_late",
        base="appeared",
        remark="Точно позже срока внесено {part} из {base}, появившихся между выгрузками",
        nouns=("запись", "записи", "записей"),
    ),
)
