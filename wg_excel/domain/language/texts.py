"""Texts as people type them: blanks, invisible characters, «ё», look-alike letters of two alphabets."""

import re
from collections.abc import Iterable, Sequence

_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_HARD_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_LONG_BLANKS = re.compile(r"[ \t]{2,}")
LIKE = 60.0  # of 100: from here on a value is offered as what may have been meant
SHORTEST_PART, WHOLE_PART = 4, 90  # letters; of 100
_LATIN_LETTER = re.compile("[A-Za-z]")
_MIXED = re.compile(r"[A-Za-zА-Яа-яЁё]*(?:[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z])[A-Za-zА-Яа-яЁё]*")
_INSIDE = re.compile(r"[А-Яа-яЁё][A-Za-z]")
# A preposition or conjunction typed in the other layout: «c 1 сентября», «отметки o классе».
_LONELY = re.compile(
    r"(?<=[А-Яа-яЁё,] )[acoyk](?= [А-Яа-яЁё0-9])|^[acoyk](?= [а-яё0-9])|^[ABCKO](?= [а-яё])|^[CKO](?= \d+ [а-яё])"
)
_CLASS = re.compile(r"(?<![A-Za-zА-Яа-яЁё0-9])(?:[1-9]|1[01])[-\s]?[ABCEHKMOPTX](?![A-Za-zА-Яа-яЁё0-9])")


def clean(text: str) -> str:
    """Return the text without invisible characters, hard blanks and blanks at its ends; line breaks stay."""
    return _HARD_BLANK.sub(" ", _INVISIBLE.sub("", text)).strip()


def squeeze(text: str) -> str:
    """Return the text in one line with single blanks."""
    return " ".join(_INVISIBLE.sub("", text).split())


def fold(text: str) -> str:
    """Return the text as it is compared: one line, small letters, «е» for «ё», look-alike letters as Cyrillic."""
    line = squeeze(text)
    if _LATIN_LETTER.search(line):  # to look every letter up costs four times the rest
        line = line.translate(TO_CYRILLIC)
    return line.casefold().replace("ё", "е")


def folded_key(text: str) -> str:
    """Return a key as it is compared: «№ 007» and «7» are one number."""
    key = fold(text).removeprefix("№").lstrip()
    return key.lstrip("0") or key if key.isdecimal() else key


def has_stray_blanks(text: str, *, inside: bool) -> bool:
    """Tell whether blanks stand at the ends or invisible characters anywhere; `inside`: hard or double blanks too."""
    if text != text.strip() or _INVISIBLE.search(text):
        return True
    return inside and bool(_HARD_BLANK.search(text) or _LONG_BLANKS.search(text))


def tidied(text: str, *, inside: bool) -> str:
    """Return the text without what `has_stray_blanks` finds; line breaks inside stay."""
    text = _INVISIBLE.sub("", text).strip()
    return _LONG_BLANKS.sub(" ", _HARD_BLANK.sub(" ", text)) if inside else text


def mixed_words(text: str, *, classes: bool = False) -> tuple[str, ...]:
    """Return the words in which a letter of the other alphabet was typed by mistake.

    Words such as «Zoomе» or «QRкод», mixed on purpose, are left alone: their foreign letters either look like no
    letter of the other alphabet or are a Russian ending. With `classes`, «5A» with a Latin letter counts.
    """
    if not _LATIN_LETTER.search(text):
        return ()
    found = [word for word in _MIXED.findall(text) if repaired_word(word) != word]
    found += _LONELY.findall(text)
    return tuple(found + (_CLASS.findall(text) if classes else []))


def repaired_word(word: str) -> str:
    """Return a mixed word in one alphabet; the word itself when it has no such reading."""
    latin = sum(letter.isascii() for letter in word)
    if 2 * latin <= len(word):
        made = word.translate(TO_CYRILLIC)
        return made if not any(letter.isascii() for letter in made) else word
    made = word.translate(TO_LATIN)
    return made if made.isascii() and _INSIDE.search(word) else word


def is_surely_cyrillic(word: str) -> bool:
    """Tell whether a word from `mixed_words` can only be Cyrillic: «СOМ», all look-alikes, may be either."""
    other = repaired_word(word) if _MIXED.fullmatch(word) else word.translate(TO_CYRILLIC)
    if any(letter.isascii() and letter.isalpha() for letter in other):
        return False
    latin = sum(letter.isascii() for letter in word)
    return not (_MIXED.fullmatch(word) and word.translate(TO_LATIN).isascii() and 3 * latin >= len(word))


def repaired(text: str, words: tuple[str, ...]) -> str:
    """Return the text with the given words (from `mixed_words`) in one alphabet."""
    for word in words:
        other = repaired_word(word) if _MIXED.fullmatch(word) else word.translate(TO_CYRILLIC)
        text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, text)
    return text


_NAME = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё][а-яё]*)*|[А-ЯЁ]['’][А-ЯЁ][а-яё]+"
_PARTICLE = r"оглы|оглу|кызы|гызы|улы|ибн|аль|фон|ван|де|ла|дер|эль|да|бей|заде|паша"
_FULL = re.compile(
    rf"(?:{_NAME}|[А-ЯЁ](?= (?:{_NAME})))(?: \((?:{_NAME})\))?(?: (?:{_NAME}|{_PARTICLE}|[А-ЯЁ])){{1,5}}"
)
_SHORT = re.compile(rf"(?:{_NAME})(?: ?(?:[А-ЯЁ][а-яё]?\. ?){{1,2}})")


def is_fio(text: str) -> bool:
    """Tell whether a text is «Фамилия Имя Отчество» or «Фамилия И. О.»."""
    return bool(_FULL.fullmatch(text) or _SHORT.fullmatch(text + " ") or _SHORT.fullmatch(text))


def capitalised(text: str) -> str:
    """Return a name with each word capitalised: «ИВАНОВА анна» becomes «Иванова Анна»."""
    return re.sub(r"[А-Яа-яЁё]+", lambda word: word[0].capitalize(), text)


def lowered(text: str) -> str:
    """Return the text as it stands inside a sentence: its first letter small, but for «ДЗ»."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def quoted(text: str) -> str:
    """Return the text in quotation marks; its own become the inner ones: «Обучение пользователей „ЭлЖур“»."""
    return f"«{text.replace('«', '„').replace('»', '“')}»"


def listed(values: Iterable[str], most: int = 8) -> str:
    """Return values in quotation marks, separated by commas; beyond `most` the rest is left out with «и др.»."""
    every = [quoted(value) for value in values]
    return ", ".join(every[:most]) + (" и др." if len(every) > most else "")


def nearest(text: str, values: Sequence[str]) -> str:
    """Return the value most like a text; empty when none is like it."""
    wanted = fold(text)
    likeness, value = max(((_likeness(wanted, fold(value)), value) for value in values), default=(0.0, ""))
    return value if likeness >= LIKE else ""


def _likeness(text: str, value: str) -> float:
    """Return how alike two texts are, 0–100: slips of typing, words in another order, a part that was left out."""
    from rapidfuzz import fuzz

    whole = max(fuzz.ratio(text, value), fuzz.token_sort_ratio(text, value))
    # One word in common, such as «и», makes no likeness: a part counts only where it stands whole in the other.
    is_part = min(len(text), len(value)) >= SHORTEST_PART and fuzz.partial_ratio(text, value) >= WHOLE_PART
    return max(whole, LIKE if is_part else 0)
