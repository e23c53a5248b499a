"""The command that says what changed between two days."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import Any

from desktop_app.commands.answering import say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain import named
from desktop_app.domain.balance import BalancePoint
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Number, number_text
from desktop_app.domain.views import Sight, View
from desktop_app.services.headline import Headline
from desktop_app.services.what_changed import Changes, what_changed
from desktop_app.services.workspace import Workspace
from desktop_app.words import changes as words
from desktop_app.words import date_sentences, measure_words
from desktop_app.words.formats import Formats, PlainFormats
from desktop_app.words.translate import _


def changes(options: argparse.Namespace) -> int:
    """Print the figures added, revised and withdrawn, and what that did to the headline numbers."""
    sight = Sight.AS_STOOD if options.recorded else Sight.KNOWN_ON
    with closing(Workspace.open(unlocked(options))) as workspace:
        found = what_changed(workspace, options.since, options.until, sight)
        if options.json:
            say_json(_as_json(found, workspace))
        else:
            formats = PlainFormats()
            say(words.title(options.since, options.until, sight, formats))
            for line in (*_effects(found, workspace, formats), *_lines(found, workspace, formats)):
                say(line)
    return 0


def _effects(found: Changes, view: View, formats: Formats) -> list[str]:
    said = [
        (_measure(view, one.measure), *(_total(each, formats) for each in (one.before, one.now)))
        for one in found.headlines
    ]
    before, now = (words.balance(point, formats) for point in found.balance)
    said.append((_("Balance"), before, now))
    line = _("{name}: {value}")
    return [
        line.format(name=name, value=now if before == now else words.became(before, now))
        for name, before, now in said
    ]


def _total(one: Headline | None, formats: Formats) -> str:
    if one is None:
        return ""
    return words.total(one.interval, one.reading.drawn, one.year, formats)


def _lines(found: Changes, view: View, formats: Formats) -> list[str]:
    lines = [words.counts(len(found.added), len(found.revised), len(found.withdrawn), formats)]
    lines += [_line(_("added"), words.value(one, formats), one, view, formats) for one in found.added]
    for pair in found.revised:
        value = words.became(words.value(pair.before, formats), words.value(pair.now, formats))
        lines.append(_line(_("revised"), value, pair.now, view, formats))
    lines += [_line(_("withdrawn"), words.value(one, formats), one, view, formats) for one in found.withdrawn]
    return lines


def _line(change: str, value: str, figure: Figure, view: View, formats: Formats) -> str:
    about, published = (
        date_sentences.date(when, formats) if when.is_dated else _("undated")
        for when in (figure.as_at, figure.published)
    )
    parts = (change, _measure(view, figure.measure), value, about, published, _source(view, figure))
    return "\t".join(parts)


def _measure(view: View, code: str) -> str:
    return measure_words.measure(named.measure(view, code))


def _source(view: View, figure: Figure) -> str:
    return named.outlet(view, figure)


def _as_json(found: Changes, view: View) -> dict[str, Any]:
    return {
        "headlines": [
            {"measure": one.measure, "before": _headline(one.before), "now": _headline(one.now)}
            for one in found.headlines
        ],
        "balance": {"before": _point(found.balance[0]), "now": _point(found.balance[1])},
        "added": [_figure(one, view) for one in found.added],
        "revised": [
            {"before": _figure(one.before, view), "now": _figure(one.now, view)} for one in found.revised
        ],
        "withdrawn": [_figure(one, view) for one in found.withdrawn],
    }


def _headline(one: Headline | None) -> dict[str, Any] | None:
    if one is None:
        return None
    low, high = _number(one.interval.low), _number(one.interval.high)
    summed = str(low) if low == high else str(one.interval)
    amount = summed if one.year is not None else str(one.reading.drawn.amount)
    return {"amount": amount, "low": low, "high": high, "to": one.to.isoformat(), "year": one.year}


def _point(point: BalancePoint | None) -> dict[str, Any] | None:
    if point is None:
        return None
    low, high = _number(point.interval.low), _number(point.interval.high)
    return {"value": _number(point.value), "low": low, "high": high, "day": point.day.isoformat()}


def _figure(figure: Figure, view: View) -> dict[str, Any]:
    return {
        "id": figure.id,
        "measure": figure.measure,
        "amount": str(figure.amount),
        "words": figure.amount_words,
        "about": str(figure.as_at),
        "published": str(figure.published),
        "source": _source(view, figure),
    }


def _number(number: Number | None) -> int | str | None:
    return number if number is None or isinstance(number, int) else number_text(number)
