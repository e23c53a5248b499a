"""The command that imports: whatever a file is, it is recognised, made ready, and kept as one step."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import Any

from desktop_app.commands import tables
from desktop_app.commands.answering import Answer, say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import backups, importing, recognising
from desktop_app.services.exchange import planning
from desktop_app.services.exchange import reading as exports
from desktop_app.services.govuk import bringing as pages
from desktop_app.services.recognising import Known, Recognised
from desktop_app.services.workspace import Workspace
from desktop_app.words import pages as page_words
from desktop_app.words import reports
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _


def import_files(options: argparse.Namespace) -> int:
    """Import files, each as one step; none where one of them cannot be read.

    With `--dry-run` it says what importing each of them now would do, and keeps nothing.
    """
    recognised = [recognising.recognise(source) for source in options.source]
    answers = []
    file = unlocked(options)
    if not options.dry_run:
        backups.make_quietly(file)
    with closing(Workspace.open(file)) as workspace:
        for bring in [_ready(each, workspace, options) for each in recognised]:
            # A large table comes in by a process of its own.
            workspace.follow()
            done = bring()
            answers.append(done.plain)
            if not options.json:
                say("\n".join(done.sentences))
    if options.json:
        say_json(answers[0] if len(answers) == 1 else answers)
    return 0


def _ready(found: Recognised, workspace: Workspace, options: argparse.Namespace) -> Callable[[], Answer]:
    """The import of one file, which has been read by then as far as anything in it can be refused."""
    dry: bool = options.dry_run
    match found.known:
        case Known.EXPORT:
            return partial(_bring_back, workspace, exports.bring_back(found.path), dry=dry)
        case Known.PAGE:
            return partial(_page, workspace, pages.read(found.path, options.edition), dry=dry)
        case Known.HOME_OFFICE if found.workbook is not None:
            edition = importing.prepared(found.path, found.workbook, options.edition)
            return partial(_edition, workspace, edition, dry=dry)
        case Known.TABLE if found.book is not None:
            return tables.ready(workspace, found.path, found.book, options)
    raise Refusal(RefusalCode.NOT_A_TABLE, path=str(found.path))


def _bring_back(workspace: Workspace, brought: exports.BroughtBack, *, dry: bool) -> Answer:
    planned = planning.compared(workspace, brought)
    report = planning.foreseen(planned) if dry else planning.apply(workspace, planned)
    return _answer([reports.brought_back(report, PlainFormats())], report.as_json(), dry=dry)


def _page(workspace: Workspace, page: pages.Page, *, dry: bool) -> Answer:
    planned = pages.plan(workspace, page)
    report = importing.report(planned) if dry else pages.apply(workspace, page, planned)
    formats = PlainFormats()
    remarks = page_words.remarks(page.tables.rows, page.tables.problems, formats)
    plain = {**report.as_json(), "remarks": remarks}
    return _answer([reports.imported(report, formats), *remarks], plain, dry=dry)


def _edition(workspace: Workspace, edition: importing.Prepared, *, dry: bool) -> Answer:
    planned = importing.plan(workspace, edition)
    report = importing.report(planned) if dry else importing.apply(workspace, planned)
    return _answer([reports.imported(report, PlainFormats())], report.as_json(), dry=dry)


def _answer(sentences: list[str], plain: dict[str, Any], *, dry: bool) -> Answer:
    if dry:
        sentences = [_("Nothing was kept. Importing it would give:"), *sentences]
    return Answer(sentences, plain)
