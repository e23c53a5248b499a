"""Which figure is drawn and why, in the inspector: rank, rivals, and who contests it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.sources import Source, Stance
from desktop_app.services.why_drawn import Drawing, why_drawn
from desktop_app.ui.context import Context
from desktop_app.ui.figures import figure_words
from desktop_app.ui.widgets.sections import add_text, link, menu_link
from desktop_app.words import amount_sentences, date_sentences, drawing_words, labels
from desktop_app.words.translate import _, _n

_FIRST = 5


class DrawnSection(QObject):
    """Fills the section. `rankAsked` carries the Rank asked for, `figureOpened` an id."""

    rankAsked = Signal(object)
    figureOpened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def fill(self, body: QVBoxLayout, figure: Figure) -> None:
        """Say how the figure stands to the line, what cannot be right beside it, and who denies it."""
        drawing = why_drawn(self._context.view, figure)
        other = drawing.drawn if drawing.drawn is not None and drawing.drawn.id != figure.id else None
        named = self._named(other) if other is not None else ""
        add_text(body, drawing_words.sentence(drawing.standing, drawing.reasons, named), "")
        if other is not None:
            self._add_link(body, other, _("Go to what is drawn"), "openDrawn")
        self._add_rank(body, figure, drawing)
        self._add_rivals(body, drawing)
        self._add_contesting(body, figure)

    def _add_rank(self, body: QVBoxLayout, figure: Figure, drawing: Drawing) -> None:
        words = _("Rank: {rank}").format(rank=labels.rank(figure.rank).lower())
        if figure.rank is not Rank.NORMAL and figure.rank_reason:
            words = _("{rank}, because: {reason}").format(rank=words, reason=figure.rank_reason)
        add_text(body, words)
        if figure.rank is Rank.PREFERRED and any(one.rank is Rank.PREFERRED for one in drawing.others):
            add_text(body, _("Another one is preferred too; between them the other rules decide."), "warn")
        button, menu = menu_link(_("Set rank"), "setRank")
        for rank, said in (
            (Rank.PREFERRED, _("&Prefer…")),
            (Rank.NORMAL, _("Set to &normal")),
            (Rank.DEPRECATED, _("&Deprecate…")),
        ):
            action = menu.addAction(said)
            action.setEnabled(rank is not figure.rank or rank is not Rank.NORMAL)
            action.triggered.connect(partial(self._ask_rank, rank))
        body.addWidget(button)

    def _add_rivals(self, body: QVBoxLayout, drawing: Drawing) -> None:
        if not drawing.rivals:
            return
        count = len(drawing.rivals)
        words = _n("{n} rival value", "{n} rival values", count)
        add_text(body, words.format(n=self._context.formats.number(count)), "warn")
        for place, rival in enumerate(drawing.rivals[:_FIRST]):
            self._add_link(body, rival, self._named(rival), f"openRival{place}")
        if count > _FIRST:
            rest = self._context.formats.number(count - _FIRST)
            add_text(body, _("and {n} more").format(n=rest))

    def _add_contesting(self, body: QVBoxLayout, figure: Figure) -> None:
        """What is recorded: a source that denies the figure, and who says so in it."""
        for citation in figure.citations:
            source = self._context.view.get(Source, citation.source)
            if citation.stance is not Stance.DENIES or source is None:
                continue
            if citation.speaker:
                said = _("Contested by {speaker}, citing {source}")
                words = said.format(speaker=citation.speaker, source=source.short_name)
            else:
                words = _("Contested by {source}").format(source=source.short_name)
            add_text(body, words, "warn")

    def _named(self, figure: Figure) -> str:
        formats = self._context.formats
        facts = {
            "value": amount_sentences.amount_short(figure.amount, formats),
            "date": date_sentences.date(figure.as_at, formats),
            "source": figure_words.publishers(self._context.view, figure) or _("no source"),
        }
        return _("{value}, {date}, {source}").format(**facts)

    def _add_link(self, body: QVBoxLayout, figure: Figure, words: str, name: str) -> None:
        button = link(words, name)
        button.setMaximumWidth(button.fontMetrics().averageCharWidth() * 40)
        button.setToolTip(self._named(figure))
        button.clicked.connect(partial(self._open, figure.id))
        body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _ask_rank(self, rank: Rank, _checked: bool = False) -> None:
        self.rankAsked.emit(rank)

    def _open(self, figure_id: str, _checked: bool = False) -> None:
        self.figureOpened.emit(figure_id)
