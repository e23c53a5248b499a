"""A replay shows the days on which something else was known, and no others; it looks for them in between."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.presenter import replay
from desktop_app.ui.presenter.replay import Replay

DAYS = [date(2025, 11, 1) + timedelta(days=number) for number in range(30)]


def week(day: date) -> int:
    """What a chart by the week would show."""
    return day.isocalendar().week


def test_days_that_show_the_same_are_left_out_whether_it_moves_by_itself_or_by_hand(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "STEP_MS", 0)
    by_itself, by_hand = [], []
    moving = Replay(lambda: True)
    moving.moved.connect(by_itself.append)
    with qtbot.waitSignal(moving.ended):
        moving.start(DAYS, week)
    waiting = Replay(lambda: False)
    waiting.moved.connect(by_hand.append)
    waiting.start(DAYS, week)
    while waiting.is_on:
        waiting.step()
    assert by_itself == by_hand == [DAYS[0], *(day for day in DAYS if day.weekday() == 0)]


def test_the_next_day_is_found_while_one_is_shown(qtbot: QtBot) -> None:
    looked: list[date] = []
    waiting = Replay(lambda: False)
    waiting.start(DAYS, lambda day: looked.append(day) or week(day))  # type: ignore[func-returns-value]
    assert looked == DAYS[:1]
    next_monday = next(day for day in DAYS if day.weekday() == 0)
    qtbot.waitUntil(lambda: looked[-1] == next_monday)
    count = len(looked)
    waiting.step()
    assert waiting.day == next_monday
    assert len(looked) == count
    waiting.stop()
