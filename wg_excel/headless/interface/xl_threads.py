"""Threaded comments as far as they can be kept true: they are read; adding one would need the account of a person."""

# ruff: noqa: ANN401, ARG002, FBT001 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.addresses import Box
from wg_excel.headless.cells.texts import clean
from wg_excel.headless.errors import UnsupportedMember

if TYPE_CHECKING:
    from lxml.etree import _Element

    from wg_excel.headless.worksheet import Worksheet


def sheet_threads(parent: Any) -> list[Comment]:
    """Return the threaded comments of a sheet."""
    sheet: Worksheet = parent.sheet
    found = []
    for part in sheet.book.package.related(sheet.part.name, "threadedComment"):
        elements = list(part.xml.iter("{*}threadedComment"))
        found += [Comment(parent, e, elements) for e in elements if e.get("parentId") is None]
    return found


def thread_at(parent: Any, box: Box) -> Comment | None:
    """Return the threaded comment on a cell."""
    return next((c for c in sheet_threads(parent) if c.element.get("ref") == str(box)), None)


def add_thread(parent: Any, box: Box, text: str) -> Comment:  # noqa: ARG001 - the member's arguments
    """Refuse: an author of a threaded comment is an account of Excel."""
    raise UnsupportedMember("Range.add_comment", "добавьте примечание через Range.add_note")


class Comment(base_classes.Comment):
    """A threaded comment, to be read."""

    def __init__(self, parent: Any, element: _Element, elements: list[_Element]) -> None:
        self.parent = parent
        self.element = element
        self.elements = elements

    @property
    def api(self) -> Any:
        """The comment itself."""
        return self

    @property
    def text(self) -> str:
        """The text."""
        return self.element.findtext("{*}text") or ""

    @text.setter
    def text(self, value: str) -> None:
        found = self.element.find("{*}text")
        if found is not None:
            found.text = clean(value)

    @property
    def author(self) -> str:
        """The author's name."""
        book = self.parent.sheet.book
        for part in book.package.related(book.part.name, "person"):
            for person in part.xml.iter("{*}person"):
                if person.get("id") == self.element.get("personId"):
                    return person.get("displayName") or ""
        return ""

    @property
    def creation_date(self) -> dt.datetime | None:
        """When it was written."""
        try:
            return dt.datetime.fromisoformat(self.element.get("dT") or "")
        except ValueError:
            return None

    @property
    def resolved(self) -> bool:
        """Whether the thread is closed."""
        return self.element.get("done") in {"1", "true"}

    def set_resolved(self, value: bool) -> None:
        """Close or reopen the thread."""
        self.element.set("done", "1" if value else "0")

    @property
    def location(self) -> Any:
        """The cell."""
        return self.parent.range(self.element.get("ref") or "A1")

    @property
    def replies(self) -> list[CommentReply]:
        """The answers."""
        return [CommentReply(e) for e in self.elements if e.get("parentId") == self.element.get("id")]

    def add_reply(self, text: str) -> None:
        """Refuse: an author of a threaded comment is an account of Excel."""
        raise UnsupportedMember("Comment.add_reply", "ответьте в Excel или добавьте примечание")

    def delete(self) -> None:
        """Refuse: the note that stands for the thread would be left."""
        raise UnsupportedMember("Comment.delete", "удалите обсуждение в Excel")


class CommentReply(base_classes.CommentReply):
    """An answer in a thread."""

    def __init__(self, element: _Element) -> None:
        self.element = element

    @property
    def text(self) -> str:
        """The text."""
        return self.element.findtext("{*}text") or ""
