"""What is counted, in words: each built-in measure's name, its definition and the words around its number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from desktop_app.domain import measures
from desktop_app.domain.measures import Measure, Unit
from desktop_app.words.translate import _, _n

Words = Callable[[], str]
Counting = Callable[[int], str]


class MeasureWords(NamedTuple):
    """The words of one built-in measure, each looked up when it is called."""

    short: Words
    """As the name of a column or a line: "Returned to France"."""
    long: Words
    """As part of a sentence: "people returned to France under the treaty"."""
    verb: Words
    """In a comparison: "69 more admitted than returned"."""
    counted: Counting
    """With {amount} in it, in the form that goes with n."""
    definition: Words


def measure(measure: Measure) -> str:
    """A measure's name, for columns, lists and chart labels; a user's own measure goes by its own."""
    words = MEASURES.get(measure.id)
    return measure.label or (words.short() if words else measure.id)


def measure_long(measure: Measure) -> str:
    """A measure's name within a sentence."""
    words = None if measure.label else MEASURES.get(measure.id)
    return words.long() if words else (measure.label or measure.id)


def measure_verb(measure: Measure) -> str:
    """The one word that tells a measure from another in a comparison: "returned", "admitted"."""
    words = None if measure.label else MEASURES.get(measure.id)
    return words.verb() if words else (measure.label or measure.id)


def measure_definition(measure: Measure) -> str:
    """What exactly is counted, and what is known to mislead; empty where a user gave none."""
    words = MEASURES.get(measure.id)
    return measure.definition or (words.definition() if words else "")


def counted(measure: Measure, amount: str, n: int) -> str:
    """An amount, already in words, with what it counts: "94 people returned to France".

    `n` is the number that decides between singular and plural.
    """
    words = None if measure.label else MEASURES.get(measure.id)
    if words:
        return words.counted(n).format(amount=amount)
    return _("{measure}: {amount}").format(
        measure=measure.label or measure.id, amount=amount_of_unit(measure.unit, amount, n)
    )


def amount_of_unit(unit: Unit, amount: str, n: int) -> str:
    """An amount, already in words, with its unit: "94 people", "50%"."""
    return UNITS[unit](n).format(amount=amount)


UNITS: Mapping[Unit, Counting] = {
    Unit.PERSON: lambda n: _n("{amount} person", "{amount} people", n),
    Unit.REMOVAL: lambda n: _n("{amount} removal", "{amount} removals", n),
    Unit.BOAT: lambda n: _n("{amount} boat", "{amount} boats", n),
    Unit.EVENT: lambda n: _n("{amount} event", "{amount} events", n),
    Unit.FLIGHT: lambda n: _n("{amount} flight", "{amount} flights", n),
    Unit.PERCENT: lambda n: _n("{amount}%", "{amount}%", n),
    Unit.POUND: lambda n: _n("{amount} pound", "{amount} pounds", n),
    Unit.RATIO: lambda n: _n("{amount} to 1", "{amount} to 1", n),
    Unit.UNSTATED: lambda n: _n("{amount} (unit not stated)", "{amount} (unit not stated)", n),
}

MEASURES: Mapping[str, MeasureWords] = {
    measures.ARR: MeasureWords(
        lambda: _("Arrived by small boat"),
        lambda: _("people arriving by small boat"),
        lambda: _("arrived"),
        lambda n: _n("{amount} person arrived by small boat", "{amount} people arrived by small boat", n),
        lambda: _(
            "People detected arriving in the UK by small boat across the Channel, by day of arrival. "
            "Arrivals, "
            "not attempts. Recent days are provisional and may be revised, also downwards."
        ),
    ),
    measures.ARR_BOATS: MeasureWords(
        lambda: _("Boats arrived"),
        lambda: _("small boats that arrived"),
        lambda: _("boats arrived"),
        lambda n: _n("{amount} boat arrived", "{amount} boats arrived", n),
        lambda: _("Small boats in which the people who arrived on a day were detected."),
    ),
    measures.ARR_UNCTRL: MeasureWords(
        lambda: _("Boats in uncontrolled landings"),
        lambda: _("small boats in uncontrolled landings"),
        lambda: _("landed uncontrolled"),
        lambda n: _n(
            "{amount} boat landed without being met at sea",
            "{amount} boats landed without being met at sea",
            n,
        ),
        lambda: _("Of the boats that arrived, those that reached land before anybody met them at sea."),
    ),
    measures.PREV: MeasureWords(
        lambda: _("People prevented"),
        lambda: _("people prevented from crossing"),
        lambda: _("prevented"),
        lambda n: _n("{amount} person prevented from crossing", "{amount} people prevented from crossing", n),
        lambda: _(
            "People prevented from crossing, as estimated by French authorities, by week. It counts "
            "attempts: "
            "somebody prevented twice counts twice. Weeks are revised long after they are published."
        ),
    ),
    measures.PREV_EV: MeasureWords(
        lambda: _("Crossings prevented"),
        lambda: _("crossings prevented"),
        lambda: _("crossings prevented"),
        lambda n: _n("{amount} crossing prevented", "{amount} crossings prevented", n),
        lambda: _("Events in which a crossing was prevented, as estimated by French authorities, by week."),
    ),
    measures.RET: MeasureWords(
        lambda: _("Returned to France"),
        lambda: _("people returned to France under the treaty"),
        lambda: _("returned"),
        lambda n: _n("{amount} person returned to France", "{amount} people returned to France", n),
        lambda: _(
            "Returns from the UK to France under the treaty. Sources do not say whether somebody returned "
            "twice "
            "counts once or twice."
        ),
    ),
    measures.ADM: MeasureWords(
        lambda: _("Admitted from France"),
        lambda: _("people admitted from France under the treaty"),
        lambda: _("admitted"),
        lambda n: _n("{amount} person admitted from France", "{amount} people admitted from France", n),
        lambda: _(
            "People admitted to the UK from France by the legal route of the treaty. Sources say approved, "
            "accepted, "
            "brought or arrived: their word stays with the figure."
        ),
    ),
    measures.REARR: MeasureWords(
        lambda: _("Arrived again after return"),
        lambda: _("people who arrived again after being returned"),
        lambda: _("arrived again"),
        lambda n: _n(
            "{amount} person arrived again after return", "{amount} people arrived again after return", n
        ),
        lambda: _(
            "People returned to France under the treaty who were found to have arrived in the UK again."
        ),
    ),
    measures.RERET: MeasureWords(
        lambda: _("Returned again"),
        lambda: _("people returned to France a second time"),
        lambda: _("returned again"),
        lambda n: _n(
            "{amount} person returned to France again", "{amount} people returned to France again", n
        ),
        lambda: _("People who arrived again after a return and were returned to France once more."),
    ),
    measures.DET: MeasureWords(
        lambda: _("Detained for return"),
        lambda: _("people detained for return under the treaty"),
        lambda: _("detained"),
        lambda n: _n("{amount} person detained for return", "{amount} people detained for return", n),
        lambda: _("People detained on arrival in the UK with a view to their return under the treaty."),
    ),
    measures.REQ: MeasureWords(
        lambda: _("Readmission requests made"),
        lambda: _("readmission requests made to France"),
        lambda: _("requested"),
        lambda n: _n("{amount} readmission request made", "{amount} readmission requests made", n),
        lambda: _("Requests of the UK to France to readmit a person under the treaty."),
    ),
    measures.REQ_OK: MeasureWords(
        lambda: _("Readmission requests accepted"),
        lambda: _("readmission requests accepted by France"),
        lambda: _("accepted"),
        lambda n: _n("{amount} readmission request accepted", "{amount} readmission requests accepted", n),
        lambda: _("Requests that France accepted."),
    ),
    measures.REQ_NO: MeasureWords(
        lambda: _("Readmission requests refused"),
        lambda: _("readmission requests refused by France"),
        lambda: _("refused"),
        lambda n: _n("{amount} readmission request refused", "{amount} readmission requests refused", n),
        lambda: _("Requests that France refused."),
    ),
    measures.TGT_RET_WK: MeasureWords(
        lambda: _("Target: returns a week"),
        lambda: _("target of returns a week"),
        lambda: _("aimed at a week"),
        lambda n: _n("target of {amount} return a week", "target of {amount} returns a week", n),
        lambda: _(
            "Returns a week that the scheme was said to aim at. Reported; ministers did not confirm it."
        ),
    ),
    measures.TGT_RET_YR: MeasureWords(
        lambda: _("Target: returns a year"),
        lambda: _("target of returns a year"),
        lambda: _("aimed at a year"),
        lambda n: _n("target of {amount} return a year", "target of {amount} returns a year", n),
        lambda: _("Returns a year that the scheme was said to aim at."),
    ),
}
