import datetime as dt
from pathlib import Path

from wg_excel import buttons
from wg_excel.actions.importing import Imported
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import read_cells
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.history import HistoryEntry

TODAY = dt.date(2026, 11, 22)
SECRET = "пароль: Zima2026!"
ASKED = "Не открывается журнал 5А класса"


def letter(folder: Path, text: str = ASKED, name: str = "письмо.eml", number: str = "1") -> Path:
    path = folder / name
    path.write_text(
        f"From: Соколова Вера Павловна <v@mail.example>\nDate: Fri, 20 Nov 2026 10:15:00 +0300\n"
        f"Message-ID: <{number}@mail>\nSubject: Журнал\nContent-Type: text/plain; charset=utf-8\n\n{text}\n",
        encoding="utf-8",
    )
    return path


def form(folder: Path, *lines: str) -> Path:
    path = folder / "ответы.csv"
    path.write_text("\n".join(("Дата;ФИО;Категория;Ваш вопрос", *lines)), encoding="utf-8")
    return path


def take(book: Path, *files: Path) -> tuple[Imported, ...]:
    with changing(book) as opened:
        return buttons.import_exports(opened, files, today=TODAY)


def appeals(book: Path) -> list[dict[str, object]]:
    with reading(book) as opened:
        cells = read_cells(opened, Appeal)
    return [dict(zip(cells.titles, row, strict=True)) for row in cells.rows if row[0]]


def told(book: Path) -> str:
    with reading(book) as opened:
        return str(read_cells(opened, HistoryEntry).rows[-1])


def test_a_letter_dropped_on_import_becomes_an_appeal(demo_book: Path, tmp_path: Path) -> None:
    (result,) = take(demo_book, letter(tmp_path))
    assert (result.status, result.message) == ("imported", "Записано: № 2026-061.")
    last = appeals(demo_book)[-1]
    assert (last["Заявитель"], last["Канал"], last["Статус"]) == ("Соколова Вера Павловна", "Эл. почта", "Новое")
    assert (last["Суть обращения"], last["Дата"]) == (f"Журнал {ASKED}", dt.datetime(2026, 11, 20))  # noqa: DTZ001
    with reading(demo_book) as opened:
        assert read_cells(opened, AppealState).rows[-1][0] == "2026-061"


def test_the_same_letter_is_one_appeal_however_often_it_comes(demo_book: Path, tmp_path: Path) -> None:
    first, again = take(demo_book, letter(tmp_path), letter(tmp_path, f"{ASKED}\n", "копия.eml"))
    assert (first.status, again.status) == ("imported", "unchanged")
    (later,) = take(demo_book, letter(tmp_path))
    assert (later.status, later.message) == ("unchanged", "Уже в журнале: № 2026-061.")
    assert len(appeals(demo_book)) == 61


def test_answers_of_a_form_become_appeals_and_a_later_download_adds_the_new_ones(
    demo_book: Path, tmp_path: Path
) -> None:
    lines = ["20.11.2026;Иванова Анна Петровна;педагог;Как отметить опоздание?", "21.11.2026;Петров;гость;Где отметки?"]
    (result,) = take(demo_book, form(tmp_path, *lines))
    assert result.message == (
        "Записано: № 2026-061, № 2026-062; не все значения нашлись в справочниках: выберите их сами (1 из 2)."
    )
    assert [one["Категория"] for one in appeals(demo_book)[-2:]] == ["Педагог", None]
    (again,) = take(demo_book, form(tmp_path, *lines, "22.11.2026;Орлов;Родитель;Не вижу оценки", ";Зуев;;"))
    assert (
        again.message == "Записано: № 2026-063; уже в журнале: № 2026-061, № 2026-062; строки без вопроса пропущены: 5."
    )


def test_a_password_is_neither_recorded_nor_told(demo_book: Path, tmp_path: Path) -> None:
    (result,) = take(demo_book, letter(tmp_path, f"{ASKED}\n{SECRET}\nПомогите", f"{SECRET.replace(':', '')}.eml"))
    essence = appeals(demo_book)[-1]["Суть обращения"]
    assert essence == f"Журнал {ASKED} [здесь были данные для входа, они не показаны] Помогите"
    assert "пароль или код доступа: он не записан" in result.message
    assert "Zima" not in f"{result}{told(demo_book)}"


def test_personal_data_are_flagged_and_not_told(demo_book: Path, tmp_path: Path) -> None:
    (result,) = take(demo_book, letter(tmp_path, "Позвоните мне: 8 912 345-67-89, не открывается журнал"))
    assert "есть персональные данные" in result.message
    assert "345" not in f"{result}{told(demo_book)}"


def test_letters_and_exports_are_taken_by_one_press(demo_book: Path, tmp_path: Path) -> None:
    export = school_year.exports()[0]
    by_letter, by_export = take(demo_book, export, letter(tmp_path))
    assert by_letter.message == "Записано: № 2026-061."
    assert by_export.file == export.name


def test_what_cannot_be_read_is_refused_and_the_rest_is_recorded(demo_book: Path, tmp_path: Path) -> None:
    (tmp_path / "битое.eml").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "outlook.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    results = take(demo_book, tmp_path / "битое.eml", tmp_path / "outlook.msg", letter(tmp_path))
    assert [one.status for one in results] == ["refused", "refused", "imported"]
    assert "Сохраните письмо из почты ещё раз как .eml" in results[1].message


def test_a_preview_tells_what_would_be_recorded_and_writes_nothing(demo_book: Path, tmp_path: Path) -> None:
    with reading(demo_book) as opened:
        (result,) = buttons.preview_exports(opened, [letter(tmp_path)], today=TODAY)
    assert result.message == "Будет записано 1 обращение."
    assert len(appeals(demo_book)) == 60


def test_nothing_is_recorded_unless_agreed(demo_book: Path, tmp_path: Path) -> None:
    with changing(demo_book) as opened:
        assert buttons.import_exports(opened, [letter(tmp_path)], today=TODAY, agreed=lambda _: False) == ()
    assert len(appeals(demo_book)) == 60
