"""Reports on what is no longer as it was: what changed between two days, and what was deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.figures import Figure
from desktop_app.domain.views import NOW
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place
from desktop_app.ui.window.known_on import KnownOnControl


def show_changes(context: Context, known_on: KnownOnControl, window: QWidget) -> None:
    """Say what changed since the day looked from, or else through the last publication."""
    # What draws up the report is not needed by most starts.
    from desktop_app.ui.changes.dialog import ChangesDialog

    def show_figure(figure: str) -> None:
        if context.view.get(Figure, figure) is None:
            context.lens.turn(NOW)
        context.navigator.go(Place("figures", record=figure))

    days = known_on.days
    first = context.lens.day or (days[-2] if len(days) > 1 else context.today())
    dialog = ChangesDialog(context, first, None, window)
    dialog.figureAsked.connect(show_figure)
    dialog.open()


def show_deleted(context: Context, window: QWidget) -> None:
    """Show the records that are there no more, from whose history each can be brought back."""
    from desktop_app.ui.history.deleted_dialog import DeletedDialog

    dialog = DeletedDialog(context, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
