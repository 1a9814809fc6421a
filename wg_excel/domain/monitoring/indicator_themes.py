"""Which theme of appeals an indicator is about: the data file `indicator_themes.toml` maps one to the other."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from wg_excel.domain.lists import THEMES
from wg_excel.domain.monitoring.indicators import Indicator
from wg_excel.domain.monitoring.remarks import Remark

OTHER = "Иное"
FILE = Path(__file__).with_suffix(".toml")


def theme_of(indicator: Indicator | None, lists: Mapping[str, tuple[str, ...]]) -> str:
    """Return the theme of an indicator; «Иное» for one that the file lacks, or whose theme the school has dropped."""
    theme = themes().get(indicator.id, OTHER) if indicator else OTHER
    return theme if theme in lists.get(THEMES.name, THEMES.values) else OTHER


def by_theme(remarks: Iterable[Remark], lists: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the teachers of remarks by theme, one for each remark."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for remark in remarks:
        found[theme_of(remark.indicator, lists)].append(remark.row.teacher)
    return dict(found)


@cache
def themes() -> Mapping[str, str]:
    """Return the themes by the indicator's id."""
    read: Mapping[str, str] = tomllib.loads(FILE.read_text("utf-8"))["theme"]
    return read
