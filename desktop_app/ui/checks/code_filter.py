"""The buttons that narrow the findings to one kind or some, each with how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.checks.findings import Code
from desktop_app.ui.checks.rows import FindingRow
from desktop_app.ui.theme.tokens import SMALL, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.words import findings
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class CodeFilter(QWidget):
    """One button for each kind of finding; several may be down. None down shows all kinds."""

    changed = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._flow = FlowLayout(self)
        # All from the beginning, so that the Tab key meets them in their order.
        self._buttons = {code: self._made(code) for code in Code}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Kinds of findings"))

    @property
    def codes(self) -> frozenset[Code]:
        """The kinds that are asked for; none where all are."""
        return frozenset(code for code, button in self._buttons.items() if button.isChecked())

    def show_counts(self, rows: Iterable[FindingRow]) -> None:
        """Show how many of each kind these are; a kind that is asked for keeps its button."""
        counts = Counter(row.code for row in rows)
        for code, button in self._buttons.items():
            words = _("{title} {n}").format(title=findings.title(code), n=self._formats.number(counts[code]))
            button.setText(words)
            button.setVisible(bool(counts[code]) or button.isChecked())
        self._flow.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """One row; where there are more, the height follows from the width."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for the widest of them."""
        return self._flow.minimumSize()

    def choose(self, *codes: Code) -> None:
        """Ask for these kinds only; for none, all are shown."""
        for code, button in self._buttons.items():
            blocked = button.blockSignals(True)
            button.setChecked(code in codes)
            button.blockSignals(blocked)
        self.changed.emit()

    def _made(self, code: Code) -> Button:
        button = Button("")
        button.setFont(scaled(button.font(), SMALL))
        button.setCheckable(True)
        button.setObjectName(f"filter_{code.value}")
        button.hide()
        button.toggled.connect(self._tell)
        self._flow.addWidget(button)
        return button

    def _tell(self, _checked: bool) -> None:
        self.changed.emit()
