"""How the timeline is drawn: from which day it counts, in which order and groups, folded or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from desktop_app.charts.lanes.shapes import Axis
from desktop_app.domain.case_order import CaseGrouping, CaseSort
from desktop_app.ui.cases import order_words
from desktop_app.ui.settings import Settings
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words import labels
from desktop_app.words.translate import _

_KEY = "cases/timeline"
_TIP = Qt.ItemDataRole.ToolTipRole


class TimelineBar(QWidget):
    """A row of worded controls, remembered from one time to the next."""

    arranged = Signal()
    """Another axis, order or group was chosen."""
    foldChanged = Signal(bool)
    """Whether gaps are to be folded."""
    wholeAsked = Signal()
    """All cases are to be in view, or readable again."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._axis = Segmented(_("Days of the timeline"), [(each, order_words.axis(each)) for each in Axis])
        self._axis.setObjectName("timelineAxis")
        self._sort = _combo(_("Sort cases"), CaseSort, order_words.sort_tip)
        self._sort.setObjectName("timelineSort")
        self._group = _combo(_("Group cases"), CaseGrouping, order_words.grouping_tip)
        self._group.setObjectName("timelineGroup")
        self._fold = QCheckBox(_("Fold gaps"))
        self._fold.setObjectName("timelineFold")
        self._fold.setToolTip(_("Draw stretches of more than 60 days without an event narrower"))
        self.whole = Button(_("All cases"), key="End")
        self.whole.setObjectName("timelineWhole")
        self.whole.setCheckable(True)
        self.whole.setToolTip(_("Draw the rows so low that every case is in view"))
        self._restore()
        flow = FlowLayout(self, spacing=8)
        for part in (self._axis, self._sort, self._group, self._fold, self.whole):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._axis.chosen.connect(self._change)
        self._sort.currentIndexChanged.connect(self._change)
        self._group.currentIndexChanged.connect(self._change)
        self._fold.toggled.connect(self._change_fold)
        self.whole.clicked.connect(self.wholeAsked)

    @property
    def axis(self) -> Axis:
        """What days are counted from."""
        return Axis(self._axis.choice)

    @property
    def sort(self) -> CaseSort:
        """What cases are sorted by."""
        return CaseSort(self._sort.currentData())

    @property
    def grouping(self) -> CaseGrouping:
        """What cases are grouped by."""
        return CaseGrouping(self._group.currentData())

    @property
    def folds(self) -> bool:
        """Whether gaps are folded."""
        return self._fold.isChecked()

    def sizeHint(self) -> QSize:
        """As high as its rows of controls need at the width it has."""
        return QSize(super().sizeHint().width(), self.heightForWidth(max(self.width(), 1)))

    def _change(self) -> None:
        for name, choice in (("axis", self.axis), ("sort", self.sort), ("group", self.grouping)):
            self._settings.set_text(f"{_KEY}/{name}", choice)
        self.arranged.emit()

    def _change_fold(self, folds: bool) -> None:
        self._settings.set_text(f"{_KEY}/fold", "yes" if folds else "no")
        self.foldChanged.emit(folds)

    def _restore(self) -> None:
        kept = self._settings.text(f"{_KEY}/axis")
        if kept in list(Axis):
            self._axis.choose(kept)
        for combo, name in ((self._sort, "sort"), (self._group, "group")):
            place = combo.findData(self._settings.text(f"{_KEY}/{name}"))
            combo.setCurrentIndex(max(0, place))
        self._fold.setChecked(self._settings.text(f"{_KEY}/fold") == "yes")


def _combo(name: str, choices: Iterable[StrEnum], explain: Callable[..., str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for place, choice in enumerate(choices):
        combo.addItem(labels.label(choice), str(choice))
        combo.setItemData(place, explain(choice), _TIP)
    return combo
