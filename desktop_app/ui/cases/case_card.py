"""The head of the chosen case: its code, what it counts, how long each stay lasted, and what does not fit."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.cases import Case
from desktop_app.domain.timeline import Timeline
from desktop_app.domain.timeline_doubts import Doubt
from desktop_app.ui.cases import words
from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip import ChipLabel
from desktop_app.ui.widgets.labels import TextLabel, plain_tip
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_DURATION_LETTERS = 45
_CHIPS = 3
_DOUBTS = 3


class CaseHead(QWidget):
    """One line of facts, one of durations, and a line for each thing that does not fit."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.code = TextLabel("", "heading")
        self.name = TextLabel("")
        self.name.setObjectName("caseHeadName")
        self.description = TextLabel("", "muted", elide=True)
        self.chips = [ChipLabel() for _each in range(_CHIPS)]
        self.durations = TextLabel("", "muted", elide=True)
        self.durations.setObjectName("caseDurations")
        self.edit = Button(_("Change case"), look="link")
        self.edit.setObjectName("changeCase")
        self.sources = Button(_("Sources"), look="link")
        self.sources.setObjectName("eventSources")
        self.sources.setAccessibleDescription(
            _("Who asserts and who denies the chosen event; Space in the table")
        )
        self._doubts = [_DoubtLine() for _each in range(_DOUBTS)]
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.code)
        first.addWidget(self.name)
        first.addWidget(self.description, 1)
        for chip in self.chips:
            first.addWidget(chip)
        first.addWidget(self.sources)
        first.addWidget(self.edit)
        second.addWidget(self.durations, 1)
        # Where there are no durations to say, what stands beside them still stands at the end.
        second.addStretch(0)
        self._second = second
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 8, 8, 6)
        body.setSpacing(2)
        body.addLayout(first)
        body.addLayout(second)
        for line in self._doubts:
            body.addWidget(line)
        # What is below may be squeezed, and scrolls.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text what stands beside the durations stands under them."""
        super().resizeEvent(event)
        beside = [each for each in self.findChildren(QWidget) if self._second.indexOf(each) > 0]
        taken = sum(each.sizeHint().width() for each in beside if not each.isHidden())
        room = self.width() - taken >= self.fontMetrics().averageCharWidth() * _DURATION_LETTERS
        wide, narrow = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._second.setDirection(wide if room else narrow)

    def place_switch(self, switch: QWidget) -> None:
        """Put the choice of what is shown below at the end of the line of durations."""
        self._second.addWidget(switch)
        self._second.setContentsMargins(0, 0, 8, 0)

    def put_beside(self, part: QWidget) -> None:
        """Put one more part at the end of the line of durations."""
        self._second.addWidget(part)

    @property
    def doubts(self) -> list[str]:
        """The sentences about what does not fit, as shown."""
        return [line.words.text() for line in self._doubts if not line.isHidden()]

    def show_case(self, case: Case, timeline: Timeline, *, with_name: bool = False) -> None:
        """Show what is to be said of a case; its name only where the workspace has names."""
        self.code.setText(case.code)
        self.name.setText(case.name if with_name else "")
        self.name.setVisible(with_name and bool(case.name))
        parts = (case.description, case.nationality if case.nationality not in case.description else "")
        self.description.setText(" · ".join(part for part in parts if part))
        counts = words.counts(timeline, self._formats)
        for place, chip in enumerate(self.chips):
            chip.show_chip(counts[place] if place < len(counts) else "")
        durations = words.durations(timeline, self._formats)
        self.durations.setText(durations)
        self.durations.setVisible(bool(durations))
        self._show_doubts(sorted(timeline.doubts, key=lambda doubt: not doubt.is_certain))

    def _show_doubts(self, found: list[Doubt]) -> None:
        """What cannot be so first; more than there is room for are counted, and told in the tool tip."""
        sentences = [words.doubt(doubt, self._formats) for doubt in found]
        shown = len(found) if len(found) <= _DOUBTS else _DOUBTS - 1
        for place, line in enumerate(self._doubts):
            line.setVisible(place < len(found))
            if place < shown:
                line.show_doubt(sentences[place], certain=found[place].is_certain)
            elif place < len(found):
                line.show_rest(sentences[shown:], self._formats)


class _DoubtLine(QWidget):
    """An icon, a triangle for what cannot be so, and the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self.words = TextLabel("", "small", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)

    def show_doubt(self, sentence: str, *, certain: bool) -> None:
        """Show this sentence."""
        tokens = tokens_for(self)
        drawing = icon("warning" if certain else "info", tokens, tokens.amber_ink if certain else None)
        side = em(self.words.font(), 0.95)
        self._icon.setPixmap(drawing.pixmap(side, side))
        self.words.set_look("warn" if certain else "small")
        self.words.setText(sentence)
        named = _("Error: {sentence}") if certain else _("Note: {sentence}")
        self.words.setAccessibleName(named.format(sentence=sentence))

    def show_rest(self, sentences: list[str], formats: Formats) -> None:
        """Say how many more there are; the tool tip and a screen reader tell them."""
        more = _n(
            "and {n} more thing that does not fit", "and {n} more things that do not fit", len(sentences)
        )
        self.show_doubt(more.format(n=formats.number(len(sentences))), certain=False)
        self.words.setToolTip(plain_tip("\n".join(sentences)))
        self.words.setAccessibleName(" ".join(sentences))
