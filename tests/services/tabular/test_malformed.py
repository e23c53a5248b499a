"""Files of strangers: each gives one clear sentence, or rows with their problems, and changes nothing."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal
from desktop_app.services.tabular import guessing, reading, understanding
from desktop_app.services.tabular.targets import MeasureNames
from desktop_app.services.tabular.understanding import Plan, State
from desktop_app.services.workspace import Workspace
from desktop_app.words import refusals, table_words
from tests.services.tabular.malformed import FILES, Malformed

TODAY = date(2026, 11, 23)
LONGEST = 10.0


def planned(path: Path, workspace: Workspace) -> Plan:
    book = reading.read(path)
    (sheet, *_) = book.shown
    layout = guessing.guess(sheet, MeasureNames(workspace.every(Measure)), TODAY)
    return understanding.understand(workspace, sheet, layout, TODAY, file_name=book.name)


def test_there_are_more_than_fifty() -> None:
    assert len({each.name for each in FILES}) == len(FILES) > 50


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.name)
def test_a_strangers_file_gives_a_sentence_or_rows_and_changes_nothing(
    file: Malformed, tmp_path: Path
) -> None:
    _skip_what_this_system_cannot_make(file)
    path = tmp_path / file.name
    file.make(path)
    began = time.monotonic()
    with Workspace.in_memory() as workspace:
        before = workspace.revision
        if file.refused is not None:
            with pytest.raises(Refusal) as caught:
                planned(path, workspace)
            _is_one_sentence(caught.value, file, path)
        else:
            _has_rows(planned(path, workspace), file)
        assert workspace.revision == before
        assert workspace.count(Figure) == 0
    assert time.monotonic() - began < LONGEST


def _is_one_sentence(refusal: Refusal, file: Malformed, path: Path) -> None:
    assert refusal.code is file.refused
    sentence = refusals.sentence(Refusal(refusal.code, **{"path": str(path), **refusal.values}))
    assert sentence.startswith(str(path))
    assert "\n" not in sentence
    assert "?" not in sentence


def _has_rows(plan: Plan, file: Malformed) -> None:
    counts = plan.counts
    assert (counts[State.NEW], counts[State.UNREADABLE]) == (file.new, file.unreadable)
    for place in plan.places(State.UNREADABLE):
        assert plan[place].problems
        for problem in plan[place].problems:
            assert table_words.row_problem(problem.code) != problem.code


def _skip_what_this_system_cannot_make(file: Malformed) -> None:
    if file.name == "not allowed.csv" and (sys.platform == "win32" or os.geteuid() == 0):
        pytest.skip("this account may read everything")
    if sys.platform == "win32" and ("pipe" in file.name or "link" in file.name or "device" in file.name):
        pytest.skip("no such files here")
