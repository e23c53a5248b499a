"""What a written document is made of: headings, paragraphs, lists, tables and pictures, as plain text.

Texts are plain: whoever writes a format escapes them for it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 2 is below the title of the document, which is the only one of level 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a quiet one is small print."""

    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, the headings of its columns, its rows, of which the first cell is a heading.

    Each cell is a tuple of paragraphs.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    has_row_headings: bool = True
    widths: tuple[int, ...] = ()
    """Of the columns, in percent; equal where none are named."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG picture with what it says to who does not see it; `size` in pixels at 96 to the inch."""

    png: bytes
    size: tuple[int, int]
    alt: str


Block = Heading | Text | Bullets | Grid | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a title, in a language ("en"), about a subject."""

    title: str
    language: str
    subject: str
    made: str
    """The day in ISO 8601."""
    blocks: tuple[Block, ...]
