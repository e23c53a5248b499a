"""Imports any table from the terminal, where what it leaves open is said by options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from desktop_app.commands.answering import Answer
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import signing
from desktop_app.services.tabular import applying, bringing, guessing, understanding
from desktop_app.services.tabular.applying import Report
from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.services.tabular.bringing import Wanted, sheet_of
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.targets import MeasureNames, Target
from desktop_app.services.workspace import Workspace
from desktop_app.words import table_words
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _

_SHOWN = 20


def ready(workspace: Workspace, path: Path, book: Book, options: argparse.Namespace) -> Callable[[], Answer]:
    """The import of one table; refused where the options leave open how it is laid out."""
    today = signing.today()
    sheet = sheet_of(book, options.sheet or "", path)
    guessed = guessing.guess(sheet, MeasureNames(workspace.every(Measure)), today)
    layout = _told(guessed, options, workspace)
    with _naming(path):
        understanding.check(layout)
    if options.dry_run:
        return partial(_foreseen, workspace, path, book.name, sheet, layout, today)
    if len(sheet.rows) > bringing.SMALL:
        file = workspace.file
        assert file is not None
        return partial(_brought, Wanted(file, path.resolve(), sheet.name, layout, today=today))
    return partial(_kept, workspace, path, book.name, sheet, layout, today)


def _kept(workspace: Workspace, path: Path, name: str, sheet: Sheet, layout: Layout, today: date) -> Answer:
    with _naming(path):
        plan = understanding.understand(workspace, sheet, layout, today, file_name=name)
    return _done(applying.apply(workspace, plan))


def _brought(wanted: Wanted) -> Answer:
    return _done(bringing.bring(wanted))


def _done(report: Report) -> Answer:
    return Answer([table_words.imported(report, PlainFormats())], report.as_json())


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Refusals say which file is meant."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(refusal.code, **{"path": str(path), **refusal.values}) from refusal


def _told(layout: Layout, options: argparse.Namespace, workspace: Workspace) -> Layout:
    """The layout with what the options say of it."""
    for pair in options.map or ():
        layout = _mapped(layout, pair)
    if options.measure and workspace.get(Measure, options.measure) is None:
        raise Refusal(RefusalCode.UNKNOWN_MEASURE, measure=options.measure)
    if options.date_order:
        layout = layout.with_date_order(options.date_order)
    if options.decimal:
        layout = layout.with_decimals("," if options.decimal == "comma" else ".")
    constants = replace(
        layout.constants,
        measure=options.measure or "",
        source=options.source_name or "",
        published=options.published.isoformat() if options.published else "",
    )
    return replace(layout, constants=constants)


def _mapped(layout: Layout, pair: str) -> Layout:
    """One column as `--map Title=field` names it; an empty field leaves the column out."""
    title, _equals, field = pair.rpartition("=")
    named = [column for column in layout.columns if column.title.casefold() == title.strip().casefold()]
    wanted = field.strip().casefold().replace("-", " ").replace("_", " ")
    if not named or (wanted and wanted not in list(Target)):
        raise Refusal(RefusalCode.BAD_ARGUMENT, name="--map", value=pair)
    return layout.with_target(named[0].index, Target(wanted) if wanted else None)


def _foreseen(
    workspace: Workspace, path: Path, name: str, sheet: Sheet, layout: Layout, today: date
) -> Answer:
    """What importing would do, with the first rows of each kind that is not simply new."""
    with _naming(path):
        plan = understanding.understand(workspace, sheet, layout, today, file_name=name)
    report = replace(applying.report(plan, 0, len(plan.new_sources)), added=sum(plan.ticked))
    sentences = [table_words.foreseen(report, PlainFormats())]
    rows = []
    for state in (understanding.State.UNREADABLE, understanding.State.LIKE):
        for place in plan.places(state)[:_SHOWN]:
            row = plan[place]
            why = table_words.row(state.value, [problem.code for problem in row.problems])
            rows.append({"row": row.number, "state": state.value, "cells": list(row.cells), "why": why})
            sentences.append(_("{row}: {why}").format(row=row.number, why=why))
    return Answer(sentences, {**report.as_json(), "rows": rows})
