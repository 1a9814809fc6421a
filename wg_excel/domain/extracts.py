"""Extracts from a protocol: one item of the agenda, or the decisions that charge one executor (B 6.3)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wg_excel.domain.names import initials
from wg_excel.domain.orders import read_order
from wg_excel.domain.protocol import Item, Protocol


@dataclass(frozen=True)
class Extract:
    """A part of a protocol; `title` names it in words that may stand in a file's name: «вопрос 2», «Иванова М. П.»."""

    title: str
    protocol: Protocol


def extracts(protocol: Protocol, people: tuple[str, ...]) -> tuple[Extract, ...]:
    """Return an extract for each item, then one for each of the people (full names) whom a decision charges."""
    return (*_of_items(protocol), *_of_executors(protocol, people))


def _of_items(protocol: Protocol) -> Iterator[Extract]:
    return (Extract(f"вопрос {item.number}", replace(protocol, items=(item,))) for item in protocol.items)


def _of_executors(protocol: Protocol, people: tuple[str, ...]) -> Iterator[Extract]:
    for fio in people:
        items = tuple(part for item in protocol.items if (part := _charging(item, fio, people, protocol)).points)
        if items:
            yield Extract(initials(fio), replace(protocol, items=items))


def _charging(item: Item, fio: str, people: tuple[str, ...], protocol: Protocol) -> Item:
    """Return an item with only the points that charge a person."""
    points = (point for point in item.points if fio in read_order(point.text, people, protocol.date).executors)
    return replace(item, points=tuple(points))
