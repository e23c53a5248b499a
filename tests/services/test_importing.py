"""Importing an edition: one step, one undo, all or nothing, and the totals that everybody knows."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import accumulate, flow
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step
from desktop_app.domain.views import KnownOn, View
from desktop_app.services import importing
from desktop_app.services.importing import EditionFrom, ImportReport
from desktop_app.services.workspace import Workspace
from tests.services.editions import needs_editions, real
from tests.services.ods_files import content, edition, row, table, write_ods

ROOT = Path(__file__).resolve().parents[2]
MONDAY = date(2026, 3, 16)
SUNDAY = MONDAY + timedelta(days=6)
DAYS = [(5, 1, 0), (0, 0, 0), (7, 1, "-"), (0, 0, 0), (0, 0, 0), (0, 0, 0), (2, 1, 1)]
APRIL, JUNE = date(2026, 4, 3), date(2026, 6, 5)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def bring(workspace: Workspace, path: Path, day: date | None = None) -> ImportReport:
    return importing.apply(workspace, importing.plan(workspace, importing.prepare(path, day)))


def april(folder: Path) -> Path:
    return edition(folder / "2026-04-03.ods", start=MONDAY, days=DAYS, prevented=[(199, 13)])


def june(folder: Path) -> Path:
    return edition(
        folder / "2026-06-05.ods",
        start=MONDAY,
        days=[*DAYS, (40, 1, 0)],
        prevented=[(277, 17)],
        revised=[SUNDAY],
    )


def refused(path: Path, day: date | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        importing.prepare(path, day)
    return caught.value


class TestOneEdition:
    def test_every_recorded_value_is_kept_and_reported(self, tmp_path: Path, workspace: Workspace) -> None:
        report = bring(workspace, april(tmp_path))
        assert report.as_json() == {
            "edition": "2026-04-03",
            "added": 22,
            "revised": 0,
            "unchanged": 0,
            "mismatches": [],
        }
        assert (report.withdrawn, report.marked) == ((), 0)
        assert (report.days, report.weeks) == (7, 1)
        assert workspace.count(Figure) == 22

    def test_one_undo_takes_it_back_and_one_redo_brings_it_again(
        self, tmp_path: Path, workspace: Workspace
    ) -> None:
        bring(workspace, april(tmp_path))
        kept = set(workspace.every(Figure))
        assert workspace.undo_label == importing.STEP
        workspace.undo()
        assert (workspace.count(Figure), workspace.count(Source)) == (0, 0)
        workspace.redo()
        assert set(workspace.every(Figure)) == kept

    def test_the_same_edition_again_is_no_step(self, tmp_path: Path, workspace: Workspace) -> None:
        bring(workspace, april(tmp_path))
        revision = workspace.revision
        report = bring(workspace, april(tmp_path))
        assert (report.added, report.revised, report.unchanged) == (0, 0, 22)
        assert workspace.revision == revision

    def test_after_an_undo_it_can_be_imported_again(self, tmp_path: Path, workspace: Workspace) -> None:
        bring(workspace, april(tmp_path))
        workspace.undo()
        assert bring(workspace, april(tmp_path)).added == 22

    def test_a_week_that_is_not_the_sum_of_its_days_is_reported_and_not_kept(
        self, tmp_path: Path, workspace: Workspace
    ) -> None:
        file = edition(
            tmp_path / "2026-04-03.ods",
            start=MONDAY,
            days=DAYS,
            prevented=[("-", 13)],
            weekly={SUNDAY: (15, 3, 1)},
        )
        report = bring(workspace, file)
        assert report.as_json()["mismatches"] == [
            {
                "measure": "ARR",
                "week_start": "2026-03-16",
                "week_end": "2026-03-22",
                "weekly": 15,
                "daily": 14,
            }
        ]
        assert report.added == 21


class TestLaterEditions:
    def test_a_later_one_adds_what_is_new_and_revises_what_changed(
        self, tmp_path: Path, workspace: Workspace
    ) -> None:
        bring(workspace, april(tmp_path))
        report = bring(workspace, june(tmp_path))
        assert (report.added, report.revised, report.unchanged) == (3, 2, 20)
        assert (report.days, report.weeks, report.marked) == (1, 0, 2)
        assert _value(workspace, "PREV", SUNDAY) == 277
        assert _value(KnownOn(workspace, APRIL), "PREV", SUNDAY) == 199
        workspace.undo()
        assert _value(workspace, "PREV", SUNDAY) == 199

    def test_an_earlier_one_after_it_tells_the_same_story(self, tmp_path: Path, workspace: Workspace) -> None:
        bring(workspace, june(tmp_path))
        report = bring(workspace, april(tmp_path))
        assert (report.added, report.revised, report.unchanged, report.earlier) == (2, 0, 20, 20)
        assert _value(workspace, "PREV_EV", SUNDAY) == 17
        assert _value(KnownOn(workspace, APRIL), "PREV_EV", SUNDAY) == 13
        assert bring(workspace, june(tmp_path)).unchanged == 25

    def test_a_plan_that_has_aged_is_made_anew(self, tmp_path: Path, workspace: Workspace) -> None:
        prepared = importing.prepare(april(tmp_path))
        first, second = importing.plan(workspace, prepared), importing.plan(workspace, prepared)
        importing.apply(workspace, first)
        assert importing.apply(workspace, second).unchanged == 22
        assert workspace.count(Figure) == 22

    def test_two_windows_importing_one_edition_do_not_double_it(self, tmp_path: Path) -> None:
        Workspace.create(tmp_path / "w.evenhand").close()
        with Workspace.open(tmp_path / "w.evenhand") as one, Workspace.open(tmp_path / "w.evenhand") as other:
            planned = importing.plan(other, importing.prepare(april(tmp_path)))
            bring(one, april(tmp_path))
            assert importing.apply(other, planned).unchanged == 22
            assert other.count(Figure) == 22


class TestEdition:
    def test_it_is_what_was_given_else_the_cover_else_the_name(self, tmp_path: Path) -> None:
        file = april(tmp_path)
        named = importing.prepare(file)
        assert (named.edition, named.edition_from) == (APRIL, EditionFrom.FILE_NAME)
        given = importing.prepare(file, JUNE)
        assert (given.edition, given.edition_from) == (JUNE, EditionFrom.GIVEN)
        covered = edition(
            tmp_path / "2026-04-10.ods", start=MONDAY, days=DAYS, cover=["Published 3 April 2026"]
        )
        stated = importing.prepare(covered)
        assert (stated.edition, stated.edition_from) == (APRIL, EditionFrom.COVER)

    def test_it_is_asked_where_nothing_says_it_and_the_documents_own_day_is_proposed(
        self, tmp_path: Path
    ) -> None:
        file = edition(tmp_path / "time series.ods", start=MONDAY, days=DAYS, made=APRIL)
        found = refused(file)
        assert found.code is RefusalCode.EDITION_UNKNOWN
        assert found.values == {"path": str(file), "suggestion": "2026-04-03"}

    def test_a_day_before_the_files_last_one_cannot_be_it(self, tmp_path: Path) -> None:
        file = edition(tmp_path / "2026-03-20.ods", start=MONDAY, days=DAYS, made=MONDAY)
        assert refused(file).values == {"path": str(file), "suggestion": ""}
        assert refused(file, date(2026, 3, 21)).code is RefusalCode.BAD_ARGUMENT


class TestTwoAtOnce:
    def test_what_another_process_imports_meanwhile_is_not_kept_twice(self, tmp_path: Path) -> None:
        path = tmp_path / "ledger.evenhand"
        Workspace.create(path).close()
        with Workspace.open(path) as ours, Workspace.open(path) as theirs:
            planned = importing.plan(ours, importing.prepare(april(tmp_path)))

            def import_meanwhile(_step: Step) -> None:
                end()
                bring(theirs, june(tmp_path))

            end = ours.subscribe(import_meanwhile)
            # Ours looks what is new before it writes, and is overtaken then.
            with theirs.change("record figure") as work:
                work.put(Figure(id="another"))
            report = importing.apply(ours, planned)
            kept = [(figure.measure, figure.period, figure.amount) for figure in ours.every(Figure)]
            assert len(kept) == len(set(kept))
            # Only the week that June revises has another value in April.
            assert (report.added, report.revised, report.unchanged) == (2, 0, 20)
        with Workspace.open(path) as after:
            assert after.count(Figure) == len(kept)


class TestAllOrNothing:
    @pytest.mark.parametrize("bad", [1.5, -3, "about 40"])
    def test_one_cell_that_is_no_count_refuses_the_whole(self, tmp_path: Path, bad: float | str) -> None:
        file = edition(tmp_path / "2026-06-05.ods", start=MONDAY, days=[*DAYS, (40, bad, 0)])
        found = refused(file)
        assert found.code is RefusalCode.UNREADABLE_CELL
        assert found.values == {"path": str(file), "sheet": "SB_01", "cell": "C9", "row": 9}

    def test_another_spreadsheet_is_told_from_the_time_series(self, tmp_path: Path) -> None:
        other = write_ods(tmp_path / "2026-06-05.ods", content(table("Budget", [row(("Rent", 900))])))
        assert refused(other).code is RefusalCode.SPREADSHEET_UNKNOWN_LAYOUT

    def test_cancelling_while_it_is_read_leaves_no_trace(self, tmp_path: Path, workspace: Workspace) -> None:
        begun = threading.Event()
        with pytest.raises(Refusal) as caught:
            importing.prepare(
                april(tmp_path), progress=lambda _done, _of: begun.set(), cancelled=begun.is_set
            )
        assert caught.value.code is RefusalCode.CANCELLED
        assert workspace.count(Figure) == 0

    @pytest.mark.slow
    @pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
    def test_a_kill_at_any_moment_leaves_all_or_nothing(self, tmp_path: Path) -> None:
        days = DAYS * 60
        last = MONDAY + timedelta(days=len(days))
        source = edition(tmp_path / f"{last}.ods", start=MONDAY, days=days)
        empty = tmp_path / "empty.evenhand"
        Workspace.create(empty).close()
        with Workspace.in_memory() as whole:
            complete = bring(whole, source).added
        outcomes = []
        for moment in range(5):
            target = tmp_path / f"{moment}.evenhand"
            shutil.copyfile(empty, target)
            _killed_while_importing(target, source, after=moment * 0.02)
            with Workspace.open(target) as opened:
                outcomes.append(opened.count(Figure))
                assert bring(opened, source).unchanged in (0, complete)
                assert opened.count(Figure) == complete
        assert set(outcomes) <= {0, complete}


YEARS = {2018: 299, 2019: 1843, 2020: 8462, 2021: 28526, 2022: 45755, 2023: 29437, 2024: 36816}


@needs_editions
class TestRealEditions:
    def test_the_totals_everybody_knows(self, workspace: Workspace) -> None:
        bring(workspace, real("2025-11-14"))
        for year, total in YEARS.items():
            assert _total(workspace, date(year, 1, 1), date(year, 12, 31)) == total
        start = date(2025, 1, 1)
        assert _total(workspace, start, date(2025, 11, 8)) == 38726
        assert _total(workspace, start, date(2025, 11, 9)) == 39075
        assert _total(workspace, date(2025, 11, 6), date(2025, 11, 8)) == 1772
        assert _value(workspace, "ARR", date(2025, 9, 7)) == 65

    @pytest.mark.parametrize(
        "order",
        [("2025-11-14", "2026-08-21", "2026-06-05"), ("2026-08-21", "2026-06-05", "2025-11-14")],
    )
    def test_editions_in_any_order(self, workspace: Workspace, order: tuple[str, ...]) -> None:
        for day in order:
            assert bring(workspace, real(day)).mismatches == ()
        start, end = date(2025, 1, 1), date(2025, 12, 31)
        assert _total(workspace, start, end) == 41472
        then = KnownOn(workspace, date(2025, 11, 20))
        assert _total(then, start, date(2025, 11, 13)) == 39075
        assert _value(then, "ARR", date(2025, 11, 14)) is None
        assert _value(workspace, "PREV", date(2026, 3, 22)) == 277
        assert _value(workspace, "PREV_EV", date(2026, 3, 22)) == 17
        count = workspace.count(Figure)
        for day in order:
            report = bring(workspace, real(day))
            assert (report.added, report.revised) == (0, 0)
        assert workspace.count(Figure) == count == 7876

    def test_weeks_that_the_source_marks_as_revised_keep_its_mark(self, workspace: Workspace) -> None:
        bring(workspace, real("2025-11-14"))
        assert bring(workspace, real("2026-06-05")).marked == 20
        week = [
            figure
            for figure in workspace.every(Figure)
            if figure.measure == "PREV" and figure.period.latest == date(2026, 3, 22)
        ]
        assert [figure.citations[0].note for figure in week] == ["Revised"]

    def test_a_copy_without_its_day_in_the_name_is_asked_for(self, tmp_path: Path) -> None:
        shutil.copyfile(real("2026-08-21"), tmp_path / "download.ods")
        assert refused(tmp_path / "download.ods").values["suggestion"] == "2026-08-21"

    @pytest.mark.parametrize("part", [0.3, 0.9999])
    def test_a_truncated_copy(self, tmp_path: Path, part: float) -> None:
        whole = real("2026-08-21").read_bytes()
        (tmp_path / "2026-08-21.ods").write_bytes(whole[: int(len(whole) * part)])
        assert refused(tmp_path / "2026-08-21.ods").code is RefusalCode.SPREADSHEET_DAMAGED


def _total(view: View, first: date, last: date) -> int:
    """People arrived from one day to another, both included, without a missing day."""
    sums = accumulate(flow(view, "ARR"), first, last)
    end = sums[-1]
    assert (end.missing, end.low) == (0, end.high)
    assert isinstance(end.low, int)
    return end.low


def _value(view: View, measure: str, last: date) -> object:
    """The value for the day or week that ends on a day, which no other figure of the view replaces."""
    figures = [figure for figure in view.every(Figure) if figure.measure == measure]
    replaced = {figure.revises for figure in figures}
    found = [
        figure.amount.value
        for figure in figures
        if figure.period.latest == last and figure.id not in replaced
    ]
    assert len(found) <= 1
    return found[0] if found else None


_IMPORT = """
import sys
from pathlib import Path
from desktop_app.services import importing
from desktop_app.services.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
planned = importing.plan(workspace, importing.prepare(Path(sys.argv[2])))
print("ready", flush=True)
importing.apply(workspace, planned)
"""


def _killed_while_importing(target: Path, source: Path, after: float) -> None:
    """Import in a process of its own, which is killed so many seconds into keeping the step."""
    with subprocess.Popen(
        [sys.executable, "-c", _IMPORT, str(target), str(source)], cwd=ROOT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
