"""The form of a citation: kept by keys, told what is wrong, and nothing typed is lost when it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET
from desktop_app.domain.sources import Quotation, Source, Stance
from desktop_app.services.workspace import Workspace
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.echo import Understood
from tests.domain.ledgers import BLOG, PAPER, figure
from tests.ui.pages import context_for

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    with Workspace.in_memory() as workspace:
        with workspace.change("record figure") as work:
            for record in (PAPER, BLOG, figure(RET, "94", "2025-11-07", PAPER, id="ret")):
                work.put(record)
        made = context_for(workspace, tmp_path)
        yield made
        made.bridge.close()


def now(context: Context) -> Figure:
    found = context.workspace.get(Figure, "ret")
    assert found is not None
    return found


def opened(qtbot: QtBot, context: Context, place: int | None = None) -> CitationDialog:
    dialog = CitationDialog(context, now(context), place, "94 people returned", None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_a_known_source_is_cited_by_keys_alone(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.source, "a blog")
    qtbot.keyClicks(dialog.speaker, "a minister")
    dialog.stance.setCurrentIndex(dialog.stance.findData(Stance.DENIES))
    qtbot.keyClicks(dialog.excerpt, "not so")
    dialog.quotation.setCurrentIndex(dialog.quotation.findData(Quotation.VERBATIM))
    qtbot.keyClick(dialog.speaker, Qt.Key.Key_Return, CONTROL)
    assert not dialog.isVisible()
    added = now(context).citations[-1]
    assert (added.source, added.speaker, added.excerpt) == ("blog", "a minister", "not so")
    assert (added.stance, added.quotation) == (Stance.DENIES, Quotation.VERBATIM)


def test_a_new_name_says_that_it_makes_a_new_source(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    qtbot.keyClicks(dialog.source, "Le Monde")
    assert dialog.echoes["source"].echo == "A new source: Le Monde"
    dialog.submit()
    assert [one.publisher for one in context.workspace.every(Source)][-1] == "Le Monde"


def test_confirmed_needs_two_origins_and_says_so(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context, 0)
    dialog.credibility.setCurrentIndex(0)
    echo = dialog.echoes["credibility"]
    assert (echo.state, echo.echo) == (
        Understood.PROBLEM,
        "Confirmed needs two origins; there is only one",
    )
    assert not dialog.keep.isEnabled()


def test_a_refused_draft_stays_and_goes_onto_what_others_kept(qtbot: QtBot, context: Context) -> None:
    dialog = opened(qtbot, context)
    qtbot.keyClicks(dialog.source, "a blog")
    with context.workspace.change("edit figure") as work:
        work.put(replace(now(context), note="theirs"))
    dialog.submit()
    assert dialog.isVisible()
    assert "another window" in dialog.news.text()
    dialog.submit()
    assert (now(context).note, now(context).citations[-1].source) == ("theirs", "blog")


def test_a_long_title_is_told_in_full_below_its_field(qtbot: QtBot, context: Context) -> None:
    long = replace(PAPER, title="A title with many words " * 4 + "to the end")
    with context.workspace.change("edit source") as work:
        work.put(long)
    dialog = opened(qtbot, context, 0)
    assert dialog.echoes["source"].echo.endswith("to the end")
