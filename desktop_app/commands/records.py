"""The commands that read and write records: new, import, series."""

from __future__ import annotations

import argparse
import csv
import io
import json
from contextlib import closing

from desktop_app.commands.answering import say as _say
from desktop_app.domain.cells import cell_text
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words.formats import PlainFormats


def new(options: argparse.Namespace) -> int:
    """Make a workspace; an existing file is never replaced."""
    from desktop_app.services import sample
    from desktop_app.services.workspace import Workspace

    if options.sample:
        sample.create(options.file)
    else:
        Workspace.create(options.file).close()
    return 0


def import_files(options: argparse.Namespace) -> int:
    """Import one or more editions, each as one step; none where one of them cannot be read.

    A file that Evenhand exported is brought back instead; any other table is read by its titles.
    """
    from desktop_app.commands import exporting, pages, tables
    from desktop_app.services import importing, recognising
    from desktop_app.services.workspace import Workspace

    if all(exporting.is_own(source) for source in options.source):
        return exporting.bring_back(options)
    if pages.are_pages(options.source):
        return pages.bring(options)
    recognised = [recognising.recognise(source) for source in options.source]
    if any(each.known is recognising.Known.ARTICLE for each in recognised):
        raise Refusal(RefusalCode.NOT_A_TABLE, path=str(options.source[0]))
    prepared = [
        importing.prepared(each.path, each.workbook, options.edition)
        for each in recognised
        if each.workbook is not None
    ]
    answers = []
    with closing(Workspace.open(options.file)) as workspace:
        for edition in prepared:
            report = importing.apply(workspace, importing.plan(workspace, edition))
            answers.append(report.as_json())
            if not options.json:
                from desktop_app.words import reports as words

                _say(words.imported(report, PlainFormats()))
    answers.extend(
        tables.bring(options, each.path, each.book) for each in recognised if each.book is not None
    )
    tables.answer(options, answers)
    return 0


def series(options: argparse.Namespace) -> int:
    """Print a measure as a series, as known today or on a day."""
    from desktop_app.commands import looking
    from desktop_app.services import series_rows
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(options.file)) as workspace:
        rows = series_rows.rows(
            looking.view(workspace, options),
            options.measure,
            start=options.start,
            end=options.end,
            cumulative=options.cumulative,
        )
    if options.json:
        _say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        table = io.StringIO()
        writer = csv.DictWriter(table, fieldnames=series_rows.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: cell_text(value) for name, value in row.items()} for row in rows)
        _say(table.getvalue().removesuffix("\n"))
    return 0
