"""The columns of the table of sources."""

from __future__ import annotations

from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services import attachments, sources
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class Facts:
    """What the table says of a source that is not in the source itself, looked up once for all of them."""

    def __init__(self) -> None:
        self.uses: dict[str, int] = {}
        """How many records cite each source, by its id."""
        self.copies: dict[str, int] = {}
        """How many files are kept with each."""
        self._names: dict[str, str] = {}

    def refresh(self, view: View) -> None:
        """Look everything up anew."""
        self.uses = sources.use_counts(view)
        self.copies = attachments.counts(view)
        self._names = {source.id: source.short_name for source in view.every(Source)}

    def origin(self, source: Source) -> str:
        """The name of the source that this one repeats; empty where it speaks for itself."""
        return self._names.get(source.derives_from, "") if source.derives_from else ""


def columns(formats: Formats, facts: Facts) -> list[Column[Source]]:
    """Publisher, title, kind, published, what it repeats, grade, kept copies, used."""

    def publisher(source: Source) -> str:
        return source.publisher

    def title(source: Source) -> str:
        return source.title

    def kind(source: Source) -> str:
        return labels.source_kind(source.kind)

    def published(source: Source) -> str:
        if not (source.published.is_dated or source.published_words):
            return ""
        return date_sentences.date_as_written(source.published, source.published_words, formats)

    def used(source: Source) -> str:
        return counted(facts.uses.get(source.id, 0))

    def copies(source: Source) -> str:
        return counted(facts.copies.get(source.id, 0))

    def counted(count: int) -> str:
        return formats.number(count) if count else ""

    return [
        Column("publisher", _("Publisher"), publisher, tooltip=publisher, width=16),
        Column("title", _("Title"), title, tooltip=title, stretch=True, width=40),
        Column("kind", _("Kind"), kind, tooltip=kind, tone=Tone.MUTED, width=15),
        Column(
            "published",
            _("Published"),
            published,
            sort=lambda s: s.published.sort_key,
            tooltip=published,
            width=13,
        ),
        Column("origin", _("Repeats"), facts.origin, tooltip=facts.origin, tone=Tone.MUTED, width=10),
        Column(
            "reliability",
            _("Grade"),
            lambda s: s.reliability.value,
            spoken=lambda s: labels.reliability(s.reliability),
            tooltip=lambda s: labels.reliability(s.reliability),
            tone=Tone.MUTED,
            width=5,
        ),
        Column(
            "copies",
            _("Kept"),
            copies,
            sort=lambda s: facts.copies.get(s.id, 0),
            spoken=lambda s: _("{n} kept copies").format(n=copies(s) or "0"),
            at_end=True,
            width=5,
        ),
        Column("used", _("Used"), used, sort=lambda s: facts.uses.get(s.id, 0), at_end=True, width=6),
    ]
