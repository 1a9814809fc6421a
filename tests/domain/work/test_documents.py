import pytest

from wg_excel.domain.work.documents import Document


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//a.example/1",
        "https://",
        "http://a b",
        'https://a"onclick',
        "[::",
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    assert Document(link=address).address == ""


def test_addresses_of_the_web_stay_as_they_are() -> None:
    assert Document(link=" https://школа.рф/документы/1.pdf ").address == "https://школа.рф/документы/1.pdf"
