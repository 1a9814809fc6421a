import pytest

from wg_excel.domain.meetings.quorum import needed


@pytest.mark.parametrize(
    ("members", "share", "wanted"),
    [(7, 0.5, 4), (8, 0.5, 5), (7, 50, 4), (6, 1, 6), (6, 100, 6), (9, 2 / 3, 7), (0, 0.5, 0), (7, 0, 0)],
)
def test_a_quorum_is_more_than_the_share_and_never_more_than_all(members: int, share: float, wanted: int) -> None:
    assert needed(members, share) == wanted
