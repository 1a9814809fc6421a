"""The engine, its applications and their books, as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002, FBT001, FBT002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import datetime as dt
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from .errors import UnsupportedMember
from .saving import replace_file
from .values import CellError
from .workbook import Workbook
from .xl_names import Names
from .xl_sheet import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .xl_range import Range

_PIDS = itertools.count(1)
_REFUSED_SUFFIXES = {".xls", ".xlsb", ".ods", ".csv", ".txt", ".pdf", ".html", ".xml", ".xlt", ".xla", ".prn"}


class Engine:
    """What `xw.engines["headless"]` stands on."""

    name = "headless"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: Any = None) -> Any:
        """Turn a value of pandas or numpy into a plain one; what is missing becomes nothing."""
        if value is None or isinstance(value, str | float | int | dt.datetime | dt.date):
            return None if value != value else value  # noqa: PLR0124 - NaN and NaT differ from themselves
        if hasattr(value, "to_pydatetime"):
            return value.to_pydatetime()
        if type(value).__module__ == "numpy" and hasattr(value, "item"):
            return _of_numpy(value)
        return None if type(value).__name__ == "NAType" else value

    @staticmethod
    def clean_value_data(
        data: Any,
        datetime_builder: Callable[..., Any],
        empty_as: Any,
        number_builder: Callable[[float], Any] | None,
        err_to_str: bool,
    ) -> list[list[Any]]:
        """Apply the reading options to a block of raw values."""
        if not isinstance(data, list | tuple):
            data = [[data]]
        elif data and not isinstance(data[0], list | tuple):
            data = [data]

        def one(value: Any) -> Any:
            if value is None or value == "":
                return empty_as
            if isinstance(value, dt.datetime) and datetime_builder is not dt.datetime:
                return datetime_builder(
                    year=value.year, month=value.month, day=value.day, hour=value.hour,
                    minute=value.minute, second=value.second, microsecond=value.microsecond, tzinfo=None,
                )  # fmt: skip
            if isinstance(value, CellError):
                return str(value) if err_to_str else None
            if number_builder is not None and isinstance(value, float):
                return number_builder(value)
            return value

        return [[one(value) for value in row] for row in data]


def _of_numpy(value: Any) -> Any:
    if type(value).__name__ == "datetime64":
        return None if str(value) == "NaT" else value.astype("datetime64[us]").item()
    plain = value.item()
    return None if plain != plain else plain  # noqa: PLR0124 - NaN


class Apps(base_classes.Apps):
    """The applications: groups of books in this process."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.opened: list[App] = []

    def keys(self) -> list[int]:
        """Return the ids of the applications."""
        return [app.pid for app in self.opened]

    def add(self, spec: Any = None, add_book: Any = None, xl: Any = None, visible: Any = None) -> App:
        """Start an application, with an empty book unless told otherwise."""
        app = App(self)
        self.opened.insert(0, app)
        if add_book or add_book is None:
            app.books.add()
        return app

    def cleanup(self) -> None:  # type: ignore[override]
        """Do nothing: no program is left behind."""

    def __iter__(self) -> Iterator[App]:
        return iter(list(self.opened))

    def __len__(self) -> int:
        return len(self.opened)

    def __getitem__(self, pid: int) -> App:
        for app in self.opened:
            if app.pid == pid:
                return app
        raise KeyError(pid)


class App(base_classes.App):
    """An application: books, and switches that Excel has and that change nothing here."""

    def __init__(self, apps: Apps) -> None:
        self.apps = apps
        self._pid = next(_PIDS)
        self._books = Books(self)
        self._selection: Range | None = None
        self.clipboard: Range | None = None
        self.alerts: list[str] = []
        self._state: dict[str, Any] = {}

    @property
    def engine(self) -> Engine:
        """The engine."""
        return self.apps.engine

    @property  # type: ignore[misc]
    def xl(self) -> Any:
        """The application itself."""
        return self

    @property
    def api(self) -> Any:
        """The application itself: there is no program behind it."""
        return self

    @property
    def pid(self) -> int:
        """A number of the application within this process."""
        return self._pid

    @property
    def hwnd(self) -> int:
        """The same number: there is no window."""
        return self._pid

    @property
    def version(self) -> str:
        """The version of Excel whose file format is written."""
        return "16.0"

    @property
    def path(self) -> str:
        """The folder of this engine."""
        return str(Path(__file__).parent)

    @property
    def startup_path(self) -> str:
        """No folder is opened at the start."""
        return ""

    @property
    def books(self) -> Books:
        """The open books."""
        return self._books

    @property
    def selection(self) -> Range | None:
        """The selected cells of the active sheet."""
        if not self.books.opened:
            return None
        return self.books.active.sheets.active.selection

    def activate(self, steal_focus: bool = False) -> None:
        """Make this the first application."""
        self.apps.opened.remove(self)
        self.apps.opened.insert(0, self)

    def quit(self) -> None:
        """Close all books without saving and end the application."""
        self.books.opened.clear()
        if self in self.apps.opened:
            self.apps.opened.remove(self)

    def kill(self) -> None:
        """End the application."""
        self.quit()

    def calculate(self) -> None:
        """Ask for full calculation when the books are next opened in Excel."""
        for book in self.books.opened:
            book.workbook.touch()

    def run(self, macro: str, args: Any) -> Any:
        """Refuse: macros need Excel."""
        raise UnsupportedMember("App.run / macro", "вызовите соответствующую функцию Python")

    def alert(self, prompt: Any, title: Any, buttons: Any, mode: Any, callback: Any) -> str:
        """Keep the message in `alerts` and answer as the default button would."""
        self.alerts.append(str(prompt))
        return "yes" if buttons in {"yes_no", "yes_no_cancel"} else "ok"


def _switch(name: str, default: Any) -> property:
    """Make a property that only remembers what it was set to."""

    def get(app: App) -> Any:
        return app._state.get(name, default)  # noqa: SLF001 - the accessor of this class

    def put(app: App, value: Any) -> None:
        app._state[name] = value  # noqa: SLF001

    return property(get, put)


for _name, _default in {
    "visible": False,
    "screen_updating": True,
    "display_alerts": True,
    "enable_events": True,
    "interactive": True,
    "calculation": "automatic",
    "status_bar": False,
    "cut_copy_mode": None,
}.items():
    setattr(App, _name, _switch(_name, _default))


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
        if self in self._app.books.opened:
            self._app.books.opened.remove(self)

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
