from tests.facts_notation import entries, figures, lessons
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.merge_message import Moved, foreseen, loaded
from wg_excel.domain.imported.scopes import scope_of

OLD = Facts(lessons("09-01 1 5А Чтение Ким + -\n09-02 1 5А Чтение Ким - -", source=1))
NEW = Facts(lessons("09-01 1 5А Чтение Ким + +", source=3))


def test_what_was_loaded_is_counted_in_russian() -> None:
    assert loaded(OLD) == "Загружено: 2 урока."
    mixed = Facts(NEW.lessons, entries("09-01 5А Чтение Ким mark 09-01 21"), figures("quality 09-01 10-23 2А _ _ n=3"))
    assert loaded(mixed) == "Загружено: 1 урок, 21 запись о вводе, 1 показатель."


def test_a_replacement_tells_what_stood_before_and_what_moved() -> None:
    old, new = scope_of(1, OLD), scope_of(3, NEW)
    assert str(Moved(NEW, OLD, new, [old], [], 0)) == (
        "Загружено: 1 урок. Заменяет импорт № 1: было 2 урока; ДЗ: 0 → 1."
    )


def test_rows_known_before_are_told() -> None:
    new = scope_of(3, NEW)
    assert str(Moved(NEW, Facts(), new, [], [], 21)) == (
        "Загружено: 1 урок. Было и в прежних выгрузках: 21 строка; каждая учтена один раз, по новой."
    )


def test_before_an_import_is_made_it_is_spoken_of_in_the_future() -> None:
    assert foreseen(loaded(OLD)) == "Будет загружено: 2 урока."
    assert foreseen("Уже загружено (импорт № 1): ничего не изменилось.").startswith("Уже загружено")


def test_a_period_within_an_earlier_one_is_told_from_either_end() -> None:
    days = "09-0{} 1 5А Чтение Ким + +"
    old = scope_of(1, Facts(lessons("\n".join(map(days.format, (1, 2, 3))), source=1)))
    later = Facts(lessons("\n".join(map(days.format, (2, 3))), source=3))
    assert "Период короче, чем у импорта № 1" in str(Moved(later, Facts(), scope_of(3, later), [], [old], 0))


def test_classes_lost_since_several_imports_are_told_once() -> None:
    both = "09-01 {} 5А Чтение Ким + +\n09-01 {} 6Б Чтение Ким + +"
    old = [scope_of(n, Facts(lessons(both.format(n, n), source=n))) for n in (1, 2)]
    new = Facts(lessons("09-01 1 5А Чтение Ким + +", source=3))
    told = str(Moved(new, Facts(), scope_of(3, new), [], old, 0))
    assert told.endswith("Нет классов 6Б: их данные остались из импортов № 1, № 2.")


def test_classes_of_the_last_import_for_other_days_are_missed_unless_a_part_was_meant() -> None:
    both = Facts(lessons("09-01 1 5А Чтение Ким + +\n09-01 1 6Б Чтение Ким + +", source=1))
    one = Facts(lessons("10-01 1 5А Чтение Ким + +", source=2))
    other = Facts(lessons("10-01 1 7В Чтение Ким + +", source=2))
    told = [str(Moved(new, Facts(), scope_of(2, new), [], [], 0, [scope_of(1, both)])) for new in (one, other)]
    assert "Нет классов 6Б, а в прошлом таком отчёте (импорт № 1) они были." in told[0]
    assert "Нет классов" not in told[1]
