"""People's names as values: «Фамилия Имя Отчество» in every order and shortness that exports use."""

import re
import unicodedata
from dataclasses import dataclass

from wg_excel.domain.language.texts import TO_CYRILLIC

# In a name a capital Y stands for «У»: «Yсеинов».
LOOK_ALIKES = {**TO_CYRILLIC, ord("Y"): ord("У")}
ONLY_LOOK_ALIKES = re.compile(r"[ABCEHKMOPTXYaceopxyk-]+")
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# Endings that no first name has, so that they tell «Имя Отчество Фамилия» from «Фамилия Имя Отчество».
PATRONYMIC = re.compile(r"(?:вич|вна|[ис]?ична|(?:иль|кузьм|фом|лук|никит|фок|аник|савв)ич)$")
PARTICLES = frozenset({"оглы", "оглу", "улы", "уулу", "кызы", "гызы", "кизи"})
HYPHENS = re.compile(r"\s*[-‐‑‒–—]\s*")
BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
INITIAL = re.compile(r"\w{1,2}\.(?:-\w{1,2}\.)*")
APOSTROPHES = re.compile("[’'`ʼ\"]")
# «Гасан-оглы» is written with a blank as well.
HYPHENED_PARTICLE = re.compile(rf"-(?=(?:{'|'.join(sorted(PARTICLES))})\b)")


@dataclass(frozen=True)
class PersonName:
    """A name in its parts; in «Иванова М. П.» the first name and the patronymic are initials («М.»)."""

    family: str
    first: str = ""
    patronymic: str = ""

    @property
    def is_short(self) -> bool:
        """Tell whether the first name is an initial or missing."""
        return not self.first or self.first.endswith(".")

    @property
    def letters(self) -> str:
        """Return the initials: «М. П.», «А.-М. П.», «» where only the family name is known."""
        return " ".join(_initial(part) for part in (self.first, self.patronymic) if part)


def parse_name(text: str) -> PersonName | None:
    """Read a name in any usual order; return None for a text without letters.

    «Иванова Мария Петровна», «Мария Петровна Иванова», «Иванова М.П.», «М. П. Иванова», «Мамедов Али Гасан оглы».
    Two full words are read as family and first name.
    """
    words = _words(tidy(text))
    if not any(map(str.isalpha, "".join(words))):
        return None
    short = [_is_initial(words, place) for place in range(len(words))]
    return _with_initials(words, short) if any(short) and not all(short) else _in_full(words)


def initials(fio: str) -> str:
    """Return «Иванова М. П.»; a text that is no name of several parts is returned tidied."""
    name = parse_name(fio)
    return f"{name.family} {name.letters}" if name and name.letters else tidy(fio)


def short_first(fio: str) -> str:
    """Return «М. П. Иванова»; a text that is no name of several parts is returned tidied."""
    name = parse_name(fio)
    return f"{name.letters} {name.family}" if name and name.letters else tidy(fio)


def tidy(text: str) -> str:
    """Return a name without extra blanks, brackets with their text and stray signs at its ends."""
    plain = BRACKETS.sub(" ", unicodedata.normalize("NFKC", text))
    return HYPHENS.sub("-", " ".join(plain.split())).strip(" ,;:-")


def folded_name(text: str) -> PersonName | None:
    """Read a name with its parts folded for comparing."""
    name = parse_name(text)
    return name and PersonName(fold(name.family), fold(name.first), fold(name.patronymic))


def may_be(shown: PersonName, name: PersonName) -> bool:
    """Tell whether a folded name, perhaps with initials or without a patronymic, may be that of another spelling."""
    return (
        shown.family == name.family
        and bool(shown.first)
        and _part_may_be(shown.first, name.first)
        and _part_may_be(shown.patronymic, name.patronymic)
    )


def _part_may_be(shown: str, part: str) -> bool:
    if shown.endswith(".") or part.endswith("."):
        return shown.rstrip(".").startswith(part.rstrip(".")[:1]) and part.startswith(shown.rstrip(".")[:1])
    return not shown or shown == part


def fold(text: str) -> str:
    """Return a name for comparing: small letters, ё as е, Latin look-alikes as Cyrillic, one way to write hyphens."""
    plain = APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))
    small = " ".join(map(_cyrillic, tidy(plain).split())).casefold().replace("ё", "е")
    return HYPHENED_PARTICLE.sub(" ", small)


def _cyrillic(word: str) -> str:
    meant = CYRILLIC.search(word) or ONLY_LOOK_ALIKES.fullmatch(word.rstrip("."))
    return word.translate(LOOK_ALIKES) if meant else word


def _words(text: str) -> list[str]:
    words = re.sub(r"\.(?!-)\s*", ". ", text).split()
    if not text.isupper():
        words = [part for word in words for part in _split_initials(word)]
    return _with_particles(words)


def _split_initials(word: str) -> list[str]:
    """Take «ИИ» apart: two capitals in a name that is not all in capitals."""
    return [f"{letter}." for letter in word] if len(word) == 2 and word.isupper() and word.isalpha() else [word]


def _with_particles(words: list[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and word.lower() in PARTICLES:
            joined[-1] += "" if joined[-1].endswith(".") else f" {word}"  # «Алиева С. Ф. кызы»
        else:
            joined.append(word)
    return joined


def _is_initial(words: list[str], place: int) -> bool:
    word = words[place]
    if len(word) > 1:
        return INITIAL.fullmatch(word) is not None
    # A family name may be one letter: «Ю Анна Петровна», «Анна Петровна Ю».
    alone = len(words) > 2 and sum(len(other.rstrip(".")) == 1 for other in words) == 1
    return not alone or (place > 0 and not _is_patronymic(words[place - 1]))


def _with_initials(words: list[str], short: list[bool]) -> PersonName:
    full = [word for word, is_short in zip(words, short, strict=True) if not is_short]
    letters = [word.rstrip(".") + "." for word, is_short in zip(words, short, strict=True) if is_short]
    if len(full) == 2 and len(letters) == 1:
        family, first = full if short[2] else reversed(full)
        return PersonName(family, first, letters[0])
    return PersonName(" ".join(full), letters[0], " ".join(letters[1:]))


def _in_full(words: list[str]) -> PersonName:
    if len(words) < 3:
        return PersonName(*words)
    if _is_patronymic(words[1]):
        return PersonName(" ".join(words[2:]), words[0], words[1])
    if _is_patronymic(words[-1]):
        return PersonName(" ".join(words[:-2]), words[-2], words[-1])
    return PersonName(words[0], words[1], " ".join(words[2:]))


def _is_patronymic(word: str) -> bool:
    low = fold(word)
    return bool(PATRONYMIC.search(low)) or low.rpartition(" ")[2].rpartition("-")[2] in PARTICLES


def _initial(part: str) -> str:
    pieces = (piece for piece in part.split("-") if piece and piece.lower() not in PARTICLES)
    return "-".join(f"{piece[:1].upper()}." for piece in pieces)
