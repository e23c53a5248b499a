"""Words that colour what they tell of, with neutral ones in their place (the vocabulary of this product).

English alone: what is loaded in another language is for somebody who speaks it to say.
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.words.translate import _

INSTEAD: Final = (
    ("illegals?|illegally", "irregular"),
    ("invaders?|migrants", "people"),
    ("invasion|influx|flood\\w*|waves?|swamp\\w*", "arrivals"),
    ("surge\\w*|soar\\w*", "rose"),
    ("trickle\\w*", "fell, was"),
    ("deport\\w*|kicked out|sent packing", "returned"),
    ("let in|swapped", "admitted"),
    ("boomerang|re-?offenders?", "arrived again after return"),
    ("boast\\w*|reveal\\w*", "said, stated"),
    ("bogus|flagship|groundbreaking|abject", ""),
    ("failed|failure|failing|imbalance", "difference"),
    ("(?<!went )wrong|wrongly|fake|disputed by critics|true|false", "official, reported, contested"),
)
"""Patterns of loaded words, each with the neutral words for the same thing; none where nothing is lost."""
LOADED: Final = re.compile(
    "|".join(f"(?P<w{place}>\\b(?:{words})\\b)" for place, (words, _instead) in enumerate(INSTEAD)),
    re.IGNORECASE,
)


def loaded(text: str) -> list[tuple[str, str]]:
    """The loaded words of a text as they stand there, each once, with neutral ones instead."""
    found: dict[str, tuple[str, str]] = {}
    for match in LOADED.finditer(text):
        place = int(str(match.lastgroup).removeprefix("w"))
        found.setdefault(match.group().lower(), (match.group(), INSTEAD[place][1]))
    return list(found.values())


def remark(word: str, instead: str) -> str:
    """That a word is loaded, and what to say instead."""
    template = _("“{word}” is not neutral; neutral: {instead}.") if instead else _("“{word}” is not neutral.")
    return template.format(word=word, instead=instead)
