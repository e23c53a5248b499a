"""Imports any table from the terminal, where what it leaves open is said by options."""

from __future__ import annotations

import argparse
import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.answering import say
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.tabular import applying, bringing, guessing, understanding
from desktop_app.services.tabular.bringing import Wanted, sheet_of
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.targets import MeasureNames, Target
from desktop_app.words import table_words
from desktop_app.words.formats import PlainFormats

if TYPE_CHECKING:
    from desktop_app.services.tabular.books import Book
    from desktop_app.services.tabular.understanding import Plan
    from desktop_app.services.workspace import Workspace

_SHOWN = 20


def bring(options: argparse.Namespace, path: Path, book: Book) -> dict[str, Any]:
    """Import one table, or say what importing it would do; answers what there is to say as JSON."""
    from desktop_app.services.workspace import Workspace

    today = date.today()  # noqa: DTZ011 - the day by this computer's clock is meant
    sheet = sheet_of(book, options.sheet or "", path)
    with closing(Workspace.open(options.file)) as workspace:
        layout = _told(
            guessing.guess(sheet, MeasureNames(workspace.every(Measure)), today), options, path, workspace
        )
        large = len(sheet.rows) > bringing.SMALL and not options.dry_run
        if not large:
            plan = _planned(workspace, path, book, sheet.name, layout, today)
            if options.dry_run:
                return _foreseen(plan, options)
            report = applying.apply(workspace, plan)
    if large:
        report = bringing.bring(
            Wanted(options.file.resolve(), path.resolve(), sheet.name, layout, today=today)
        )
    if not options.json:
        say(table_words.imported(report, PlainFormats()))
    return report.as_json()


def _planned(workspace: Workspace, path: Path, book: Book, sheet: str, layout: Layout, today: date) -> Plan:
    try:
        found = sheet_of(book, sheet, path)
        return understanding.understand(workspace, found, layout, today, file_name=book.name)
    except Refusal as refusal:
        raise Refusal(refusal.code, **{"path": str(path), **refusal.values}) from refusal


def _told(layout: Layout, options: argparse.Namespace, path: Path, workspace: Workspace) -> Layout:
    """The layout with what the options say of it."""
    for pair in options.map or ():
        layout = _mapped(layout, pair, path)
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


def _mapped(layout: Layout, pair: str, path: Path) -> Layout:
    """One column as `--map Title=field` names it; an empty field leaves the column out."""
    title, _equals, field = pair.rpartition("=")
    named = [column for column in layout.columns if column.title.casefold() == title.strip().casefold()]
    wanted = field.strip().casefold().replace("-", " ").replace("_", " ")
    if not named or (wanted and wanted not in list(Target)):
        raise Refusal(RefusalCode.BAD_ARGUMENT, name="--map", value=pair)
    return layout.with_target(named[0].index, Target(wanted) if wanted else None)


def _foreseen(plan: Plan, options: argparse.Namespace) -> dict[str, Any]:
    """What importing would do, with the first rows of each kind that is not simply new."""
    report = replace(applying.report(plan, 0, len(plan.new_sources)), added=sum(plan.ticked))
    remarks = []
    for state in (understanding.State.UNREADABLE, understanding.State.LIKE):
        for place in plan.places(state)[:_SHOWN]:
            row = plan[place]
            said = [table_words.state(state.value)]
            said += [table_words.row_problem(problem.code) for problem in row.problems]
            remarks.append(
                {"row": row.number, "state": state.value, "cells": list(row.cells), "why": ": ".join(said)}
            )
    if not options.json:
        say(table_words.foreseen(report, PlainFormats()))
        for remark in remarks:
            say(f"{remark['row']}: {remark['why']}")
    return {**report.as_json(), "rows": remarks}


def answer(options: argparse.Namespace, answers: list[dict[str, Any]]) -> None:
    """Say the answers as JSON where that is wanted."""
    if options.json:
        say(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))
