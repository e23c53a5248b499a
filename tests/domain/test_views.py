"""What a view leaves out."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Measure
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import KnownOn, SafeToShow
from tests.domain.ledgers import NOVEMBER, PAPER, Ledger, figure


class TestKnownOn:
    def test_figures_are_known_from_their_publication_on(self) -> None:
        view = KnownOn(Ledger(*NOVEMBER), date(2025, 11, 7))
        assert [str(one.amount) for one in view.every(Figure)] == ["75", "94", "51", "65"]
        assert view.get(Figure, NOVEMBER[1].id) is NOVEMBER[1]
        assert view.get(Figure, NOVEMBER[2].id) is None

    def test_one_published_on_a_vague_day_is_known_from_the_last_it_can_be(self) -> None:
        vague = figure(RET, "94", "2025-11-10", published="2025-11")
        assert list(KnownOn(Ledger(vague), date(2025, 11, 29)).every(Figure)) == []
        assert list(KnownOn(Ledger(vague), date(2025, 11, 30)).every(Figure)) == [vague]

    def test_one_never_published_is_known_on_no_day(self) -> None:
        assert list(KnownOn(Ledger(figure(RET, "94", "", published="")), date.max).every(Figure)) == []

    def test_other_records_stay(self) -> None:
        case = Case()
        view = KnownOn(Ledger(case), date(2018, 1, 1))
        assert list(view.every(Case)) == [case]
        assert view.get(Source, PAPER.id) is PAPER


class TestSafeToShow:
    def test_only_clear_records_are_seen(self) -> None:
        clear = figure(RET, "94", "2025-11-07")
        hidden = [
            figure(RET, "95", "2025-11-07", sharing=level) for level in Sharing if level is not Sharing.CLEAR
        ]
        view = SafeToShow(Ledger(clear, *hidden, Case(id="case")))
        assert list(view.every(Figure)) == [clear]
        assert list(view.every(Case)) == []
        assert view.get(Case, "case") is None
        assert all(view.get(Figure, one.id) is None for one in hidden)

    def test_public_facts_without_a_level_are_seen(self) -> None:
        view = SafeToShow(Ledger(Measure("OWN"), Scheme(id="pilot", note="secret")))
        assert view.get(Measure, "OWN") == Measure("OWN")
        assert [scheme.note for scheme in view.every(Scheme)] == [""]

    def test_notes_are_taken_off_wherever_they_are(self) -> None:
        noted = figure(
            RET,
            "94",
            "2025-11-07",
            note="secret",
            citations=(Citation(PAPER.id, excerpt="94", note="secret"),),
        )
        view = SafeToShow(Ledger(noted))
        for seen in (*view.every(Figure), view.get(Figure, noted.id)):
            assert seen is not None
            assert "secret" not in repr(seen)
            assert seen.citations[0].excerpt == "94"

    def test_what_has_nothing_private_is_handed_on_as_it_is(self) -> None:
        plain = figure(RET, "94", "2025-11-07")
        assert SafeToShow(Ledger(plain)).get(Figure, plain.id) is plain

    def test_words_of_a_private_source_do_not_come_out_with_a_public_figure(self) -> None:
        witness = Source(id="witness", publisher="secret", sharing=Sharing.RED)
        told = figure(
            RET,
            "94",
            "2025-11-07",
            citations=(
                Citation(PAPER.id),
                Citation("witness", excerpt="secret"),
                Citation("lost", excerpt="secret"),
            ),
        )
        view = SafeToShow(Ledger(witness, told))
        for seen in (*view.every(Figure), view.get(Figure, told.id)):
            assert seen is not None
            assert [citation.source for citation in seen.citations] == [PAPER.id]

    def test_an_event_is_public_only_with_its_case(self) -> None:
        day = PartialDate.parse("2025-10-18")
        hers = Event(id="hers", case="private", date=day, sharing=Sharing.CLEAR)
        his = Event(id="his", case="public", date=day, sharing=Sharing.CLEAR)
        theirs = Event(id="theirs", date=day, sharing=Sharing.CLEAR)
        cases = (Case(id="private"), Case(id="public", sharing=Sharing.CLEAR))
        view = SafeToShow(Ledger(*cases, hers, his, theirs, Event(id="amber")))
        assert [event.id for event in view.every(Event)] == ["his", "theirs"]
        assert view.get(Event, "hers") is None
        assert view.get(Event, "his") is his
        assert view.get(Event, "theirs") is theirs

    def test_views_can_be_put_on_one_another(self) -> None:
        early, late = figure(RET, "94", "2025-11-07"), figure(RET, "113", "2025-11-14")
        private = figure(RET, "95", "2025-11-07", sharing=Sharing.AMBER)
        ledger = Ledger(early, late, private)
        day = date(2025, 11, 7)
        assert list(KnownOn(SafeToShow(ledger), day).every(Figure)) == [early]
        assert list(SafeToShow(KnownOn(ledger, day)).every(Figure)) == [early]
