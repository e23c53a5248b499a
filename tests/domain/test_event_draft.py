from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.sharing import Sharing

TODAY = date(2026, 11, 23)
FULL = EventDraft(
    kind=EventKind.RETURNED,
    date="early November 2025",
    summary=" Returned a second time ",
    place="Paris",
    authority="Home Office",
    verification=Verification.LIKELY,
    note="a note",
    sharing=Sharing.CLEAR,
)


def codes(draft: EventDraft) -> list[tuple[str, bool]]:
    return [(problem.field, problem.blocks) for problem in draft.check(TODAY)]


def test_a_draft_becomes_an_event_with_its_words_kept() -> None:
    made = FULL.event(TODAY, case="c")
    assert (made.case, made.kind, str(made.date)) == ("c", EventKind.RETURNED, "[2025-11-01..2025-11-10]")
    assert made.date_words == "early November 2025"
    assert (made.summary, made.place, made.authority) == ("Returned a second time", "Paris", "Home Office")
    assert (made.verification, made.note, made.sharing) == (Verification.LIKELY, "a note", Sharing.CLEAR)


def test_only_the_type_is_needed() -> None:
    assert codes(EventDraft()) == [("kind", True)]
    assert codes(EventDraft(kind=EventKind.DETAINED)) == []
    with pytest.raises(ValueError, match="blocking"):
        EventDraft().event(TODAY, case="c")


def test_an_unreadable_date_is_kept_as_written_and_does_not_block() -> None:
    draft = EventDraft(kind=EventKind.DETAINED, date="some time after the storm")
    assert codes(draft) == [("date", False)]
    made = draft.event(TODAY, case="c")
    assert (made.date, made.date_words) == (PartialDate(), "some time after the storm")


def test_a_date_in_notation_leaves_no_words() -> None:
    made = replace(FULL, date="2025-11-05").event(TODAY, case="c")
    assert (str(made.date), made.date_words, made.date_how) == ("2025-11-05", "", Obtained.STATED)


@pytest.mark.parametrize("words", ["September 19", "yesterday", "upon arrival", ""])
def test_changing_something_else_leaves_the_date_as_it_was_understood(words: str) -> None:
    """Read again today, "September 19" would be another year's."""
    kept = Event(
        case="c",
        kind=EventKind.RETURNED,
        date=PartialDate.parse("2025-09-19"),
        date_words=words,
        date_how=Obtained.INFERRED,
    )
    draft = replace(EventDraft.of(kept), note="changed")
    assert draft.event(TODAY, case="c", based_on=kept) == replace(kept, note="changed")


def test_a_changed_date_is_read_anew() -> None:
    kept = Event(
        case="c", kind=EventKind.RETURNED, date=PartialDate.parse("2025-09-19"), date_words="September 19"
    )
    made = replace(EventDraft.of(kept), date="20 Sep 2025").event(TODAY, case="c", based_on=kept)
    assert (made.id, str(made.date), made.date_words) == (kept.id, "2025-09-20", "20 Sep 2025")
