"""Importing any table, step by step: file, sheet, columns, rows, add. Nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.tabular import reading
from desktop_app.services.tabular.applying import Report, apply
from desktop_app.services.tabular.books import Book, BookNote
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.understanding import Plan
from desktop_app.ui import background
from desktop_app.ui.context import Context
from desktop_app.ui.imports.adding import Added, adding
from desktop_app.ui.imports.adding_step import AddingStep
from desktop_app.ui.imports.columns_step import ColumnsStep
from desktop_app.ui.imports.draft import Held, ImportDraft
from desktop_app.ui.imports.errand import Errand
from desktop_app.ui.imports.file_step import FileStep
from desktop_app.ui.imports.rows_step import RowsStep
from desktop_app.ui.imports.sheet_step import SheetStep
from desktop_app.ui.imports.trail import Trail
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import Button
from desktop_app.words import refusals
from desktop_app.words.translate import _, _n

FILE, SHEET, COLUMNS, ROWS, ADD = range(5)


class ImportWizard(QDialog):
    """`added` carries an `Added` when the rows are in the file. Esc leaves everything as it was."""

    added = Signal(object)

    def __init__(
        self,
        context: Context,
        book: Book | None,
        *,
        path: Path | None = None,
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Begin with a book that was read from `path`, or with pasted `text`, where `path` is None."""
        super().__init__(parent)
        self.setObjectName("importWizard")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._then: Callable[[Any], None] | None = None
        self._closing = False
        self.draft = ImportDraft(context.workspace, context.today(), self._recall, path)
        self.file = FileStep(context.formats, pasted=path is None)
        self.sheet = SheetStep(context.formats)
        self.columns = ColumnsStep(self.draft, context.formats)
        self.rows = RowsStep(self.draft, context.formats)
        self.adding = AddingStep()
        self.trail = Trail(
            [_("File") if path else _("Rows pasted"), _("Sheet"), _("Columns"), _("Rows"), _("Add")]
        )
        self.banner = Banner()
        self.errand = Errand()
        self.back, self.next = Button(_("&Back")), Button(_("&Next"), look="primary", key="Ctrl+Return")
        self.cancel = Button(_("Cancel"))
        self._lay_out(path)
        self._connect()
        self._begin(book, text)

    # Its parts

    def _lay_out(self, path: Path | None) -> None:
        name = path.name if path is not None else _("pasted rows")
        self.setWindowTitle(_("Import {name}").format(name=name))
        self.next.setObjectName("importNext")
        self.back.setObjectName("importBack")
        self.steps = QStackedWidget()
        for step in (self.file, self.sheet, self.columns, self.rows, self.adding):
            self.steps.addWidget(step)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.errand, 1)
        for button in (self.cancel, self.back, self.next):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(self.trail)
        whole.addWidget(self.banner)
        whole.addWidget(self.steps, 1)
        whole.addLayout(buttons)
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        self.resize(min(letter * 175, int(room.width() * 0.92)), min(letter * 105, int(room.height() * 0.86)))

    def _connect(self) -> None:
        self.errand.progressed.connect(self.adding.advance)
        self.errand.done.connect(self._done)
        self.errand.refused.connect(self._heed_refusal)
        self.errand.broke.connect(self._broke)
        self.file.wanted.connect(self._read_anew)
        self.sheet.chosen.connect(self._choose_sheet)
        self.columns.titlesChosen.connect(self._choose_titles)
        self.columns.fieldsMade.connect(self._chain_buttons)
        self.rows.ticked.connect(self._show_count)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.cancel.clicked.connect(self.reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on from anywhere, Enter from fields; never does Enter alone add anything."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if self.next.isEnabled() and (held or self.step < ROWS):
                self.go_on()
            event.accept()
            return
        super().keyPressEvent(event)

    # From step to step

    @property
    def step(self) -> int:
        """The number of the present step."""
        return self.steps.currentIndex()

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is being read or added."""
        return self.errand.is_at_rest

    def _begin(self, book: Book | None, text: str) -> None:
        self._show(FILE)
        if book is not None:
            self._take_book(book)
            guessed = BookNote.ENCODING_GUESSED in book.notes
            self._from(FILE if guessed else SHEET)
        elif text.strip():
            self.file.text.setPlainText(text)
            self.file.read_now()
            self._read_anew()
            if self.draft.book is not None:
                self._from(SHEET)

    def go_on(self) -> None:
        """To the next step; from the last, add."""
        if not self.is_at_rest:
            return
        if self.step == FILE and self.draft.book is not None:
            self._from(SHEET)
        elif self.step == SHEET:
            self._lay_out_sheet()
        elif self.step == COLUMNS and not self.columns.show_lacks():
            self._understand()
        elif self.step == ROWS and self.rows.model.count:
            self._add()

    def go_back(self) -> None:
        """To the step before that has something to choose."""
        if not self.is_at_rest:
            self.errand.cancel()
            return
        before = [step for step in (FILE, SHEET, COLUMNS) if step < self.step and self._applies(step)]
        if before:
            self._show(before[-1])

    def _applies(self, step: int) -> bool:
        """Whether there is anything to choose in a step."""
        book = self.draft.book
        if step == FILE:
            return self.draft.path is None or (book is not None and bool(book.encoding))
        if step == SHEET:
            return book is not None and len(book.sheets) > 1
        return True

    def _from(self, step: int) -> None:
        """Go to this step, or on from it where it has one answer only."""
        book, sheet = self.draft.book, self.draft.sheet
        if step == SHEET and book is not None and sheet is not None:
            self.sheet.show_book(book, sheet)
            if len([each for each in book.sheets if len(each.rows)]) < 2:
                self._lay_out_sheet()
                return
        self._show(step)

    def _show(self, step: int) -> None:
        self.banner.dismiss()
        self.steps.setCurrentIndex(step)
        self.trail.show_step(step)
        self._enable()
        part = self.steps.currentWidget()
        if isinstance(part, (FileStep, SheetStep, ColumnsStep, RowsStep)):
            part.focus_first()

    def _enable(self) -> None:
        idle = self.is_at_rest
        earlier = any(step < self.step and self._applies(step) for step in (FILE, SHEET, COLUMNS))
        self.back.setEnabled(idle and earlier and self.step < ADD)
        self.next.setVisible(self.step < ADD)
        self.back.setVisible(self.step < ADD)
        if self.step == ROWS:
            self._show_count()
        else:
            self.next.setText(_("&Next"))
            self.next.setEnabled(idle and self.draft.book is not None)

    def _show_count(self) -> None:
        if self.step != ROWS:
            return
        count = self.rows.model.count
        words = _n("&Add {n} figure", "&Add {n} figures", count)
        self.next.setText(words.format(n=self._context.formats.number(count)))
        self.next.setEnabled(self.is_at_rest and count > 0)

    # File and sheet

    def _read_anew(self) -> None:
        """Read the text as the fields say."""
        if not self.is_at_rest:
            return
        self.draft.separator, self.draft.encoding = self.file.separator.choice, self.file.encoding.choice
        if self.draft.path is not None:
            self._do(
                _("Reading…"),
                self.draft.read_path,
                self._take_book,
                self.draft.separator,
                self.draft.encoding,
            )
            return
        text = self.file.text.toPlainText()
        chosen = (
            self.draft.separator if self.draft.book is not None and self.file.separator.hasFocus() else ""
        )
        try:
            self._take_book(reading.read_text(text, chosen))
        except Refusal as refusal:
            self.draft.book = None
            self.file.show_book(None)
            if text.strip():
                self.file.show_problem(refusals.sentence(refusal))
        self._enable()

    def _take_book(self, book: Book) -> None:
        self.draft.take(book)
        self.file.show_book(book)
        self._enable()

    def _choose_sheet(self, place: int) -> None:
        self.draft.choose_sheet(place)

    def _lay_out_sheet(self) -> None:
        if self.draft.layout is not None:
            self._show(COLUMNS)
            return
        self._do(_("Looking at the columns…"), self.draft.lay_out, self._take_layout)

    # Columns

    def _take_layout(self, found: tuple[Layout, bool]) -> None:
        self.draft.take_layout(found)
        self.columns.show_draft()
        if self.draft.is_remembered and next(self.draft.lacks(), None) is None and self.step < COLUMNS:
            self._understand()
        else:
            self._show(COLUMNS)

    def _chain_buttons(self) -> None:
        """Let Tab come to the buttons after all fields."""
        before = self.columns.last_field
        for button in (self.cancel, self.back, self.next):
            self.setTabOrder(before, button)
            before = button

    def _choose_titles(self, row: int) -> None:
        self._do(_("Looking at the columns…"), self.draft.lay_out, self._take_layout, row)

    def _recall(self, signature: str) -> str:
        return self._context.settings.text(f"imports/{signature}")

    # Rows

    def _understand(self) -> None:
        if self.draft.plan is not None:
            self._show(ROWS)
            return
        held = Held(self._context.workspace)
        self._do(_("Looking at the rows…"), self.draft.understand, self._take_plan, held)

    def _take_plan(self, plan: Plan) -> None:
        self.draft.plan = plan
        self.rows.show_plan(plan)
        self._show(ROWS)

    # Adding

    def _add(self) -> None:
        workspace = self._context.workspace
        ticks, plan = self.rows.model.ticks, self.draft.plan
        assert plan is not None
        count = self.rows.model.count
        words = _n("Adding {n} figure…", "Adding {n} figures…", count)
        self.adding.begin(words.format(n=self._context.formats.number(count)))
        self._show(ADD)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        if workspace.file is None:
            try:
                self._finish(apply(workspace, plan, ticks))
            except Refusal as refusal:
                self._heed_refusal(refusal)
            return
        self._start(adding(self.draft, workspace.file, ticks), self._finish)

    def _finish(self, report: Report) -> None:
        signature, choices = self.draft.remembered
        self._context.settings.set_text(f"imports/{signature}", choices)
        plan, book = self.draft.plan, self.draft.book
        assert plan is not None
        assert book is not None
        self.added.emit(Added(book.name, report, plan, self.rows.model.ticks))
        self.accept()

    # Work in the background

    def _do(
        self, words: str, function: Callable[..., Any], then: Callable[[Any], None], *values: object
    ) -> None:
        if self.is_at_rest:
            self._start(background.Work(function, *values), then, words)

    def _start(self, work: background.Work, then: Callable[[Any], None], words: str = "") -> None:
        self._then = then
        self.banner.dismiss()
        self.errand.begin(work, words)
        self._enable()

    def _done(self, result: object) -> None:
        then, self._then = self._then, None
        if self._closing and self.step != ADD:
            super().reject()
        elif then is not None:
            then(result)
            self._enable()

    def _heed_refusal(self, refusal: Refusal) -> None:
        if self._closing:
            super().reject()
            return
        if self.step == ADD:
            self._show(ROWS)
        self._enable()
        if refusal.code is RefusalCode.CANCELLED:
            self.errand.say(_("Cancelled. Nothing was changed."))
        elif refusal.code is RefusalCode.UNDECIDED and self.step == COLUMNS:
            # Rows far down leave open what the first ones told.
            self.columns.refresh()
            self.columns.show_lacks()
        elif self.step == FILE:
            self.file.show_problem(refusals.sentence(refusal))
        else:
            self.banner.tell(refusals.sentence(refusal))

    def _broke(self, error: Exception) -> None:
        super().reject()
        raise error

    def reject(self) -> None:
        """Leave everything as it was; work under way is stopped first."""
        if self.is_at_rest:
            super().reject()
            return
        self._closing = True
        self.cancel.setEnabled(False)
        self.errand.cancel()
        if self.step != ADD:
            self.hide()
