"""The bar under the chart: which view of it is in front, and the ways out."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _

CHART, DATA, TEXT = "chart", "data", "text"
_GAP = 8
_SIDE = 22


class ActionBar(QWidget):
    """Tabs at one end, buttons at the other. Where there is no room, buttons go that menus have as well."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = Segmented(_("View"), [(CHART, _("Chart")), (DATA, _("Data")), (TEXT, _("Text"))])
        self.tabs.setObjectName("chartTabs")
        self.copy = Button(_("Copy"))
        self.copy.setObjectName("copyButton")
        self.export = Button(_("Export…"))
        self.export.setObjectName("exportButton")
        self.present = Button(_("Present"), key="F5")
        self.present.setObjectName("chartPresentButton")
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 10, _SIDE, 12)
        row.setSpacing(_GAP)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for button in (self.copy, self.export, self.present):
            row.addWidget(button)
        # Else large text would make the whole window wider than a small screen.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as there is room for."""
        super().resizeEvent(event)
        room = self.width() - 2 * _SIDE - self.tabs.sizeHint().width()
        for button in (self.export, self.copy, self.present):
            room -= button.sizeHint().width() + _GAP
            button.setVisible(room >= 0)
