"""What narrows the table of figures: words, a measure, and whether somebody should look."""

from __future__ import annotations

from functools import partial
from operator import eq

from PySide6.QtCore import QObject

from desktop_app.ui.figures.measure_filter import MeasureFilter
from desktop_app.ui.figures.rows import FigureRows, measure_code, needs_a_look
from desktop_app.ui.places import ATTENTION
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class Narrowing(QObject):
    """The three controls at the head of the page, and what they do to the table."""

    def __init__(self, table: RecordTableView, rows: FigureRows, formats: Formats) -> None:
        super().__init__(table)
        self._table, self._rows, self._formats = table, rows, formats
        self.search = SearchBox(_("Find in figures"))
        self.search.setObjectName("figureSearch")
        self.measures = MeasureFilter(self._counted, formats)
        self.attention = Button(_("Needs attention"))
        self.attention.setObjectName("attentionToggle")
        self.attention.setCheckable(True)
        self.search.searched.connect(table.set_filter)
        self.measures.chosen.connect(self._apply)
        self.attention.toggled.connect(self._apply)

    def refresh(self) -> None:
        """Say how many figures need a look now."""
        count = self._rows.checks.to_look_at
        self.attention.setText(_("Needs attention {n}").format(n=self._formats.number(count)))
        self.attention.setEnabled(bool(count) or self.attention.isChecked())

    def show_count(self, shown: int, total: int) -> None:
        """Say how many were found, and how many there are to search."""
        facts = {"n": self._formats.number(shown), "total": self._formats.number(total)}
        self.search.set_placeholder(_("Find in {total} figures").format(**facts))
        self.search.show_count(_("{n} of {total}").format(**facts) if shown != total else "")

    def by(self, wanted: str) -> None:
        """Narrow as a link from elsewhere asks: by attention, by a measure's code, else by words."""
        names = self._rows.counted() if wanted and wanted != ATTENTION else {}
        self.attention.setChecked(wanted == ATTENTION)
        self.measures.show_choice(wanted if wanted in names else "", names.get(wanted, ("", 0))[0])
        self.search.set_text("" if wanted in names or wanted == ATTENTION else wanted)
        self._apply()

    def lift(self) -> None:
        """Show all figures."""
        self.by("")

    def _apply(self, _what: object = None) -> None:
        code, only_attention = self.measures.code, self.attention.isChecked()
        self._table.narrow("measure", measure_code if code else None, partial(eq, code))
        self._table.narrow("attention", needs_a_look if only_attention else None, bool)

    def _counted(self) -> dict[str, tuple[str, int]]:
        """Name and number of figures of each measure, the most first."""
        return dict(sorted(self._rows.counted().items(), key=_most_first))


def _most_first(entry: tuple[str, tuple[str, int]]) -> int:
    return -entry[1][1]
