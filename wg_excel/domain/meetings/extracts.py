"""Extracts from a protocol: one item of the agenda, or the decisions that charge one executor (B 6.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wg_excel.domain.language.declension import OwnForms
from wg_excel.domain.language.names import initials
from wg_excel.domain.meetings.orders import read_order
from wg_excel.domain.meetings.protocol import Item, Point, Protocol


@dataclass(frozen=True)
class Extract:
    """A part of a protocol; `title` names it in words that may stand in a file's name: «вопрос 2», «Иванова М. П.»."""

    title: str
    protocol: Protocol


def extracts(protocol: Protocol, people: tuple[str, ...], own: tuple[OwnForms, ...] = ()) -> tuple[Extract, ...]:
    """Return an extract for each item, then one for each of the people (full names) whom a decision charges."""
    return (*_of_items(protocol), *_of_executors(protocol, people, own))


def _of_items(protocol: Protocol) -> Iterator[Extract]:
    return (Extract(f"вопрос {item.number}", replace(protocol, items=(item,))) for item in protocol.items)


def _of_executors(protocol: Protocol, people: tuple[str, ...], own: tuple[OwnForms, ...]) -> Iterator[Extract]:
    charged = {
        point: read_order(point.text, people, protocol.date, own) for item in protocol.items for point in item.points
    }
    for fio in people:
        own_points = {point for point, order in charged.items() if fio in order.executors}
        items = tuple(part for item in protocol.items if (part := _only(item, own_points)).points)
        if items:
            yield Extract(initials(fio), replace(protocol, items=items))


def _only(item: Item, points: set[Point]) -> Item:
    """Return an item with only some of its points."""
    return replace(item, points=tuple(point for point in item.points if point in points))
