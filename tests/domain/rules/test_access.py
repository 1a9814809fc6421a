from tests.domain.conftest import Check

DAY = "2026-10-14"


def access(signed: str = "", revoked: str = "") -> str:
    return f"""
Доступы
Дата        ФИО                   Ответственность подписана  Отозван
2026-09-15  Котова Ирина Львовна  {signed:<25}  {revoked}
"""


def test_access_without_signed_responsibility_is_an_error(check: Check) -> None:
    assert check(access(), DAY) == ["ACC-1 Котова Ирина Львовна 15.09.2026"]


def test_signed_or_revoked_access_is_in_order(check: Check) -> None:
    assert check(access(signed="2026-09-15"), DAY) == []
    assert check(access(revoked="2026-09-20"), DAY) == []


def test_an_unreadable_date_of_signing_is_reported_once(check: Check) -> None:
    assert check(access(signed="31.09.2026"), DAY) == ["FLD-DATE 6 Ответственность подписана"]
