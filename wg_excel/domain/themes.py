"""Questions that repeat: the same theme and kind of help three times a quarter (A IV.3.3; B 2.2).

They belong on the agenda; where people ask how to do something rather than report a fault, a training helps them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from wg_excel.domain.appeals import Appeal
from wg_excel.domain.periods import Period
from wg_excel.domain.texts import quoted
from wg_excel.domain.wording import agreed

REPEATED_FROM = 3  # appeals of one kind on one theme in a quarter
TELLS_NOTHING = "Иное"
FAULT = "Техническая"


@dataclass(frozen=True)
class Repeated:
    """A theme asked about again and again in a quarter; counts by kind of help and by category, the most first."""

    theme: str
    quarter: Period
    kinds: tuple[tuple[str, int], ...]
    categories: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """Return how many appeals repeat the question."""
        return sum(number for _, number in self.kinds)

    @property
    def wants_training(self) -> bool:
        """Tell whether most asked how something is done: then a training helps more than a repair."""
        return 2 * sum(number for kind, number in self.kinds if kind != FAULT) > self.number

    @property
    def question(self) -> str:
        """Return the item of an agenda."""
        kinds = ", ".join(f"{of_kind(kind)} – {number}" for kind, number in self.kinds)
        return f"О повторяющихся обращениях по теме {quoted(self.theme)} за квартал: {kinds}"

    def __str__(self) -> str:
        """Return what is repeated, by whom, and what to do about it."""
        who = ", ".join(f"{category or 'без категории'} – {number}" for category, number in self.categories)
        word = agreed(self.number, "обращение", "обращения", "обращений")
        do = (
            f"проведите обучение ({self.categories[0][0] or 'для всех'})"
            if self.wants_training
            else "вынесите на заседание"
        )
        return f"Тема {quoted(self.theme)}: {self.number} {word} за квартал ({who}) — {do}."


def repeated_themes(appeals: Iterable[Appeal], quarter: Period, day: dt.date) -> tuple[Repeated, ...]:
    """Return the themes repeated in a quarter up to a day, in the order of their first appeal."""
    asked = [
        one
        for one in appeals
        if one.date
        and one.date in quarter
        and one.date <= day
        and one.help_kind
        and one.theme not in {"", TELLS_NOTHING}
    ]
    often = Counter((one.theme, one.help_kind) for one in asked)
    repeating = [one for one in asked if often[one.theme, one.help_kind] >= REPEATED_FROM]
    return tuple(
        _repeated(theme, quarter, [one for one in repeating if one.theme == theme])
        for theme in dict.fromkeys(one.theme for one in repeating)
    )


def of_kind(kind: str) -> str:
    """Return «технических» for «Техническая», «консультационных» for «Консультационная»."""
    stem = kind[:-2].lower()
    return f"{stem}их" if stem.endswith("к") else f"{stem}ых"


def _repeated(theme: str, quarter: Period, asked: list[Appeal]) -> Repeated:
    kinds = Counter(one.help_kind for one in asked)
    categories = Counter(one.category for one in asked)
    return Repeated(theme, quarter, tuple(kinds.most_common()), tuple(categories.most_common()))
