"""Tell whether a text gives away a password, a code or a login with its password (A II.3).

A keyword alone is no secret («забыла пароль»); a value must follow it, in a form in which people write secrets. The
measure is `tests/domain/secrets_labelled.txt`, whose sentences were written before these patterns.
"""

import re
from collections.abc import Iterator

from wg_excel.domain.texts import mixed_words, repaired, squeeze

_MEANS_ENTRY = r"п[ао]рол(?:[ьяеюъ]|ем|ьчик\w*)?|пасс?ворд\w*|parol|passw(?:ord|d)?|pass|pwd"
_PURPOSE = (
    r"доступа|подтвержд\w+|из\s(?:смс|sms|сообщения|письма)|входа|активаци\w+|безопасности|приглашени\w+"
    r"|авторизаци\w+|восстановлени\w+|регистраци\w+|смс|sms|api"
)
_PHRASE = r"(?:парольн|кодов|секретн)\w+\s(?:слов|ответ|фраз)\w*"
_CODE = (
    rf"пин(?:-?код\w*)?|pin(?:-?code)?|токен\w*|token|(?:код|ключ)\w*\s(?:для\s)?(?:{_PURPOSE})|(?:смс|sms|api)-?\s?(?:код|ключ)\w*"
    r"|пароли|пароля[мх]"
    r"|(?:одноразов|пригласительн|проверочн|секретн|кодов)\w+\s(?:код|слово|ответ|ключ|фраз)\w*"
)
_KEYWORD = re.compile(rf"(?<!\w)(?:(?P<password>{_MEANS_ENTRY})|(?<!-)(?P<code>{_CODE}))(?![\w@])", re.IGNORECASE)
# «код 551203», told or received by someone
_TOLD = re.compile(
    r"(?<!\w)код\w*\s(?:был\s)?\d{4,8}(?!\S?\d).*(?:смс|sms|диктов|назвал|сообщил|прислал|оператор|мошенник|подтвер)"
    r"|(?:смс|sms|диктов|назвал|сообщил|приш[её]л|прислал|подтвер).*(?<!\w)код\w*\s\d{4,8}(?!\S?\d)"
    r"|(?<!\w)код(?:у|ом)?\s\d{3,4}-?\d{3,4}\s(?:из|с|для|от)\s",
    re.IGNORECASE,
)
# «код из sms 90 41 22»: a number in groups
_GROUPED = re.compile(rf"(?:{_CODE})[\s:—–-]*\d{{2,4}}(?:[ -]\d{{2,4}}){{1,3}}(?!\d)", re.IGNORECASE)
# «кодовое слово: берёза и клён»: any words behind the colon
_WORDED = re.compile(rf"(?<!\w){_PHRASE}\s?[:=—–-]\s?(?P<value>[^\W\d]{{3,}})", re.IGNORECASE)
# «логин X, Y», «вход: X / Y», «учётка X:Y», «Л: X П: Y»
_PAIR = re.compile(
    r"(?<!\w)(?:логин\w*|login|уч[её]тк\w+|уч[её]тн\w+\s(?:запис\w+|данны\w+)|данны[еми]\w*|доступ\w*|вход\w*)"
    r"(?:\s[а-яё-]+){0,3}\s?[:—–-]?\s*(?P<login>(?!https?:)[A-Za-z][\w.@-]{2,})\s*(?:[/:,;|\\]|\sи\s|\s)\s*(?P<value>[^\s,;]+)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?<!\w)л(?:ог)?\.?\s?[:=].{2,40}?(?<!\w)п(?:ар)?\.?\s?[:=]\s?\S{4,}", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<!\S)(?P<value>\S{5,60})\s*[—–(-]+\s*(?:это\s)?(?:его\s|её\s|новый\s)?парол[ьяе]", re.IGNORECASE
)
_CHANGED = re.compile(
    r"(?:поменял|сменил|заменил|установил|поставил|задал)\w*\s(?:на\s)?(?P<value>[A-Za-z]\S{4,})(?=.*парол)",
    re.IGNORECASE,
)
# What a text must hold, in small letters, to be worth reading: most hold none of it.
_STEMS = (
    *(
        "парол",
        "порол",
        "parol",
        "pass",
        "пасворд",
        "пассворд",
        "pwd",
        "пин",
        "pin",
        "код",
        "ключ",
        "токен",
        "token",
        "api",
    ),
    *("секрет", "логин", "login", "лог", "учет", "учёт", "доступ", "вход", "данны", "л:", "л.:", "л :", "л="),
)

_WINDOW, _REACH = 9, 200
_TOKEN = re.compile(r"\S+")
_EDGES = "«»“”„\"'()[],;:."
_SEPARATOR = re.compile(r"[\s«\"(]*(?:[:=]|[—–-](?=\s))")
_SENTENCE = re.compile(r"(?<=\w\w[.!?])\s+(?=[А-ЯЁA-Z«])|(?<![:=–—-])\n+")
_QUOTED = re.compile(r"[^.;:]{0,40}?[«\"“](?P<value>[^»\"”\s]{4,})[»\"”]")
_NO_VALUE = re.compile(
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\S*|\d{4}/\d{2,4}|\d{1,2}:\d{2}"  # days, school years, times
    r"|\d{1,2}-?[а-яё](?:-?[а-яё])?|\d+-?[а-яё-]+"  # classes, «8-значный», «154-од»
    r"|№\S*|[\w.+-]+@[\w-]+\.[\w.]+|\S*(?:://|www\.)\S*|\S+\.(?:ru|com|рф|xlsx?|docx?|pdf|csv|zip|rar)"
    r"|(?:windows|win|office|chrome|wi-?fi|android|ios|excel|word|google|yandex|eljur|firefox|edge|vpn|rdp|usb)[-\s]?\d*"
    r"|\*+|•+|_+|\.+|-+|x+|х+|\?+",
    re.IGNORECASE,
)
# Words after which a token names an account, a thing or a number, not its secret.
_NAMES_NEXT = re.compile(
    r"(?:логин|запис|аккаунт|пользовател|почт|адрес|ноутбук|модел|верси|принтер|роутер|файл|документ|кабинет|каб|класс"
    r"|групп|заявк|обращени|приказ|ошибк|пункт|раздел|№|страниц|учётк|учетк)\w*\.?,?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:символ|знак|цифр|букв|раз|дн|день|мин|час|год|г\.|педагог|учит|учен|человек|чел|попыт|штук|шт)", re.IGNORECASE
)
_STATE = re.compile(
    r"(?:не|нет|есть|да|ещё|еще|уже|тоже|где|как|см|смотри|см\.|выда\w+|забы\w*|утер\w+|утрач\w+|неизвест\w+|прежн\w+"
    r"|по|на|в|у|от|для|и|или|\w+(?:ый|ий|ой|ая|ое|ые|ся|ть|ан|ана|ано|ён|ен|ена|ено|ёт|ет|ит|ут|ят|ют|ла|ло|ли))",
    re.IGNORECASE,
)


def tells_secret(text: str) -> bool:
    """Tell whether a text gives away a secret."""
    text = repaired(text, mixed_words(text))
    small = text.lower()
    if not any(stem in small for stem in _STEMS):
        return False
    return any(_in_sentence(squeeze(each)) for each in _SENTENCE.split(text))


def _in_sentence(text: str) -> bool:
    if any(form.search(text) for form in (_LETTERED, _TOLD, _GROUPED)):
        return True
    if any(_is_strong(found["value"]) for form in (_BEFORE, _CHANGED) for found in form.finditer(text)):
        return True
    if any(_is_strong(found["value"]) or _is_number(found["value"]) for found in _PAIR.finditer(text)):
        return True
    if any(not _STATE.fullmatch(found["value"]) for found in _WORDED.finditer(text)):
        return True
    return any(_follows(text[found.end() : found.end() + _REACH], found) for found in _KEYWORD.finditer(text))


def _follows(rest: str, keyword: re.Match[str]) -> bool:
    """Tell whether a value follows the keyword: at once, behind a colon or dash, quoted, or some words later."""
    quoted = _QUOTED.match(rest)
    if quoted and not quoted["value"][:1].isupper() and not _STATE.fullmatch(quoted["value"]):
        return True
    separator = _SEPARATOR.match(rest)
    tokens = list(_tokens(rest[separator.end() :] if separator else rest))
    if not tokens:
        return False
    first, after = tokens[0][0], tokens[1][0] if len(tokens) > 1 else ""
    if _is_first_value(first, after, separated=bool(separator), ends=len(tokens) == 1 or tokens[0][1]):
        return True
    least = 4 if keyword["code"] else 5
    return any(_is_later_value(tokens, place, least) for place in range(len(tokens))) or _after_colon(rest, keyword)


def _after_colon(rest: str, keyword: re.Match[str]) -> bool:
    """Tell whether a value stands behind a colon some words on: «пароль от журнала: ромашка»."""
    head, colon, tail = rest.partition(":")
    tokens = list(_tokens(tail))
    if not colon or not tokens or len(head.split()) > 5 or keyword["code"]:
        return False
    return _is_first_value(tokens[0][0], "", separated=True, ends=len(tokens) == 1)


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the next words without their punctuation, and whether a phrase ends behind each."""
    for found in list(_TOKEN.finditer(text))[:_WINDOW]:
        word = found[0].strip(_EDGES)
        if word and word not in "—–-/=и":
            yield word, found[0][-1] in ",;.)"


def _is_first_value(word: str, after: str, *, separated: bool, ends: bool) -> bool:
    if len(word) > 60 or _NO_VALUE.fullmatch(word):
        return False
    if _is_strong(word) or (_is_number(word) and not _COUNTED.match(after)):
        return True
    if re.fullmatch(r"[A-Za-z][A-Za-z_.-]{3,}", word) and (separated or not re.fullmatch(r"[A-Z]{2,5}", word)):
        return True
    return separated and ends and len(word) > 3 and not _STATE.fullmatch(word) and word.isalpha()


def _is_later_value(tokens: list[tuple[str, bool]], place: int, least: int) -> bool:
    word = tokens[place][0]
    before = tokens[place - 1][0] if place else ""
    after = tokens[place + 1][0] if place + 1 < len(tokens) else ""
    if _NAMES_NEXT.search(before) or _NO_VALUE.fullmatch(word):
        return False
    return _is_strong(word) or (len(word) >= least and _is_number(word) and place < 4 and not _COUNTED.match(after))


def _is_strong(word: str) -> bool:
    """Tell whether a token looks made to be secret: letters with digits or with signs."""
    word = word.strip(_EDGES)
    if not 5 <= len(word) <= 60 or _NO_VALUE.fullmatch(word) or not any(map(str.isalpha, word)):
        return False
    return any(map(str.isdigit, word)) or bool(re.search(r"\w[!@#$%^&*+=]|[#$%^&*+=!]\w", word))


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"\d{4,}|\d{2,}(?:-\d{2,})+", word.strip(_EDGES)))
