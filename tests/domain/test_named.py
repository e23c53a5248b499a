"""What records name by code or id, found in a view."""

from __future__ import annotations

from desktop_app.domain import named
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR, BUILT_IN, Basis, Measure
from desktop_app.domain.narrowed import OfMeasures, TheseFigures
from desktop_app.domain.sources import Citation, Source
from tests.domain.ledgers import PAPER, SOURCES, Ledger

OWN = Measure(ARR, label="Arrived")
CITED = Figure(id="cited", measure=ARR, citations=(Citation("paper"), Citation("other")))
BARE = Figure(id="bare", measure="OWN")


def test_a_measure_is_the_views_own_else_built_in_else_a_bare_code() -> None:
    built_in = next(one for one in BUILT_IN if one.id == ARR)
    assert named.measure(Ledger(OWN), ARR) is OWN
    assert named.measure(Ledger(), ARR) is built_in
    assert named.measure(Ledger(), "OWN") == Measure("OWN")
    assert named.measure(Ledger(), "OWN").basis is Basis.FLOW


def test_a_record_was_read_in_its_first_citation() -> None:
    view = Ledger(CITED, BARE)
    assert named.read_in(view, CITED) is PAPER
    assert named.outlet(view, CITED) == PAPER.publisher
    assert named.read_in(view, BARE) is None
    assert named.outlet(view, BARE) == ""


def test_narrowed_views_hold_fewer_figures_and_everything_else() -> None:
    view = Ledger(CITED, BARE)
    these = TheseFigures(view, [BARE])
    assert list(these.every(Figure)) == [BARE]
    assert list(these.every(Source)) == list(SOURCES)
    of_arrivals = OfMeasures(view, frozenset({ARR}))
    assert list(of_arrivals.every(Figure)) == [CITED]
    assert of_arrivals.get(Figure, "bare") is None
    assert of_arrivals.get(Source, "paper") is PAPER
