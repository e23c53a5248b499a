"""A citation being typed says what is wrong with it, and makes the citation again that it was made from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.citation_draft import CitationDraft
from desktop_app.domain.measures import RET
from desktop_app.domain.sources import Citation, Quotation, Stance
from tests.domain.ledgers import GOV_UK, PAPER, Ledger, figure

FIGURE = figure(RET, "94", "2025-11-07", PAPER, id="ret", speaker="Home Office")


def codes(draft: CitationDraft, place: int | None = None, record: object = FIGURE) -> list[str]:
    assert isinstance(record, type(FIGURE))
    return [problem.code for problem in draft.check(Ledger(), record, place)]


def test_makes_the_citation_it_was_made_from() -> None:
    cited = Citation(
        "paper", "not so", "p. 2", Quotation.VERBATIM, Stance.DENIES, 3, "a minister", "from the print"
    )
    record = replace(FIGURE, citations=(cited,))
    assert CitationDraft.of(cited).citation(Ledger(), record, 0) == cited


def test_needs_a_source() -> None:
    assert codes(CitationDraft()) == ["citation without source"]
    assert codes(CitationDraft(source="A new paper")) == []


def test_the_same_source_is_cited_again_only_for_something_else() -> None:
    assert codes(CitationDraft(source_id="paper")) == ["cited already"]
    assert codes(CitationDraft(source_id="paper", stance=Stance.DENIES)) == []
    assert codes(CitationDraft(source_id="paper"), place=0) == []


def test_confirmed_needs_two_origins() -> None:
    assert codes(CitationDraft(source_id="paper", credibility=1), place=0) == ["one origin"]
    # Another outlet with the same speaker is the same origin.
    assert codes(CitationDraft(source_id="blog", credibility=1)) == ["one origin"]
    assert codes(CitationDraft(source_id="blog", credibility=1, speaker="Ministère")) == []
    denied = CitationDraft(source_id="blog", credibility=1, speaker="Ministère", stance=Stance.DENIES)
    assert codes(denied) == ["one origin"]


def test_what_was_confirmed_already_is_not_held_against_other_changes() -> None:
    record = replace(FIGURE, citations=(Citation("paper", credibility=1),))
    assert codes(CitationDraft(source_id="paper", credibility=1, note="x"), 0, record) == []


def test_a_quotation_without_words_is_only_remarked() -> None:
    draft = CitationDraft(source_id=GOV_UK.id, quotation=Quotation.VERBATIM)
    assert [problem.blocks for problem in draft.check(Ledger(), FIGURE)] == [False]
    assert draft.citation(Ledger(), FIGURE).source == GOV_UK.id


def test_what_blocks_makes_no_citation() -> None:
    with pytest.raises(ValueError, match="problem"):
        CitationDraft(source_id="paper").citation(Ledger(), FIGURE)
