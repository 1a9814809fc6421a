"""Free text for the public: names of people outside the group hidden, lines with personal data left out (152-ФЗ).

It hides rather too much than too little: what looks like a name and is no member's is taken for a name.
"""

import re
from collections.abc import Iterable, Iterator

from wg_excel.domain.group import Group
from wg_excel.domain.language.first_names import begins_as_first_name
from wg_excel.domain.language.names import PersonName, fold, parse_name
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.members import Member
from wg_excel.domain.privacy.personal_data import personal_data
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.requests import Request

HIDDEN = "[имя не публикуется]"
WITHHELD = "(не публикуется)"

# A capitalised word; an infinitive («Заслушать …») begins a sentence and is no name.
_WORD = r"(?![А-ЯЁ][а-яё]*(?:ть|ться|ти|чь)(?!\w))(?:[А-ЯЁ][а-яё]+|[А-ЯЁ]{2,})(?:-[А-ЯЁ]\w+)?(?!\w)"
_LETTERS = r"[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?"
_TOKEN = re.compile(rf"{_LETTERS}|{_WORD}")
_RUN = re.compile(rf"(?<!\w)(?:{_LETTERS}|{_WORD})(?:\s?(?:{_LETTERS})|\s{_WORD}|(?<=\.){_WORD})*")
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|вн|ичн|ьич|мич|кич|лич|тич)[а-яё]{0,3}")
_ENDING = re.compile(r"(?:ая|яя|ый|ий|ой|[аяоеьй])$")
LONGEST_NAME = 3  # words
# What a case adds to the stem of a family name: «Иванов-ым», «Пак-у», «Бел-ой».
_ADDED = frozenset(
    (
        *("", "а", "я", "о", "е", "у", "ю", "ы", "и", "ь", "й", "ая", "яя", "ую", "юю", "ой", "ей", "ою", "ею"),
        *("ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ых", "их", "ые", "ие", "ыми", "ими", "ью"),
    )
)


class PublicText:
    """What of a group's texts may be read by everybody."""

    def __init__(self, group: Group) -> None:
        self._members = _names(member.fio for member in group[Member])
        known = (
            *(teacher.fio for teacher in group[Teacher]),
            *(appeal.applicant for appeal in group.appeals),
            *(access.fio for access in group[Access]),
            *(request.teacher for request in group[Request]),
        )
        outsiders = (name for name in _names(known) if not any(_same(name, member) for member in self._members))
        self._outside = {_stem(name.family) for name in outsiders}

    def of(self, text: str) -> str:
        """Return a text without names of people outside the group; WITHHELD where it holds what no mask can hide."""
        if personal_data(text) or tells_secret(text):
            return WITHHELD
        return _RUN.sub(lambda found: " ".join(self._shown(_TOKEN.findall(found[0]))), text)

    def _shown(self, words: list[str]) -> Iterator[str]:
        """Yield capitalised words that stand side by side: members' names as they are, other names hidden."""
        others: list[str] = []
        while words:
            size = next((size for size in range(LONGEST_NAME, 1, -1) if self._is_member(words[:size])), 0)
            if size:
                yield from self._others(others)
                yield " ".join(words[:size])
                others = []
            else:
                others.append(words[0])
            words = words[size or 1 :]
        yield from self._others(others)

    def _others(self, words: list[str]) -> Iterator[str]:
        """Yield words that are no member's name: hidden together where some of them is a name's, else one by one."""
        if any(_is_of_name(word) for word in words):
            yield HIDDEN
        else:
            yield from (HIDDEN if self._is_outside(word) else word for word in words)

    def _is_outside(self, word: str) -> bool:
        """Tell whether a word is the bare family name of a person who is known and no member."""
        return any(_is_form(word, stem) for stem in self._outside)

    def _is_member(self, words: list[str]) -> bool:
        """Tell whether words are a member's name: family name first or last, with initials or in full."""
        if len(words) < 2 or (len(words) > 2 and any("." in word for word in words)):
            return False
        read = (parse_name(" ".join(order)) for order in (words, [words[-1], *words[:-1]]))
        return any(_same(name, member) for name in read if name for member in self._members)


def _is_of_name(word: str) -> bool:
    """Tell whether a word is an initial, a patronymic or a first name."""
    spelt = word.capitalize() if word.isupper() else word
    return "." in word or bool(_PATRONYMIC.fullmatch(spelt) or begins_as_first_name(spelt))


def _names(texts: Iterable[str]) -> list[PersonName]:
    return [name for text in texts if (name := parse_name(text)) and len(name.family) > 1]


def _same(name: PersonName, member: PersonName) -> bool:
    """Tell whether a name in any case is a member's: the family name, and the initials that it has."""
    pairs = ((name.first, member.first), (name.patronymic, member.patronymic))
    initials = all(fold(one)[:1] == fold(other)[:1] for one, other in pairs if one and other)
    return initials and bool(name.first) and _is_form(name.family, _stem(member.family))


def _stem(family: str) -> str:
    return _ENDING.sub("", fold(family)) or fold(family)


def _is_form(word: str, stem: str) -> bool:
    folded = fold(word)
    return len(stem) > 1 and folded.startswith(stem) and folded[len(stem) :] in _ADDED
