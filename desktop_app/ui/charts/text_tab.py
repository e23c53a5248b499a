"""The words of a chart, as they go out with it: headline, subtitle, footer and text alternative."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts.registry import Chart
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _


class TextTab(QScrollArea):
    """Four texts to read and to copy. They are made from the public figures, and change with them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chartText")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.boxes = {
            "headline": TextBox(_("Headline"), lines=2),
            "subtitle": TextBox(_("Subtitle"), lines=3),
            "footer": TextBox(_("Sources"), lines=4),
            "alt": TextBox(_("Text alternative"), lines=3),
        }
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(14)
        column.addWidget(
            TextLabel(
                _(
                    "These words go out with the picture. They are made from the public figures "
                    "and follow every change."
                ),
                "muted",
                wrap=True,
            )
        )
        for name, box in self.boxes.items():
            column.addLayout(self._part(name, box))
        column.addStretch(1)
        self.setWidget(inner)

    def show_chart(self, chart: Chart) -> None:
        """Show the words of a chart."""
        for name, box in self.boxes.items():
            text = getattr(chart, name)
            if box.toPlainText() != text:
                box.setPlainText(text)

    def copy(self) -> None:
        """Copy the text that has the keyboard, else all four."""
        focused = [box for box in self.boxes.values() if box.hasFocus()]
        texts = [box.toPlainText() for box in focused or self.boxes.values()]
        QGuiApplication.clipboard().setText("\n".join(texts))

    def _part(self, name: str, box: TextBox) -> QVBoxLayout:
        box.setReadOnly(True)
        box.setObjectName(f"chart{name.title()}")
        label = TextLabel(box.accessibleName(), "heading")
        label.setBuddy(box)
        copy = Button(_("Copy"))
        copy.setAccessibleName(_("Copy: {text}").format(text=box.accessibleName()))
        copy.clicked.connect(partial(self._copy, box))
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(copy)
        part = QVBoxLayout()
        part.setSpacing(4)
        part.addLayout(head)
        part.addWidget(box)
        return part

    def _copy(self, box: TextBox, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(box.toPlainText())
        announce(box, _("Copied"))
