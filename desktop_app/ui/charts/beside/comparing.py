"""Which charts stand side by side on the page, and what leaves it of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.charts import registry
from desktop_app.charts.beside import MOST, Beside
from desktop_app.charts.choice import ChartChoice
from desktop_app.domain import date_words, talk
from desktop_app.domain.views import publication_days
from desktop_app.ui.charts import taking_out
from desktop_app.ui.charts.beside import members
from desktop_app.ui.charts.beside.dialog import CompareDialog, Offered
from desktop_app.ui.charts.beside.members import Member
from desktop_app.ui.charts.beside.view import BesideView
from desktop_app.ui.charts.exporting import Exporting
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.words.translate import _

FILE_NAME = "comparison"


class Comparing(QObject):
    """Off, or on with two to four charts. `changed` tells that there are others, or none.

    `choice` is what the chart in front shows, `left` what built-in charts were left with.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        saved: SavedCharts,
        view: BesideView,
        choice: Callable[[], ChartChoice],
        left: Callable[[], ChartChoice],
    ) -> None:
        super().__init__(view)
        self._context, self._saved, self._view = context, saved, view
        self._choice, self._left = choice, left
        self._members: tuple[Member, ...] = ()
        self._dialog: CompareDialog | None = None
        self._exporting = Exporting(view, context.settings, context.notices, self.public, self._size)
        view.oneAsked.connect(self.end)
        view.moreAsked.connect(self.ask)
        view.copyAsked.connect(self.copy)
        view.exportAsked.connect(self.export)

    @property
    def is_on(self) -> bool:
        """Whether charts stand side by side."""
        return bool(self._members)

    @property
    def count(self) -> int:
        """How many charts stand side by side."""
        return len(self._members)

    def ask(self) -> None:
        """Ask which charts are to stand beside the one in front."""
        here = self._saved.key
        others = [(kind.name, kind.title()) for kind in registry.kinds()]
        others += [(scene.id, scene.title) for scene in self._saved.every if not talk.is_text(scene)]
        title = dict(others).get(here, "")
        day = self._saved.pinned or self._context.lens.seen.day or self._context.today()
        days = [each for each in publication_days(self._context.workspace) if each < day]
        earlier = next((member.day for member in self._members if member.day is not None), None)
        rest = [other for other in others if other[0] != here]
        ticked = {member.key for member in self._members}
        offered = Offered(title, rest, days, ticked, earlier)
        dialog = CompareDialog(offered, self._past_day, self._context.formats, parent=self._view.window())
        self._dialog = dialog
        dialog.accepted.connect(self._take)
        dialog.open()

    def toggle(self, key: str) -> None:
        """Put a chart beside those that are shown, or take it away again."""
        there = self._members or (self._first(),)
        kept = tuple(member for member in there if member.key != key)
        if len(kept) < len(there):
            self._begin(kept if len(kept) > 1 else ())
        elif len(there) == MOST:
            self._tell_most()
        else:
            self._begin((*there, self._member(key)))

    def end(self) -> None:
        """Show one chart again."""
        self._begin(())

    def refresh(self) -> None:
        """Draw all of them anew; one whose saved chart is gone is left out."""
        self._members = tuple(one for one in self._members if members.is_there(one, self._context))
        if len(self._members) < 2:
            self._members = ()
            self.changed.emit()
            return
        titles = [members.title(member, self._context) for member in self._members]
        self._view.show_charts(titles, self._drawn())

    def public(self) -> Beside:
        """The charts without anything that is not for an audience."""
        return self._drawn(public=True)

    def copy(self) -> None:
        """Copy all of them as one picture, with their words and values."""
        QGuiApplication.clipboard().setMimeData(taking_out.mime_data(self.public()))
        self._context.notices.tell(_("Copied the charts as one picture, drawing, tables and words"))

    def export(self) -> None:
        """Ask how to export all of them as one picture, then where to."""
        self._exporting.ask(self._drawn(), self._context.as_of, FILE_NAME)

    def tell_presented(self) -> None:
        """Say that a room is shown one chart at a time."""
        self._context.notices.tell(_("A room is shown one chart at a time; a comparison can be exported."))

    def _past_day(self, text: str) -> date | None:
        today = self._context.today()
        day = date_words.read(text, today=today, order=date_order(QLocale())).date.latest
        return day if day is not None and day <= today else None

    def _take(self) -> None:
        if self._dialog is None:
            return
        first, day = self._first(), self._dialog.day
        earlier = () if day is None else (Member(first.key, first.choice, day),)
        self._begin((*earlier, first, *(self._member(key) for key in self._dialog.keys)))

    def _begin(self, these: tuple[Member, ...]) -> None:
        if these != self._members:
            self._members = these
            self.changed.emit()

    def _first(self) -> Member:
        return Member(self._saved.key, self._choice())

    def _member(self, key: str) -> Member:
        return Member(key, self._left() if registry.named(key) is not None else None)

    def _drawn(self, *, public: bool = False) -> Beside:
        there = (one for one in self._members if members.is_there(one, self._context))
        return Beside.of(members.chart(one, self._context, public=public) for one in there)

    def _tell_most(self) -> None:
        words = _("At most {most} charts stand side by side.")
        self._context.notices.tell(words.format(most=self._context.formats.number(MOST)))

    def _size(self) -> tuple[int, int]:
        return self._view.width(), self._view.height()
