"""The fields of a field note, in the order in which they are mostly filled: a draft stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop_app.domain.field_note_draft import FieldNoteDraft
from desktop_app.domain.field_notes import Force, HowKnown, PlacePrecision
from desktop_app.domain.sharing import Sharing
from desktop_app.ui.notes.known_places import KnownPlaces
from desktop_app.ui.widgets.buttons import key_words
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.suggest import SuggestCombo
from desktop_app.ui.widgets.toggles import Toggles
from desktop_app.words import field_note_labels, labels
from desktop_app.words.translate import _


class CodeCombo(QComboBox):
    """A vocabulary to choose from; the wheel changes it only while it has the keyboard."""

    def __init__(self, members: type[StrEnum], said: Callable[..., str]) -> None:
        super().__init__()
        for member in members:
            self.addItem(said(member), member)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def choose(self, member: object) -> None:
        """Make this the choice."""
        self.setCurrentIndex(self.findData(member))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while something else has the keyboard."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NoteFields(QObject):
    """Makes the fields and reads them. `changed` follows every change, by hand or not."""

    changed = Signal()
    submitted = Signal()
    """Ctrl+Enter in an open list of places."""

    def __init__(self, places: KnownPlaces, parent: QObject) -> None:
        super().__init__(parent)
        self.seen = TextBox(lines=2)
        self.people, self.children_seen, self.boats = (Field(clears=True) for _each in range(3))
        self.when = Field(clears=True)
        self.place = SuggestCombo("", places.suggest)
        self.sharing = CodeCombo(Sharing, labels.sharing)
        self.force = Toggles(_("Use of force"), [(kind, field_note_labels.force(kind)) for kind in Force])
        self.precision = CodeCombo(PlacePrecision, field_note_labels.precision)
        self.how_known = CodeCombo(HowKnown, field_note_labels.how_known)
        self.coordinates, self.observer = Field(clears=True), Field(clears=True)
        self.weather, self.injuries, self.remark = (Field(clears=True) for _each in range(3))
        begun_by = _("a new note from anywhere: {key}").format(key=key_words("Ctrl+Shift+O"))
        self.seen.setPlaceholderText(begun_by)
        self.people.setPlaceholderText(_("about 40"))
        self.when.setPlaceholderText(_("today 05:40"))
        self.coordinates.setPlaceholderText(_("50.9871, 1.7342"))
        self.echoes = {
            "seen": EchoField(_("&What was seen"), self.seen, lines=0),
            "people": EchoField(_("Peo&ple"), self.people, lines=2),
            "children": EchoField(_("Childre&n"), self.children_seen, lines=2),
            "boats": EchoField(_("&Boats"), self.boats, lines=2),
            "when": EchoField(_("&Date and time"), self.when, lines=2),
            "place": EchoField(_("P&lace"), self.place, lines=2),
            "sharing": EchoField(_("Sharin&g"), self.sharing, lines=2),
            "force": EchoField(_("&Use of force"), self.force, lines=0),
            "injuries": EchoField(_("In&juries"), self.injuries, lines=0),
            "observer": EchoField(_("&Observer (initials)"), self.observer, lines=0),
            "how_known": EchoField(_("How it is &known"), self.how_known, lines=0),
            "weather": EchoField(_("We&ather"), self.weather, lines=0),
            "precision": EchoField(_("Place known &to"), self.precision, lines=0),
            "coordinates": EchoField(_("Coordinate&s"), self.coordinates, lines=1),
            "remark": EchoField(_("Remark"), self.remark, lines=0),
        }
        for name, echo in self.echoes.items():
            echo.field.setObjectName(f"note_{name}")
        self._connect()

    def _connect(self) -> None:
        self.seen.textChanged.connect(self._tell)
        for line in self.lines():
            line.textChanged.connect(self._tell)
        for combo in (self.sharing, self.precision, self.how_known):
            combo.currentIndexChanged.connect(self._tell)
        self.force.changed.connect(self._tell)
        self.place.submitted.connect(self.submitted)

    def lines(self) -> Iterator[QLineEdit]:
        """The fields of one line."""
        yield from (self.people, self.children_seen, self.boats, self.when, self.place)
        yield from (self.coordinates, self.observer, self.weather, self.injuries, self.remark)

    def widgets(self) -> Iterator[QWidget]:
        """All fields, in the order of Tab."""
        return (echo.field for echo in self.echoes.values())

    @property
    def draft(self) -> FieldNoteDraft:
        """What stands in the fields."""
        return FieldNoteDraft(
            when=self.when.text(),
            place=self.place.text(),
            precision=PlacePrecision(self.precision.currentData()),
            coordinates=self.coordinates.text(),
            seen=self.seen.toPlainText(),
            people=self.people.text(),
            children=self.children_seen.text(),
            boats=self.boats.text(),
            force=tuple(kind for kind in self.force.chosen if isinstance(kind, Force)),
            injuries=self.injuries.text(),
            weather=self.weather.text(),
            observer=self.observer.text(),
            how_known=HowKnown(self.how_known.currentData()),
            remark=self.remark.text(),
            sharing=Sharing(self.sharing.currentData()),
        )

    def fill(self, draft: FieldNoteDraft) -> None:
        """Put a draft into the fields, and tell once."""
        self.blockSignals(True)
        self.when.setText(draft.when)
        self.place.set_value(draft.place)
        self.precision.choose(draft.precision)
        self.coordinates.setText(draft.coordinates)
        self.seen.setPlainText(draft.seen)
        self.people.setText(draft.people)
        self.children_seen.setText(draft.children)
        self.boats.setText(draft.boats)
        self.force.choose(draft.force)
        self.injuries.setText(draft.injuries)
        self.weather.setText(draft.weather)
        self.observer.setText(draft.observer)
        self.how_known.choose(draft.how_known)
        self.remark.setText(draft.remark)
        self.sharing.choose(draft.sharing)
        for line in self.lines():
            line.setCursorPosition(0)
        self.blockSignals(False)
        self.changed.emit()

    def _tell(self, _what: object = None) -> None:
        self.changed.emit()
