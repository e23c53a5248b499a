"""The commands that make a workspace and that print a series."""

from __future__ import annotations

import argparse
import csv
import io
from contextlib import closing

from desktop_app.commands.answering import as_json
from desktop_app.commands.answering import say as _say
from desktop_app.commands.unlocking import from_file, unlocked
from desktop_app.domain.cells import cell_text


def new(options: argparse.Namespace) -> int:
    """Make a workspace; an existing file is never replaced. With a passphrase it is encrypted."""
    from desktop_app.services import sample
    from desktop_app.services.workspace import Workspace

    passphrase = None if options.passphrase_file is None else from_file(options.passphrase_file)
    if options.sample:
        sample.create(options.file, passphrase)
    else:
        Workspace.create(options.file, passphrase=passphrase).close()
    return 0


def series(options: argparse.Namespace) -> int:
    """Print a measure as a series, as known today or on a day."""
    from desktop_app.commands import looking
    from desktop_app.services import series_rows
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        rows = series_rows.rows(
            looking.view(workspace, options),
            options.measure,
            start=options.start,
            end=options.end,
            cumulative=options.cumulative,
        )
    if options.json:
        _say(as_json(rows, indent=1))
    else:
        table = io.StringIO()
        writer = csv.DictWriter(table, fieldnames=series_rows.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell_text(value) for name, value in row.items()} for row in rows)
        _say(table.getvalue().removesuffix("\n"))
    return 0
