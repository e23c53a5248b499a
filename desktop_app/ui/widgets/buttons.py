"""Buttons: worded ones, with their key shown inside, and the few that are only an icon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import SMALL, scaled, tokens_for
from desktop_app.ui.widgets.labels import plain_tip
from desktop_app.words.translate import _


def key_words(key: str) -> str:
    """A key sequence ("Ctrl+Return") as this system writes it, with the big key called Enter."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) if key else ""
    return shown.replace("Return", "Enter")


def draw_inner_ring(button: QPushButton) -> None:
    """Show the keyboard on a button of the accent's colour, in the colour of its words."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens_for(button).on_accent), 2))
    painter.drawRoundedRect(button.rect().toRectF().adjusted(3, 3, -3, -3), 4, 4)
    painter.end()


class Button(QPushButton):
    """A worded button; `key` ("Ctrl+N") is drawn inside it as a hint and does not itself bind anything.

    `look` is "" (ordinary), "primary" (the page's main action) or "link"; `tall` lets it be as high as the
    field beside it.
    """

    def __init__(
        self, text: str, *, look: str = "", key: str = "", tall: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._key = key_words(key)
        if look:
            self.setProperty("look", look)
        if self._key:
            self.setAccessibleDescription(self._key)
        height = QSizePolicy.Policy.Minimum if tall else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Maximum, height)

    def setMenu(self, menu: QMenu) -> None:
        """Open this menu when pressed, and show that there is one."""
        self.setProperty("menu", "true")
        super().setMenu(menu)

    def sizeHint(self) -> QSize:
        """Wide enough for the words and the key."""
        hint = super().sizeHint()
        if self._key:
            hint.setWidth(hint.width() + self._key_width() + self._gap())
        return hint.expandedTo(QSize(24, 28))

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its key; a ring within it where its dark ground hides the border."""
        if self._key and self.width() >= self.sizeHint().width():
            self._draw_with_key()
        else:
            super().paintEvent(event)
        if self.hasFocus() and self.property("look") == "primary":
            draw_inner_ring(self)

    def _draw_with_key(self) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        text_width = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        start = (self.width() - text_width - self._gap() - self._key_width()) // 2
        text_rect = QRect(start, 0, text_width + 2, self.height())
        key_rect = QRect(
            start + text_width + self._gap(), self._key_top(), self._key_width(), self._key_height()
        )
        whole = self.rect()
        text_rect = QStyle.visualRect(self.layoutDirection(), whole, text_rect)
        key_rect = QStyle.visualRect(self.layoutDirection(), whole, key_rect)
        painter.setPen(self._ink())
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        self._draw_key(painter, key_rect)

    def _draw_key(self, painter: QPainter, rect: QRect) -> None:
        tokens = tokens_for(self)
        primary = self.property("look") == "primary" and self.isEnabled()
        line = QColor(tokens.on_accent if primary else tokens.line_strong)
        if primary:
            line.setAlphaF(0.3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(scaled(self.font(), SMALL))
        ink = tokens.on_accent_muted if primary else tokens.muted
        painter.setPen(QColor(ink if self.isEnabled() else tokens.disabled))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._key)

    def _ink(self) -> QColor:
        tokens = tokens_for(self)
        if not self.isEnabled():
            return QColor(tokens.disabled)
        return QColor(tokens.on_accent if self.property("look") == "primary" else tokens.ink)

    def _key_width(self) -> int:
        metrics = self.fontMetrics()
        return round(metrics.horizontalAdvance(self._key) * SMALL) + metrics.averageCharWidth() * 2

    def _key_height(self) -> int:
        return round(self.fontMetrics().height() * 1.05)

    def _key_top(self) -> int:
        return (self.height() - self._key_height()) // 2

    def _gap(self) -> int:
        return round(self.fontMetrics().averageCharWidth() * 1.4)


class IconButton(QToolButton):
    """A button that is only an icon; its label is its tool tip and what a screen reader says."""

    def __init__(
        self, icon_name: str, label: str, *, key: str = "", colour: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._colour = colour
        self.setProperty("look", "bare")
        self.setAutoRaise(True)
        self.set_label(label, key)
        self._take_colours()

    def set_label(self, label: str, key: str = "") -> None:
        """Change what the button says it does; the key is added to the tool tip only."""
        shown = key_words(key)
        self.setAccessibleName(label)
        self.setToolTip(plain_tip(f"{label} ({shown})" if shown else label))

    def sizeHint(self) -> QSize:
        """At least 28 pixels each way, more with large text."""
        side = max(28, round(self.fontMetrics().height() * 1.6))
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette and the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._take_colours()

    def _take_colours(self) -> None:
        tokens = tokens_for(self)
        self.setIcon(icon(self._icon_name, tokens, getattr(tokens, self._colour) if self._colour else None))
        side = max(16, self.fontMetrics().height())
        self.setIconSize(QSize(side, side))


def last_row(dialog: QDialog, main: QPushButton) -> QHBoxLayout:
    """The foot of a small dialog: Cancel, and at the right end its main button."""
    cancel = Button(_("Cancel"))
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(cancel)
    row.addWidget(main)
    return row
