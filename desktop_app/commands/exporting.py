"""The command that exports a ledger."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING, Any

from desktop_app.commands import looking
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import View
from desktop_app.words.formats import PlainFormats

if TYPE_CHECKING:
    from desktop_app.services.exchange.wishes import Wish
    from desktop_app.services.workspace import Workspace


def export(options: argparse.Namespace) -> int:
    """Export what is safe to show, or on request everything, into a new file; says what was written."""
    from desktop_app.commands.answering import say
    from desktop_app.services.exchange import exporting
    from desktop_app.services.exchange.wishes import format_of
    from desktop_app.services.workspace import Workspace
    from desktop_app.words import reports

    format_of(options.out)
    with closing(Workspace.open(unlocked(options))) as workspace:
        view, wish = _asked(workspace, options)
        exported = exporting.export(view, options.out, wish, content=workspace.content)
    say(reports.exported(exported.total, options.out.name, PlainFormats()))
    return 0


def _asked(workspace: Workspace, options: argparse.Namespace) -> tuple[View, Wish]:
    """The view and the wish that the options ask for; a CSV file holds figures unless told otherwise."""
    from desktop_app.services.exchange.wishes import Format, Wish, format_of

    format = format_of(options.out)
    kinds = tuple(_kind(name) for name in options.kind or ())
    if format is Format.CSV:
        kinds = kinds or (_kind("figures"),)
        if len(kinds) > 1:
            raise Refusal(RefusalCode.BAD_ARGUMENT, name="--kind", value=", ".join(options.kind))
    wish = Wish(
        format,
        kinds,
        everything=options.everything,
        hxl=options.hxl,
        marked=options.bom,
        seen=looking.seen(options),
    )
    return looking.view(workspace, options), wish


def _kind(name: str) -> Any:
    from desktop_app.services.exchange.columns import table_named, tables

    table = table_named(name)
    if table is None:
        known = ", ".join(table.name for table in tables().values())
        raise Refusal(RefusalCode.UNKNOWN_KIND, name=name, known=known)
    return table.kind
