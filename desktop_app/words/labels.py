"""Every code of the domain in words: one function per vocabulary, and `label` for a member of any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from desktop_app.domain.amounts import Comparator
from desktop_app.domain.dates import DateKind, Obtained
from desktop_app.domain.figures import Rank, Status
from desktop_app.domain.measures import Basis, Direction, Unit
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.statements import Position
from desktop_app.words.case_labels import CASE_GROUPINGS, CASE_SORTS, OUTCOMES, ROUTES_TAKEN
from desktop_app.words.clock_labels import COURSES, IN_FORCE, METS, UNSURES
from desktop_app.words.drawing_words import STANDINGS, WHYS
from desktop_app.words.event_labels import EVENT_KINDS, ROUTES, VERIFICATIONS, event_kind, route, verification
from desktop_app.words.field_note_labels import FORCES, HOW_KNOWN, PLACE_PRECISIONS
from desktop_app.words.measure_words import counted, measure, measure_definition, measure_long, measure_verb
from desktop_app.words.problem_words import (
    AMOUNT_PROBLEMS,
    COORDINATE_PROBLEMS,
    DATE_PROBLEMS,
    TIME_PROBLEMS,
    amount_problem,
    date_problem,
    problem,
)
from desktop_app.words.refusals import REFUSALS
from desktop_app.words.refusals import sentence as refusal
from desktop_app.words.rule_labels import REPLIES, RULE_KINDS
from desktop_app.words.source_labels import (
    QUOTATIONS,
    RELIABILITIES,
    SOURCE_KINDS,
    STANCES,
    credibility,
    quotation,
    reliability,
    source_kind,
    stance,
)
from desktop_app.words.step_words import step, travelled
from desktop_app.words.translate import _

__all__ = [
    "amount_problem",
    "basis",
    "comparator",
    "counted",
    "credibility",
    "date_problem",
    "direction",
    "event_kind",
    "label",
    "measure",
    "measure_definition",
    "measure_long",
    "measure_verb",
    "obtained",
    "position",
    "problem",
    "quotation",
    "rank",
    "refusal",
    "reliability",
    "route",
    "sharing",
    "sharing_echo",
    "sharing_rule",
    "source_kind",
    "stance",
    "status",
    "step",
    "travelled",
    "unit",
    "verification",
]

Words = Callable[[], str]


def comparator(comparator: Comparator) -> str:
    """How a source qualified its number: "More than"."""
    return COMPARATORS[comparator]()


def basis(basis: Basis) -> str:
    """How a number relates to time: "Running total"."""
    return BASES[basis]()


def unit(unit: Unit) -> str:
    """What one counted thing is: "People"."""
    return UNITS[unit]()


def direction(direction: Direction) -> str:
    """Which way across the Channel: "To France"."""
    return DIRECTIONS[direction]()


def status(status: Status) -> str:
    """Observation status of a figure: "Provisional"."""
    return STATUSES[status]()


def rank(rank: Rank) -> str:
    """Which reading is drawn where several stand."""
    return RANKS[rank]()


def sharing(sharing: Sharing) -> str:
    """How far a record may travel, in one word."""
    return SHARINGS[sharing]()


def sharing_rule(sharing: Sharing) -> str:
    """How far a record may travel, in a sentence."""
    return SHARING_RULES[sharing]()


def sharing_echo(level: Sharing, *, protected: bool) -> str:
    """How far a record may travel, and that keeping it asks for a passphrase where the file has none."""
    rule = sharing_rule(level)
    if level is Sharing.CLEAR or protected:
        return rule
    return _("{rule}. Keeping it asks for a passphrase for this file.").format(rule=rule)


def obtained(obtained: Obtained) -> str:
    """How a date was obtained: "As stated"."""
    return OBTAINED[obtained]()


def position(position: Position) -> str:
    """Where a statement stands on its topic."""
    return POSITIONS[position]()


def label(member: StrEnum) -> str:
    """The words of a member of any vocabulary of the domain; KeyError for one without words."""
    return VOCABULARIES[type(member)][member]()


COMPARATORS: Mapping[Comparator, Words] = {
    Comparator.EXACTLY: lambda: _("Exactly"),
    Comparator.ABOUT: lambda: _("About"),
    Comparator.MORE_THAN: lambda: _("More than"),
    Comparator.LESS_THAN: lambda: _("Fewer than"),
    Comparator.NEARLY: lambda: _("Nearly"),
    Comparator.AT_MOST: lambda: _("At most"),
    Comparator.AT_LEAST: lambda: _("At least"),
    Comparator.BETWEEN: lambda: _("Between"),
    Comparator.ORDER_OF: lambda: _("Of the order of"),
    Comparator.UNQUANTIFIED: lambda: _("No number given"),
}

BASES: Mapping[Basis, Words] = {
    Basis.FLOW: lambda: _("In the period"),
    Basis.CUMULATIVE: lambda: _("Running total"),
    Basis.STOCK: lambda: _("State on a day"),
    Basis.TARGET: lambda: _("Target"),
}

UNITS: Mapping[Unit, Words] = {
    Unit.PERSON: lambda: _("People"),
    Unit.REMOVAL: lambda: _("Removals"),
    Unit.BOAT: lambda: _("Boats"),
    Unit.EVENT: lambda: _("Events"),
    Unit.FLIGHT: lambda: _("Flights"),
    Unit.PERCENT: lambda: _("Percent"),
    Unit.POUND: lambda: _("Pounds"),
    Unit.RATIO: lambda: _("Ratio"),
    Unit.UNSTATED: lambda: _("Not stated"),
}

DIRECTIONS: Mapping[Direction, Words] = {
    Direction.TO_UK: lambda: _("To the UK"),
    Direction.TO_FRANCE: lambda: _("To France"),
    Direction.NONE: lambda: _("Neither way"),
}

STATUSES: Mapping[Status, Words] = {
    Status.NORMAL: lambda: _("Normal"),
    Status.BREAK: lambda: _("Break in series"),
    Status.DEFINITION_DIFFERS: lambda: _("Definition differs"),
    Status.ESTIMATED: lambda: _("Estimated"),
    Status.MISSING: lambda: _("Missing"),
    Status.PROVISIONAL: lambda: _("Provisional"),
    Status.UNVALIDATED: lambda: _("Reported"),
}

RANKS: Mapping[Rank, Words] = {
    Rank.PREFERRED: lambda: _("Preferred"),
    Rank.NORMAL: lambda: _("Normal"),
    Rank.DEPRECATED: lambda: _("Deprecated"),
}

SHARINGS: Mapping[Sharing, Words] = {
    Sharing.CLEAR: lambda: _("Clear"),
    Sharing.GREEN: lambda: _("Green"),
    Sharing.AMBER: lambda: _("Amber"),
    Sharing.RED: lambda: _("Red"),
}

SHARING_RULES: Mapping[Sharing, Words] = {
    Sharing.CLEAR: lambda: _("Anybody may see it"),
    Sharing.GREEN: lambda: _("For partner organisations; never in public"),
    Sharing.AMBER: lambda: _("For this organisation and those who need to know"),
    Sharing.RED: lambda: _("For the people named only"),
}

OBTAINED: Mapping[Obtained, Words] = {
    Obtained.STATED: lambda: _("As stated"),
    Obtained.INFERRED: lambda: _("Inferred"),
    Obtained.RESOLVED: lambda: _("Worked out from a relative date"),
    Obtained.COMPUTED: lambda: _("Computed"),
}

DATE_KINDS: Mapping[DateKind, Words] = {
    DateKind.UNDATED: lambda: _("Not known"),
    DateKind.DAY: lambda: _("Day"),
    DateKind.MONTH: lambda: _("Month"),
    DateKind.YEAR: lambda: _("Year"),
    DateKind.WITHIN: lambda: _("Some day within"),
    DateKind.SPAN: lambda: _("The whole span"),
    DateKind.ONE_OF: lambda: _("One of several days"),
    DateKind.BY: lambda: _("By a day"),
    DateKind.SINCE: lambda: _("Since a day"),
}

POSITIONS: Mapping[Position, Words] = {
    Position.FOR: lambda: _("For"),
    Position.AGAINST: lambda: _("Against"),
    Position.NEITHER: lambda: _("Neither"),
}

_ALL: tuple[Mapping[Any, Words], ...] = (
    COMPARATORS,
    BASES,
    UNITS,
    DIRECTIONS,
    STATUSES,
    RANKS,
    SHARINGS,
    OBTAINED,
    DATE_KINDS,
    SOURCE_KINDS,
    RELIABILITIES,
    QUOTATIONS,
    STANCES,
    WHYS,
    STANDINGS,
    POSITIONS,
    CASE_GROUPINGS,
    CASE_SORTS,
    EVENT_KINDS,
    ROUTES,
    VERIFICATIONS,
    FORCES,
    HOW_KNOWN,
    PLACE_PRECISIONS,
    REPLIES,
    RULE_KINDS,
    METS,
    IN_FORCE,
    COURSES,
    UNSURES,
    AMOUNT_PROBLEMS,
    DATE_PROBLEMS,
    COORDINATE_PROBLEMS,
    TIME_PROBLEMS,
    REFUSALS,
    OUTCOMES,
    ROUTES_TAKEN,
)

# By type first: members of two vocabularies are equal when their codes are.
VOCABULARIES: Mapping[type[StrEnum], Mapping[Any, Words]] = {type(next(iter(words))): words for words in _ALL}
