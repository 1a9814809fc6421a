"""The list of what an installation wrote: only that is renewed and removed, and only while nobody has changed it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Self

NAME = ".wg-excel-install.json"


@dataclass
class Manifest:
    """Files by their path within the folder, each with the SHA-256 of what was written; folders that were made."""

    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return the list that lies in a folder, None where none does or it is not readable."""
        try:
            found = json.loads((folder / NAME).read_text(encoding="utf-8"))
            return cls(folder, dict(found["files"]), list(map(str, found["folders"])))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self) -> None:
        """Write the list into its folder."""
        text = json.dumps({"files": self.files, "folders": self.folders}, ensure_ascii=False, indent=1)
        (self.folder / NAME).write_text(text, encoding="utf-8")

    def put(self, name: str, content: bytes) -> bool:
        """Write a file unless the user has one of that name or has changed ours; tell whether it was written."""
        path = self.folder / name
        if path.exists() and (not self._is_ours(name) or path.read_bytes() == content):
            return False
        path.write_bytes(content)
        self.files[name] = hashlib.sha256(content).hexdigest()
        return True

    def make_folder(self, name: str) -> bool:
        """Make a folder where there is none; tell whether it was made."""
        path = self.folder / name
        if path.exists():
            return False
        path.mkdir()
        self.folders.append(name)
        return True

    def remove(self) -> Iterator[str]:
        """Remove what is still as it was written, then the empty folders and the list; yield the names removed."""
        for name in self.files:
            if self._is_ours(name):
                (self.folder / name).unlink()
                yield name
        for name in self.folders:
            path = self.folder / name
            if _is_inside(name) and path.is_dir() and not any(path.iterdir()):
                path.rmdir()
                yield name
        (self.folder / NAME).unlink()

    def _is_ours(self, name: str) -> bool:
        path = self.folder / name
        if not _is_inside(name) or not path.is_file() or path.is_symlink():
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == self.files.get(name)


def _is_inside(name: str) -> bool:
    """Tell whether a name from a list leads to the folder itself: somebody may have changed the list."""
    return len(PurePosixPath(name.replace("\\", "/")).parts) == 1 and name not in {".", ".."} and ":" not in name
