"""What a check found: of the ledger's contents with its arithmetic, and of the file itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.checks.findings import Code, Finding
from desktop_app.domain.views import View
from desktop_app.words import record_findings, series_findings
from desktop_app.words.finding_facts import Facts, Sentence
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

Words = Callable[[], str]


def message(finding: Finding, view: View, formats: Formats) -> str:
    """The finding in one sentence that shows its arithmetic; it says what fits, never what is so."""
    return SENTENCES[finding.code](Facts(finding, view, formats))


def title(code: Code) -> str:
    """The name of a kind of finding, for a heading, a filter or a chip."""
    return TITLES[code]()


def why(code: Code) -> str:
    """Why this is worth a look, in a sentence or two."""
    return REASONS[code]()


def sentence(code: str, kind: str, record: str, detail: str) -> str:
    """The finding in words; the record is named by its kind and identifier, never by its contents."""
    words = FINDINGS.get(code)
    said = words() if words else code
    return said.format(kind=kind, record=record, detail=detail).strip()


FINDINGS: Mapping[str, Words] = {
    "page damage": lambda: _("The file's pages are damaged: {detail}"),
    "unreadable record": lambda: _("The {kind} {record} cannot be read"),
    "unreadable history": lambda: _("An entry of the history cannot be read: {kind} {record} {detail}"),
    "differs from history": lambda: _("The {kind} {record} is not as it was last saved"),
    "not in history": lambda: _("The {kind} {record} is in the file but not in its history"),
    "missing record": lambda: _("The {kind} {record} is in the history but not in the file"),
    "damaged content": lambda: _("A kept copy is not as it was saved: {detail}"),
    "missing content": lambda: _("The file that the {kind} {record} keeps is not there: {detail}"),
    "unknown link": lambda: _("The {kind} {record} names a record that is not there: {detail}"),
}

SENTENCES: Mapping[Code, Sentence] = {
    Code.FITS_OTHER_DAY: series_findings.fits_other_day,
    Code.INCONSISTENT: series_findings.inconsistent,
    Code.NEAR_MISS: series_findings.near_miss,
    Code.STALE_GROWTH: series_findings.stale_growth,
    Code.RANGE_OR_TWO: record_findings.range_or_two,
    Code.RIVAL_VALUES: record_findings.rival_values,
    Code.FALLS: record_findings.falls,
    Code.BASES_DIFFER: record_findings.bases_differ,
    Code.UNITS_DIFFER: record_findings.units_differ,
    Code.EVENT_ON_EMPTY_DAY: record_findings.event_on_empty_day,
    Code.EVENT_VS_TOTAL: record_findings.event_vs_total,
    Code.ARITHMETIC: record_findings.arithmetic,
    Code.NO_SOURCE: lambda facts: _("Nothing says where it was read or heard."),
    Code.SINGLE_SOURCE: record_findings.single_source,
    Code.UNCONFIRMED: record_findings.unconfirmed,
    Code.UNDATED: lambda facts: _("No day can be put to it, so it is on no chart."),
    Code.UNPUBLISHED: lambda facts: _("It has no day of publication, so it is in no view as known on a day."),
    Code.AHEAD: record_findings.ahead,
    Code.OLD: record_findings.old,
    Code.PASSED_ON: series_findings.passed_on,
    Code.CONSISTENT: series_findings.consistent,
}

TITLES: Mapping[Code, Words] = {
    Code.FITS_OTHER_DAY: lambda: _("Fits another day"),
    Code.INCONSISTENT: lambda: _("Does not fit the series"),
    Code.NEAR_MISS: lambda: _("Likely slip"),
    Code.STALE_GROWTH: lambda: _("Growth of an earlier day"),
    Code.RANGE_OR_TWO: lambda: _("Range of two dated values"),
    Code.RIVAL_VALUES: lambda: _("Rival values"),
    Code.FALLS: lambda: _("Running total falls"),
    Code.BASES_DIFFER: lambda: _("Counted from different days"),
    Code.UNITS_DIFFER: lambda: _("Counting units differ"),
    Code.EVENT_ON_EMPTY_DAY: lambda: _("Arrival on an empty day"),
    Code.EVENT_VS_TOTAL: lambda: _("Logged beside published"),
    Code.ARITHMETIC: lambda: _("Does not multiply out"),
    Code.NO_SOURCE: lambda: _("No source"),
    Code.SINGLE_SOURCE: lambda: _("One origin only"),
    Code.UNCONFIRMED: lambda: _("Confirmed by one origin"),
    Code.UNDATED: lambda: _("Undated"),
    Code.UNPUBLISHED: lambda: _("No publication day"),
    Code.AHEAD: lambda: _("Published before its day"),
    Code.OLD: lambda: _("Last number is old"),
    Code.PASSED_ON: lambda: _("Threshold passed"),
    Code.CONSISTENT: lambda: _("Fits the series"),
}

REASONS: Mapping[Code, Words] = {
    Code.FITS_OTHER_DAY: lambda: _(
        "The number is the official total of another day: the date may have slipped, or the number may have "
        "been published later than the day it counts to."
    ),
    Code.INCONSISTENT: lambda: _(
        "What was said and what the official series gives for the same days cannot both be."
    ),
    Code.NEAR_MISS: lambda: _(
        "One digit, or a few days, apart from the official series: such differences come from typing and "
        "copying."
    ),
    Code.STALE_GROWTH: lambda: _(
        "A rate of growth holds for the day it was worked out. Repeated later, it no longer fits."
    ),
    Code.RANGE_OR_TWO: lambda: _(
        "A range means one value that is not known better. Here its ends are two values of two days."
    ),
    Code.RIVAL_VALUES: lambda: _(
        "Sources give different numbers for the same thing and the same time. The chart draws one of them, "
        "and shows the other beside it."
    ),
    Code.FALLS: lambda: _(
        "A running total grows or stays. A lower one is an older number, a correction, or another count."
    ),
    Code.BASES_DIFFER: lambda: _(
        "A share of two totals means something only where both are counted from the same day."
    ),
    Code.UNITS_DIFFER: lambda: _(
        "People, removals, boats and events are different things: one person may be removed twice."
    ),
    Code.EVENT_ON_EMPTY_DAY: lambda: _(
        "An arrival is dated to a day on which the official series counts nobody: the crossing may have been "
        "the day before, and found or reported later."
    ),
    Code.EVENT_VS_TOTAL: lambda: _(
        "Events logged in cases should never be more than the published total of the same kind."
    ),
    Code.ARITHMETIC: lambda: _("The numbers given together do not follow from each other."),
    Code.NO_SOURCE: lambda: _("Without a source nobody can look it up."),
    Code.SINGLE_SOURCE: lambda: _(
        "Several outlets that repeat one statement are one origin. A number that nobody else confirms needs "
        "care."
    ),
    Code.UNCONFIRMED: lambda: _(
        "Credibility 1 means confirmed by independent sources: that takes two origins or more."
    ),
    Code.UNDATED: lambda: _("What has no day cannot be put in order, drawn or compared."),
    Code.UNPUBLISHED: lambda: _("As known on a day, only what had been published by then is shown."),
    Code.AHEAD: lambda: _("A number cannot be known before the days that it counts."),
    Code.OLD: lambda: _("The headline may have moved on since."),
    Code.PASSED_ON: lambda: _(
        "The claim fits. The day on which the threshold was passed is often earlier than the day it was "
        "reported."
    ),
    Code.CONSISTENT: lambda: _("What was said lies within what the official series gives for the same days."),
}
