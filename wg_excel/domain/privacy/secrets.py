"""Tell whether a text gives away a password, a code or a login with its password (A II.3).

A keyword alone is no secret («забыла пароль»); a value must follow it, in a form in which people write secrets. The
measure is `tests/domain/privacy/secrets_labelled.txt`, whose sentences were written before these patterns.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter

from wg_excel.domain.language.texts import mixed_words, repaired, squeeze

# «пароль» in every case, and with a letter left out or two of them exchanged.
_SLIPS = "пар0ль|пр0ль|проль|паоль|парль|пароь|апроль|праоль|паорль|парлоь|пароьл"
_MEANS_ENTRY = rf"п[ао]рол(?:[ьяеюъ]|ем|ь(?:чи)?к\w*)?|{_SLIPS}|пасс?ворд\w*|пасс|parol|passw(?:ord|d)?|pass|pwd|psw"
_PURPOSE = (
    r"доступа|подтвержд\w+|из\s(?:смс|sms|сообщени\w+|письма|почты|уведомлени\w+|приложени\w+|чата)|вход\w*|активаци\w+|безопасности|приглашени\w+"
    r"|авторизаци\w+|восстановлени\w+|регистраци\w+|смс|sms|api"
)
_PHRASE = (
    r"(?:(?:парольн|кодов|секретн|контрольн|проверочн)\w+\s(?:слов|ответ|фраз)\w*"
    r"|ответ\w*\s(?:на\s)?(?:контрольн|секретн)\w+(?:\sвопрос\w*)?)(?:\s[а-яё-]+){0,4}"
)
_CODE = (
    rf"пин(?:[-\s]?код\w*)?|pin(?:[-\s]?(?:code|код\w*))?|токен\w*|token|(?:код|ключ)\w*\s(?:[а-яё]+\s){{0,2}}(?:{_PURPOSE})|(?:смс|sms|api)-?\s?(?:код|ключ)\w*"
    r"|пароли|пароля[мх]"
    r"|(?:одноразов|пригласительн|проверочн|секретн|кодов|резервн|запасн)\w+\s(?:код|слово|ответ|ключ|фраз)\w*"
)
_KEYWORD = re.compile(rf"(?<!\w)(?:(?P<password>{_MEANS_ENTRY})|(?<!-)(?P<code>{_CODE}))(?![\w@])", re.IGNORECASE)
# «код 551203», told or received by someone
_TOLD = re.compile(
    r"(?<!\w)код\w*\s(?:был\s)?\d{4,8}(?!\S?\d).*(?:смс|sms|диктов|назвал|сообщил|прислал|оператор|мошенник|подтвер)"
    r"|(?:смс|sms|диктов|назвал|сообщил|приш[её]л|прислал|подтвер).*(?<!\w)код\w*\s(?:\d{4,8}|\d{3}-\d{3})(?!\S?\d)"
    r"|(?<!\w)код(?:у|ом)?\s\d{3,4}-?\d{3,4}\s(?:из|с|для|от)\s"
    r"|(?<!\w)(?:ваш|мой|твой|её|его|сво[йи])\sкод\w*\s?[:=—–-]?\s?\d{3,4}[\s-]?\d{2,4}(?!\d)"
    r"|(?<!\w)(?:смс|sms)\s?[:—–-]?\s?(?!(?:19|20)\d\d\D)\d{4,6}(?!\s?\w)|(?<!\w)цифр\w*\s?[:—–-]?\s?\d(?:[\s-]\d){3,7}(?!\d)"
    r"|(?<![\w-])\d{3,4}-?\d{3,4},?\s(?:как\s|это\s|[—–-]\s)?код\s(?:из|от|для|с|под|вход|пригл|дост)",
    re.IGNORECASE,
)
# «код из sms 90 41 22»: a number in groups
_GROUPED = re.compile(
    rf"(?:{_CODE})(?:\s[а-яё]+){{0,4}}[\s:—–-]*(?:\d{{2,4}}(?:[ -]\d{{2,4}}){{1,3}}|\d(?:[ -]\d){{3,7}})(?!\d)",
    re.IGNORECASE,
)
# «кодовое слово: берёза и клён»: any words behind the colon
_WORDED = re.compile(
    rf"(?<!\w){_PHRASE}\s?(?:[:=—–-]\s?)?(?P<quote>[«\"“]|(?<=[:=—–-])|(?<=[:=—–-]\s))(?P<value>[^\W\d]{{3,}})",
    re.IGNORECASE,
)
# «логин X, Y», «вход: X / Y», «учётка X:Y», «Л: X П: Y»
_PAIR = re.compile(
    r"(?<!\w)(?:логин\w*|login|уч[её]тк\w+|уч[её]тн\w+\s(?:запис\w+|данны\w+)|данны[еми]\w*|доступ\w*|вход\w*)"
    r"(?:\s[а-яё-]+){0,3}\s?[:—–-]?\s*(?P<login>(?!https?:)[A-Za-z][\w.@-]{2,})\s*(?:[/:,;|\\—–]|\sи\s|\s)\s*(?P<value>[^\s,;]+)",
    re.IGNORECASE,
)
# «petrova_v / Vesna24», whatever stands before
_BESIDE = re.compile(r"(?<![\w/.:\\])(?P<login>[A-Za-z][\w.-]{2,})(?:\s?/\s?|\s[—–]\s)(?P<value>[^\s,;)»/]+)(?!/)")
# «не подходит „Klass7b!“, пароль набран верно»
_ANYWHERE = re.compile(rf"(?<!\w)(?:{_MEANS_ENTRY})(?!\w)", re.IGNORECASE)
# «ключ 5ruf-8hgt», «пар. Lyceum7», «приглашение с кодом RT5-90K»
_KEY = re.compile(
    r"(?<!\w)(?:(?:ключ\w*|пар[.:])\s?[:=—–-]?\s?(?P<value>[A-Za-z0-9][\w-]{5,})"
    r"|код\w*\s(?:[а-яё]+\s){0,5}(?P<code>(?-i:(?=[\dA-Z-]*(?:\d[A-Z]|[A-Z]\d))[\dA-Z]{2,}(?:-[\dA-Z]{2,})+)))",
    re.IGNORECASE,
)
# «секретный вопрос — любимый город, ответ Севастополь»
_ANSWERED = re.compile(
    r"(?:контрольн|секретн|проверочн)\w+\sвопрос.{0,60}?ответ\w*\s?[:=—–-]?\s?[«\"]?(?-i:[А-ЯЁA-Z])\w{2,}",
    re.IGNORECASE,
)
# A link that lets in whoever opens it.
_LINK = re.compile(
    r"https?://\S*(?:auto-?login|one-?time|magic|invite|reset|token|sign-?in)\w*[/=?](?=\S*\d)[\w=-]{12,}",
    re.IGNORECASE,
)
# «для входа набрать Gost#441»
_ENTERING = re.compile(
    r"(?<!\w)(?:вход(?:а|ить|им|ите|ят)?|войти|заход(?:ить|им|ите))\s(?:.*\s)?(?:набр|набир|введ|ввод|ввест|под\s|так[:\s])",
    re.IGNORECASE,
)
_WEAK = re.compile(r"(?<!\w)(?:qwerty|qazwsx|asdfgh|йцукен|фывапр|123456)\w*", re.IGNORECASE)
_LETTERED = re.compile(r"(?<!\w)л(?:ог)?\.?\s?[:=].{2,40}?(?<!\w)п(?:ар)?\.?\s?[:=]\s?\S{4,}", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?<!\S)(?P<value>\S{5,60})\s*[—–(-]+\s*(?:это\s)?(?:его\s|её\s|новый\s)?парол[ьяе]", re.IGNORECASE
)
_CHANGED = re.compile(
    r"(?:поменял|сменил|заменил|установил|поставил|задал)\w*\s(?:на\s)?(?P<value>[A-Za-z]\S{4,})(?=.*парол)",
    re.IGNORECASE,
)
# «учётка admin, пароль тоже admin»
_SAME = re.compile(
    rf"(?<!\w)(?P<login>[A-Za-z][\w.-]{{3,}})(?!\w).*(?<!\w)(?:{_MEANS_ENTRY})\s.*(?<!\w)(?P=login)(?!\w)",
    re.IGNORECASE,
)
# What a text must hold, in small letters, to be worth reading: most hold none of it.
_STEMS = (
    *_SLIPS.split("|"),
    *("парол", "порол", "parol", "pass", "пасс", "пасворд", "пассворд", "pwd", "psw", "пин", "pin", "код", "ключ"),
    *("токен", "token", "api", "секрет", "контрольн", "проверочн", "пар.", "пар:", "логин", "login", "лог"),
    *("учет", "учёт", "доступ", "вход", "войти", "заход", "данны", "смс", "sms", "цифр", "http"),
    *("л:", "л.:", "л :", "л=", "/", " — ", " – "),
)
# By the first letter: so one search takes a third of a look for each of them.
_STEM = re.compile(
    "|".join(
        f"{re.escape(first)}(?:{'|'.join(re.escape(stem[1:]) for stem in stems)})"
        for first, stems in groupby(sorted(_STEMS), itemgetter(0))
    )
)
# And what every form of a secret has: foreign letters, signs or a word with digits in it …
_STRANGE = re.compile(r"[A-Za-z!#$%^&*+@]")
_WITH_DIGITS = re.compile(r"(?=.{5})(?:.*[^\W\d].*\d|.*\d.*[^\W\d])")
# … or, where a code or a password is spoken of, something behind a sign, a number or one of three words.
_BEHIND = re.compile(r"[:=«\"“”—–-]|\d{3}|\d{2} \d{2}|\d \d \d|вопрос|йцукен|фывапр")
_OF_CODES = (
    *_SLIPS.split("|"),
    *("парол", "порол", "пасс", "пасворд", "пин", "код", "ключ", "токен", "секрет", "контрольн", "проверочн"),
    *("смс", "sms", "цифр"),
    *("л:", "л.:", "л :", "л=", "пар.", "пар:"),
)

_WINDOW, _REACH = 12, 200
_TOKEN = re.compile(r"\S+")
_EDGES = "«»“”„\"'()[],;:."
_SEPARATOR = re.compile(r"[\s«\"(]*(?:[:=]|[—–-](?=\s))")
_SENTENCE = re.compile(r"(?<=\w\w[.!?])(?<!\bпар\.)\s+(?=[А-ЯЁA-Z«])|(?<![:=–—-])\n+")
_QUOTED = re.compile(r"[^.;:]{0,40}?[«\"“](?P<value>[^»\"”\s]{4,})[»\"”]")
_NO_VALUE = re.compile(
    r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\S*|\d{4}/\d{2,4}|\d{1,2}:\d{2}"  # days, school years, times
    r"|\d{1,2}-?[а-яё](?:-?[а-яё])?|\d+-?[а-яё-]+"  # classes, «8-значный», «154-од»
    r"|№\S*|[\w.+-]+@[\w-]+\.[\w.]+|\S*(?:://|www\.)\S*|\S+\.(?:ru|com|рф|xlsx?|docx?|pdf|csv|zip|rar)"
    r"|(?:windows|win|office|chrome|wi-?fi|android|ios|excel|word|google|yandex|eljur|firefox|edge|vpn|rdp|usb)[-\s]?\d*"
    r"|\*+|•+|_+|\.+|-+|x+|х+|\?+",
    re.IGNORECASE,
)
# Words after which a token names an account or a number, or, in capitals, a thing, and not its secret.
_NAMES_NEXT = re.compile(
    r"(?:логин|запис|аккаунт|пользовател|почт|адрес|файл|документ|кабинет|каб|групп|заявк|обращени|приказ|инв|номер"
    r"|ошибк|пункт|раздел|№|страниц|уч[её]тк)\w*\.?$",
    re.IGNORECASE,
)
_THING_NEXT = re.compile(
    r"(?:ноутбук|модел|верси|принтер|роутер|планшет|камер|сервер|сканер|проектор)\w*$", re.IGNORECASE
)
_SIGNS = re.compile(r"[!#$%^&*+=]")  # nothing but a secret is written with them
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
    if not _STEM.search(small) or not _may_tell(small):
        return False
    return any(_in_sentence(squeeze(each)) for each in _SENTENCE.split(text))


def _may_tell(small: str) -> bool:
    if _STRANGE.search(small) or any(_WITH_DIGITS.match(word) for word in small.split() if not word.isalpha()):
        return True
    return any(stem in small for stem in _OF_CODES) and bool(_BEHIND.search(small))


@lru_cache(maxsize=4096)  # a year's measures are told in few sentences
def _in_sentence(text: str) -> bool:
    if any(form.search(text) for form in (_LETTERED, _TOLD, _GROUPED, _ANSWERED, _SAME, _LINK)) or _stands_beside(text):
        return True
    if any(found["quote"] or not _STATE.fullmatch(found["value"]) for found in _WORDED.finditer(text)):
        return True
    return any(_follows(text[found.end() : found.end() + _REACH], found) for found in _KEYWORD.finditer(text))


def _stands_beside(text: str) -> bool:
    """Tell whether a value stands beside a login, before the keyword or in quotation marks."""
    strong = [found for form in (_BEFORE, _CHANGED, _PAIR) for found in form.finditer(text)]
    return (
        any(_is_mixed(found["value"]) for found in _BESIDE.finditer(text))
        or bool(_ANYWHERE.search(text) and (_WEAK.search(text) or _stands_apart(text)))
        or bool(_ENTERING.search(text) and any(word.isascii() and _is_mixed(word) for word, _ in _tokens(text)))
        or any(found["code"] or _is_strong(found["value"]) for found in _KEY.finditer(text))
        or any(_is_strong(found["value"]) for found in strong)
        or any(_is_number(found["value"]) for found in _PAIR.finditer(text))
    )


def _stands_apart(text: str) -> bool:
    """Tell whether a value that can only be a secret stands anywhere: «не подходит „Klass7b!“, пароль набран верно»."""
    tokens = list(_tokens(text))
    return any(_is_mixed(word) and not _is_named(tokens, place) for place, (word, _) in enumerate(tokens))


def _follows(rest: str, keyword: re.Match[str]) -> bool:
    """Tell whether a value follows the keyword: at once, behind a colon or dash, quoted, or some words later."""
    quoted = _QUOTED.match(rest)
    if quoted and not quoted["value"][:1].isupper() and not _STATE.fullmatch(quoted["value"]):
        return True
    separator = _SEPARATOR.match(rest)
    tokens = list(islice(_tokens(rest[separator.end() :] if separator else rest), _WINDOW))
    if not tokens:
        return False
    first, after = tokens[0][0], tokens[1][0] if len(tokens) > 1 else ""
    brand = bool(keyword["code"]) and not separator and re.fullmatch("[A-Za-z]+", first)  # «токен JaCarta»
    ends = len(tokens) == 1 or tokens[0][1]
    if not brand and _is_first_value(first, after, separated=bool(separator), ends=ends):
        return True
    least = 4 if keyword["code"] else 5
    return any(_is_later_value(tokens, place, least) for place in range(len(tokens))) or _after_colon(rest, keyword)


def _after_colon(rest: str, keyword: re.Match[str]) -> bool:
    """Tell whether a value stands behind a sign some words on: «пароль от журнала: ромашка», «… на ПК — 4321»."""
    head, *behind = re.split(r":|\s[—–]\s", rest, maxsplit=1)
    tokens = list(_tokens(behind[0])) if behind else []
    if not tokens or len(head.split()) > 8 or keyword["code"]:
        return False
    if len(head.split()) > 5 or ":" not in rest:
        alone = len(tokens) == 1 and not _NO_VALUE.fullmatch(tokens[0][0])
        return alone and (_is_number(tokens[0][0]) or bool(re.fullmatch("[A-Za-z]{5,}", tokens[0][0])))
    return _is_first_value(tokens[0][0], "", separated=True, ends=len(tokens) == 1)


def _tokens(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the next words without their punctuation, and whether a phrase ends behind each."""
    for found in _TOKEN.finditer(text):
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
    after = tokens[place + 1][0] if place + 1 < len(tokens) else ""
    if _is_named(tokens, place) or _NO_VALUE.fullmatch(word):
        return False
    return _is_strong(word) or (_is_number(word) and _is_near(word, place, least) and not _COUNTED.match(after))


def _is_near(number: str, place: int, least: int) -> bool:
    """Tell whether a number stands near enough behind its keyword: years and short numbers must stand nearer."""
    if len(number) == 4 and not number.startswith(("19", "20")):
        return place < (7 if least == 4 else 3)
    return len(number) >= least and place < (6 if len(number) > 5 else 4)


def _is_named(tokens: list[tuple[str, bool]], place: int) -> bool:
    """Tell whether the word before says what a token is: a login, a file, the model of a thing."""
    before, ends = tokens[place - 1] if place else ("", True)
    if ends or _SIGNS.search(tokens[place][0]):
        return False
    return bool(_NAMES_NEXT.search(before) or (_THING_NEXT.search(before) and tokens[place][0][:1].isupper()))


def _is_strong(word: str) -> bool:
    """Tell whether a token looks made to be secret: letters with digits or with signs."""
    word = word.strip(_EDGES)
    if not 5 <= len(word) <= 60 or _NO_VALUE.fullmatch(word) or not any(map(str.isalpha, word)):
        return False
    return any(map(str.isdigit, word)) or bool(re.search(r"\w[!@#$%^&*+=]|[#$%^&*+=!]\w", word))


def _is_mixed(word: str) -> bool:
    """Tell whether a token is strong and mixes digits with capitals and small letters, or with signs."""
    word = word.strip(_EDGES)
    letters = [letter for letter in word if letter.isalpha()]
    cases = any(map(str.isupper, letters)) and any(map(str.islower, letters))
    return _is_strong(word) and any(map(str.isdigit, word)) and (cases or bool(re.search(r"\w[!@#$%^&*+=_]\w", word)))


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"\d{4,}|\d{2,}(?:-\d{2,})+", word.strip(_EDGES)))
