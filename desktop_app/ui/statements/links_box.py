"""What a statement answers and disputes: a line for each, and the field that adds one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.statements.record_names import RecordNames
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.labels import TextLabel, plain_tip
from desktop_app.ui.widgets.suggest import SuggestCombo, Suggestion
from desktop_app.words.translate import _, _p

_ANSWERS, _DISPUTES = "answers", "disputes"

Ids = tuple[str, ...]


class LinksBox(QWidget):
    """Holds the ids of what is answered and of what is disputed. `changed` tells of a line more or less.

    A record that is chosen again moves to the other side: nothing is answered and disputed at once.
    """

    changed = Signal()
    submitted = Signal()
    """Ctrl+Enter in the open list of suggestions."""

    def __init__(self, names: RecordNames) -> None:
        super().__init__()
        self._names = names
        self._links: dict[str, str] = {}
        self.relation = QComboBox()
        self.relation.setAccessibleName(_("What it does"))
        self.relation.addItem(_p("relation", "Answers"), _ANSWERS)
        self.relation.addItem(_p("relation", "Disputes"), _DISPUTES)
        self.target = SuggestCombo(
            _("A statement, a figure or an event"), names.suggest, placeholder=_("a few letters of it")
        )
        self.target.setObjectName("linkTarget")
        self._echo = EchoField(_("Ans&wers or disputes"), self.target, lines=0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        adding = QHBoxLayout()
        adding.setSpacing(6)
        adding.addWidget(self.relation, 0, Qt.AlignmentFlag.AlignBottom)
        adding.addWidget(self._echo, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(adding)
        column.addLayout(self._lines)
        self.target.accepted.connect(self._add)
        self.target.submitted.connect(self.submitted)

    @property
    def links(self) -> tuple[Ids, Ids]:
        """The ids of what it answers, and of what it disputes."""
        answers = tuple(id for id, relation in self._links.items() if relation == _ANSWERS)
        return answers, tuple(id for id, relation in self._links.items() if relation == _DISPUTES)

    def show_links(self, answers: Ids, disputes: Ids) -> None:
        """Show these, without telling."""
        self._links = {**dict.fromkeys(answers, _ANSWERS), **dict.fromkeys(disputes, _DISPUTES)}
        self.relation.setCurrentIndex(0)
        self.target.set_value("")
        self._fill()

    def say(self, words: str) -> None:
        """Say what is wrong with them; empty for nothing."""
        self._echo.set_echo(words, Understood.PROBLEM)

    def _add(self, suggestion: Suggestion) -> None:
        self._links.pop(str(suggestion.value), None)
        self._links[str(suggestion.value)] = str(self.relation.currentData())
        # Qt's list puts the words into the field once more when it closes.
        self.target.set_value("")
        self._fill()
        self.changed.emit()

    def _remove(self, id: str, _checked: bool = False) -> None:
        self._links.pop(id, None)
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.target
        for id, relation in self._links.items():
            line = self._line(id, relation)
            self._lines.addWidget(line)
            QWidget.setTabOrder(before, line.remove)
            before = line.remove

    def _line(self, id: str, relation: str) -> _Line:
        shapes = {_ANSWERS: _("Answers: {record}"), _DISPUTES: _("Disputes: {record}")}
        line = _Line(shapes[relation].format(record=self._names.name(id)))
        line.remove.clicked.connect(partial(self._remove, id))
        return line


class _Line(QWidget):
    """One record in words, and the button that takes it away."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = TextLabel(words, "small", wrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.remove = IconButton("close", _("Take away: {words}").format(words=words))
        self.remove.setToolTip(plain_tip(_("Take away")))
        self.remove.setAccessibleName(_("Take away: {words}").format(words=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
