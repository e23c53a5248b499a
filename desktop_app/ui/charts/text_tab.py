"""The words of a chart, as they go out with it: headline, subtitle, footer and text alternative."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts.registry import Chart
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.worded import Words
from desktop_app.ui.charts.text_part import TextPart
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class TextTab(QScrollArea):
    """Four texts to read, copy and edit. They are made from the public figures and follow every change.

    `edited` carries which of them is to read how, `resetAsked` which is to be as it is generated.
    """

    edited = Signal(str, str)
    resetAsked = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("chartText")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.parts = {
            "headline": TextPart("headline", _("Headline"), 2, formats),
            "subtitle": TextPart("subtitle", _("Subtitle"), 3, formats),
            "footer": TextPart("footer", _("Sources"), 4, formats),
            "alt": TextPart("alt", _("Text alternative"), 3, formats),
        }
        self.boxes = {name: part.box for name, part in self.parts.items()}
        self.about = TextLabel("", "muted", wrap=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(14)
        column.addWidget(self.about)
        for name, part in self.parts.items():
            column.addWidget(part)
            part.edited.connect(partial(self.edited.emit, name))
            part.resetAsked.connect(partial(self.resetAsked.emit, name))
        column.addStretch(1)
        self.setWidget(inner)

    def show_chart(self, chart: Chart, words: Words, *, leaves: bool = True) -> None:
        """Show the words of a public chart and what a person made of them.

        `leaves`: whether the edited ones go out; those of a saved chart that is not public do not.
        """
        now = worded.texts(chart)
        for name, part in self.parts.items():
            edit = words.of(name)
            part.show_text(
                getattr(now, name),
                edit,
                is_overtaken=edit is not None and worded.is_overtaken(edit, name, now),
                can_edit=not chart.is_empty,
            )
        about = _(
            "These words go out with the picture. They are made from the public figures and follow every "
            "change; one that is edited stays as it is, in a saved chart."
        )
        if not leaves:
            about = _(
                "This saved chart is not public: what goes out has the generated words, not the edited ones."
            )
        self.about.setText(about)

    def commit(self) -> None:
        """Keep what is being written."""
        for part in self.parts.values():
            part.commit()

    def copy(self) -> None:
        """Copy the text that has the keyboard, else all four."""
        focused = [box for box in self.boxes.values() if box.hasFocus()]
        texts = [box.toPlainText() for box in focused or self.boxes.values()]
        QGuiApplication.clipboard().setText("\n".join(texts))
