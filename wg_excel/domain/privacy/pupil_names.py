"""Tell whether a free text names a pupil by family and first name.

Staff are named with their patronymics or initials, so that «Фамилия Имя» alone is a pupil's; anything else depends on
the words beside the name: «ученик», «5А», «мама», «учитель», «тема урока».
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from wg_excel.domain.language.first_names import is_first_name, is_in_nominative
from wg_excel.domain.language.texts import fold

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_RUN = re.compile(rf"(?<!\w){_WORD}(?:\s{_WORD})+(?!\w)")
_FIRST = r"[А-ЯЁ][а-яё]+"
# «Юдины, Павел и Софья»; looked ahead at, since «Сёстры» before may pass for a family name.
_SIBLINGS = re.compile(rf"(?<!\w)(?={_WORD}(?<=[ыиехм])[,:]?\s(?P<names>{_FIRST}(?:,\s{_FIRST})*\sи\s{_FIRST})(?!\w))")
_INITIALS = re.compile(rf"(?<!\w)(?P<family>{_WORD})\s[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?")
_CLASS = r"\(?(?<![\d.,-])(?:1[01]|[1-9])\s?-?\s?(?:[«\"]?[А-Я][»\"]?(?![а-яёА-ЯЁ])\)?|класс(?:а|у|е|ом)?(?!\w))"
_ANY_CLASS = re.compile(_CLASS)
_FAMILY = re.compile(
    r"(?:[оеё]в|[иы]н)(?:а|у|ым|ой|е|ы|ых|ыми?)?$|[сц]к(?:ий|ая|ого|ому|им|ой|ую|ие|их)$|(?:ко|[ую]к|чук|ян|янц|дзе|швили|ых|их)$"
    r"|(?:[ую]к|ян)(?:а|у|ом|е)$",
)
_ADJECTIVE = re.compile(r"[сц]к\w+$")
_PATRONYMIC = re.compile(r"(?:[оеё]вич|[оеё]вн|ичн|ьич|кич|мич)(?:[аеуыи]|ем|ой|ом)?$")

_PUPIL = (
    r"учени(?:к|ц)\w*|учащ(?:ий|ая|его|ему|ей|ую|им|ие|их|ими)\w*|обучающ\w+|школьни[кц]\w*|воспитанни[кц]\w*"
    r"|реб[её]н(?:ок|к)\w*|сын(?:а|у|ом|е|овья|овей)?|доч(?:ь|ери|ерью|ка|ки|ку|ке)|дочер\w*|\w*классни[кц]\w*|выпускни[кц]\w*"
    r"|девочк\w+|мальчик\w*|дет(?:и|ей|ям)|брат(?:а|у|ом|е|ья|ьев|ик\w*)?|с[её]стр\w*|близнец\w*|уч-(?:ся|к\w*|ц\w*)"
)
_RELATIVE = (
    r"родител\w+|мать|матер\w+|мам(?:а|ы|е|у|ой|очк\w+)|от(?:ец|ц)\w*|пап(?:а|ы|е|у|ой)|бабушк\w+|дедушк\w+|опекун\w*"
    r"|(?:законн\w+\s)?представител\w+"
)
_STAFF = (
    r"учител\w+|педагог\w*|преподавател\w+|руководител\w+|директор\w*|завуч\w*|заместител\w+|методист\w*|психолог\w*|логопед\w*"
    r"|секретар\w+|заведующ\w+|администратор\w*|воспитател\w+|член\w*\sгруппы|библиотекар\w+|лаборант\w*|инженер\w*|докладчик\w*"
    r"|ведущ(?:ий|ая)|тьютор\w*|тренер\w*|специалист\w*|сотрудни[кц]\w*|коллег\w+|ответственн\w+|бухгалтер\w*|вожат\w+|вед[её]т"
    r"|медсестр\w*|председател\w+"
)
# Behind these a name is somebody's whom pupils learn about.
_LESSON = (
    r"тем[аеуы]|урок\w*\s(?:литературы|истории|музыки|чтения)|имени|им\.|конкурс\w*|(?-i:роман)\w*|повест\w+|поэм\w+|рассказ\w*|сказк\w+|стих\w*"
    r"|изуч\w+|сочинени\w+|учебник\w*|фильм\w*|музе\w+|улиц\w+|ул\.|проспект\w*|памят\w+|творчеств\w+|литератур\w+|лекци\w+|проект\w*"
    r"|классный\sчас|журнал\s«|школ\w+|гимнази\w+|лице\w+|парк\w*"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<pupil>{_PUPIL})|(?P<relative>{_RELATIVE})|(?P<staff>{_STAFF})|(?P<lesson>{_LESSON}))(?!\w)(?P<sign>[,:]|\s?[—–-])?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s?[,(—–-]\s?(?:(?P<pupil>{_PUPIL})|(?:{_CLASS},?\s)?(?:\w+\s)?(?P<staff>{_STAFF})|{_LESSON})(?!\w)",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?<!\w)(?:зачисл\w+|отчисл\w+|перев(?:ести|ед[её]н\w*|одит\w*|од)|перех[оа]д\w*|прибы\w+|выбы\w+|добавить|удалить|пересад\w+|карточк\w+|личн\w+\sдел\w+|табел\w+|аттестат\w*"
    r"|дневник\w*|(?:семейн|домашн)\w+\sобучени\w+|подгрупп\w+)(?!\w)",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"^(?:школ|гимнази|лице|центр|район|област|республик|образован|точк|отч[её]т|журнал|дневник|класс|парк|урок|зал$|тем[аеуы]$)",
    re.IGNORECASE,
)
# Who asks for somebody is not that somebody: «учитель просит удалить …».
_ASKS = re.compile(r"(?<!\w)(?:прос[ия]|сообщ|обра[тщ]|жал|спраш|спросил|уточн|интересу|нужно|надо)\w*", re.IGNORECASE)
_MANY = re.compile(r"\w+(?:ов|ами|ам|ах|ей|ых|их|ым|ыми)(?:ся)?", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[а-яё\d»)]{2})[.!?;]\s|\n")


class _Name(NamedTuple):
    """A name found in a sentence: where it stands, whether it begins with the family name, and its patronymic."""

    start: int
    end: int
    first: str
    family_first: bool
    patronymic: bool


def names_pupil(text: str, adults: Collection[str] = ()) -> bool:
    """Tell whether a text names a pupil; `adults` are folded names, as `fold` gives them, that are known to be none."""
    return any(_in_sentence(sentence, adults) for sentence in _SENTENCE.split(text))


def _in_sentence(sentence: str, adults: Collection[str]) -> bool:
    if any(_is_pupil_by_initials(sentence, found) for found in _INITIALS.finditer(sentence)):
        return True
    if any(all(map(is_first_name, re.findall(_WORD, found["names"]))) for found in _SIBLINGS.finditer(sentence)):
        return True
    return any(
        _is_pupil(sentence, name)
        for name in _names(sentence)
        if not adults or fold(sentence[name.start : name.end]) not in adults
    )


def _names(sentence: str) -> Iterator[_Name]:
    for run in _RUN.finditer(sentence):
        behind = _AFTER.match(sentence, run.end())
        if behind and behind["pupil"] and not _NO_NAME.search(run[0]):
            yield _Name(run.start(), run.end(), run[0], family_first=True, patronymic=False)
        words = [(found[0], run.start() + found.start()) for found in re.finditer(_WORD, run[0])]
        for (one, start), (other, then), (third, _) in zip(words, words[1:], [*words[2:], ("", 0)], strict=False):
            end = then + len(other)
            if _is_family(one, begins=start == 0) and _is_called(sentence, one, other):
                full = bool(_PATRONYMIC.search(third))
                yield _Name(start, end + full * (len(third) + 1), other, family_first=True, patronymic=full)
            elif (
                not _NO_NAME.search(other)
                and not _is_work(one, other)
                and (is_first_name(one) or _is_behind_pupil(sentence[:start], one))
            ):
                yield _Name(start, end, one, family_first=False, patronymic=bool(_PATRONYMIC.search(other)))


def _is_work(one: str, other: str) -> bool:
    """Tell «Роман Булгакова», a work and whose it is, from a man's name, which no woman's family name follows."""
    return one[-1] not in "аьяй" and is_in_nominative(one) and bool(re.search(r"(?:[оеё]в|[иы]н)а$", other))


def _is_family(word: str, *, begins: bool) -> bool:
    """Tell whether a word may be a family name; one that begins a sentence must look like one."""
    if _NO_NAME.search(word) or _CUE.fullmatch(word) or _PATRONYMIC.search(word):
        return False
    return bool(_FAMILY.search(word)) or not begins


def _is_called(sentence: str, family: str, first: str) -> bool:
    """Tell whether a word behind a family name is a first name: a rare one where somebody comes or leaves."""
    rare = _FAMILY.search(family) and not _ADJECTIVE.search(family) and not _NO_NAME.search(first)
    return is_first_name(first) or bool(rare and (_MOVED.search(sentence) or _ANY_CLASS.search(sentence)))


def _is_behind_pupil(before: str, word: str) -> bool:
    """Tell whether any name stands right behind the word for a pupil: «ученик Ли Чжи Хао»."""
    cue = _last_cue(before)
    return bool(cue and cue["pupil"] and not before[cue.end() :].strip() and not _NO_NAME.search(word))


def _is_pupil(sentence: str, name: _Name) -> bool:
    after = sentence[name.end :]
    behind = _AFTER.match(after)
    if behind:
        return bool(behind["pupil"])
    cue = _last_cue(sentence[: name.start])
    if cue and cue["pupil"]:
        return not (name.patronymic and _is_of_adult(sentence, cue, name))
    if cue and cue["relative"]:
        return not name.patronymic and not is_in_nominative(name.first)
    if cue:
        return False
    if name.patronymic:
        return bool(_MOVED.search(sentence))
    return name.family_first or (bool(_ANY_CLASS.search(sentence)) and sentence[name.start - 1 : name.start] != "«")


def _is_of_adult(sentence: str, cue: re.Match[str], name: _Name) -> bool:
    """Tell whether a full name behind «ученик» is no pupil's: «учеников Беловой Анны …», «мама ученика Белова …»."""
    before = _last_cue(sentence[: cue.start()])
    relative = before is not None and before["relative"] and is_in_nominative(name.first)
    return bool(relative) or bool(_MANY.fullmatch(cue["pupil"]) and not cue["sign"])


def _last_cue(before: str) -> re.Match[str] | None:
    """Return the word nearest before a name that tells whose it is."""
    cue = next(iter([*_CUE.finditer(before)][::-1]), None)
    return None if cue and cue["staff"] and not _reaches(cue, before[cue.end() :]) else cue


def _reaches(staff: re.Match[str], between: str) -> bool:
    """Tell whether a person's post goes with the name some words on: «учитель физики Белов», not «… просит Белова»."""
    words = len(re.findall("[а-яё]{3,}", between))
    return not _ASKS.search(between) and ":" not in between and words <= (0 if staff["sign"] == ":" else 2)


def _is_pupil_by_initials(text: str, found: re.Match[str]) -> bool:
    """Tell whether «Белов А. И.» stands right behind the word for one pupil."""
    cue = _last_cue(text[: found.start()])
    between = text[cue.end() : found.start()] if cue else ""
    if not cue or not cue["pupil"] or _MANY.fullmatch(cue["pupil"]):
        return False
    return not between.strip() or bool(re.fullmatch(rf"\s{_CLASS}(?:\s?класса)?,?\s", between))
