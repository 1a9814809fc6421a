"""What other programs, old versions and accidents do to a package: each mutation changes its parts in one way."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

# Names and bytes in the order of the archive; a name may stand there twice.
Parts = list[tuple[str, bytes]]
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def read(path: Path) -> Parts:
    """Read all parts of a file."""
    with zipfile.ZipFile(path) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def write(parts: Parts, path: Path) -> Path:
    """Write parts as a file, whatever their names."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name), data)
    return path


def replaced(parts: Parts, pattern: str, old: str, new: str, *, count: int = 0) -> Parts:
    """Replace a regular expression in all parts whose names match."""
    found = re.compile(pattern)
    return [
        (name, re.sub(old, new, data.decode("utf-8", "replace"), count=count, flags=re.DOTALL).encode())
        if found.fullmatch(name)
        else (name, data)
        for name, data in parts
    ]


def without_a_part(parts: Parts, chance: random.Random) -> Parts:
    gone = chance.randrange(len(parts))
    return [part for place, part in enumerate(parts) if place != gone]


def with_an_empty_part(parts: Parts, chance: random.Random) -> Parts:
    place = chance.randrange(len(parts))
    return [(name, b"" if number == place else data) for number, (name, data) in enumerate(parts)]


def cut_short(parts: Parts, chance: random.Random) -> Parts:
    place = chance.randrange(len(parts))
    return [(name, data[: len(data) // 2] if number == place else data) for number, (name, data) in enumerate(parts)]


def twice(parts: Parts, chance: random.Random) -> Parts:
    return [*parts, chance.choice(parts)]


def in_other_case(parts: Parts, chance: random.Random) -> Parts:
    place = chance.randrange(len(parts))
    return [(name.upper() if number == place else name, data) for number, (name, data) in enumerate(parts)]


def with_backslashes(parts: Parts, _: random.Random) -> Parts:
    return [(name if name.startswith("[") else name.replace("/", "\\"), data) for name, data in parts]


def of_a_wrong_type(parts: Parts, chance: random.Random) -> Parts:
    wrong = chance.choice(["application/xml", "image/png", "", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"])
    return replaced(parts, r"\[Content_Types\]\.xml", r'ContentType="[^"]*"', f'ContentType="{wrong}"', count=2)


def with_absolute_targets(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, r"xl/_rels/workbook\.xml\.rels", r'Target="(?!/)', 'Target="/xl/')


def with_winding_targets(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, r"xl/_rels/workbook\.xml\.rels", r'Target="(?!/)', 'Target="./../xl/')


def with_dangling_targets(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, r".*\.rels", r'Target="[^"]*"', 'Target="nowhere.xml"', count=1)


def with_prefixes(parts: Parts, chance: random.Random) -> Parts:
    part = chance.choice([r"xl/workbook\.xml", r"xl/styles\.xml", r"xl/sharedStrings\.xml", SHEET.pattern])
    prefixed = replaced(parts, part, r"<(/?)(?=[a-zA-Z]+[ />])(?![a-zA-Z]+:)", r"<\1x:")
    return replaced(prefixed, part, 'xmlns="', 'xmlns:x="', count=1)


def without_styles(parts: Parts, _: random.Random) -> Parts:
    return without(parts, "xl/styles.xml")


def without_strings(parts: Parts, _: random.Random) -> Parts:
    return without(parts, "xl/sharedStrings.xml")


def without(parts: Parts, gone: str) -> Parts:
    kept = [(name, data) for name, data in parts if name != gone]
    return replaced(kept, r"xl/_rels/workbook\.xml\.rels", rf"<Relationship [^>]*{gone.rpartition('/')[2]}[^>]*>", "")


def with_inline_strings(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r't="s"><v>\d+</v>', 't="inlineStr"><is><t>свой</t></is>')


def with_strings_out_of_reach(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r't="s"><v>\d+</v>', 't="s"><v>99999</v>')


def with_styles_out_of_reach(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r'<c r="(\w+)"( s="\d+")?', r'<c r="\1" s="9999"')


def with_words_for_numbers(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r"<v>[\d.]+</v>", "<v>много</v>")


def without_addresses(parts: Parts, chance: random.Random) -> Parts:
    tag = chance.choice(["c", "row"])
    return replaced(parts, SHEET.pattern, rf'<{tag} r="\w+"', f"<{tag}")


def with_doubled_rows(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r"(<row .*?</row>)", r"\1\1", count=1)


def with_rows_in_disorder(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r"(<row .*?</row>)(<row .*?</row>)", r"\2\1", count=1)


def at_the_far_end(parts: Parts, _: random.Random) -> Parts:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return replaced(parts, SHEET.pattern, "</sheetData>", far)


def with_alternate_content(parts: Parts, chance: random.Random) -> Parts:
    tag = chance.choice(["sheetViews", "tableParts", "drawing", "conditionalFormatting", "sheets", "definedNames"])
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    pattern = rf"(<{tag}\b[^>]*/>|<{tag}\b.*?</{tag}>)"
    around = rf'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="x14">\1</mc:Choice></mc:AlternateContent>'
    return replaced(parts, rf"xl/workbook\.xml|{SHEET.pattern}", pattern, around, count=1)


def with_a_sheet_of_another_kind(parts: Parts, chance: random.Random) -> Parts:
    kind = chance.choice(["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"])
    return replaced(parts, r"xl/_rels/workbook\.xml\.rels", r'/worksheet"', f'/{kind}"', count=1)


def very_hidden(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, r"xl/workbook\.xml", r"<sheet (?![^>]*state=)", '<sheet state="veryHidden" ')


def with_odd_names(parts: Parts, chance: random.Random) -> Parts:
    text = chance.choice(["#REF!", "Нет!$A$1", "", "[1]Лист!A1", "=(", "'a b'!A:A,'a b'!$1:$1"])
    name = f'<definedNames><definedName name="x" localSheetId="{chance.choice([0, 77])}">{text}</definedName>'
    return replaced(parts, r"xl/workbook\.xml", r"<definedNames>", name)


def with_odd_areas(parts: Parts, chance: random.Random) -> Parts:
    wrong = chance.choice(["#REF!", "", "A0", "ZZZZ9", "A1:A99999999", "A:A", "1:5", "B9:A1"])
    attribute = chance.choice(["ref", "sqref"])
    return replaced(parts, rf"{SHEET.pattern}|xl/tables/.*", rf' {attribute}="[^"]*"', f' {attribute}="{wrong}"')


def with_odd_numbers(parts: Parts, chance: random.Random) -> Parts:
    attribute = chance.choice(["min", "max", "count", "sheetId", "activeTab", "totalsRowCount", "xSplit", "id", "ht"])
    wrong = chance.choice(["-1", "", "x", "1e9", "4294967296"])
    return replaced(
        parts, r"xl/(workbook|worksheets/.*|tables/.*)\.xml", rf' {attribute}="[^"]*"', f' {attribute}="{wrong}"'
    )


def with_odd_formulas(parts: Parts, chance: random.Random) -> Parts:
    wrong = chance.choice(["SUM(", "'", "[1]A!B1", "A1:", '"', "Т[[#This Row],[x]]", "{1,2;3}", "#REF!+1"])
    return replaced(parts, SHEET.pattern, r"<f>.*?</f>", f"<f>{wrong}</f>")


def with_shared_formulas_astray(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r"<f>.*?</f>", '<f t="shared" si="5"/>')


def with_comments(parts: Parts, _: random.Random) -> Parts:
    return replaced(parts, SHEET.pattern, r"<sheetData>", "<!-- чужое --><?чужое да?><sheetData>")


def with_a_foreign_encoding(parts: Parts, chance: random.Random) -> Parts:
    encoding = chance.choice(["utf-16", "utf-8-sig", "cp1251"])
    place = chance.randrange(len(parts))
    return [
        (name, data.decode("utf-8", "replace").encode(encoding, "replace") if number == place else data)
        for number, (name, data) in enumerate(parts)
    ]


def with_entities(parts: Parts, _: random.Random) -> Parts:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return replaced(parts, SHEET.pattern, r"<\?xml.*?\?>", bomb)


MUTATIONS = (
    without_a_part, with_an_empty_part, cut_short, twice, in_other_case, with_backslashes, of_a_wrong_type,
    with_absolute_targets, with_winding_targets, with_dangling_targets, with_prefixes, without_styles,
    without_strings, with_inline_strings, with_strings_out_of_reach, with_styles_out_of_reach,
    with_words_for_numbers, without_addresses, with_doubled_rows, with_rows_in_disorder, at_the_far_end,
    with_alternate_content, with_a_sheet_of_another_kind, very_hidden, with_odd_names, with_odd_areas,
    with_odd_numbers, with_odd_formulas, with_shared_formulas_astray, with_comments, with_a_foreign_encoding,
    with_entities,
)  # fmt: skip
