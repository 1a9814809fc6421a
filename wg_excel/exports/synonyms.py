"""What a school adds to the kinds: headings mapped once by the user, and a file of its own."""

from typing import NamedTuple


class Synonyms(NamedTuple):
    """Headings of files and the column each means, and the text of the school's own file of kinds (TOML).

    `headings` are pairs (heading in the file, known heading), as on the sheet «Соответствие столбцов»:
    («Изученный материал», «Тема»).
    """

    headings: tuple[tuple[str, str], ...] = ()
    file: str = ""
