from tools.report_reference import PAGE, reference_page


def test_the_page_of_the_rules_is_that_of_their_definitions() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page()
