"""The books of an application as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.errors import UnsupportedMember
from wg_excel.headless.package.saving import replace_file
from wg_excel.headless.workbook import Workbook

from .xl_names import Names
from .xl_sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .xl_app import App


_REFUSED_SUFFIXES = {".xls", ".xlsb", ".ods", ".csv", ".txt", ".pdf", ".html", ".xml", ".xlt", ".xla", ".prn"}


class Books(base_classes.Books):
    """The books of an application."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.opened: list[Book] = []
        self._numbers = itertools.count(1)
        self._active: Book | None = None

    @property
    def app(self) -> App:
        """The application."""
        return self._app

    @property
    def api(self) -> Any:
        """The collection itself."""
        return self

    @property
    def active(self) -> Book:
        """The book on top."""
        if self._active in self.opened and self._active is not None:
            return self._active
        if not self.opened:
            raise KeyError("no open book")
        return self.opened[-1]

    @active.setter
    def active(self, book: Book) -> None:
        self._active = book

    def __call__(self, name_or_index: int | str) -> Book:
        """Return a member by position from 1 or by name; raises `KeyError`."""
        if isinstance(name_or_index, str):
            for book in self.opened:
                if book.name.lower() == name_or_index.lower():
                    return book
        elif 1 <= int(name_or_index) <= len(self.opened):
            return self.opened[int(name_or_index) - 1]
        raise KeyError(name_or_index)

    def __len__(self) -> int:
        return len(self.opened)

    def __iter__(self) -> Iterator[Book]:
        return iter(list(self.opened))

    def add(self) -> Book:
        """Make a book with one empty sheet."""
        name = f"Book{next(self._numbers)}"
        return self._take(Book(self._app, Workbook.blank(name), name, None))

    def open(self, fullname: Any, *args: Any, **options: Any) -> Book:
        """Open a file; raises a `WorkbookRefused` with a Russian sentence where it cannot be edited."""
        if any(value for value in [*args[3:5], options.get("password")]):
            raise UnsupportedMember("Books.open(password=…)", "снимите пароль с файла в Excel")
        path = Path(fullname)
        workbook = Workbook.read(path.read_bytes(), path.name)
        return self._take(Book(self._app, workbook, path.name, str(path)))

    def _take(self, book: Book) -> Book:
        self.opened.append(book)
        self._active = book
        return book

    def forget(self, book: Book) -> None:
        """Let a closed book go, which may be large."""
        if book in self.opened:
            self.opened.remove(book)
        if self._active is book:
            self._active = None


class Book(base_classes.Book):
    """A book: a workbook in memory and the file it belongs to."""

    def __init__(self, app: App, workbook: Workbook, name: str, fullname: str | None) -> None:
        self._app = app
        self.workbook = workbook
        self._name = name
        self._fullname = fullname

    @property
    def api(self) -> Any:
        """The workbook in memory."""
        return self.workbook

    def json(self) -> Any:
        """Refuse: this is the form of another engine."""
        raise UnsupportedMember("Book.json", "читайте значения через Range.value")

    @property
    def name(self) -> str:
        """The file's name."""
        return self._name

    @property
    def fullname(self) -> str:
        """The file's path; only the name of a book that was never saved."""
        return self._fullname or self._name

    @property
    def app(self) -> App:
        """The application."""
        return self._app

    @property
    def sheets(self) -> Sheets:
        """The worksheets."""
        return Sheets(self)

    @property
    def names(self) -> Names:
        """The defined names."""
        return Names(self)

    def activate(self) -> None:
        """Put the book on top."""
        self._app.books.active = self

    def close(self) -> None:
        """Close the book without saving it."""
        self._app.books.forget(self)
        copied = self._app.apps.clipboard
        if copied is not None and copied.sheet.book is self:
            self._app.apps.clipboard = None

    def to_bytes(self, suffix: str = "") -> bytes:
        """Return the content as a file."""
        return self.workbook.to_bytes(suffix)

    def save(self, path: Any = None, password: Any = None) -> None:
        """Save the book; with a path the book becomes that file, as in Excel.

        The file is replaced as a whole or not at all.
        """
        if password:
            raise UnsupportedMember("Book.save(password=…)", "задайте пароль в Excel")
        target = self._target(path)
        replace_file(target, self.to_bytes(target.suffix))
        self._fullname, self._name = str(target), target.name

    def _target(self, path: Any) -> Path:
        target = Path(os.path.realpath(path if path is not None else self._fullname or self._name))
        if target.suffix.lower() in _REFUSED_SUFFIXES:
            raise UnsupportedMember(f"сохранение в {target.suffix}", "сохраните книгу как .xlsx или .xlsm")
        return target if target.suffix else target.with_suffix(".xlsx")

    def to_pdf(self, path: Any, quality: Any) -> None:
        """Refuse: printing needs an office program."""
        raise UnsupportedMember("Book.to_pdf", "откройте книгу в Excel или LibreOffice и сохраните её в PDF")
