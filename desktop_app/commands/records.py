"""The commands that read and write records: new, import, series, check."""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import KnownOn, View
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _

FINDINGS = 1
"""The exit code of a check that found something."""


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
    """Import one or more editions, each as one step; none where one of them cannot be read."""
    from desktop_app.services import importing
    from desktop_app.services.workspace import Workspace

    reports = []
    with closing(Workspace.open(options.file)) as workspace:
        for prepared in [importing.prepare(source, options.edition) for source in options.source]:
            report = importing.apply(workspace, importing.plan(workspace, prepared))
            reports.append(report)
            if not options.json:
                from desktop_app.words import reports as words

                _say(words.imported(report, PlainFormats()))
    if options.json:
        answers = [report.as_json() for report in reports]
        _say(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))
    return 0


def series(options: argparse.Namespace) -> int:
    """Print a measure as a series, as known today or on a day."""
    from desktop_app.services import series_rows
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(options.file)) as workspace:
        view: View = workspace if options.known_on is None else KnownOn(workspace, options.known_on)
        rows = series_rows.rows(
            view, options.measure, start=options.start, end=options.end, cumulative=options.cumulative
        )
    if options.json:
        _say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        table = io.StringIO()
        writer = csv.DictWriter(table, fieldnames=series_rows.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        _say(table.getvalue().removesuffix("\n"))
    return 0


def check(options: argparse.Namespace) -> int:
    """Check the file's integrity. Exit 0 clean, 1 findings, 2 unusable (by refusal)."""
    from desktop_app.store import integrity

    findings = integrity.check(Path(options.file))
    if options.json:
        _say(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    elif findings:
        from desktop_app.words import findings as words

        for finding in findings:
            _say(words.sentence(finding.code, finding.kind, finding.id, finding.detail))
    else:
        _say(_("Nothing found: the file is sound."))
    return FINDINGS if findings else 0


def _say(text: str) -> None:
    """Write an answer at once, so that it cannot fail to be written after all has been told to be well."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would be tried again at the end, and complained of.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Refusal(RefusalCode.NO_OUTPUT) from error
