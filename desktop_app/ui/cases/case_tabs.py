"""What is shown of the chosen case under its head: events, clocks, or the checklist for the legal route."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.answers import Answer
from desktop_app.domain.cases import Case
from desktop_app.domain.rules import Rule
from desktop_app.domain.timeline import Timeline
from desktop_app.services.workspace import Step
from desktop_app.ui.cases.clocks_tab import ClocksTab
from desktop_app.ui.cases.eligibility_tab import EligibilityTab
from desktop_app.ui.context import Context
from desktop_app.ui.rules.opening import show_rules
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _

EVENTS, CLOCKS, ROUTE = "events", "clocks", "route"


class CaseTabs(QWidget):
    """One of three parts at a time; `switch` chooses which. Only the part in sight is kept up to date."""

    def __init__(self, context: Context, *events: QWidget) -> None:
        super().__init__()
        self._context = context
        self._shown: tuple[Case, Timeline] | None = None
        choices = [(EVENTS, _("Events")), (CLOCKS, _("Clocks")), (ROUTE, _("Legal route"))]
        self.switch = Segmented(_("What is shown of the case"), choices)
        self.switch.setObjectName("caseParts")
        self.clocks, self.route = ClocksTab(context), EligibilityTab(context)
        self._parts = {EVENTS: events, CLOCKS: (self.clocks,), ROUTE: (self.route,)}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        # All in one layout: each one around another learns a turn later how high the event bar is.
        for key, parts in self._parts.items():
            for part in parts:
                body.addWidget(part, 1 if part is parts[-1] else 0)
                part.setVisible(key == EVENTS)
        self.switch.chosen.connect(self._turn)
        for asking in (self.clocks, self.route):
            asking.ruleAsked.connect(self._show_rule)

    @property
    def on_events(self) -> bool:
        """Whether the events are in sight."""
        return self.switch.choice == EVENTS

    def show_events(self) -> None:
        """Bring the events into sight."""
        self.switch.choose(EVENTS)

    def show_case(self, case: Case, timeline: Timeline) -> None:
        """Show what there is of a case."""
        self._shown = (case, timeline)
        self._fill()

    def take(self, step: Step) -> None:
        """Show anew what rules and answers say, where a step touched them."""
        if not step.kinds.isdisjoint((Rule, Answer)):
            self._fill()

    def keep(self) -> None:
        """Remember the columns; keep what was typed."""
        self.clocks.keep()
        self.route.keep()

    def _turn(self, chosen: str) -> None:
        for key, parts in self._parts.items():
            for part in parts:
                part.setVisible(key == chosen)
        self._fill()

    def _fill(self) -> None:
        part = self._parts[self.switch.choice][0]
        if self._shown is not None and isinstance(part, (ClocksTab, EligibilityTab)):
            part.show_case(*self._shown)

    def _show_rule(self, rule: str) -> None:
        show_rules(self._context, self, rule)
