"""What holds for all rows of a table whose cells do not say it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.sources import Source
from desktop_app.services import source_matching
from desktop_app.services.tabular.targets import Target
from desktop_app.ui.imports.combo import Combo, nothing_chosen
from desktop_app.ui.imports.draft import ImportDraft
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_BY_COLUMN = {"source": Target.SOURCE, "published": Target.PUBLISHED, "since": Target.SINCE}


class Defaults(QWidget):
    """`changed` carries the texts, by their names in `Constants`."""

    changed = Signal(object)

    def __init__(self, measures: list[tuple[str, str]], today: date, formats: Formats) -> None:
        super().__init__()
        self._today, self._formats = today, formats
        self._draft: ImportDraft | None = None
        self.measure = Combo([nothing_chosen(), *measures], letters=24)
        self.measure.setObjectName("allMeasure")
        self.source, self.published, self.since = Field(), Field(), Field()
        self.source.setObjectName("allSource")
        self.published.setObjectName("allPublished")
        self.since.setObjectName("allSince")
        self.fields = {
            "measure": EchoField(_("&All rows count"), self.measure),
            "source": EchoField(_("&Source of all rows"), self.source),
            "published": EchoField(_("&Published"), self.published),
            "since": EchoField(_("&Counted since"), self.since),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for name, field in self.fields.items():
            row.addWidget(field, 3 if name == "source" else 2)
        self.measure.activated.connect(self._tell)
        for edit in (self.source, self.published, self.since):
            edit.textEdited.connect(self._tell)

    def show_draft(self, draft: ImportDraft) -> None:
        """Ask only for what no column holds."""
        layout = draft.layout
        assert layout is not None
        self._draft = draft
        self.fields["measure"].setVisible(draft.asks_measure)
        self.measure.choose(layout.constants.measure)
        for name, target in _BY_COLUMN.items():
            self.fields[name].setVisible(not layout.of(target))
        for edit, text in (
            (self.source, layout.constants.source),
            (self.published, layout.constants.published),
            (self.since, layout.constants.since),
        ):
            if edit.text() != text:
                edit.setText(text)
        name = draft.book.name if draft.book is not None else ""
        self.source.setPlaceholderText(name or _("Who published these rows"))
        self._echo()

    def _tell(self) -> None:
        self._echo()
        self.changed.emit(
            {
                "measure": self.measure.choice,
                "source": self.source.text(),
                "published": self.published.text(),
                "since": self.since.text(),
            }
        )

    def _echo(self) -> None:
        self.fields["measure"].set_echo("")
        self.fields["source"].set_echo(*self._of_source())
        self.fields["published"].set_echo(
            *self._of_date(self.published.text(), _("Left empty: by today, or as the source says"))
        )
        self.fields["since"].set_echo(*self._of_date(self.since.text(), _("Only for running totals")))

    def _of_source(self) -> tuple[str, Understood]:
        text = self.source.text().strip()
        if not text:
            if self._draft is not None and self._draft.book is not None and self._draft.book.name:
                return _("Left empty: the file itself"), Understood.NOTHING
            return _("Left empty: no source is cited"), Understood.WARN
        view = self._draft.view if self._draft is not None else None
        known = source_matching.find(view.every(Source), text).chosen if view is not None else None
        if known is None:
            return _("A new source"), Understood.WELL
        name = known.title or known.publisher
        return _("Known: {name}").format(name=name), Understood.WELL

    def _of_date(self, text: str, if_empty: str) -> tuple[str, Understood]:
        if not text.strip():
            return if_empty, Understood.NOTHING
        reading = date_words.read(text, today=self._today)
        words = date_sentences.date_echo(reading, self._formats)
        return words, Understood.WELL if reading.problem is None else Understood.PROBLEM
