"""The note at the foot of the window that says what was just done, and takes it back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _

STAYS = 10_000
"""Milliseconds a toast stays while nobody points at it or has the focus in it."""
FOOT = 4
"""Pixels below it: it covers the middle of the status line, where nothing stands, not the last rows."""


class Toast(QFrame):
    """One sentence and at most one action, over the foot of its host; a later one takes its place.

    It is announced to screen readers, never takes the focus, and is never the only way to the action.
    """

    dismissed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._act: Callable[[], object] | None = None
        self.setProperty("look", "toast")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._words = TextLabel("", wrap=False)
        self._action = Button("")
        self._close = IconButton("close", _("Dismiss"), colour="toast_ink")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        for part in (self._words, self._action, self._close):
            row.addWidget(part)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._run_out)
        self._action.clicked.connect(self._do)
        self._close.clicked.connect(self.dismiss)
        for part in (self._action, self._close):
            part.installEventFilter(self)
        host.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown now; empty while there is none."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say this for ten seconds; with a worded action ("Undo") that calls `act` once."""
        self._act = act
        self._words.setText(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        self.raise_()
        self._place()
        self._timer.start()
        announce(self, words)

    def dismiss(self) -> None:
        """Take it away now."""
        self._timer.stop()
        self._act = None
        if self._has_focus():
            self._host.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes it away while the focus is in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while somebody points at it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Begin to count again."""
        if not self.isHidden():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay while the focus is in it, and keep to the foot of the host."""
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._place()
        elif event.type() is QEvent.Type.FocusIn and watched is not self._host:
            self._timer.stop()
        elif event.type() is QEvent.Type.FocusOut and watched is not self._host and not self.isHidden():
            self._timer.start()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Fit again what became larger or smaller in it, as when the text size changes."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return done

    def _do(self) -> None:
        asking: QWidget | None = QApplication.activeModalWidget()
        if asking is not None and asking is not self.window():
            # What is asked about there must not change below it.
            return
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _run_out(self) -> None:
        if self._has_focus():
            self._timer.start()
        else:
            self.dismiss()

    def _has_focus(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _whole_width(self) -> int:
        """The width of all in it on one line."""
        row, font = self._row, self._words.fontMetrics()
        edges = row.contentsMargins()
        shown = [part for part in (self._action, self._close) if not part.isHidden()]
        parts = sum(part.sizeHint().width() for part in shown)
        words = font.horizontalAdvance(self._words.text()) + 4
        return int(edges.left() + edges.right() + row.spacing() * len(shown) + words + parts)

    def _place(self) -> None:
        if self.isHidden():
            return
        room = self._host.width() - 32
        wanted = self._whole_width()
        if self._words.wordWrap() != (wanted > room):
            self._words.setWordWrap(wanted > room)
        row = self._row
        row.activate()
        width = min(wanted, room)
        height = row.totalHeightForWidth(width) if wanted > room else row.totalSizeHint().height()
        self.setGeometry(
            (self._host.width() - width) // 2, self._host.height() - height - FOOT, width, height
        )
