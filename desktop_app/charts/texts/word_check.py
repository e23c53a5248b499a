"""Looks at words that a person wrote around a chart: how long they are, and whether they are neutral."""

from __future__ import annotations

from desktop_app.charts.texts.captions import ALT_LIMIT, MOST_WORDS
from desktop_app.words import neutral
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n


def remarks(part: str, text: str, formats: Formats) -> tuple[str, ...]:
    """What may be said about an edited text ("headline", "alt" …); nothing of it forbids anything."""
    found = []
    count = len(text.split())
    if part == "headline" and count > MOST_WORDS:
        words = _n(
            "{n} word; a headline is read at one glance with {most} or fewer.",
            "{n} words; a headline is read at one glance with {most} or fewer.",
            count,
        )
        found.append(words.format(n=formats.number(count), most=formats.number(MOST_WORDS)))
    if part == "alt" and len(text) > ALT_LIMIT:
        words = _n(
            "{n} character; a text alternative is heard in one go with {most} or fewer.",
            "{n} characters; a text alternative is heard in one go with {most} or fewer.",
            len(text),
        )
        found.append(words.format(n=formats.number(len(text)), most=formats.number(ALT_LIMIT)))
    found += [neutral.remark(word, instead) for word, instead in neutral.loaded(text)]
    return tuple(found)
