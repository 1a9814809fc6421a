"""Questions that repeat: the same theme and kind of help three times a quarter (A IV.3.3; B 2.2).

They belong on the agenda; where people ask how to do something rather than report a fault, a training helps them.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.language.texts import quoted
from wg_excel.domain.language.wording import counted
from wg_excel.domain.periods import Period

REPEATED_FROM = 3  # appeals of one kind on one theme in a quarter
TELLS_NOTHING = "Иное"
FAULT = "Техническая"
TEACHER = "Педагог"


@dataclass(frozen=True)
class Repeated:
    """A theme asked about again and again in a quarter; counts by kind of help and by category, the most first.

    `remarks` are those of the monitoring about the same thing, `teachers` whose journals they concern. `is_more` tells
    that not every appeal of the quarter was looked at.
    """

    theme: str
    quarter: Period
    kinds: tuple[tuple[str, int], ...]
    categories: tuple[tuple[str, int], ...]
    remarks: int = 0
    teachers: tuple[str, ...] = ()
    applicants: tuple[str, ...] = ()
    is_more: bool = False

    @property
    def number(self) -> int:
        """Return how many appeals repeat the question."""
        return sum(number for _, number in self.kinds)

    @property
    def wants_training(self) -> bool:
        """Tell whether most need to know how something is done: then a training helps more than a repair."""
        faults = sum(number for kind, number in self.kinds if kind == FAULT)
        return 2 * faults < self.number + len(self.teachers)

    @property
    def category(self) -> str:
        """Return who needs a training most: a teacher with remarks counts as one who asked."""
        asked = Counter(dict(self.categories))
        asked[TEACHER] += len(self.teachers)
        return asked.most_common(1)[0][0]

    @property
    def people(self) -> int:
        """Return how many people asked or have remarks, each once."""
        return len({*self.applicants, *self.teachers})

    @property
    def basis(self) -> str:
        """Return what tells an agenda item or a training of the theme from others."""
        return basis(self.theme, self.quarter)

    @property
    def question(self) -> str:
        """Return the item of an agenda."""
        kinds = ", ".join(f"{of_kind(kind)} – {number}" for kind, number in self.kinds)
        if not kinds:
            return f"О замечаниях мониторинга по теме {quoted(self.theme)} за квартал: {self._remarks()}"
        remarks = f"; замечания мониторинга – {self._remarks()}" if self.remarks else ""
        return f"О повторяющихся обращениях по теме {quoted(self.theme)} за квартал: {kinds}{remarks}"

    @property
    def proposal(self) -> str:
        """Return what to do about it."""
        return f"проведите обучение ({self.category or 'для всех'})" if self.wants_training else "вынесите на заседание"

    @property
    def who(self) -> str:
        """Return the categories of those who asked, with their numbers."""
        return ", ".join(f"{category or 'без категории'} – {number}" for category, number in self.categories)

    def with_remarks(self, teachers: Collection[str]) -> "Repeated":
        """Return the theme with the monitoring's remarks about the same thing: their teachers, one for each."""
        return replace(self, remarks=len(teachers), teachers=tuple(dict.fromkeys(teachers)))

    def __str__(self) -> str:
        """Return what is repeated, by whom, and what to do about it."""
        parts = [f"{self._asked()} за квартал ({self.who})"] if self.number else []
        if self.remarks:
            parts.append(f"замечания мониторинга – {self._remarks()}")
        return f"Тема {quoted(self.theme)}: {', '.join(parts)} — {self.proposal}."

    def _asked(self) -> str:
        if self.is_more:
            return f"не меньше {counted(self.number, 'обращения', 'обращений', 'обращений')}"
        return counted(self.number, "обращение", "обращения", "обращений")

    def _remarks(self) -> str:
        teachers = counted(len(self.teachers), "педагога", "педагогов", "педагогов")
        return f"{self.remarks} у {teachers}"


def basis(theme: str, quarter: Period) -> str:
    """Return what an agenda item or a training is known by that was made of a theme."""
    return f"Тема {quoted(theme)}, {quarter}"


def repeated_themes(appeals: Iterable[Appeal], quarter: Period, day: dt.date) -> tuple[Repeated, ...]:
    """Return the themes repeated in a quarter up to a day, in the order of their first appeal."""
    asked = _asked(appeals, quarter, day)
    often = Counter((one.theme, one.help_kind) for one in asked)
    repeating = [one for one in asked if often[one.theme, one.help_kind] >= REPEATED_FROM]
    return tuple(
        _repeated(theme, quarter, [one for one in repeating if one.theme == theme])
        for theme in dict.fromkeys(one.theme for one in repeating)
    )


def gathered(
    appeals: Iterable[Appeal], remarks: Mapping[str, Collection[str]], quarter: Period, day: dt.date
) -> tuple[Repeated, ...]:
    """Return the themes on which appeals and remarks together are three or more, the most first.

    `remarks` are the teachers of the monitoring's remarks by theme, one for each remark; a teacher counts as one who
    asked. Themes repeated by appeals alone are among them.
    """
    asked = _asked(appeals, quarter, day)
    themes = dict.fromkeys((*(one.theme for one in asked), *(theme for theme in remarks if theme != TELLS_NOTHING)))
    made = (
        _repeated(theme, quarter, [one for one in asked if one.theme == theme], remarks.get(theme, ()))
        for theme in themes
    )
    often = (one for one in made if one.number + len(one.teachers) >= REPEATED_FROM)
    return tuple(sorted(often, key=lambda one: -(one.number + len(one.teachers))))


def of_kind(kind: str) -> str:
    """Return «технических» for «Техническая», «консультационных» for «Консультационная»."""
    stem = kind[:-2].lower()
    return f"{stem}их" if stem.endswith("к") else f"{stem}ых"


def _asked(appeals: Iterable[Appeal], quarter: Period, day: dt.date) -> list[Appeal]:
    dated = (one for one in appeals if one.date and one.date in quarter and one.date <= day)
    return [one for one in dated if one.help_kind and one.theme not in {"", TELLS_NOTHING}]


def _repeated(theme: str, quarter: Period, asked: list[Appeal], remarks: Collection[str] = ()) -> Repeated:
    kinds = Counter(one.help_kind for one in asked)
    categories = Counter(one.category for one in asked)
    return Repeated(
        theme,
        quarter,
        tuple(kinds.most_common()),
        tuple(categories.most_common()),
        len(remarks),
        tuple(dict.fromkeys(remarks)),
        tuple(dict.fromkeys(one.applicant for one in asked)),
    )
