"""Asks which charts are to stand beside the one that is shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.charts.beside import MOST
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_KEY = Qt.ItemDataRole.UserRole
_ROWS, _ROW_EM = 4, 2.0
"""Those in sight at least; the others are scrolled to, so that large text has room."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from, and what was chosen before."""

    title: str
    """Of the chart that is shown."""
    charts: Sequence[tuple[str, str]]
    """Keys and titles of the others."""
    days: Sequence[date]
    """Those worth looking from, the earliest first."""
    ticked: Collection[str] = ()
    day: date | None = None


class _DayField(Field):
    """A day as it is typed; Up and Down go through the days worth looking from."""

    def __init__(self, days: Sequence[date], formats: Formats) -> None:
        super().__init__(_("As known on"))
        self._days = [formats.day(day) for day in days]
        self._formats = formats
        self._at = len(self._days)

    def show_day(self, day: date | None) -> None:
        """Show this day."""
        text = "" if day is None else self._formats.day(day)
        self._at = self._days.index(text) if text in self._days else len(self._days)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up is the later day, Down the earlier one."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None or not self._days:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + by, 0), len(self._days) - 1)
        self.setText(self._days[self._at])
        self.selectAll()
        self.textEdited.emit(self.text())


class CompareDialog(QDialog):
    """Accepted when one to three are chosen; `keys` and `day` are then what was chosen."""

    def __init__(
        self,
        offered: Offered,
        read: Callable[[str], date | None],
        formats: Formats,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`read` makes a past day of what is typed, or nothing."""
        super().__init__(parent)
        self.setObjectName("compareDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Compare with"))
        self.earlier = QCheckBox(_("The &same chart, as known on"))
        self.earlier.setObjectName("compareEarlier")
        # As high as the field beside it, so that the two begin on one line.
        self.earlier.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.earlier.setChecked(offered.day is not None)
        self.days = _DayField(offered.days, formats)
        self.days.setObjectName("compareDay")
        self.days.show_day(offered.day or (offered.days[-1] if offered.days else None))
        self.list = QListWidget()
        self.list.setObjectName("compareList")
        self.list.setAccessibleName(_("Other charts"))
        for key, words in offered.charts:
            item = QListWidgetItem(words, self.list)
            item.setData(_KEY, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if key in offered.ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.remark = TextLabel("", "muted", wrap=True)
        self.cancel = Button(_("Cancel"))
        self.compare = Button(_("Compare"), look="primary")
        self.compare.setObjectName("compareAccept")
        self.compare.setDefault(True)
        self._read = read
        self._lay_out(offered.title)
        self.compare.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.days.textEdited.connect(self._tick_day)
        self.earlier.toggled.connect(self._check)
        self.list.itemChanged.connect(self._check)
        self._check()
        self.earlier.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def keys(self) -> list[str]:
        """The keys of the charts that are ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    @property
    def day(self) -> date | None:
        """The day of which the same chart is wanted as well; None for none."""
        return self._read(self.days.text()) if self.earlier.isChecked() else None

    def showEvent(self, event: QShowEvent) -> None:
        """The rows were measured before they had the window's letters."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def _tick_day(self, _text: str) -> None:
        """Whoever chooses a day wants it."""
        self.earlier.setChecked(True)
        self._check()

    def _check(self, _what: object = None) -> None:
        no_day = self.earlier.isChecked() and self.day is None
        count = len(self.keys) + self.earlier.isChecked()
        self.compare.setEnabled(0 < count < MOST and not no_day)
        words = _("Tick one chart or more. Where charts lie on days they get one time axis.")
        if no_day:
            words = _("Write a past day as 6 Nov 2025, or go through those of publication with Up and Down.")
        elif count >= MOST:
            words = _("At most {most} charts stand side by side: untick some.").format(most=MOST)
        self.remark.setText(words)

    def _lay_out(self, title: str) -> None:
        self.list.setMinimumHeight(round(self.fontMetrics().height() * _ROW_EM * _ROWS))
        day = QHBoxLayout()
        day.setSpacing(10)
        day.addWidget(self.earlier)
        day.addWidget(self.days, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(TextLabel(title, "heading", elide=True))
        column.addLayout(day)
        column.addWidget(self.list)
        column.addWidget(self.remark)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)
