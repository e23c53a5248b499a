"""A chart of nothing: it says why there is nothing on it."""

from __future__ import annotations

from desktop_app.charts.asked import Asked
from desktop_app.charts.sheets import Body, Column, Sheet, Table
from desktop_app.charts.texts import captions
from desktop_app.words.translate import _


def no_start() -> tuple[str, str]:
    """Why nothing can be counted since the beginning of a scheme that has none."""
    why = _("It needs the day on which the scheme came into force, to count both from.")
    return _("No common start is known"), why


def nothing(
    asked: Asked,
    name: str,
    body: Body,
    columns: tuple[Column, ...],
    why: tuple[str, str],
    *,
    of_cases: bool = False,
) -> Sheet:
    """The chart of a name with an empty body and table; `why` is its headline and its subtitle."""
    headline, subtitle = why
    said = asked.said(subtitle)
    footer = captions.footer("", shaded=False, as_of=asked.said_as_of)
    if of_cases:
        footer = asked.footer({}, brief=True)
    return Sheet(
        name,
        headline,
        said,
        footer,
        captions.shortest(_("{headline}. {subtitle}").format(headline=headline, subtitle=subtitle)),
        body,
        Table(columns),
        brief_subtitle=said,
        brief_footer=footer,
        formats=asked.formats,
    )
