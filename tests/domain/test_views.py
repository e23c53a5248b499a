"""What a view leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Measure
from desktop_app.domain.readings import Known
from desktop_app.domain.rules import Rule
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import KnownOn, SafeToShow, publication_days
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

    def test_a_revision_that_is_not_known_yet_replaces_nothing(self) -> None:
        first = figure(RET, "94", "2025-11-07", published="2025-11-07")
        later = figure(RET, "97", "2025-11-07", published="2025-11-20", revises=first.id)
        ledger = Ledger(first, later)
        assert Known(KnownOn(ledger, date(2025, 11, 19))).standing == [first]
        assert Known(KnownOn(ledger, date(2025, 11, 20))).standing == [later]

    def test_what_describes_stays(self) -> None:
        scheme, own = Scheme(id="pilot"), Measure("OWN")
        view = KnownOn(Ledger(scheme, own), date(2018, 1, 1))
        assert list(view.every(Scheme)) == [scheme]
        assert view.get(Measure, "OWN") is own

    def test_sources_are_known_from_their_publication_on_and_undated_ones_always(self) -> None:
        early, late, undated = source("early", "2025-11-05"), source("late", "2025-11"), source("undated")
        view = KnownOn(Ledger(early, late, undated), date(2025, 11, 29))
        seen = {one.id for one in view.every(Source)}
        assert seen & {"early", "late", "undated"} == {"early", "undated"}
        assert view.get(Source, "late") is None

    def test_what_is_known_cites_only_what_is_known(self) -> None:
        citations = (Citation("early"), Citation("late"))
        told = figure(RET, "94", "2025-11-05", published="2025-11-05", citations=citations)
        view = KnownOn(
            Ledger(source("early", "2025-11-05"), source("late", "2025-11-10"), told), date(2025, 11, 6)
        )
        for seen in (*view.every(Figure), view.get(Figure, told.id)):
            assert seen is not None
            assert [citation.source for citation in seen.citations] == ["early"]

    def test_an_event_is_known_from_the_first_publication_that_tells_of_it(self) -> None:
        event = Event(date=PartialDate.parse("2025-10-18"), citations=(Citation("late"), Citation("early")))
        ledger = Ledger(source("early", "2025-10-22"), source("late", "2025-11-10"), event)
        assert KnownOn(ledger, date(2025, 10, 21)).get(Event, event.id) is None
        assert KnownOn(ledger, date(2025, 10, 22)).get(Event, event.id) is not None

    def test_an_event_without_a_dated_source_is_known_from_its_own_day(self) -> None:
        own = Event(date=PartialDate.parse("2025-10-18"), citations=(Citation("undated"),))
        never = Event()
        ledger = Ledger(source("undated"), own, never)
        assert [*KnownOn(ledger, date(2025, 10, 17)).every(Event)] == []
        assert [*KnownOn(ledger, date(2025, 10, 18)).every(Event)] == [own]
        assert KnownOn(ledger, date.max).get(Event, never.id) is None

    def test_a_statement_is_known_when_it_is_said_or_printed(self) -> None:
        said = Statement(date=PartialDate.parse("2026-01-27"))
        printed = Statement(date=PartialDate.parse("../2026-01-30"), citations=(Citation("early"),))
        ledger = Ledger(source("early", "2026-01-28"), said, printed)
        assert [*KnownOn(ledger, date(2026, 1, 26)).every(Statement)] == []
        assert [*KnownOn(ledger, date(2026, 1, 27)).every(Statement)] == [said]
        assert [*KnownOn(ledger, date(2026, 1, 28)).every(Statement)] == [said, printed]

    def test_a_rule_is_known_from_its_publication_or_its_force(self) -> None:
        forced = Rule(in_force=PartialDate.parse("2025-08-06/.."), citations=(Citation("late"),))
        printed = Rule(citations=(Citation("late"),))
        plain = Rule()
        ledger = Ledger(source("late", "2025-11-10"), forced, printed, plain)
        assert [*KnownOn(ledger, date(2025, 8, 6)).every(Rule)] == [replace(forced, citations=()), plain]
        assert [*KnownOn(ledger, date(2025, 11, 10)).every(Rule)] == [forced, printed, plain]

    def test_a_case_is_known_with_the_first_of_its_events(self) -> None:
        untold, empty = Case(id="untold"), Case(id="empty")
        crossing = Event(case="untold", date=PartialDate.parse("2025-10-18"))
        ledger = Ledger(untold, empty, crossing)
        before, after = KnownOn(ledger, date(2025, 10, 17)), KnownOn(ledger, date(2025, 10, 18))
        assert [*before.every(Case)] == [empty]
        assert before.get(Case, "untold") is None
        assert [*after.every(Case)] == [untold, empty]
        assert after.get(Case, "untold") is untold

    def test_a_kept_copy_is_known_with_its_record(self) -> None:
        copy = Attachment(record="late")
        ledger = Ledger(source("late", "2025-11-10"), copy)
        assert [*KnownOn(ledger, date(2025, 11, 9)).every(Attachment)] == []
        assert [*KnownOn(ledger, date(2025, 11, 10)).every(Attachment)] == [copy]

    @given(st.dates(date(2025, 10, 1), date(2025, 12, 1)), st.dates(date(2025, 10, 1), date(2025, 12, 1)))
    def test_knowledge_only_grows(self, one: date, other: date) -> None:
        first, last = sorted((one, other))
        ledger = Ledger(*NOVEMBER)
        early = {figure.id for figure in KnownOn(ledger, first).every(Figure)}
        assert early <= {figure.id for figure in KnownOn(ledger, last).every(Figure)}


def test_the_days_worth_stepping_through_are_those_of_publication() -> None:
    said = Statement(date=PartialDate.parse("2026-01-27"))
    records = (figure(RET, "94", "2025-11-07", published="2025-11-08"), source("late", "2025-11"), said)
    days = publication_days(Ledger(*records))
    assert days == [date(2025, 11, 8), date(2025, 11, 14), date(2025, 11, 30), date(2026, 1, 27)]


def source(id: str, published: str = "") -> Source:
    return Source(id=id, published=PartialDate.parse(published))


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

    def test_a_kept_copy_is_public_only_with_what_it_is_evidence_for(self) -> None:
        kept = [Attachment(id=f"copy of {each}", record=each) for each in (PAPER.id, "witness", "nowhere")]
        view = SafeToShow(Ledger(Source(id="witness", sharing=Sharing.RED), *kept))
        assert list(view.every(Attachment)) == kept[:1]
        assert [view.get(Attachment, copy.id) for copy in kept] == [kept[0], None, None]

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
