"""Texts without what gives away a secret: what is recorded from files and what is printed (A II.3)."""

from collections.abc import Iterator

from wg_excel.domain.language.texts import squeeze
from wg_excel.domain.privacy.secrets import tells_secret

WITHHELD = "[здесь были данные для входа, они не показаны]"


def without_secrets(text: str) -> tuple[str, bool]:
    """Return a text without the lines that give away a secret, and whether there were any."""
    line = squeeze(text)
    if not tells_secret(text) and (line == text or not tells_secret(line)):
        return text, False
    kept = "\n".join(_kept(text))
    return (WITHHELD if tells_secret(kept) or tells_secret(squeeze(kept)) else kept), True


def _kept(text: str) -> Iterator[str]:
    """Yield the lines; in the place of those with a secret one line that says so."""
    was_hidden = False
    for line in text.splitlines():
        hides = tells_secret(line)
        if not hides:
            yield line
        elif not was_hidden:
            yield WITHHELD
        was_hidden = hides
