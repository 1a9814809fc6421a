"""Put posts into Russian cases: «заместитель директора» → «заместителю директора»."""

import re

from wg_excel.domain.language.declension import Case

HUSHING = "жшчщ"
# Words that look like an adjective but are the head of the post; what follows them stays as it is.
HEADS = frozenset({"вожатый", "вожатая", "дежурный", "дежурная", "рабочий"})
PARTICIPLE_ADJECTIVES = frozenset({"ведущий", "ведущая"})
ADJECTIVE_ABBREVIATIONS = frozenset({"гл.", "мл.", "ст.", "сист."})
ADVERBS = frozenset({"временно"})
PREPOSITIONS = frozenset({"за", "по", "при", "в", "на", "с"})
FIRST_PARTS = frozenset({"контент", "пресс", "медиа", "веб", "бизнес", "интернет", "экс"})
UNCHANGED = PREPOSITIONS | FIRST_PARTS | ADVERBS
# What a further post of one person begins with.
NOUNS = re.compile(
    r"администратор|библиотекарь|бухгалтер|воспитатель|вожатый|директор|завуч|заместитель|зам\.|инженер|инструктор"
    r"|куратор|лаборант|логопед|мастер|методист|наставник|оператор|организатор|педагог|помощник|председатель"
    r"|преподаватель|программист|психолог|руководитель|секретарь|совместитель|советник|специалист|техник|тренер|тьютор"
    r"|учитель"
)
FURTHER = re.compile(r"(, | \(|\))")


def decline_post(post: str, case: Case) -> str:
    """Return a post in a case: its adjectives and head noun change, what depends on them does not.

    After a comma or in brackets a further post changes too: «заместитель директора по УВР, учитель химии».
    """
    first, *others = FURTHER.split(post)
    return "".join([_one_post(first, case), *(_one_post(part, case) if _is_post(part) else part for part in others)])


def lowered(post: str) -> str:
    """Return a post as it stands inside a sentence: «Директор» as «директор», «IT-специалист» as it is."""
    return post if post[1:2].isupper() or "." in post[1:2] else post[:1].lower() + post[1:]


def _one_post(post: str, case: Case) -> str:
    words = post.split()
    done = 0
    while done < len(words):
        word = words[done]
        words[done] = "-".join(_declined(piece, case) for piece in word.split("-"))
        done += 1
        if not _is_before_head(word):
            break
    return " ".join(words)


def _is_post(text: str) -> bool:
    """Tell a post by its noun from one more subject, as in «учитель русского языка, литературы»."""
    head = next((word for word in text.lower().split() if not _is_before_head(word)), "")
    return bool(NOUNS.fullmatch(head.partition("-")[0])) or _is_head(head)


def _is_before_head(word: str) -> bool:
    low = word.lower()
    return low in ADJECTIVE_ABBREVIATIONS | ADVERBS or (_is_adjective(word) and not _is_head(low))


def _declined(word: str, case: Case) -> str:
    if _is_abbreviated(word) or not _is_cyrillic(word) or word.lower() in UNCHANGED:
        return word
    return _adjective(word, case) if _is_adjective(word) else _noun(word, case)


def _adjective(word: str, case: Case) -> str:
    stem, ending = word[:-2], word[-2:].lower()
    soft = stem[-1:].lower() in HUSHING or ending == "яя" or (ending == "ий" and stem[-1:].lower() not in "кгх")
    if ending in {"ая", "яя"}:
        accusative = "юю" if ending == "яя" else "ую"
        return stem + (accusative if case is Case.ACCUSATIVE else "ей" if soft else "ой")
    if case is Case.INSTRUMENTAL:
        return stem + ("им" if soft or stem[-1:].lower() in "кгх" else "ым")
    return stem + ("е" if soft else "о") + ("му" if case is Case.DATIVE else "го")


def _noun(word: str, case: Case) -> str:
    stem, last = word[:-1], word[-1:].lower()
    if last in "ьй":
        return stem + _masculine(case, "ю", "ем", "я")
    if last in "ая":
        return stem + _feminine(stem, last, case)
    if last in "оеёуюыиэ":
        return word
    if word.lower().endswith("авец"):
        stem, word = stem[:-1], word[:-2] + "ц"
    return word + _masculine(case, "у", "ем" if word[-1:].lower() in HUSHING + "ц" else "ом", "а")


def _masculine(case: Case, dative: str, instrumental: str, other: str) -> str:
    return {Case.DATIVE: dative, Case.INSTRUMENTAL: instrumental}.get(case, other)


def _feminine(stem: str, last: str, case: Case) -> str:
    if case is Case.ACCUSATIVE:
        return "у" if last == "а" else "ю"
    if case is Case.INSTRUMENTAL:
        return "ей" if last == "я" or stem[-1:].lower() in HUSHING + "ц" else "ой"
    if case is Case.DATIVE and not stem.lower().endswith("и"):
        return "е"
    return "и" if last == "я" or stem[-1:].lower() in HUSHING + "гкх" else "ы"


def _is_adjective(word: str) -> bool:
    return len(word) > 4 and word.lower().endswith(("ый", "ий", "ой", "ая", "яя"))


def _is_head(low: str) -> bool:
    return low in HEADS or (low.endswith(("щий", "щая")) and low not in PARTICIPLE_ADJECTIVES)


def _is_abbreviated(word: str) -> bool:
    return "." in word or len(word) == 1


def _is_cyrillic(word: str) -> bool:
    return word.isalpha() and "а" <= word[-1:].lower() <= "я" and not (word.isupper() and len(word) > 1)
