"""Whether two names of a school can be of one school: an export may be of another than the workbook's."""

import re
from typing import NamedTuple

_NUMBER = re.compile(
    r"(?:№|\bn|школ[а-я]*|гимназ[а-я]*|лице[йяею][а-я]*|[сон]ош|интернат[а-я]*)[\s«\"]*№?\s?(\d{1,4})(?!\d|\s?(?:четв|клас|полуг|трим))"
)
_TYPES = {"гимназ": "гимназия", "лице": "лицей", "школ": "школа", "сош": "школа", "оош": "школа", "нош": "школа"}
_PLACE = re.compile(
    r"(?<!\w)(?:г|гор|город[а-я]*|с|сел[ао]|пос|пгт|поселк[а-я]*|ст|станиц[а-я]*|дер|деревн[а-я]*|х|хутор[а-я]*)"
    r"(?:\.\s?|\s)([а-я-]{4,})"
)
# Beginnings of words that nearly every school has in its name.
_COMMON = re.compile(
    "муницип|бюджет|казен|автоном|государств|негосударств|частн|общеобраз|образов|учрежд|организ|средн|основн|начальн|"
    "школ|гимназ|лице|интернат|имен|район|город|област|республик|кра[йяею]|округ|филиал|геро|советск|союз|росси|"
    "федерац|углубл|изучен|отдельн|предмет|детск|комплекс|центр"
)
_STEM = 4


class School(NamedTuple):
    """What tells a school from others in its name; blank where the name does not say it."""

    numbers: frozenset[str]
    types: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, name: str) -> "School":
        """Read a name: «МБОУ «СОШ № 5» г. Энска»; abbreviations of its own («ЛСОШ») tell nothing."""
        folded = " ".join(name.lower().replace("ё", "е").split())
        places = frozenset(map(_stem, _PLACE.findall(folded)))
        words = (word for word in re.findall(r"[^\W\d_]{4,}", name.replace("ё", "е")) if not word.isupper())
        own = {_stem(word.lower()) for word in words if not _COMMON.match(word.lower())}
        return cls(
            frozenset(number.lstrip("0") for number in _NUMBER.findall(folded)),
            frozenset(sort for word, sort in _TYPES.items() if re.search(rf"(?<![а-я]){word}|-{word}", folded)),
            places,
            frozenset(own) - places,
        )


def _stem(word: str) -> str:
    """Return the beginning that a word's cases share: «Ялта», «Ялты» → «ялт»."""
    return word.rstrip("аеиоуыэюяйь")[:_STEM]


def is_another(said: str, own: str) -> bool:
    """Tell that two names cannot be of one school; False where one is unknown or only written shorter."""
    one, other = School.of(said), School.of(own)
    if _differ(one.numbers, other.numbers) or _differ(one.places, other.places):
        return True
    if one.numbers and other.numbers:
        return _differ(one.types, other.types)
    return not one.numbers and not other.numbers and _differ(one.words, other.words)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def another_school(said: str, own: str) -> str:
    """Return the sentence for an export of another school, "" for one of the same or of an unknown one."""
    if not is_another(said, own):
        return ""
    return f"В выгрузке названа другая школа — {said}, а в «Настройках» — {own}: проверьте, тот ли это файл."
