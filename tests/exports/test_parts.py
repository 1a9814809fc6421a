from wg_excel.domain.imported.facts import Export, Figure
from wg_excel.exports.parts import Begun, Collector, Part, Portion, Reading

FIGURE = (20260901, 20261023, "movement", "5А", "", "", "", "begin", 20.0, 0)


def known(kind: str) -> Reading:
    return Reading("файл", "known", Export("файл", kind, "00"))


def collected(*parts: Part) -> list[Reading]:
    collector = Collector()
    return [reading for part in parts for reading in collector.take(part)]


def test_a_reading_comes_with_the_facts_of_its_kind_alone() -> None:
    found = collected(
        Begun("файл"),
        Portion("movement", 2, [FIGURE]),
        Portion("movement", 2, [FIGURE]),
        known("quality"),
        known("movement"),
    )
    assert [len(each.export.facts.figures) for each in found if each.export] == [0, 2]
    assert found[1].export is not None
    assert found[1].export.facts.figures[0] == Figure(*FIGURE)


def test_facts_of_a_file_that_was_broken_off_go_with_it() -> None:
    (found,) = collected(Begun("а"), Portion("movement", 2, [FIGURE]), Begun("б"), known("movement"))
    assert found.export is not None
    assert found.export.facts.figures == ()


def test_a_refusal_passes_as_it_is() -> None:
    refused = Reading("файл", "refused", None, "нет")
    assert collected(Begun("файл"), refused) == [refused]
