"""Relations point to parts that are there, and every part has a content type (ECMA-376 part 2)."""

from collections.abc import Iterator

from wg_excel.vba.package import CONTENT_TYPES, Package, owner_of


def relation_problems(package: Package) -> Iterator[str]:
    """Find relations to nothing, of nothing, and ids used twice."""
    for part in package.parts:
        if part.endswith(".rels"):
            yield from _problems_of(package, owner_of(part))


def _problems_of(package: Package, owner: str) -> Iterator[str]:
    if owner and owner not in package.parts:
        yield f"{owner}: has relations but is missing"
    seen = set()
    for relation in package.relations(owner):
        if relation.id in seen:
            yield f"{owner}: relation {relation.id} stands twice"
        seen.add(relation.id)
        if not relation.is_external and relation.target not in package.parts:
            yield f"{owner}: relation {relation.id} points to {relation.target}, which is missing"


def content_type_problems(package: Package) -> Iterator[str]:
    """Find parts without a content type, and content types of missing or repeated parts."""
    extensions, names = set(), set()
    for element in package.xml(CONTENT_TYPES):
        name = element.get("PartName", "").lstrip("/")
        if name in names:
            yield f"{CONTENT_TYPES}: {name} stands twice"
        if name and name not in package.parts:
            yield f"{CONTENT_TYPES}: {name} is missing"
        names |= {name} - {""}
        extensions.add(element.get("Extension", "").lower())
    for part in package.parts:
        covered = part in names or part.rpartition(".")[2].lower() in extensions
        if not covered and part != CONTENT_TYPES:
            yield f"{part}: has no content type"
