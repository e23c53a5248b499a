"""The words of the overview: a headline number's own words and what it rests on."""

from __future__ import annotations

from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Measure
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.headline import Headline, latest_balance
from desktop_app.words import amount_sentences, changes, date_sentences, findings, measure_words
from desktop_app.words.finding_subjects import subject
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def number(headline: Headline, formats: Formats) -> str:
    """The number with its comparator; a sum that is only known within bounds as a range."""
    if headline.year is None:
        return amount_sentences.amount_short(headline.reading.drawn.amount, formats)
    return amount_sentences.interval(headline.interval, formats)


def counted(headline: Headline, view: View) -> str:
    """What the number counts: "people returned to France", with the year of a yearly sum."""
    measure = view.get(Measure, headline.measure)
    words = measure_words.measure_long(measure) if measure else headline.measure
    if headline.year is None:
        return words
    return _("{counted}, {year} so far").format(counted=words, year=headline.year)


def basis(headline: Headline, view: View, formats: Formats) -> str:
    """Day, standing, publisher, and the range where sources differ."""
    reading = headline.reading
    drawn = reading.drawn
    parts = [
        formats.day(headline.to) if headline.year else date_sentences.date(drawn.as_at, formats),
        _("official") if reading.official else _("reported"),
    ]
    if drawn.status is Status.PROVISIONAL:
        parts.append(_("provisional"))
    source = view.get(Source, drawn.citations[0].source) if drawn.citations else None
    parts.append(source.short_name if source else _("no source yet"))
    if reading.rival and headline.year is None:
        parts.append(
            _("sources differ: {range}").format(range=amount_sentences.interval(reading.interval, formats))
        )
    return " · ".join(parts)


def with_balance(said: str, view: View, scheme: Scheme, formats: Formats) -> str:
    """What is said of the totals, with returned minus admitted where that is known."""
    point = latest_balance(view, scheme)
    if point is None:
        return said
    return _("{said} Balance: {balance}.").format(said=said, balance=changes.balance(point, formats))


def finding(found: Finding, view: View, formats: Formats) -> tuple[str, str]:
    """What needs a look and in which record, in one sentence; and the arithmetic, in another."""
    named = subject(found, view, formats)
    message = findings.message(found, view, formats)
    title = findings.title(found.code)
    return _("{title}: {subject}").format(title=title, subject=named or message), message
