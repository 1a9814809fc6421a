"""Collections as xlwings asks for them: by position from 1 or by name."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xlwings import base_classes

if TYPE_CHECKING:
    from collections.abc import Iterator


class Collection(base_classes.Collection):
    """A list of members made anew from the workbook each time it is asked."""

    def __init__(self, parent: Any) -> None:
        self._parent = parent

    def members(self) -> list[Any]:
        """Return the members in order."""
        raise NotImplementedError

    @property
    def api(self) -> Any:
        """The collection itself: there is no program behind it."""
        return self

    @property
    def parent(self) -> Any:
        """What the collection belongs to."""
        return self._parent

    def __call__(self, key: int | str) -> Any:
        """Return a member by position from 1, or by name without case; raises `KeyError`."""
        members = self.members()
        if isinstance(key, str):
            for member in members:
                if member.name.lower() == key.lower():
                    return member
        elif 1 <= int(key) <= len(members):
            return members[int(key) - 1]
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self.members())

    def __iter__(self) -> Iterator[Any]:
        return iter(self.members())

    def __contains__(self, key: int | str) -> bool:
        try:
            self(key)
        except KeyError:
            return False
        return True
