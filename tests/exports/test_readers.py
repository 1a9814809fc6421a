import datetime as dt
from pathlib import Path

from tests.exports.sheets import rows, text_file
from tests.exports.whole import read
from wg_excel.domain.imported.facts import Entry, Figure, Lesson
from wg_excel.exports import Synonyms, recognise

TODAY = dt.date(2026, 11, 22)
MOVEMENT = "Период: 01.09.2026 - 23.10.2026\nКласс | На начало | Прибыло | Выбыло | На конец\n5А | 20 | 1 | 2 | 19"
LESSONS = "Дата | Класс | Предмет | Учитель | Тема | ДЗ\n01.09.2026 | 5А | Физика | Ким А. В. | Сила | § 1"


def write(path: Path, table: str) -> Path:
    path.write_bytes(text_file(rows(table)))
    return path


def test_facts_come_back_from_the_child_as_the_domain_has_them(tmp_path: Path) -> None:
    lists = [write(tmp_path / "движение.csv", MOVEMENT), write(tmp_path / "уроки.csv", LESSONS)]
    movement, lessons = read(lists, today=TODAY)
    assert movement.export is not None
    assert lessons.export is not None
    assert movement.export.facts.figures[0] == Figure(
        20260901, 20261023, "movement", "5А", "", "", "", "begin", 20.0, 0
    )
    assert isinstance(lessons.export.facts.lessons[0], Lesson)
    assert (movement.export.first, movement.export.last) == (dt.date(2026, 9, 1), dt.date(2026, 10, 23))
    assert lessons.export.facts.entries == tuple[Entry, ...]()


def test_recognising_gives_all_but_the_facts(tmp_path: Path) -> None:
    (reading,) = recognise([write(tmp_path / "движение.csv", MOVEMENT)], today=TODAY)
    assert reading.export is not None
    assert (reading.status, reading.export.kind, reading.export.rows) == ("known", "movement", 1)
    assert reading.export.facts.figures == ()
    assert reading.message == "Движение учащихся, 01.09.2026 – 23.10.2026, строк: 1."


def test_files_that_cannot_be_had_are_refused_each_by_itself(tmp_path: Path) -> None:
    good = write(tmp_path / "движение.csv", MOVEMENT)
    found = read([tmp_path / "нет.xlsx", tmp_path, good], today=TODAY)
    assert [reading.status for reading in found] == ["refused", "refused", "known"]
    assert found[0].message == "Файл не найден: проверьте имя и папку."


def test_readings_keep_the_order_of_the_paths_and_progress_is_told(tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.csv", MOVEMENT.replace("| 20", f"| {n}")) for n in range(6)]
    told: list[tuple[int, int]] = []
    found = read(paths, today=TODAY, progress=lambda done, of: told.append((done, of)))
    assert [reading.file for reading in found] == [path.name for path in paths]
    assert told == sorted(told)
    assert {*told} >= {(n, 6) for n in range(1, 7)}


def test_a_kind_that_the_user_names_must_fit(tmp_path: Path) -> None:
    path = write(tmp_path / "движение.csv", MOVEMENT)
    (right,), (by_title,) = (read([path], kind=kind, today=TODAY) for kind in ("movement", "Движение учащихся"))
    (wrong,), (unknown,) = (read([path], kind=kind, today=TODAY) for kind in ("lessons", "уроки"))
    assert (right.status, by_title.status, wrong.status, unknown.status) == ("known", "known", "refused", "refused")
    assert wrong.message.startswith("Это не отчёт «Темы и ДЗ»")
    assert "lessons" in unknown.message


def test_headings_that_a_user_mapped_are_known_from_then_on(tmp_path: Path) -> None:
    path = write(tmp_path / "уроки.csv", LESSONS.replace("Тема", "Изученный материал").replace("ДЗ", "Сделать дома"))
    (before,) = read([path], today=TODAY)
    mapped = Synonyms((("Изученный материал", "Тема"), ("Сделать дома", "Домашнее задание")))
    (after,) = read([path], today=TODAY, extra=mapped)
    assert (before.status, after.status) == ("unknown", "known")
    assert "Изученный материал" in before.headings
