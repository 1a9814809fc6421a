"""Titles of charts and axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.xmlns import ART, local

from .chart_kinds import c

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element


def a(tag: str) -> str:
    """Name `tag` in the namespace of drawings."""
    return f"{{{ART}}}{tag}"


def title(holder: _Element) -> str | None:
    """Return the text of a title; nothing without one."""
    found = holder.find(c("title"))
    if found is None:
        return None
    texts = [t.text or "" for t in found.iter(a("t"))] or [v.text or "" for v in found.iter(c("v"))]
    return "".join(texts)


def set_title(holder: _Element, text: str | None, before: Collection[str]) -> None:
    """Set a title, placed behind the children named in `before`, or remove it; its format stays."""
    found = holder.find(c("title"))
    if text is None:
        if found is not None:
            holder.remove(found)
        return
    if found is None:
        found = etree.Element(c("title"))
        etree.SubElement(found, c("overlay"), val="0")
        holder.insert(sum(1 for child in holder if local(child) in before), found)
    _write(found, text)


def _write(holder: _Element, text: str) -> None:
    runs = list(holder.iter(a("r")))
    if runs:
        for run in runs[1:]:
            run.getparent().remove(run)  # type: ignore[union-attr]
        piece = runs[0].find(a("t"))
        if piece is not None:
            piece.text = text
        return
    old = holder.find(c("tx"))
    if old is not None:
        holder.remove(old)
    inner = etree.Element(c("tx"))
    rich = etree.SubElement(inner, c("rich"))
    etree.SubElement(rich, a("bodyPr"))
    run = etree.SubElement(etree.SubElement(rich, a("p")), a("r"))
    etree.SubElement(run, a("t")).text = text
    holder.insert(0, inner)
