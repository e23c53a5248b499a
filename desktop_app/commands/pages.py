"""Imports saved GOV.UK pages from the terminal."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from desktop_app.commands.answering import say
from desktop_app.services.govuk import bringing
from desktop_app.words import pages, reports
from desktop_app.words.formats import PlainFormats


def are_pages(sources: Sequence[Path]) -> bool:
    """Whether all these files are saved pages of arrivals."""
    return all(bringing.recognise(source) is not None for source in sources)


def bring(options: argparse.Namespace) -> int:
    """Import pages, each as one step; none where one of them cannot be read."""
    from desktop_app.services.workspace import Workspace

    read = [bringing.read(source, options.edition) for source in options.source]
    answers = []
    formats = PlainFormats()
    with closing(Workspace.open(options.file)) as workspace:
        for page in read:
            report = bringing.apply(workspace, page)
            remarks = pages.remarks(page.tables.rows, page.tables.problems, formats)
            answers.append({**report.as_json(), "remarks": remarks})
            if not options.json:
                say("\n".join([reports.imported(report, formats), *remarks]))
    if options.json:
        say(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))
    return 0
