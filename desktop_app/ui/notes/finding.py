"""Finds notes by text and by place: the two tables, which of them is in sight, and what narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.gazetteer import NotedPlace
from desktop_app.ui.context import Context
from desktop_app.ui.notes import columns
from desktop_app.ui.notes.columns import Facts
from desktop_app.ui.notes.known_places import KnownPlaces
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import announce
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _

NOTES, PLACES = "notes", "places"


class Finding(QObject):
    """Makes the tables and the controls above them; the page puts them in their places."""

    turned = Signal()
    """The other table is to be in sight, or there are notes where there were none."""
    counted = Signal(str)
    """How many of the table in sight are shown, in words."""

    def __init__(self, context: Context, facts: Facts, known: KnownPlaces, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._only: str | None = None
        self.tabs = Segmented(_("Show"), [(NOTES, _("Notes")), (PLACES, _("Places"))])
        self.only = Button("")
        self.only.setObjectName("onlyPlace")
        self.only.hide()
        self.search = SearchBox(_("Find in field notes"))
        self.search.setObjectName("noteSearch")
        self.table = RecordTableView(
            columns.note_columns(context.formats, facts),
            name=_("Field notes"),
            no_match=_("No field note matches “{text}”. Clear search (Esc)."),
        )
        self.table.setObjectName("notesTable")
        self.places = RecordTableView(
            columns.place_columns(context.formats, known.alike),
            name=_("Places"),
            empty=_("No places yet. They come from the field notes."),
            no_match=_("No place matches “{text}”. Clear search (Esc)."),
        )
        self.places.setObjectName("placesTable")
        self.table.sort_by("date", descending=True)
        for table, name in self._tables():
            table.restore_state(context.settings.store, name)
            table.countChanged.connect(self._count)
        self.search.searched.connect(self._find)
        self.search.resultsWanted.connect(self.focus)
        self.tabs.chosen.connect(self._turn)
        self.only.clicked.connect(self._lift_place)
        self.places.recordActivated.connect(self._choose_place)

    @property
    def in_sight(self) -> RecordTableView:
        """The table in sight."""
        return self.places if self.tabs.choice == PLACES else self.table

    @property
    def is_narrowed(self) -> bool:
        """Whether some notes are not shown."""
        return self.table.records.is_filtered

    def show(self, notes: Sequence[FieldNote], places: Sequence[NotedPlace]) -> None:
        """Show these in place of the earlier ones."""
        self.table.show_records(notes)
        self.places.show_records(places)
        self._turn()

    def save(self) -> None:
        """Remember the columns."""
        for table, name in self._tables():
            table.save_state(self._context.settings.store, name)

    def focus(self) -> None:
        """Give the keyboard to the table in sight."""
        self.in_sight.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, note_id: str) -> bool:
        """Choose a note, lifting what hides it; False where it is not there."""
        self.tabs.choose(NOTES)
        if not self.table.select(note_id):
            self.lift()
            return bool(self.table.select(note_id))
        return True

    def lift(self) -> None:
        """Show all again."""
        self.search.clear()
        self._lift_place()

    def _tables(self) -> tuple[tuple[RecordTableView, str], ...]:
        return (self.table, "notes/table"), (self.places, "notes/places")

    def _turn(self, _key: str = "") -> None:
        self.turned.emit()
        self._find(self.search.text())
        self._count()

    def _find(self, text: str) -> None:
        for table, _name in self._tables():
            table.set_filter(text if table is self.in_sight else "")

    def _count(self, _shown: int = 0, _total: int = 0) -> None:
        # Both tables tell; only what is in sight is counted.
        records, number = self.in_sight.records, self._context.formats.number
        shown, total = records.rowCount(), records.total
        asked = _("Find in {n} places") if self.tabs.choice == PLACES else _("Find in {n} field notes")
        self.search.set_placeholder(asked.format(n=number(total)))
        counted = _("{n} of {total}").format(n=number(shown), total=number(total))
        self.search.show_count(counted if shown != total else "")
        said = _("{n} of {total} shown").format(n=number(shown), total=number(total))
        self.counted.emit(said)
        if shown != total:
            announce(self.in_sight, said)

    def _choose_place(self, place: NotedPlace) -> None:
        """Show the notes of one place."""
        self._only = place.name
        self.search.clear()
        self.table.set_condition(self._is_there)
        name = place.name or _("no place")
        self.only.setText(_("Only {place}  ×").format(place=name).replace("&", "&&"))
        self.only.setAccessibleName(_("Only {place}: show all again").format(place=name))
        self.only.show()
        self.tabs.choose(NOTES)
        self.focus()

    def _is_there(self, note: FieldNote) -> bool:
        return self._only is None or note.place == self._only

    def _lift_place(self) -> None:
        self._only = None
        self.table.set_condition(None)
        if self.only.hasFocus():
            self.focus()
        self.only.hide()
