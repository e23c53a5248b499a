"""The page of figures: type one, find one, change one, and see what stands behind each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu

from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.drafts import DraftKeeper
from desktop_app.ui.exporting.scopes import Shown
from desktop_app.ui.figures import columns
from desktop_app.ui.figures.asked import Asked
from desktop_app.ui.figures.changing import Changing
from desktop_app.ui.figures.entry import QuickEntry
from desktop_app.ui.figures.feeding import Feeding
from desktop_app.ui.figures.inspector import Inspector
from desktop_app.ui.figures.layout import lay_out
from desktop_app.ui.figures.narrowing import Narrowing
from desktop_app.ui.figures.rows import FigureRow, FigureRows
from desktop_app.ui.locales import date_order
from desktop_app.ui.page import Page
from desktop_app.ui.places import DRAWN, TYPED, Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import announce
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _

_NARROW_EM = 52
"""Below so many letter heights the inspector makes room for the table."""


class FiguresPage(Page):
    """Quick entry above, the table below it, the inspector at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "figures")
        self._rows = FigureRows(context.lens, context.workspace, context.checking)
        self._order = date_order(QLocale())
        self._inspected: tuple[FigureRow | None, ...] | None = None
        self._showing = False
        self._inspector_wanted = context.settings.text("figures/inspector", "shown") != "hidden"
        self.importing = Button(_("Import…"))
        self.importing.setObjectName("importButton")
        self.entry = QuickEntry(context, self._order)
        self.drafts = DraftKeeper(self.entry, context, "figure", self._texts)
        self.table = RecordTableView(
            columns.columns(self._rows, context.today(), context.formats),
            name=_("Figures"),
            empty=_("No figure needs a look."),
            no_match=_("No figure matches “{text}”. Clear search (Esc)."),
        )
        self.table.setObjectName("figuresTable")
        self.narrowing = Narrowing(self.table, self._rows, context.formats)
        self.search, self.measures = self.narrowing.search, self.narrowing.measures
        self.attention = self.narrowing.attention
        self._feeding = Feeding(context, self._rows, self.table, self.narrowing)
        self.inspector = Inspector(context)
        self._changing = Changing(context, self._order)
        self._asked = Asked(context, self.inspector, self._changing, self._current, self)
        self._parts = lay_out(self)
        self._connect()
        self.drafts.offer(_("An unfinished figure was kept."))
        self.table.sort_by("date", descending=True)
        self.table.restore_state(context.settings.store, "figures/table")

    def _connect(self) -> None:
        self.search.resultsWanted.connect(self._to_table)
        self.importing.clicked.connect(self._import)
        self.entry.line.textChanged.connect(self.drafts.note_change)
        self.entry.fields.changed.connect(self.drafts.note_change)
        self.drafts.continued.connect(self.entry.go_on)
        self.entry.addAsked.connect(self._keep)
        self.entry.linkAsked.connect(self._link)
        self.entry.left.connect(self._to_table)
        self.table.countChanged.connect(self._count)
        self.table.currentRecordChanged.connect(self._inspect)
        self.table.selectionModel().selectionChanged.connect(self._inspect)
        self.table.recordActivated.connect(self._show_inspector)
        self.table.deleteRequested.connect(self._changing.delete)
        self.table.editCommitted.connect(self._changing.edit)
        self.table.menuRequested.connect(self._add_to_menu)
        self.table.installEventFilter(self)
        self._feeding.settled.connect(self._inspect_again)
        self.inspector.figureOpened.connect(self._open_figure)
        self.inspector.sourceOpened.connect(self._open_source)

    # What the window asks

    def refresh(self) -> None:
        """Show the figures anew."""
        self.entry.refresh()
        self._show(self._feeding.show)

    def take(self, step: Step) -> None:
        """Bring table, inspector and entry up to date with one step."""
        if step.kinds - {Figure}:
            self.entry.refresh()
        self._show(partial(self._feeding.take, step))

    def see_otherwise(self) -> None:
        """Show what the lens shows now."""
        self._show(self._feeding.turn)

    def go(self, place: Place) -> None:
        """Show a figure, a filter, or the line to type one in."""
        if place.filter:
            self.narrowing.by(place.filter)
        if place.wish == "add":
            self.add()
        elif place.wish.startswith(TYPED):
            self.entry.line.setText(place.wish.removeprefix(TYPED))
            self.add()
            if place.source:
                self.entry.cite(place.source)
        elif place.record and self._choose(place.record):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Begin at the line."""
        self.entry.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Put the keyboard into the line in which a figure is typed."""
        self.entry.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.line.selectAll()

    def find_text(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_records(self) -> Shown:
        """What may be exported from here."""
        return Shown.of(self.table, Figure)

    def copy(self) -> None:
        """Copy the chosen rows."""
        self.table.copy()

    def delete_selected(self) -> None:
        """Delete the chosen figures."""
        self._changing.delete(self.table.selected_records())

    def edit_selected(self) -> None:
        """Type into the current cell, or the first of its row that can be changed."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        key = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_F2), Qt.KeyboardModifier.NoModifier)
        self.table.keyPressEvent(key)

    def show_history(self) -> None:
        """Show every version of the current figure."""
        self._asked.show_history()

    def show_on_chart(self) -> None:
        """Show the current figure where it is drawn."""
        row = self.table.current_record()
        if row is not None:
            self.context.navigator.go(Place("charts", record=row.id, wish=DRAWN))
            if self.isVisible():
                # It is not drawn, and so we are still here.
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns, and what was typed."""
        self.drafts.keep()
        self.table.save_state(self.context.settings.store, "figures/table")
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the table where the page is narrow."""
        super().resizeEvent(event)
        self._place_inspector()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shows all figures again, from wherever nothing else wants it."""
        if event.key() == Qt.Key.Key_Escape and self.table.records.is_filtered:
            self.narrowing.lift()
            event.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table, Space shows and hides the inspector; pasted rows are laid out to be looked at."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if _is_space(event):
                self._toggle_inspector()
                return True
            if event.matches(QKeySequence.StandardKey.Paste):
                self._command("paste_rows")
                return True
        return super().eventFilter(watched, event)

    def _texts(self) -> dict[str, str]:
        return self.entry.texts

    def _current(self) -> FigureRow | None:
        row = self.table.current_record()
        return row if isinstance(row, FigureRow) else None

    # Showing

    def _show(self, feed: Callable[[], None]) -> None:
        """Feed the table; what is chosen stays chosen."""
        self._showing = True
        feed()
        self._showing = False
        self._parts.show_table(len(self._rows) > 0)
        self._inspect_again()

    def _inspect_again(self) -> None:
        self._inspected = None
        self._inspect()

    def _count(self, shown: int, total: int) -> None:
        self.narrowing.show_count(shown, total)
        number = self.context.formats.number
        self.say_status(_("{n} of {total} shown").format(n=number(shown), total=number(total)))
        if shown != total:
            announce(self.table, self.status)

    def _choose(self, figure_id: str) -> bool:
        """Choose a figure, lifting a filter that hides it; False where it is not there."""
        if self._rows.get(figure_id) is None:
            return False
        if not self.table.select(figure_id):
            self.narrowing.lift()
            self.table.select(figure_id)
        return True

    def _inspect(self, *_what: object) -> None:
        """Show what is chosen, once for all the signals that tell of one change."""
        if self._showing:
            return
        row = self.table.current_record()
        if row is not None:
            self.context.navigator.note(Place("figures", record=row.id))
        chosen = self.table.selected_records()
        shown = tuple(chosen) if len(chosen) > 1 else (row,)
        if shown == self._inspected or not self._parts.panel.isVisible():
            return
        self._inspected = shown
        if len(chosen) > 1:
            self.inspector.show_many(chosen)
        elif row is not None:
            self.inspector.show_row(row)
        else:
            self.inspector.show_nothing()

    def minimumSizeHint(self) -> QSize:
        """Small: the inspector makes room, and then the rest scrolls."""
        return QSize(320, 240)

    def _place_inspector(self) -> None:
        needed = self._parts.left.minimumSizeHint().width() + self._parts.panel.minimumWidth()
        room = self.width() >= max(needed, self.fontMetrics().height() * _NARROW_EM)
        self._parts.panel.setVisible(self._inspector_wanted and room)
        self._inspect()

    def _toggle_inspector(self) -> None:
        self._inspector_wanted = not self._parts.panel.isVisible()
        self.context.settings.set_text("figures/inspector", "shown" if self._inspector_wanted else "hidden")
        # Asked for by hand it is shown however narrow the page is.
        self._parts.panel.setVisible(self._inspector_wanted)
        self._inspect()

    def _show_inspector(self, _row: object = None) -> None:
        if not self._parts.panel.isVisible():
            self._toggle_inspector()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_record() is None and self.table.records.rowCount():
            self.table.select(self.table.records.id_at(0))

    # Changing

    def _keep(self, drafts: list[FigureDraft]) -> None:
        kept = self._changing.keep(drafts)
        if kept:
            self._begin_anew(kept[-1])

    def _link(self, figure: Figure, source: Source) -> None:
        linked = self._changing.link(figure, source)
        if linked is not None:
            self._begin_anew(linked)

    def _begin_anew(self, kept: Figure) -> None:
        """Show what was kept, and be ready for the next."""
        self.entry.clear()
        self.drafts.keep()
        self._choose(kept.id)
        self.entry.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rank(self, row: FigureRow, rank: Rank, _checked: bool = False) -> None:
        self._changing.rank(row, rank, self)

    # Ways on

    def _add_to_menu(self, menu: QMenu, row: FigureRow) -> None:
        menu.addAction(_("Edit"), QKeySequence("F2"), self.edit_selected)
        menu.addAction(_("Delete"), QKeySequence.StandardKey.Delete, self.delete_selected)
        menu.addSeparator()
        menu.addAction(_("Show on chart"), QKeySequence("Ctrl+J"), self.show_on_chart)
        menu.addAction(_("History"), QKeySequence("Ctrl+Shift+H"), self.show_history)
        menu.addSeparator()
        for rank, words in (
            (Rank.PREFERRED, _("Prefer…")),
            (Rank.DEPRECATED, _("Deprecate…")),
            (Rank.NORMAL, _("Set rank to normal")),
        ):
            action = menu.addAction(words)
            action.setEnabled(rank is not row.figure.rank or rank is not Rank.NORMAL)
            action.triggered.connect(partial(self._rank, row, rank))

    def _open_figure(self, figure_id: str) -> None:
        self.context.navigator.go(Place("figures", record=figure_id))

    def _open_source(self, source_id: str) -> None:
        self.context.navigator.go(Place("sources", record=source_id))

    def _import(self) -> None:
        """The window's own Import command, which knows the files."""
        self._command("import_file")

    def _command(self, name: str) -> None:
        command = self.window().findChild(QAction, name)
        if command is not None:
            command.trigger()


def _is_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and not event.modifiers()
