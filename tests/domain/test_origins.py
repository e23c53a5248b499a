"""What citations go back to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.origins import lacks_confirmation, origins, party, root_of
from desktop_app.domain.sources import Citation, Source, SourceKind, Stance
from tests.domain.ledgers import GOV_UK, HOME_OFFICE, PAPER, Ledger

OUTLETS = tuple(
    Source(id=name, publisher=name, kind=kind)
    for name, kind in (
        ("a wire", SourceKind.WIRE_COPY),
        ("a station", SourceKind.VIDEO),
        ("a law firm", SourceKind.LAW_FIRM_PAGE),
    )
)


def cited(*sources: str, speaker: str = "", **fields: object) -> Figure:
    return Figure(citations=tuple(Citation(source) for source in sources), speaker=speaker, **fields)  # type: ignore[arg-type]


def test_one_statement_in_four_outlets_is_one_origin() -> None:
    figure = cited("paper", "a wire", "a station", "a law firm", speaker="Home Office")
    (only,) = origins(Ledger(*OUTLETS), figure)
    assert (only.speaker, len(only.citations)) == ("Home Office", 4)


def test_four_figures_of_one_speaker_are_one_origin_too() -> None:
    figures = [cited(source.id, speaker="Home Office spokesperson") for source in (*OUTLETS, GOV_UK)]
    assert len(origins(Ledger(*OUTLETS), *figures)) == 1


def test_outlets_that_name_nobody_count_each_for_itself() -> None:
    assert len(origins(Ledger(*OUTLETS), cited("paper", "a wire"))) == 2


def test_a_source_that_repeats_another_is_not_a_second_origin() -> None:
    copy = Source(id="copy", publisher="A copy", derives_from="paper")
    copy_of_copy = Source(id="copy 2", derives_from="copy")
    (only,) = origins(Ledger(copy, copy_of_copy), cited("paper", "copy 2"))
    assert only.source == PAPER.id


def test_the_speaker_a_citation_names_comes_before_the_record_s_own() -> None:
    figure = Figure(
        speaker="Home Office", citations=(Citation("paper"), Citation("a wire", speaker="Lawyers"))
    )
    assert [one.speaker for one in origins(Ledger(*OUTLETS), figure)] == ["Home Office", "Lawyers"]


def test_what_denies_or_mentions_is_no_origin() -> None:
    figure = Figure(
        citations=(Citation("paper", stance=Stance.DENIES), Citation("a wire", stance=Stance.MENTIONS))
    )
    assert origins(Ledger(*OUTLETS), figure) == ()


def test_editions_of_one_office_s_statistics_are_one_origin() -> None:
    later = replace(HOME_OFFICE, id="later edition")
    assert len(origins(Ledger(later), cited(HOME_OFFICE.id, "later edition"))) == 1


def test_sources_in_a_circle_have_one_root_from_wherever_it_is_entered() -> None:
    ring = [Source(id=f"ring {n}", derives_from=f"ring {(n + 1) % 3}") for n in range(3)]
    ledger = Ledger(*ring, Source(id="outside", derives_from="ring 1"))
    roots = {root_of(ledger, id) for id in ("ring 0", "ring 1", "ring 2", "outside")}
    assert roots == {ring[0]}


def test_confirmed_needs_two_origins() -> None:
    confirmed = Citation("paper", credibility=1)
    alone = Figure(citations=(confirmed, Citation("a wire", credibility=1)), speaker="Home Office")
    assert lacks_confirmation(Ledger(*OUTLETS), alone)
    assert not lacks_confirmation(Ledger(*OUTLETS), replace(alone, speaker=""))
    assert not lacks_confirmation(Ledger(*OUTLETS), replace(alone, citations=(Citation("paper"),)))


@pytest.mark.parametrize(
    "name",
    [
        "Home Office",
        "Home Office spokesperson",
        "home office sources",
        "Home Office (PA)",
        "Home Office / AFP",
    ],
)
def test_mentions_of_one_institution_are_the_same_party(name: str) -> None:
    assert party(name) == party("Home Office")
