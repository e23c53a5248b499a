from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.dates import on_day
from desktop_app.domain.sources import Source
from desktop_app.services.articles.likeness import like_source
from desktop_app.services.workspace import Workspace

DAY = date(2025, 11, 6)
THERE = Source(publisher="Harbour Post", title="Ferry returns pass one hundred", published=on_day(DAY))


def found(title: str, publisher: str = "", day: date | None = DAY) -> Source | None:
    with Workspace.in_memory(first=[THERE]) as workspace:
        return like_source(workspace, publisher=publisher, title=title, day=day)


@pytest.mark.parametrize(
    "title",
    [
        "Ferry returns pass one hundred, ministers say",
        "FERRY RETURNS PASS ONE",
        "Ferry returns pass one hundred | Harbour Post",
        "Ferry returns pass one hu…",
    ],
)
def test_a_title_that_begins_the_same_on_the_same_day_is_like(title: str) -> None:
    assert found(title) == THERE
    assert found(title, "harbour post") == THERE


def test_another_day_publisher_or_beginning_is_another_article() -> None:
    title = "Ferry returns pass one hundred, ministers say"
    assert found(title, day=date(2025, 11, 7)) is None
    assert found(title, day=None) is None
    assert found(title, "Ferry Times") is None
    assert found("Ministers say ferry returns pass one hundred") is None
    assert found("Ferry") is None


def test_the_very_title_is_not_asked_about() -> None:
    assert found(THERE.title) is None
