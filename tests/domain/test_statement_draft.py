"""The form of a statement: what blocks, what is only said, and dates as vague as they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.problems import blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Position, Statement

TODAY = date(2026, 11, 23)
SAID = StatementDraft(words="It works", speaker="A minister")


def codes(draft: StatementDraft) -> dict[str, str]:
    return {problem.field: problem.code for problem in draft.check(TODAY)}


def test_only_the_words_are_needed() -> None:
    assert [problem.field for problem in blocking(StatementDraft().check(TODAY))] == ["words"]
    kept = StatementDraft(words=" It works ").statement(TODAY)
    assert (kept.words, kept.speaker, kept.position) == ("It works", "", Position.NEITHER)
    with pytest.raises(ValueError, match="blocking"):
        StatementDraft(words="  ").statement(TODAY)


def test_what_is_missing_is_said_and_does_not_block() -> None:
    draft = replace(SAID, speaker="", quotation=Quotation.TRANSLATED, position=Position.FOR, date="soonish")
    assert set(codes(draft)) == {"speaker", "original_words", "topic", "date"}
    assert blocking(draft.check(TODAY)) == []
    kept = draft.statement(TODAY)
    assert (kept.date_words, kept.date.is_dated) == ("soonish", False)


def test_a_vague_date_stays_as_vague_as_it_was_written() -> None:
    kept = replace(SAID, date="early nov 2025").statement(TODAY)
    assert (str(kept.date), kept.date_words) == ("[2025-11-01..2025-11-10]", "early nov 2025")
    assert replace(SAID, date="2025-11-10").statement(TODAY).date_words == ""


def test_words_of_a_date_that_were_left_keep_what_was_understood_when_they_were_written() -> None:
    tuesday = Statement(
        words="It works",
        date=PartialDate.parse("2026-01-27"),
        date_words="on Tuesday",
        date_how=Obtained.RESOLVED,
    )
    changed = replace(StatementDraft.of(tuesday), note="read again").statement(TODAY, based_on=tuesday)
    assert (changed.date, changed.date_how, changed.note) == (tuesday.date, Obtained.RESOLVED, "read again")


def test_nothing_answers_itself_or_what_it_disputes() -> None:
    own = Statement(id="own", words="It works")
    kept = replace(SAID, answers=("own", "x", "x"), disputes=("y",)).statement(TODAY, based_on=own)
    assert (kept.answers, kept.disputes) == (("x",), ("y",))
    assert replace(SAID, same_utterance="own").statement(TODAY, based_on=own).same_utterance == ""
    assert codes(replace(SAID, answers=("x",), disputes=("x",)))["links"] == "answered and disputed"


def test_whether_it_may_be_kept_is_not_the_drafts_business() -> None:
    assert codes(replace(SAID, sharing=Sharing.AMBER)) == codes(SAID)


@given(
    st.builds(
        Statement,
        words=st.just("It works"),
        speaker=st.sampled_from(["", "A minister"]),
        date=st.sampled_from(["", "2025-11", "../2025-11-10", "2026-01-27"]).map(PartialDate.parse),
        date_how=st.sampled_from(list(Obtained)),
        quotation=st.sampled_from(list(Quotation)),
        topic=st.sampled_from(["", "it deters"]),
        position=st.sampled_from(list(Position)),
        answers=st.sampled_from([(), ("x", "y")]),
        disputes=st.sampled_from([(), ("z",)]),
        citations=st.sampled_from([(), (Citation("s"),)]),
        same_utterance=st.sampled_from(["", "other"]),
    )
)
def test_the_draft_of_a_statement_makes_it_again(statement: Statement) -> None:
    assert StatementDraft.of(statement).statement(TODAY, based_on=statement) == statement
