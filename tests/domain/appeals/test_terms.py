import pytest

from wg_excel.domain.appeals.terms import Term, read_term


@pytest.mark.parametrize(
    ("typed", "term", "words"),
    [
        (5.0, Term(5), "5 рабочих дней"),
        ("1 день", Term(1), "1 рабочий день"),
        ("3 р. д.", Term(3), "3 рабочих дня"),
        ("3 р.д.", Term(3), "3 рабочих дня"),
        ("10 раб. дней", Term(10), "10 рабочих дней"),
        ("2 рабочих дня", Term(2), "2 рабочих дня"),
        (0.0, Term(0), "0 рабочих дней"),
        ("8 ч", Term(minutes=480), "8 рабочих часов"),
        ("4 часа", Term(minutes=240), "4 рабочих часа"),
        ("1час", Term(minutes=60), "1 рабочий час"),
        ("21 Час", Term(minutes=1260), "21 рабочий час"),
        ("1,5 ч.", Term(minutes=90), "1,5 рабочего часа"),
        ("2 ч 30 мин", Term(minutes=150), "2,5 рабочего часа"),
        ("45 минут", Term(minutes=45), "0,75 рабочего часа"),
        ("6 раб. ч.", Term(minutes=360), "6 рабочих часов"),
    ],
)
def test_a_term_is_read_as_schools_write_it(typed: object, term: Term, words: str) -> None:
    assert read_term(typed) == term
    assert str(term) == words
    assert read_term(term.in_cell) == term


@pytest.mark.parametrize(
    "typed", ["", "скоро", "-1", "367", "0 ч", "полдня", "2 недели", 0.1667, "4:00", "1000 ч", "ч"]
)
def test_what_is_no_term_is_refused(typed: object) -> None:
    with pytest.raises(ValueError, match=f"^{typed}$"):
        read_term(typed)
