"""Every field of every record has words, and what stands in a field reads as people say it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import RET
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.sources import Citation, Quotation, Source, Stance
from desktop_app.words import field_labels
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import PAPER, Ledger, figure

PLAIN = PlainFormats()


@pytest.mark.parametrize("kind", RECORD_KINDS.values(), ids=RECORD_KINDS)
def test_every_field_has_words_of_its_own(kind: type[Record]) -> None:
    assert field_labels.kind_name(kind)
    words = [field_labels.FIELDS[kind][entry.name]() for entry in fields(kind)]
    assert all(words)
    assert len(set(words)) == len(words)


def test_values_read_as_words() -> None:
    made, ledger = figure(RET, ">1700", "2025-11-08", PAPER), Ledger()
    said = {
        name: field_labels.text(Figure, name, getattr(made, name), ledger, PLAIN)
        for name in ("amount", "period", "basis", "measure", "note", "rank", "counted_since")
    }
    assert said == {
        "amount": "more than 1,700",
        "period": "8 Nov 2025",
        "basis": "Running total",
        "measure": "RET",
        "note": "",
        "rank": "Normal",
        "counted_since": "",
    }
    assert field_labels.text(Figure, "rank", Rank.DEPRECATED, ledger, PLAIN) == "Deprecated"


def test_what_a_record_refers_to_goes_by_its_name() -> None:
    ledger = Ledger()
    assert field_labels.text(Source, "derives_from", "paper", ledger, PLAIN) == "A paper"
    assert field_labels.text(Source, "derives_from", "gone", ledger, PLAIN) == "a deleted source"


def test_a_citation_says_whose_words_and_how_credible() -> None:
    cited = Citation(
        "paper",
        excerpt="not so",
        locator="p. 2",
        quotation=Quotation.VERBATIM,
        stance=Stance.DENIES,
        credibility=3,
        speaker="a minister",
    )
    assert field_labels.citation(cited, Ledger()) == (
        "A paper, p. 2, denies it, said by a minister, credibility 3, word for word: “not so”"
    )
