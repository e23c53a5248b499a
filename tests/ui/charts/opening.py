"""A workspace with the scheme's figures and what a page needs, for tests of charts and presenter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

from shiboken6 import isValid

from desktop_app.domain.amounts import Amount
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, BUILT_IN, RET
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.checking import Checking
from desktop_app.ui.context import Context
from desktop_app.ui.formats import QtFormats
from desktop_app.ui.lens import Lens
from desktop_app.ui.places import Navigator, Place
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Mode, Theme
from tests.charts.samples import SCHEME, TODAY, ledger
from tests.domain.ledgers import GOV_UK, PAPER, figure

CANARY = "ZQXCANARY"
"""Stands in every field that no audience may see."""
RIVAL = figure(ADM, "65", "2025-11-05", GOV_UK, id="rival", speaker="Home Office spokesperson")


class Told:
    """Keeps the news of a page instead of showing them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.refusals: list[Refusal] = []

    def tell(self, text: str, *, undo: bool = False) -> None:
        self.texts.append(text)

    def refuse(self, refusal: Refusal) -> None:
        self.refusals.append(refusal)


class Opened:
    """An open workspace with its context; `places` is where the page asked to go."""

    def __init__(self, workspace: Workspace, settings: Path) -> None:
        self.workspace = workspace
        self.told = Told()
        self.places: list[Place] = []
        navigator = Navigator()
        navigator.went.connect(self.places.append)
        bridge = Bridge(workspace)
        lens = _lens(workspace, bridge)
        checking = _checking(workspace, lens, bridge)
        self.context = Context(
            workspace=workspace,
            bridge=bridge,
            lens=lens,
            checking=checking,
            navigator=navigator,
            notices=self.told,
            settings=Settings(settings),
            theme=Theme(Mode.LIGHT),
            formats=QtFormats(),
            today=lambda: TODAY,
        )

    def over(self, records: View) -> Context:
        """The same context over other records, such as a file with a passphrase would hold."""
        workspace = cast(Workspace, records)
        bridge = self.context.bridge
        lens = _lens(workspace, bridge)
        checking = _checking(workspace, lens, bridge)
        return replace(self.context, workspace=workspace, lens=lens, checking=checking)

    def add(self, *records: Record) -> None:
        """Record these in one step."""
        with self.workspace.change("record figure") as work:
            work.put_all(records)

    def close(self) -> None:
        if isValid(self.context.bridge):
            self.context.bridge.close()
        self.workspace.close()


def _lens(workspace: Workspace, bridge: Bridge) -> Lens:
    lens = Lens(workspace)
    bridge.changed.connect(lens.heed)
    return lens


def first(*more: Record) -> list[Record]:
    """What the workspace of these tests begins with."""
    records = ledger(RIVAL, *more).records.values()
    public = (replace(r, sharing=Sharing.CLEAR) if isinstance(r, Event) else r for r in records)
    return [*BUILT_IN, SCHEME, *public]


def new_total(amount: str, day: str, measure: str = RET) -> Figure:
    """A later running total."""
    return figure(measure, amount, day, PAPER, id=f"new {measure} {amount}")


def private() -> Iterable[Record]:
    """Records that no audience may see, a canary in each of their texts; and private notes of public ones."""
    source = Source(
        id="secret source", publisher=CANARY, title=CANARY, author=CANARY, note=CANARY, sharing=Sharing.RED
    )
    hidden = replace(
        new_total("777", "2026-02-12"),
        amount_words=CANARY,
        speaker=CANARY,
        note=CANARY,
        period_words=CANARY,
        sharing=Sharing.AMBER,
        citations=(Citation(source.id, note=CANARY, excerpt=CANARY),),
    )
    public = replace(
        new_total("368", "2026-02-11", ADM),
        note=CANARY,
        amount=Amount.exactly(368),
        citations=(Citation(PAPER.id, note=CANARY), Citation(source.id, excerpt=CANARY)),
    )
    return (source, hidden, public, replace(PAPER, note=CANARY))


def _checking(workspace: Workspace, lens: Lens, bridge: Bridge) -> Checking:
    checking = Checking(workspace, lens, lambda: TODAY, bridge)
    bridge.changed.connect(checking.heed)
    return checking
