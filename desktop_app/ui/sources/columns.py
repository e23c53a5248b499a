"""The columns of the table of sources."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.sources import Source
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def columns(formats: Formats, uses: Mapping[str, int]) -> list[Column[Source]]:
    """Publisher, title, kind, published, grade, used; `uses` counts citing records by source id."""

    def published(source: Source) -> str:
        if not (source.published.is_dated or source.published_words):
            return ""
        return date_sentences.date_as_written(source.published, source.published_words, formats)

    def used(source: Source) -> str:
        count = uses.get(source.id, 0)
        return formats.number(count) if count else ""

    return [
        Column("publisher", _("Publisher"), lambda s: s.publisher, width=22),
        Column("title", _("Title"), lambda s: s.title, stretch=True, width=44),
        Column("kind", _("Kind"), lambda s: labels.source_kind(s.kind), tone=Tone.MUTED, width=16),
        Column("published", _("Published"), published, sort=lambda s: s.published.sort_key, width=13),
        Column(
            "reliability",
            _("Grade"),
            lambda s: s.reliability.value,
            spoken=lambda s: labels.reliability(s.reliability),
            tooltip=lambda s: labels.reliability(s.reliability),
            tone=Tone.MUTED,
            width=7,
        ),
        Column("used", _("Used"), used, sort=lambda s: uses.get(s.id, 0), at_end=True, width=7),
    ]
