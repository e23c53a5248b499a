"""What may lie over the chart in front of a room: black or white, the keys, the sources of a point."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.charts.looks import face
from desktop_app.ui.presenter.steering import tools
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

LETTER = 28
"""No letter on the window is smaller than so many pixels of a screen 1080 high."""


def sized(widget: QWidget, pixels: float, *, bold: bool = False) -> None:
    """Give a widget letters so many pixels high, in the face of the charts it lies beside."""
    font = face.font()
    font.setPixelSize(max(8, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    widget.setFont(font)


class Blank(QWidget):
    """One colour over the whole window, so that the room looks at the speaker. `pressed`: by the mouse."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenterBlank")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.colour = QColor("black")
        self.hide()

    def cover(self, colour: QColor) -> None:
        """Cover everything with this colour and take the keyboard."""
        self.colour = colour
        name = _("Black") if colour == QColor("black") else _("White")
        self.setAccessibleName(_("{colour} screen; any key brings the chart back").format(colour=name))
        self.raise_()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing but the colour."""
        QPainter(self).fillRect(self.rect(), self.colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings the chart back."""
        self.pressed.emit()


class KeysSheet(QFrame):
    """The keys of the window, in the middle of it."""

    def __init__(self, parent: QWidget, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("presenterKeys")
        self.setProperty("look", "notice")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Keys"))
        self._grid = QGridLayout(self)
        self._labels: list[TextLabel] = []
        for row, (key, words) in enumerate(rows):
            for column, text in enumerate((key, words)):
                label = TextLabel(text)
                self._labels.append(label)
                self._grid.addWidget(label, row, column)
        self.hide()

    def fit(self, factor: float) -> None:
        """Be as large as a screen of 1080 lines times this factor asks for, and stand in the middle."""
        for place, label in enumerate(self._labels):
            sized(label, LETTER * factor, bold=place % 2 == 0)
        pad = round(44 * factor)
        self._grid.setContentsMargins(pad, pad, pad, pad)
        self._grid.setHorizontalSpacing(round(48 * factor))
        self._grid.setVerticalSpacing(round(14 * factor))
        self._grid.activate()
        host, size = self._host.size(), self.sizeHint()
        self.setGeometry(
            (host.width() - size.width()) // 2,
            (host.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )


class SourcesNote(QFrame):
    """Who said what the cursor is on, at the foot: the answer to "says who?"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("presenterSources")
        self.setProperty("look", "notice")
        self.words = TextLabel("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self.hide()

    def tell(self, text: str, factor: float) -> None:
        """Show this until the cursor moves on."""
        self.words.setText(text)
        self.show()
        self.raise_()
        self.fit(factor)

    def fit(self, factor: float) -> None:
        """Lie across the foot of the window, as high as the words need."""
        sized(self.words, LETTER * factor)
        pad = round(22 * factor)
        self._column.setContentsMargins(pad, pad, pad, pad)
        host = self._host.size()
        side = round(60 * factor)
        width = host.width() - 2 * side
        height = self.words.heightForWidth(width - 2 * pad - 2) + 2 * pad + 2
        self.setGeometry(side, host.height() - height - round(24 * factor), width, height)


def keys() -> tuple[tuple[str, str], ...]:
    """Every key of a chart shown alone with what it does."""
    esc, enter, home = (
        QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        for key in (Qt.Key.Key_Escape, Qt.Key.Key_Enter, Qt.Key.Key_Home)
    )
    return (
        (esc, _("end")),
        (_("B or ."), _("black screen; any key brings the chart back")),
        (_("W or ,"), _("white screen; any key brings the chart back")),
        ("← →", _("the point before, the next one")),
        ("↑ ↓", _("the other series")),
        (enter, _("who said so")),
        ("+ −", _("fewer days, more days")),
        (_("Shift+← →"), _("earlier, later days")),
        (home, _("all days")),
        *tools(),
        ("?", _("these keys")),
    )
