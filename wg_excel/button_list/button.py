"""What one button is."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Button:
    """One button: its function, caption, the sheets that show it, and how the ribbon shows it.

    `image_mso` is the name of one of Office's own pictures, `keytip` the letters behind Alt; `asks` tells whether the
    user chooses one file or several first.
    """

    function: str
    caption: str
    sheets: tuple[str, ...]
    ribbon_group: str
    screentip: str
    supertip: str
    image_mso: str
    keytip: str
    asks: Literal["", "file", "files"] = ""

    @property
    def macro(self) -> str:
        """Return the name of the Sub that presses the button: `WgCheckEntries`."""
        return "Wg" + "".join(word.capitalize() for word in self.function.split("_"))
