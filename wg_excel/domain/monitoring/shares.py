"""Percentages that reports by class give, as data: two weighted sums of a report's figures (2-eljur-exports 2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from wg_excel.domain.monitoring.indicators import Level
from wg_excel.domain.settings import Settings


@dataclass(frozen=True)
class Share:
    """A percentage of one kind of report; the keys of `part` and `base` are names of figures, the values weights.

    `norm` names the setting that judges it; with `less_is_better` more than that is low, else less is.
    """

    id: str
    title: str
    kind: str
    part: Mapping[str, float]
    base: Mapping[str, float]
    norm: str = ""
    less_is_better: bool = False

    def of(self, counts: Mapping[str, int]) -> tuple[float, float] | None:
        """Return part and base; None where the counts tell nothing of the part or the base is 0."""
        base = _weighted(counts, self.base)
        known = self.part.keys() & counts.keys() and base > 0
        return (_weighted(counts, self.part), base) if known else None

    def percent(self, known: tuple[float, float]) -> float:
        """Return the percentage to one decimal; one that is judged is cut to its worse side, as 100,0 means all."""
        part, base = known
        if not self.norm:
            return round(100 * part / base, 1)
        whole = round(part), round(base)
        return (-(-1000 * whole[0] // whole[1]) if self.less_is_better else 1000 * whole[0] // whole[1]) / 10

    def level(self, known: tuple[float, float], settings: Settings) -> Level:
        """Judge a percentage by the school's norm."""
        if not self.norm:
            return Level.UNJUDGED
        value, norm = self.percent(known), getattr(settings, self.norm)
        is_good = value <= norm if self.less_is_better else value >= norm
        return Level.GOOD if is_good else Level.LOW


def _weighted(counts: Mapping[str, int], weights: Mapping[str, float]) -> float:
    return sum(counts.get(name, 0) * weight for name, weight in weights.items())


# Marks of a quality report: a pupil of no known mark counts in the base. Of final marks: only marks and «н/а».
LEARNING = {"n5": 1, "n4": 0.64, "n3": 0.36, "n2": 0.16, "na": 0.07}
MARKED = dict.fromkeys(("n5", "n4", "n3", "n2", "n1", "na"), 1.0)
# «осв» stands in the cells that are set, too.
SET, DUE, NONE = {"set": 1.0, "exempt": -1.0}, {"expected": 1.0, "exempt": -1.0}, {"na": 1.0}

SHARES = (
    Share(
        "attendance_by_absence",
        "Посещаемость по отчёту о пропусках, %",
        "absence",
        {"present": 1},
        {"seats": 1},
        norm="attendance_green",
    ),
    Share("absent_bad", "Пропуски без уважительной причины, %", "absence", {"lesson_bad": 1}, {"lesson_all": 1}),
    Share("quality", "Качество, %", "quality", {"n5": 1, "n4": 1}, {"n": 1}),
    Share("passed", "Успеваемость, %", "quality", {"n5": 1, "n4": 1, "n3": 1}, {"n": 1}),
    Share("learning", "СОУ, %", "quality", LEARNING, {"n": 1}),
    Share(
        "not_certified",
        "Не аттестованы, %",
        "quality",
        {"na": 1},
        {"n": 1},
        norm="not_certified_limit",
        less_is_better=True,
    ),
    Share("finals_set", "Итоговые выставлены, %", "finals", SET, DUE, norm="finals_set_norm"),
    Share("finals_na", "Итоговые «н/а», %", "finals", NONE, DUE, norm="not_certified_limit", less_is_better=True),
    Share("finals_quality", "Качество по итоговым отметкам, %", "finals", {"n5": 1, "n4": 1}, MARKED),
    Share("finals_passed", "Успеваемость по итоговым отметкам, %", "finals", {"n5": 1, "n4": 1, "n3": 1}, MARKED),
    Share("finals_learning", "СОУ по итоговым отметкам, %", "finals", LEARNING, MARKED),
    Share("year_set", "Годовые выставлены, %", "finals_year", SET, DUE, norm="finals_set_norm"),
    Share("year_na", "Годовые «н/а», %", "finals_year", NONE, DUE, norm="not_certified_limit", less_is_better=True),
    Share("students_in", "Входили учащиеся, %", "logins", {"students_in": 1}, {"students": 1}, norm="logins_norm"),
    Share("parents_in", "Входили родители, %", "logins", {"parents_in": 1}, {"parents": 1}, norm="logins_norm"),
    Share("staff_in", "Входили сотрудники, %", "logins", {"staff_in": 1}, {"staff": 1}),
)
# «Движение» gives the number of pupils only.
KINDS = frozenset({"movement", *(share.kind for share in SHARES)})
