"""A part of a package: its bytes stay the original ones until its content differs."""

from __future__ import annotations

import hashlib
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from wg_excel.headless.errors import DamagedWorkbook
from wg_excel.headless.xmlns import PARSER

from .zipstore import Packed, pack, pack_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Part:
    """A file of the package; its original bytes are kept until its tree really differs."""

    def __init__(self, name: str, packed: Packed, book: str = "") -> None:
        self.name = name
        self.book = book
        self.render: Callable[[], bytes] | None = None
        self.pieces: Callable[[], Iterable[bytes | Packed] | None] | None = None
        self._packed: Packed | None = packed
        self._data: bytes | None = None
        self._root: _Element | None = None
        self._seen = b""

    @property
    def data(self) -> bytes:
        """The part's bytes as they were read or last set."""
        if self._data is None:
            assert self._packed is not None
            try:
                self._data = self._packed.unpack()
            except zipfile.BadZipFile:
                raise DamagedWorkbook(self.book, self.name) from None
        return self._data

    @data.setter
    def data(self, value: bytes) -> None:
        self._data, self._packed, self._root, self.render, self.pieces = value, None, None, None, None

    @property
    def xml(self) -> _Element:
        """The root of the part's tree, parsed once; changes of it are saved."""
        if self._root is None:
            try:
                self._root = etree.fromstring(self.data, PARSER)
            except etree.XMLSyntaxError:
                raise DamagedWorkbook(self.book, self.name) from None
            self._seen = _digest(self._root)
        return self._root

    def current(self) -> bytes:
        """Return the bytes to save: the original ones unless the content changed."""
        if self.render is not None:
            return self.render()
        if self._root is None or _digest(self._root) == self._seen:
            return self.data
        return serialise(self._root)

    def packed(self) -> Packed:
        """Return the packed bytes to save, those of the file where nothing changed."""
        if self._packed is not None and self._data is None and self.render is None:
            return self._packed
        if self.pieces is not None and (found := self.pieces()) is not None:
            return pack_pieces(found)
        current = self.current()
        if self._packed is None or current is not self._data:
            return pack(current)
        return self._packed


def serialise(root: _Element) -> bytes:
    """Write a tree as Office does: UTF-8, standalone."""
    return _DECLARATION + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)


def _digest(root: _Element) -> bytes:
    return hashlib.blake2b(etree.tostring(root)).digest()
