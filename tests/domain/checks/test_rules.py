"""What each rule finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.cases import Case
from desktop_app.domain.checks.check import check
from desktop_app.domain.checks.findings import Code, Finding, Severity, accepted
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, ARR, REARR, RET, TGT_RET_WK, TGT_RET_YR, Basis, Measure, Unit
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation
from desktop_app.domain.statements import Statement
from tests.domain.ledgers import BLOG, PAPER, Ledger, daily, figure

TODAY = date(2025, 11, 20)
YEAR = daily("2025-11-01", [100, 0, 200, 0, 300, 40, 0, 0, 500, 10])
"""Counts from 1 November; totals 100, 100, 300, 300, 600, 640, 640, 640, 1140, 1150."""
SINCE = "2025-11-01"


def found(code: Code, *records: Record, today: date = TODAY) -> list[Finding]:
    return [finding for finding in check(Ledger(*records), today) if finding.code is code]


def total(amount: str, day: str, **fields: Any) -> Figure:
    return figure(ARR, amount, day, basis=Basis.CUMULATIVE, counted_since=SINCE, **fields)


def only(findings: list[Finding]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


class TestAgainstTheSeries:
    def test_a_total_that_the_series_has_on_another_day(self) -> None:
        finding = only(found(Code.FITS_OTHER_DAY, *YEAR, total("640", "2025-11-09")))
        assert finding.severity is Severity.WARNING
        assert finding.numbers["equals_day"] == date(2025, 11, 8)
        assert finding.numbers["total_on_claimed_day"] == 1140
        assert finding.numbers["difference"] == 500

    def test_what_the_source_said_is_checked_not_the_cut_off_worked_out_later(self) -> None:
        claim = total("640", "2025-11-09", data_to="2025-11-08")
        assert found(Code.FITS_OTHER_DAY, *YEAR, claim)

    @pytest.mark.parametrize(
        "amount", [">600", "<700", "nearly 640", "~640", "640", ">=640", "order 100..999"]
    )
    def test_what_the_series_allows_fits(self, amount: str) -> None:
        codes = {finding.code for finding in check(Ledger(*YEAR, total(amount, "2025-11-08")), TODAY)}
        assert codes & {Code.CONSISTENT, Code.PASSED_ON}
        assert not codes & {Code.INCONSISTENT, Code.NEAR_MISS, Code.FITS_OTHER_DAY}

    def test_thousands_is_not_contradicted_by_more_than_ten_of_them(self) -> None:
        many = daily("2025-11-01", [17_958])
        assert found(Code.CONSISTENT, *many, total("order 1000..9999", "2025-11-01"))

    def test_what_it_does_not_allow_is_off_by_the_nearer_end(self) -> None:
        finding = only(found(Code.INCONSISTENT, *YEAR, total("<600", "2025-11-08")))
        assert finding.numbers["difference"] == 599 - 640

    def test_a_day_without_a_record_may_hold_anything(self) -> None:
        gap = daily("2025-11-01", [100, None, 200])
        assert not found(Code.INCONSISTENT, *gap, total("900", "2025-11-03"))
        assert found(Code.INCONSISTENT, *gap, total("200", "2025-11-03"))

    def test_beyond_the_series_nothing_is_said(self) -> None:
        codes = {finding.code for finding in check(Ledger(*YEAR, total("9000", "2025-11-12")), TODAY)}
        assert codes <= {Code.NO_SOURCE, Code.SINGLE_SOURCE}

    def test_the_threshold_s_day_stands_beside_the_day_it_is_said_of(self) -> None:
        finding = only(found(Code.PASSED_ON, *YEAR, total(">550", "../2025-11-08")))
        assert finding.numbers["passed_day"] == date(2025, 11, 5)
        assert finding.numbers["total_on_passed_day"] == 600
        assert finding.severity is Severity.INFO

    def test_a_count_since_a_day_without_an_end_fits_none_of_the_days(self) -> None:
        claim = figure(ARR, "450", "2025-11-05/..", published="2025-11-09")
        finding = only(found(Code.INCONSISTENT, *YEAR, claim))
        assert (finding.numbers["below"], finding.numbers["above"]) == (340, 840)

    def test_one_digit_and_one_day_off_are_likely_slips(self) -> None:
        digit = only(found(Code.NEAR_MISS, *YEAR, total("740", "2025-11-08")))
        day = only(found(Code.NEAR_MISS, *YEAR, figure(ARR, "500", "2025-11-07")))
        assert digit.numbers["likely"] == 640
        assert day.numbers["likely_day"] == date(2025, 11, 9)

    def test_the_last_digit_alone_is_a_revision_rather_than_a_slip(self) -> None:
        assert found(Code.INCONSISTENT, *YEAR, total("644", "2025-11-08"))

    def test_what_is_set_aside_or_fits_is_a_remark(self) -> None:
        aside = replace(total("900", "2025-11-08"), rank=Rank.DEPRECATED)
        assert only(found(Code.INCONSISTENT, *YEAR, aside)).severity is Severity.INFO

    def test_a_revised_claim_is_not_checked(self) -> None:
        first = total("900", "2025-11-08")
        second = total("640", "2025-11-08", revises=first.id)
        assert not found(Code.INCONSISTENT, *YEAR, first, second)

    def test_a_growth_rate_of_an_earlier_month(self) -> None:
        measure = Measure("ARR_GROWTH", Unit.PERCENT)
        year_before = daily("2024-01-01", [10] * 366)
        year = daily("2025-01-01", [15] * 31 + [10] * 270)
        claim = figure("ARR_GROWTH", "nearly 50", "2025", published="2025-10-01")
        finding = only(found(Code.STALE_GROWTH, measure, *year_before, *year, claim))
        assert finding.numbers["fits_day"] == date(2025, 1, 31)
        assert str(finding.numbers["growth_then"]) == "50.0"
        assert str(finding.numbers["growth"]) == "5.3"


class TestBetweenClaims:
    def test_two_values_of_one_day(self) -> None:
        finding = only(
            found(Code.RIVAL_VALUES, figure(ADM, "18", "2025-10-19"), figure(ADM, "23", "2025-10-19"))
        )
        assert (finding.numbers["low"], finding.numbers["high"]) == (18, 23)

    def test_a_value_within_the_days_over_which_another_was_repeated(self) -> None:
        figures = (
            figure(ADM, "57", "2025-11-05"),
            figure(ADM, "57", "2025-11-10"),
            figure(ADM, "65", "2025-11-07"),
        )
        rival = only(found(Code.RIVAL_VALUES, *figures))
        fall = only(found(Code.FALLS, *figures))
        assert (rival.numbers["start"], rival.numbers["end"]) == (date(2025, 11, 7), date(2025, 11, 10))
        assert (fall.numbers["before"], fall.numbers["after"]) == (65, 57)

    def test_a_vaguer_way_to_say_the_same_is_no_rival(self) -> None:
        assert not found(Code.RIVAL_VALUES, figure(RET, "75", "2025-10-31"), figure(RET, ">70", "2025-10-31"))

    def test_a_total_counted_anew_does_not_fall(self) -> None:
        first = figure(RET, "94", "2025-11-07", counted_since="2025-09-18")
        anew = figure(RET, "12", "2026-02-01", counted_since="2026-01-01")
        assert not found(Code.FALLS, first, anew)

    def test_a_range_whose_ends_are_two_days(self) -> None:
        ends = (figure(RET, "75", "2025-10-31"), figure(RET, "94", "2025-11-05"))
        wide = only(found(Code.RANGE_OR_TWO, *ends, figure(RET, "75..94", "2025-11")))
        assert wide.numbers["high_day"] == date(2025, 11, 5)
        worded = replace(ends[0], amount_words="between 75 and 94")
        assert only(found(Code.RANGE_OR_TWO, worded, ends[1])).numbers["low_day"] == date(2025, 10, 31)

    def test_a_range_that_is_one_uncertain_value_is_left_alone(self) -> None:
        assert not found(Code.RANGE_OR_TWO, figure(RET, "75..94", "2025-11"), figure(RET, "75", "2025-10-31"))

    def test_targets_that_do_not_multiply_out(self) -> None:
        week = figure(TGT_RET_WK, "~50", "2025-08/2026-06", basis=Basis.TARGET)
        bad = figure(TGT_RET_YR, "~800", "2025-08/2026-06", basis=Basis.TARGET)
        good = figure(TGT_RET_YR, "~2600", "2025-08/2026-06", basis=Basis.TARGET)
        assert only(found(Code.ARITHMETIC, week, bad, good)).record == bad.id

    def test_a_mean_that_its_total_does_not_give(self) -> None:
        measure = Measure("RET_WK_MEAN")
        ret = figure(RET, "281", "2026-01-27")
        fits = figure("RET_WK_MEAN", "~11", "2025-08-06/2026-01-27", basis=Basis.FLOW)
        not_fits = figure("RET_WK_MEAN", "~15", "2025-08-06/2026-01-27", basis=Basis.FLOW)
        assert not found(Code.ARITHMETIC, measure, ret, fits)
        assert str(only(found(Code.ARITHMETIC, measure, ret, not_fits)).numbers["worked_out"]) == "11.2"

    def test_a_share_of_totals_counted_from_different_days(self) -> None:
        series = daily("2025-01-01", [10] * 313)
        scheme = Scheme(start=PartialDate.parse("2025-08-06"))
        part = figure(RET, "94", "2025-11-05")
        whole = figure(ARR, "3130", "2025-11-09", basis=Basis.CUMULATIVE, counted_since="2025-01-01")
        finding = only(found(Code.BASES_DIFFER, scheme, *series, part, whole))
        assert finding.numbers["whole_from_part_since"] == 960
        assert str(finding.numbers["share"]) == "3.00"
        assert str(finding.numbers["share_from_part_since"]) == "9.79"

    def test_words_that_count_another_thing(self) -> None:
        claim = replace(total("16", "2025-11-08"), amount_words="16 boats")
        assert only(found(Code.UNITS_DIFFER, claim)).numbers["stated"] == "boat"


def event(kind: EventKind, day: str, case: str = "one", **fields: Any) -> Event:
    return Event(case=case, kind=kind, date=PartialDate.parse(day), citations=(Citation("paper"),), **fields)


class TestEvents:
    def test_an_arrival_on_a_day_without_any(self) -> None:
        arrival = event(EventKind.ARRIVED_BOAT, "2025-11-08?", case="")
        finding = only(found(Code.EVENT_ON_EMPTY_DAY, *YEAR, arrival))
        assert (finding.kind, finding.record) == ("event", arrival.id)
        assert (finding.numbers["nearest_day"], finding.numbers["nearest"]) == (date(2025, 11, 9), 500)

    @pytest.mark.parametrize("day", ["2025-11-09", "[2025-11-07..2025-11-09]", "2025-12-01", "2025-11"])
    def test_an_arrival_that_may_be_of_a_day_with_some(self, day: str) -> None:
        assert not found(Code.EVENT_ON_EMPTY_DAY, *YEAR, event(EventKind.ARRIVED_BOAT, day, case=""))

    def test_logged_events_beside_the_published_total(self) -> None:
        journeys = (
            event(EventKind.ARRIVED_BOAT, "2025-08-06"),
            event(EventKind.RETURNED, "2025-09-19"),
            event(EventKind.ARRIVED_BOAT, "2025-10-18"),
        )
        case = Case(id="one", code="C-001")
        as_many = figure(REARR, "1", "2025-10-22", basis=Basis.CUMULATIVE)
        fewer = figure(REARR, "0", "2025-10-22", basis=Basis.CUMULATIVE)
        assert only(found(Code.EVENT_VS_TOTAL, case, *journeys, as_many)).severity is Severity.INFO
        assert only(found(Code.EVENT_VS_TOTAL, case, *journeys, fewer)).severity is Severity.WARNING

    def test_somebody_returned_twice(self) -> None:
        journeys = (
            event(EventKind.ARRIVED_BOAT, "2025-08-06"),
            event(EventKind.RETURNED, "2025-09-19"),
            event(EventKind.ARRIVED_BOAT, "2025-10-18"),
            event(EventKind.RETURNED, "2025-11-05"),
        )
        finding = only(
            found(Code.UNITS_DIFFER, Case(id="one", code="C-001"), *journeys, figure(RET, "94", "2025-11-05"))
        )
        assert (finding.numbers["times"], finding.numbers["people_at_most"]) == (2, 93)


class TestCare:
    def test_what_is_missing_is_said_of_each_kind_of_record(self) -> None:
        bare = Figure(measure=RET, amount=figure(RET, "7", "2025-11").amount, basis=Basis.CUMULATIVE)
        note, words = Event(), Statement(words="so")
        codes = {(finding.kind, finding.code) for finding in check(Ledger(bare, note, words), TODAY)}
        assert codes >= {
            ("figure", Code.NO_SOURCE),
            ("figure", Code.UNDATED),
            ("figure", Code.UNPUBLISHED),
            ("event", Code.NO_SOURCE),
            ("event", Code.UNDATED),
            ("statement", Code.NO_SOURCE),
        }

    def test_a_headline_number_of_one_origin(self) -> None:
        alone = figure(RET, "153", "2025-11-27", BLOG)
        finding = only(found(Code.SINGLE_SOURCE, alone))
        assert finding.severity is Severity.WARNING
        second = figure(RET, "153", "2025-11-27", PAPER)
        assert not found(Code.SINGLE_SOURCE, alone, second)

    def test_the_office_whose_statistics_are_here_is_enough(self) -> None:
        assert not found(
            Code.SINGLE_SOURCE, figure(RET, "94", "2025-11-05", speaker="Home Office spokesperson")
        )
        assert not found(Code.SINGLE_SOURCE, *YEAR)

    def test_confirmed_by_one_origin(self) -> None:
        claim = replace(figure(RET, "94", "2025-11-05"), citations=(Citation("paper", credibility=1),))
        assert only(found(Code.UNCONFIRMED, claim)).numbers["origins"] == 1

    def test_a_number_known_before_its_day(self) -> None:
        early = figure(RET, "94", "2025-11-05", published="2025-11-01")
        assert only(found(Code.AHEAD, early)).numbers["published"] == date(2025, 11, 1)

    def test_a_headline_that_has_grown_old(self) -> None:
        last = figure(RET, "94", "2025-11-05")
        assert not found(Code.OLD, last, today=date(2026, 1, 4))
        assert only(found(Code.OLD, last, today=date(2026, 1, 5))).record == last.id


def test_the_key_changes_with_the_numbers_and_with_nothing_else() -> None:
    claim = total("640", "2025-11-09")
    first = only(found(Code.FITS_OTHER_DAY, *YEAR, claim))
    later = only(found(Code.FITS_OTHER_DAY, *YEAR, claim, today=date(2026, 5, 5)))
    moved = only(found(Code.FITS_OTHER_DAY, *YEAR, replace(claim, amount=total("600", "2025-11-09").amount)))
    assert first.key == later.key != moved.key


def test_an_acceptance_goes_with_its_finding() -> None:
    finding = only(found(Code.FITS_OTHER_DAY, *YEAR, total("640", "2025-11-09")))
    acceptance = Acceptance(finding=finding.key, reason="The article dates it so.")
    assert accepted(Ledger(acceptance), [finding]) == {finding.key: acceptance}


def test_warnings_stand_before_remarks_and_the_newest_first_under_each_code() -> None:
    findings = check(
        Ledger(*YEAR, total("640", "2025-11-09"), total("640", "2025-11-08"), total(">1", "2025-11-05")),
        TODAY,
    )
    severities = [finding.severity for finding in findings]
    assert severities == sorted(severities, key=[Severity.WARNING, Severity.INFO].index)
