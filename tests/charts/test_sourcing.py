from __future__ import annotations

from dataclasses import replace

from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import ARR, RET
from desktop_app.domain.sources import Citation, Stance
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, PAPER, Ledger, figure

SOURCES = Sources(Ledger(replace(HOME_OFFICE, title="Small boat arrivals time series")), PlainFormats())


def test_the_speaker_goes_before_the_publisher() -> None:
    said = figure(RET, "305", "2026-02-09", PAPER, speaker="Home Secretary")
    assert SOURCES.name(said) == "Home Secretary, 9 Feb 2026"
    assert SOURCES.name(replace(said, speaker="")) == "A paper, 9 Feb 2026"


def test_statistics_go_by_title_and_edition() -> None:
    day = figure(ARR, "100", "2026-02-09", HOME_OFFICE, published="2026-08-21", status=Status.PROVISIONAL)
    name = "Home Office, Small boat arrivals time series, 21 Aug 2026 edition (provisional)"
    assert SOURCES.name(day) == name
    assert SOURCES.brief_name(day) == "Home Office (provisional)"


def test_a_month_is_said_as_a_month() -> None:
    said = figure(RET, "305", "2026-02-09", PAPER, published="2026-02")
    assert SOURCES.name(said) == "A paper, Feb 2026"


def test_the_better_source_is_named_and_one_that_denies_is_not() -> None:
    said = figure(RET, "94", "2025-11-05", BLOG)
    twice = replace(said, citations=(*said.citations, Citation(GOV_UK.id)))
    denied = replace(said, citations=(*said.citations, Citation(GOV_UK.id, stance=Stance.DENIES)))
    assert SOURCES.name(twice) == "GOV.UK, 5 Nov 2025"
    assert SOURCES.name(denied) == "A blog, 5 Nov 2025"


def test_no_source_is_said() -> None:
    said = replace(figure(RET, "94", "2025-11-05"), citations=(), published=PartialDate())
    assert SOURCES.name(said) == "no source"


def test_the_footer_names_two_and_counts_the_others() -> None:
    groups = [
        [figure(ARR, "100", "2026-02-09", HOME_OFFICE)],
        [figure(RET, "94", "2025-11-05", PAPER), figure(RET, "113", "2025-11-14", GOV_UK)],
        [figure(RET, "1", "2025-09-18", BLOG)],
    ]
    origins = {SOURCES.origin(said) for group in groups for said in group}
    assert SOURCES.footer([group[-1] for group in groups], origins) == (
        "Home Office, Small boat arrivals time series, 9 Feb 2026 edition; GOV.UK, 14 Nov 2025; 2 more"
    )
