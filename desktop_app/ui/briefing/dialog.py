"""Asks which charts a briefing is to hold, and as what it is to be written."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.briefing.writing import Form
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _

_ROWS = 4
"""Those in sight at least; the others are scrolled to, so that large text has room."""
_ROW_EM = 2.0
_NAME = Qt.ItemDataRole.UserRole


class BriefingDialog(QDialog):
    """Accepted when a file may be asked for; `charts` and `form` are then what was chosen."""

    def __init__(
        self,
        charts: Sequence[tuple[str, str]],
        drawable: Collection[str],
        saved: Sequence[tuple[str, str]],
        form: Form,
        *,
        as_of: str,
        parent: QWidget | None = None,
    ) -> None:
        """`charts` are names with titles; those of `drawable` can be ticked, and are.

        `saved` are those saved in the workspace, which can be ticked as well.
        """
        super().__init__(parent)
        self.setObjectName("briefingDialog")
        self.setWindowTitle(_("Briefing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Charts"))
        for name, title in charts:
            self.list.addItem(_item(name, title, can=name in drawable, ticked=name in drawable))
        for name, title in saved:
            self.list.addItem(_item(name, _("Saved: {title}").format(title=title), can=True, ticked=False))
        self.list.setCurrentRow(0)
        self.forms = Segmented(
            _("Format"),
            [
                (Form.HTML, _("HTML page")),
                (Form.ODT, _("ODT text")),
                (Form.PDF, _("PDF document")),
            ],
        )
        self.forms.choose(form)
        self.remark = TextLabel(_remark(as_of), "muted", wrap=True)
        self.save = Button(_("Write…"), look="primary")
        self.save.setObjectName("briefingAccept")
        self.save.setDefault(True)
        self.cancel = Button(_("Cancel"))
        self._lay_out()
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def charts(self) -> list[str]:
        """The names of the charts that are ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(item.data(_NAME)) for item in items if item.checkState() is Qt.CheckState.Checked]

    @property
    def form(self) -> Form:
        """As what it is written."""
        return Form(self.forms.choice)

    def showEvent(self, event: QShowEvent) -> None:
        """The rows were measured before they had the window's letters."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def _lay_out(self) -> None:
        letters = self.fontMetrics()
        self.list.setMinimumHeight(round(letters.height() * _ROW_EM * _ROWS))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = ((_("&Charts"), self.list), (_("&Format"), self.forms))
        for row, (words, field) in enumerate(rows):
            label = TextLabel(words)
            label.setBuddy(field)
            top = Qt.AlignmentFlag.AlignTop if field is self.list else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, top)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.remark)
        column.addLayout(buttons)
        self.setMinimumWidth(letters.averageCharWidth() * 70)


def _item(name: str, title: str, *, can: bool, ticked: bool) -> QListWidgetItem:
    words = title if can else _("{chart}: nothing to draw").format(chart=title)
    item = QListWidgetItem(words)
    item.setData(_NAME, name)
    item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    if not can:
        item.setFlags(Qt.ItemFlag.ItemIsSelectable)
    return item


def _remark(as_of: str) -> str:
    return " ".join(
        (
            _("{as_of}.").format(as_of=as_of),
            _("Only what may be shown to an audience goes in, with the sources of every number."),
            _("HTML and ODT can be read with a screen reader; PDF looks the same everywhere."),
        )
    )
