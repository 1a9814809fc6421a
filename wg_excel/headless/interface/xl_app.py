"""The engine, its applications and their books, as xlwings asks for them."""

# ruff: noqa: ANN401, ARG002, FBT001, FBT002 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xlwings import base_classes

from wg_excel.headless.errors import UnsupportedMember

from .xl_books import Books
from .xl_values import Reading, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .xl_range import Range

_PIDS = itertools.count(1)


class Engine:
    """What `xw.engines["headless"]` stands on."""

    name = "headless"
    type = "desktop"

    def __init__(self) -> None:
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Any, _options: Any = None) -> Any:
        """Turn a value of pandas or numpy into a plain one; what is missing becomes nothing."""
        return plain_value(value)

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
        options = Reading(datetime_builder, empty_as, number_builder, err_to_str)
        return options.of_block(data)


class Apps(base_classes.Apps):
    """The applications: groups of books in this process."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.opened: list[App] = []
        self.clipboard: Range | None = None  # one for all applications, as the computer's

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
