"""Cuts the face down to the letters of one chart, so that a file can carry them.

With HarfBuzz's own subsetter, which takes a millisecond and is loaded with the first file that needs it. The
licence of the face reserves its name for the whole (SIL Open Font License 1.1, condition 3): what is cut has
none, and keeps the notices of copyright and licence.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache

from PySide6.QtGui import QFont

from desktop_app.charts.looks import face

_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS = 0, 13, 14
"""Numbers of the entries of a font's table of names (OpenType 1.9, `name`)."""
_KERNING = int.from_bytes(b"kern")


def is_possible() -> bool:
    """Whether letters can be cut out here."""
    return face.is_loaded() and importlib.util.find_spec("uharfbuzz") is not None


@lru_cache(maxsize=32)
def subset(weight: QFont.Weight, letters: frozenset[str]) -> bytes:
    """A TrueType font of these letters in one weight, with their kerning, for drawing alone."""
    import uharfbuzz

    wish = uharfbuzz.SubsetInput()
    wish.unicode_set.set({ord(letter) for letter in letters})
    for kept, wanted in (
        (wish.name_id_set, {_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS}),
        (wish.layout_feature_tag_set, {_KERNING}),
    ):
        kept.clear()
        kept.set(wanted)
    # Drawn large or on fine screens; the instructions for coarse pixels are half of the file.
    wish.flags = uharfbuzz.SubsetFlags.NO_HINTING
    whole = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(face.files()[weight])))
    return bytes(uharfbuzz.subset(whole, wish).blob.data)
