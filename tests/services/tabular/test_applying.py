"""Keeping a table: one step, all or nothing, and the same figures however many rows there are."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services.tabular import applying, bringing
from desktop_app.services.tabular.bringing import Wanted
from desktop_app.services.workspace import Workspace
from tests.services.tabular.tables import planned

HEAD = "Date\tMeasure\tValue\tPublished\tSource\tSpeaker\tStatus\tNote\n"

CELLS = st.tuples(
    st.sampled_from(
        ("2025-11-08", "9 Nov 2025", "nov 2025", "", "unknown", "31/31/2025", "2025-11-06/2025-11-08")
    ),
    st.sampled_from(("ARR", "arrivals", "RET", "nonsense", "")),
    st.sampled_from(("503", "1,097", "about 350", "-", "", "5%", "-4", "x", "more than 10")),
    st.sampled_from(("2025-11-10", "", "10 Nov 2025", "sometime")),
    st.sampled_from(("PA", "GOV.UK", "", "Le Monde")),
    st.sampled_from(("", "Home Office", " spaced ")),
    st.sampled_from(("P", "", "official", "odd")),
    st.sampled_from(("", "a note")),
)


def plain(workspace: Workspace) -> list[object]:
    """The figures without what is different each time: ids, moments, and the ids of new sources."""
    names = {source.id: source.short_name for source in workspace.every(Source)}
    return [
        (
            replace(figure, id="", recorded="", citations=()),
            [(names[citation.source], citation.locator) for citation in figure.citations],
        )
        for figure in workspace.every(Figure)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=25), st.booleans())
def test_many_rows_at_once_come_to_what_they_come_to_one_by_one(
    rows: list[tuple[str, ...]], named: bool
) -> None:
    text = HEAD + "2025-11-07\tARR\t1\t2025-11-08\tPA\t\t\t\n" + "\n".join("\t".join(row) for row in rows)
    with Workspace.in_memory() as single, Workspace.in_memory() as many:
        plan = planned(single, text, name="x.csv" if named else "")
        slowly = [row.figure for row in plan if row.ticked]
        with single.change("record figures") as work:
            work.put_all(plan.new_sources)
            work.put_all([replace(each, id=f"{n:05}") for n, each in enumerate(slowly) if each is not None])
        bulk, applying._BULK = applying._BULK, 1
        try:
            report = applying.apply(many, planned(many, text, name="x.csv" if named else ""))
        finally:
            applying._BULK = bulk
        assert sorted(map(str, plain(many))) == sorted(map(str, plain(single)))
        assert report.added == many.count(Figure)


def test_an_import_is_one_step_that_one_undo_takes_back() -> None:
    with Workspace.in_memory() as workspace:
        before = workspace.revision
        report = applying.apply(workspace, planned(workspace, HEAD + "2025-11-08\tARR\t503\t\tPA\t\t\t"))
        assert (report.added, report.sources, workspace.revision) == (1, 1, before + 1)
        workspace.undo()
        assert (workspace.count(Figure), workspace.count(Source)) == (0, 0)


def test_only_what_is_ticked_is_kept_and_duplicates_may_be_ticked() -> None:
    text = HEAD + "2025-11-08\tARR\t503\t\tPA\t\t\t\n" * 2 + "2025-11-09\tARR\t349\t\tLe Monde\t\t\t"
    with Workspace.in_memory() as workspace:
        report = applying.apply(workspace, planned(workspace, text), b"\1\1\0")
        assert report.added == 2
        assert [source.publisher for source in workspace.every(Source)] == ["PA"]


def test_nothing_ticked_is_no_step() -> None:
    with Workspace.in_memory() as workspace:
        before = workspace.revision
        applying.apply(workspace, planned(workspace, HEAD + "2025-11-08\tARR\t503\t\tPA\t\t\t"), b"\0")
        assert workspace.revision == before


def test_cancelling_keeps_nothing() -> None:
    with Workspace.in_memory() as workspace:
        plan = planned(workspace, HEAD + "2025-11-08\tARR\t503\t\tPA\t\t\t")
        with pytest.raises(Refusal) as caught:
            applying.apply(workspace, plan, cancelled=lambda: True)
        assert caught.value.code is RefusalCode.CANCELLED
        assert workspace.count(Figure) == 0


class TestAnotherProcess:
    @staticmethod
    def table(path: Path, rows: int = 300) -> Path:
        with path.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream)
            writer.writerow(("date", "measure", "value", "source"))
            writer.writerows((f"2025-{1 + n % 12:02}-{1 + n % 28:02}", "ARR", n, "PA") for n in range(rows))
        return path

    @pytest.mark.parametrize("gently", [False, True])
    def test_the_window_sees_the_step_that_another_process_kept(self, tmp_path: Path, gently: bool) -> None:
        file = tmp_path / "a.evenhand"
        with Workspace.create(file) as workspace:
            told: list[tuple[int, int]] = []
            report = bringing.bring(
                Wanted(file, self.table(tmp_path / "a.csv"), gently=gently),
                lambda done, of: told.append((done, of)),
            )
            workspace.follow()
            assert (report.added, workspace.count(Figure)) == (300, 300)
            assert told == sorted(told)
            workspace.undo()
            assert workspace.count(Figure) == 0

    @pytest.mark.parametrize("gently", [False, True])
    def test_a_refusal_comes_back_as_it_is(self, tmp_path: Path, gently: bool) -> None:
        file = tmp_path / "a.evenhand"
        Workspace.create(file).close()
        (tmp_path / "a.csv").write_text("Date,Value\n2025-11-08,5\n")
        with pytest.raises(Refusal) as caught:
            bringing.bring(Wanted(file, tmp_path / "a.csv", gently=gently))
        assert caught.value.code is RefusalCode.UNDECIDED
        assert caught.value.values["path"] == str(tmp_path / "a.csv")

    def test_cancelling_kills_it_and_leaves_the_file_as_it_was(self, tmp_path: Path) -> None:
        file = tmp_path / "a.evenhand"
        Workspace.create(file).close()
        with pytest.raises(Refusal) as caught:
            bringing.bring(Wanted(file, self.table(tmp_path / "a.csv", 20_000)), cancelled=lambda: True)
        assert caught.value.code is RefusalCode.CANCELLED
        with Workspace.open(file) as workspace:
            assert workspace.count(Figure) == 0
