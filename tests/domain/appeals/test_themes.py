import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.themes import Repeated, of_kind, repeated_themes
from wg_excel.domain.periods import Period

QUARTER = Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
APPEALS = """
    Обращения
    №   Дата        Категория              Вид помощи    Тема
    1   2026-10-05  Педагог                Методическая  Итоговые отметки
    2   2026-10-06  Педагог                Методическая  Итоговые отметки
    3   2026-10-07  Классный руководитель  Методическая  Итоговые отметки
    4   2026-10-07  Педагог                Техническая   Итоговые отметки
    5   2026-10-08  Родитель               Техническая   Вход и доступ
    6   2026-10-09  Родитель               Техническая   Вход и доступ
    7   2026-10-09  Родитель               Техническая   Иное
    8   2026-10-09  Родитель               Техническая   Иное
    9   2026-10-09  Родитель               Техническая   Иное
    10  2026-09-30  Родитель               Техническая   Вход и доступ
    11  2026-11-20  Родитель               Техническая   Вход и доступ
"""


def repeated(day: dt.date) -> tuple[Repeated, ...]:
    return repeated_themes(group_of(APPEALS)[Appeal], QUARTER, day)


def test_the_third_of_a_kind_in_the_quarter_makes_a_theme_repeated() -> None:
    assert [one.theme for one in repeated(dt.date(2026, 10, 6))] == []
    assert [one.theme for one in repeated(dt.date(2026, 10, 31))] == ["Итоговые отметки"]
    assert [one.theme for one in repeated(dt.date(2026, 11, 20))] == ["Итоговые отметки", "Вход и доступ"]


def test_how_to_do_something_wants_a_training_and_a_fault_the_meeting() -> None:
    assert [str(one) for one in repeated(dt.date(2026, 11, 20))] == [
        (
            "Тема «Итоговые отметки»: 3 обращения за квартал (Педагог – 2, Классный руководитель – 1) — "
            "проведите обучение (Педагог)."
        ),
        "Тема «Вход и доступ»: 3 обращения за квартал (Родитель – 3) — вынесите на заседание.",
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [("Техническая", "технических"), ("Консультационная", "консультационных"), ("Методическая", "методических")],
)
def test_kinds_of_help_agree_with_appeals(kind: str, words: str) -> None:
    assert of_kind(kind) == words


def test_the_monitorings_remarks_about_the_same_thing_stand_in_the_question() -> None:
    (theme,) = repeated(dt.date(2026, 10, 31))
    whole = theme.with_remarks(["Ким О. Ю.", "Ким О. Ю.", "Белова А. И."])
    assert whole.question == f"{theme.question}; замечания мониторинга – 3 у 2 педагогов"
