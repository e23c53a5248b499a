"""A half-filled form comes back from its texts as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.draft_texts import from_texts, texts_of
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import EventKind, Verification
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Quotation, Stance
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Position

_TEXT = st.text(max_size=20)


@given(
    st.builds(
        EventDraft,
        kind=st.none() | st.sampled_from(EventKind),
        date=_TEXT,
        place=_TEXT,
        source=_TEXT,
        stance=st.sampled_from(Stance),
        verification=st.sampled_from(Verification),
        note=_TEXT,
        sharing=st.sampled_from(Sharing),
    )
)
def test_an_event(draft: EventDraft) -> None:
    assert from_texts(EventDraft, texts_of(draft)) == draft


@given(
    st.builds(
        StatementDraft,
        words=_TEXT,
        quotation=st.sampled_from(Quotation),
        position=st.sampled_from(Position),
        answers=st.lists(_TEXT).map(tuple),
        sharing=st.sampled_from(Sharing),
    )
)
def test_a_statement(draft: StatementDraft) -> None:
    assert from_texts(StatementDraft, texts_of(draft)) == draft


@given(st.text(max_size=20))
def test_a_list_that_is_none_is_passed_over(text: str) -> None:
    assert from_texts(StatementDraft, {"answers": text, "words": "x"}).words == "x"
