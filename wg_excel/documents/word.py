"""Fill a Word template: sandboxed, the same contents giving the same bytes."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wg_excel.book.outputs import write_output
from wg_excel.domain.failures import Failure

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment of a zip
CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"}  # signs that XML cannot hold
PERCENT = re.compile(r"(?<=\d) (?=%)")  # no line ends between a figure and its sign


class BadTemplate(Failure):
    """A school's own template cannot be filled."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"Шаблон «{name}» не удалось заполнить ({reason}): проверьте отметки в фигурных скобках "
            "или удалите файл, чтобы взять шаблон программы."
        )


def fill(template: str, values: Mapping[str, object], target: Path, *, beside: Path | None, day: dt.date) -> None:
    """Write a Word file from a template of the package; a file of its name in the folder `beside` wins.

    `values` may hold texts, lists and mappings of them; `day` dates the file's properties.
    """
    from docxtpl import DocxTemplate

    try:
        document = DocxTemplate(_template(template, beside))
        _refuse_unknown_marks(document, values)
        document.render(_clean(values), jinja_env=_sandbox(), autoescape=True)
    except Exception as problem:  # what a school's own template may do is open
        raise BadTemplate(template, _reason(problem)) from problem
    properties = document.docx.core_properties
    properties.created = properties.modified = dt.datetime.combine(day, dt.time())
    write_output(target, packed(document.docx))


def _refuse_unknown_marks(document: Any, values: Mapping[str, object]) -> None:  # noqa: ANN401 - untyped library
    """Raise UndefinedError for a mark misspelt: it would leave a blank in a paper that is signed."""
    from jinja2 import UndefinedError

    unknown = document.get_undeclared_template_variables(jinja_env=_sandbox(), context=values)
    if unknown:
        raise UndefinedError(f"'{min(unknown)}'")


def _reason(problem: Exception) -> str:
    """Return in plain words why a template cannot be filled."""
    from docx.opc.exceptions import PackageNotFoundError
    from jinja2 import TemplateSyntaxError, UndefinedError

    if isinstance(problem, PackageNotFoundError | zipfile.BadZipFile | ValueError | KeyError):
        return "это не файл Word"
    if isinstance(problem, TemplateSyntaxError):
        return "отметка не закрыта или написана с ошибкой"
    if isinstance(problem, UndefinedError):
        named = re.findall(r"'([^']+)'", str(problem)) or [""]
        return f"в отметке названо то, чего в документе нет: «{named[-1]}»" if named[-1] else "отметка называет лишнее"
    return "отметку нельзя выполнить"


@cache
def _sandbox() -> "SandboxedEnvironment":
    """Return what renders templates: nothing of them runs outside it, and each is compiled once for all documents."""
    from jinja2.sandbox import SandboxedEnvironment

    sandbox = SandboxedEnvironment(autoescape=True)
    sandbox.from_string = cache(sandbox.from_string)  # type: ignore[method-assign,assignment]
    return sandbox


def free_file(folder: Path, name: str) -> Path:
    """Return the file of Word to write: the first of the name that nobody has edited."""
    number, target = 1, folder / f"{name}.docx"
    while target.exists() and _is_edited(target):
        number += 1
        target = folder / f"{name} ({number}).docx"
    return target


def _is_edited(path: Path) -> bool:
    """Tell whether a file was saved by another program since it was written: it then has another moment of change."""
    from docx import Document

    try:
        properties = Document(str(path)).core_properties
    except Exception:  # noqa: BLE001 - whatever it is, it is not ours to overwrite
        return True
    return bool(properties.modified != properties.created)


def packed(document: Any) -> bytes:  # noqa: ANN401 - python-docx ships no types
    """Return a document's file with fixed moments, so that equal documents have equal bytes."""
    saved, result = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return result.getvalue()


def _template(name: str, beside: Path | None) -> io.BytesIO:
    own = beside / name if beside else None
    if own and own.is_file():
        return io.BytesIO(own.read_bytes())
    return io.BytesIO((files("wg_excel") / "templates" / name).read_bytes())


def _clean(value: object) -> Any:  # noqa: ANN401 - texts, lists and mappings of any depth
    if isinstance(value, str):
        return PERCENT.sub("\N{NO-BREAK SPACE}", value.translate(CONTROLS))
    if isinstance(value, Mapping):
        return {key: _clean(part) for key, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list | tuple) else value
