from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import UNQUANTIFIED, Amount, Comparator
from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.figure_draft import FigureDraft, range_ends
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import ADM, ARR, BUILT_IN, RET, Basis, Measure, Unit
from desktop_app.domain.problems import Problem
from desktop_app.domain.sources import Citation, Source

TODAY = date(2026, 8, 22)
MEASURES = {measure.id: measure for measure in BUILT_IN}
ANADOLU = Source(id="anadolu", publisher="Anadolu Ajansı")
GUARDIAN = Source(id="guardian", publisher="The Guardian", published=PartialDate.parse("2025-11-06"))
DRAFT = FigureDraft(
    measure=RET,
    value="94",
    date="early nov 2025",
    basis=Basis.CUMULATIVE,
    since="2025-08-06",
    source="anadolu",
    source_id="anadolu",
)
KEPT = Figure(
    id="kept",
    measure=ARR,
    amount=Amount.exactly(38_726),
    amount_words="stood at 38,726",
    basis=Basis.CUMULATIVE,
    counted_since=PartialDate.parse("2025-01-01"),
    period=PartialDate.parse("2025-11-09"),
    period_words="by November 9, 2025",
    data_to=PartialDate.parse("2025-11-08"),
    published=PartialDate.parse("2025-11-10"),
    status=Status.PROVISIONAL,
    rank=Rank.PREFERRED,
    citations=(Citation("guardian", excerpt="stood at 38,726", credibility=2), Citation("anadolu")),
    note="Dated to the 9th.",
)


def check(draft: FigureDraft) -> list[Problem]:
    return draft.check(TODAY, measure=MEASURES.get(draft.measure), order="dmy")


def make(draft: FigureDraft, source: Source | None = ANADOLU, based_on: Figure | None = None) -> Figure:
    measure = MEASURES.get(draft.measure)
    return draft.figure(TODAY, measure=measure, source=source, based_on=based_on, order="dmy")


def test_a_draft_makes_the_figure_with_every_word_kept() -> None:
    assert check(DRAFT) == []
    made = make(DRAFT)
    assert (made.measure, made.amount, made.amount_words) == (RET, Amount.exactly(94), "94")
    assert (str(made.period), made.period_words) == ("[2025-11-01..2025-11-10]", "early nov 2025")
    assert (made.basis, str(made.counted_since)) == (Basis.CUMULATIVE, "2025-08-06")
    assert made.citations == (Citation("anadolu"),)
    assert (made.status, made.rank) == (Status.UNVALIDATED, Rank.NORMAL)


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("measure", "NOPE", "no measure"),
        ("value", "", "empty"),
        ("value", "94 or thereabouts maybe", "number among words"),
        ("value", "1.2k", "abbreviated"),
        ("value", "-3", "negative"),
        ("value", "94-75", "range backwards"),
        ("value", "50%", "other unit"),
        ("since", "the launch party", "unreadable"),
        ("published", "some time ago", "unreadable"),
    ],
)
def test_what_cannot_be_kept_blocks_and_names_its_field(field: str, text: str, code: str) -> None:
    draft = replace(DRAFT, **{field: text})
    assert Problem(field, code) in check(draft)
    with pytest.raises(ValueError):
        make(draft)


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("value", "several", ""),
        ("value", "relatively small numbers", ""),
        ("value", "as many as before", "not understood"),
        ("date", "", "no date"),
        ("date", "around michaelmas", "unreadable"),
        ("date", "31 feb 2025", "impossible day"),
        ("source_id", "", "no source"),
    ],
)
def test_what_can_be_kept_as_written_only_says_so(field: str, text: str, code: str) -> None:
    draft = replace(DRAFT, **{field: text}, source="" if field == "source_id" else DRAFT.source)
    found = {problem.code for problem in check(draft)}
    assert not [problem for problem in check(draft) if problem.blocks]
    assert found == ({code} if code else {"not understood"})
    make(draft, source=None if field == "source_id" else ANADOLU)


def test_words_without_a_number_are_kept_as_an_amount_without_one() -> None:
    made = make(replace(DRAFT, value="as many as before"))
    assert (made.amount, made.amount_words) == (UNQUANTIFIED, "as many as before")


def test_an_unreadable_date_is_kept_as_written_and_undated() -> None:
    made = make(replace(DRAFT, date="around michaelmas"))
    assert (made.period, made.period_words) == (UNDATED, "around michaelmas")


def test_a_date_worked_out_from_today_says_so() -> None:
    made = make(replace(DRAFT, date="yesterday"))
    assert (str(made.period), made.period_words, made.period_how) == (
        "2026-08-21",
        "yesterday",
        Obtained.RESOLVED,
    )


def test_a_figure_is_known_from_its_source_s_day_on_and_else_by_today() -> None:
    assert str(make(DRAFT, GUARDIAN).published) == "2025-11-06"
    assert str(make(DRAFT, ANADOLU).published) == "../2026-08-22"
    assert str(make(replace(DRAFT, published="10 nov 2025"), GUARDIAN).published) == "2025-11-10"


def test_a_source_that_came_out_before_the_day_does_not_date_the_figure() -> None:
    later = replace(DRAFT, date="27 jan 2026")
    assert str(make(later, GUARDIAN).published) == "../2026-08-22"


def test_a_start_counts_for_running_totals_only() -> None:
    made = make(replace(DRAFT, basis=Basis.FLOW))
    assert made.counted_since is UNDATED


def test_an_untouched_draft_of_a_figure_makes_that_very_figure() -> None:
    assert make(FigureDraft.of(KEPT), GUARDIAN, KEPT) is KEPT


def test_changing_one_field_leaves_all_others_as_they_are() -> None:
    changed = make(replace(FigureDraft.of(KEPT), note="Another note"), None, KEPT)
    assert changed == replace(KEPT, note="Another note")


def test_a_new_value_takes_the_place_of_number_and_words_alone() -> None:
    changed = make(replace(FigureDraft.of(KEPT), value="more than 38,000"), None, KEPT)
    amount = Amount.of(Comparator.MORE_THAN, 38_000)
    assert changed == replace(KEPT, amount=amount, amount_words="more than 38,000")


def test_a_new_date_lets_go_of_the_earlier_cut_off() -> None:
    changed = make(replace(FigureDraft.of(KEPT), date="10 nov 2025"), None, KEPT)
    assert (str(changed.period), changed.data_to) == ("2025-11-10", UNDATED)


def test_another_source_replaces_the_first_and_keeps_the_others() -> None:
    new = Source(id="new", publisher="Sky News")
    changed = make(replace(FigureDraft.of(KEPT), source_id="new"), new, KEPT)
    assert [citation.source for citation in changed.citations] == ["new", "anadolu"]


def test_a_figure_s_value_is_offered_in_words_that_can_be_read_back() -> None:
    assert FigureDraft.of(KEPT).value == "38726"
    assert FigureDraft.of(replace(KEPT, amount_words="38,726")).value == "38,726"


def test_the_ends_of_a_range_can_become_two_values() -> None:
    assert range_ends("75-94") == ("75", "94")
    assert range_ends("between 75 and 94") == ("75", "94")
    assert range_ends("94") == ("", "")


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=20))
def test_any_texts_are_checked_and_what_does_not_block_is_kept(value: str, when: str, since: str) -> None:
    draft = replace(DRAFT, measure=ADM, value=value, date=when, since=since)
    blocked = [problem for problem in check(draft) if problem.blocks]
    if not blocked:
        made = make(draft)
        assert made.amount_words == value.strip()
        assert made.period_words in (when.strip(), "")
        again = make(FigureDraft.of(made), ANADOLU, made)
        assert again is made


def test_a_measure_of_percent_takes_percent() -> None:
    share = Measure("SHARE", Unit.PERCENT, Basis.FLOW)
    draft = replace(DRAFT, measure="SHARE", value="nearly 50%")
    assert draft.check(TODAY, measure=share) == []
