from wg_excel.domain.staff import compare
from wg_excel.domain.teachers import Teacher

PRESENT = (
    Teacher("Иванова Мария Петровна", subjects="Математика", row=6),
    Teacher("Королёва Алёна Петровна", classes="5А", row=7),
    Teacher("Сейтумеров Рустем Ахтемович", row=8),
)


def test_new_people_are_added_and_absent_ones_are_only_named() -> None:
    change = compare(PRESENT, (*PRESENT[:2], Teacher("Даценко Ирина Андреевна")))
    assert change.new == ("Даценко Ирина Андреевна",)
    assert change.gone == ("Сейтумеров Рустем Ахтемович",)
    assert change.changed == ()


def test_a_changed_cell_is_told_with_its_old_and_new_value() -> None:
    change = compare(PRESENT, (Teacher("Королева Алена Петровна", classes="5А, 6Б"), PRESENT[0], PRESENT[2]))
    (update,) = change.updates["Королёва Алёна Петровна"]
    assert (update.row, update.name, update.old, update.new) == (7, "classes", "5А", "5А, 6Б")


def test_a_blank_cell_of_the_list_changes_nothing() -> None:
    assert compare(PRESENT, (Teacher("Иванова  Мария Петровна"), *PRESENT[1:])).changed == ()


def test_the_sentence_counts_and_names() -> None:
    change = compare(PRESENT, (PRESENT[0], Teacher("Даценко Ирина Андреевна")))
    assert str(change) == (
        "Новых: 1 (Даценко Ирина Андреевна); изменено: 0; "
        "нет в списке (не удалены): 2 (Королёва Алёна Петровна, Сейтумеров Рустем Ахтемович); не принято: 0."
    )
