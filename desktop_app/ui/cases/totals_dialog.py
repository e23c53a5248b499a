"""The window that holds our cases against the published totals, day by day or week by week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.case_totals import Grain, Verdict, beside_totals
from desktop_app.domain.checks.findings import Finding
from desktop_app.ui import moving
from desktop_app.ui.cases import totals_rows
from desktop_app.ui.cases.totals_rows import TotalRow
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _, _n


class TotalsDialog(QDialog):
    """A row for each day or week with a logged event. Enter goes to it; the arithmetic stands below."""

    placeAsked = Signal(object)
    """Where a row leads; the dialog closes with it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("totalsDialog")
        self.setWindowTitle(_("Against the totals"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.grains = Segmented(_("By"), [(Grain.DAY, _("By day")), (Grain.WEEK, _("By week"))])
        self.grains.setObjectName("totalsGrain")
        self.counts = TextLabel("", "muted", wrap=True)
        self.counts.setObjectName("totalsCounts")
        self.table = RecordTableView(
            totals_rows.columns(),
            name=_("Logged events beside published totals"),
            empty=_("No dated arrival, return or admission is logged."),
        )
        self.table.setObjectName("totalsTable")
        self.sentence = TextLabel("", wrap=True)
        self.sentence.setObjectName("totalsSentence")
        self.sentence.setMinimumHeight(self.fontMetrics().height() * 4)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.show_event = Button(_("Show event"), key="Return")
        self.show_event.setObjectName("totalsEvent")
        self.show_figure = Button(_("Show figure"))
        self.show_figure.setObjectName("totalsFigure")
        self.move_button = Button("", look="primary")
        self.move_button.setObjectName("totalsMove")
        self._lay_out()
        self._connect()
        self._fill()
        self._choose_first()

    def _lay_out(self) -> None:
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        for button in (self.show_event, self.show_figure, self.move_button, close):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self.grains)
        head.addSpacing(12)
        head.addWidget(self.counts, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.move_button)
        foot.addWidget(self.show_event)
        foot.addWidget(self.show_figure)
        foot.addStretch(1)
        foot.addWidget(close)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addLayout(head)
        body.addWidget(self.table, 1)
        body.addWidget(self.sentence)
        body.addLayout(foot)
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableGeometry()
        self.resize(min(letter * 150, room.width() - 40), min(letter * 85, room.height() - 60))

    def _connect(self) -> None:
        self.grains.chosen.connect(self._take_grain)
        self.table.currentRecordChanged.connect(self._show_row)
        self.table.recordActivated.connect(self._open_event)
        self.show_event.clicked.connect(self._open_current)
        self.show_figure.clicked.connect(self._open_figure)
        self.move_button.clicked.connect(self._move)
        self._context.bridge.changed.connect(self._heed)

    def _fill(self) -> None:
        """Compare anew what is seen now."""
        context = self._context
        context.checking.finish()
        found = beside_totals(context.checking.ledger, Grain(self.grains.choice))
        rows = [totals_rows.row(each, context.view, context.formats) for each in found]
        self.table.show_records(rows)
        conflicts = sum(each.verdict is Verdict.CONFLICT for each in found)
        words = _n("{n} row does not fit.", "{n} rows do not fit.", conflicts)
        said = (
            words.format(n=context.formats.number(conflicts))
            if conflicts
            else _("All rows fit, or leave it open.")
        )
        more = _("Our cases are not all cases: only more of them than were published do not fit.")
        self.counts.setText(f"{said} {more}")
        self._show_row(self.table.current_record())

    def _choose_first(self) -> None:
        """Begin at the first row that does not fit, else at the first."""
        records = self.table.records
        rows: list[TotalRow] = [records.record_at(place) for place in range(records.rowCount())]
        for row in rows:
            if row.beside.verdict is Verdict.CONFLICT:
                self.table.select(row.id)
                return
        if rows:
            self.table.select(rows[0].id)

    def _take_grain(self, _grain: str) -> None:
        self._fill()
        self._choose_first()

    def _heed(self, _step: object) -> None:
        self._fill()

    def _show_row(self, row: TotalRow | None) -> None:
        """The arithmetic of a row, and where it leads."""
        self.sentence.setText("" if row is None else row.sentence)
        self.show_event.setEnabled(row is not None)
        self.show_figure.setEnabled(row is not None and bool(row.beside.figures))
        finding = self._movable(row)
        day = None if finding is None else moving.day_offered(finding)
        self.move_button.setVisible(day is not None)
        if day is not None:
            self.move_button.setText(moving.offer(day, self._context.formats))

    def _movable(self, row: TotalRow | None) -> Finding | None:
        """The finding of a row that a move would settle."""
        if row is None:
            return None
        return next((each for each in row.beside.findings if moving.day_offered(each) is not None), None)

    def _move(self) -> None:
        finding = self._movable(self.table.current_record())
        if finding is not None and moving.move(self._context, finding):
            self._follow(finding.record)
            announce(self, self.counts.text())
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, event: str) -> None:
        """Choose the row that an event is in now."""
        records = self.table.records
        for place in range(records.rowCount()):
            row: TotalRow = records.record_at(place)
            if any(each.id == event for each in row.beside.certain):
                self.table.select(row.id)
                return

    def _open_current(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self._open_event(row)

    def _open_event(self, row: TotalRow) -> None:
        events = row.beside.certain or row.beside.possible
        if events:
            self._leave(Place("cases", record=events[0].id))

    def _open_figure(self) -> None:
        row = self.table.current_record()
        if row is not None and row.beside.figures:
            self._leave(Place("figures", record=row.beside.figures[0]))

    def _leave(self, place: Place) -> None:
        self.accept()
        self.placeAsked.emit(place)
