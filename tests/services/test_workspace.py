"""The open ledger: a change is kept whole or not at all, told once, and can always be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.amounts import Amount
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Step
from desktop_app.services.workspace import UnitOfWork, Workspace

NOON = datetime(2025, 11, 9, 12, 0, 0, 250_000, UTC)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="ada", clock=lambda: NOON) as workspace:
        yield workspace


def record(workspace: Workspace, number: int, id: str = "f") -> Figure:
    with workspace.change("record figure") as work:
        return work.put(Figure(id=id, measure="RET", amount=Amount.exactly(number)))


class TestNew:
    def test_begins_with_the_measures_and_the_scheme(self, workspace: Workspace) -> None:
        assert tuple(workspace.every(Measure)) == BUILT_IN
        (scheme,) = workspace.every(Scheme)
        assert (scheme.outbound, scheme.inbound, scheme.pressure) == ("RET", "ADM", "ARR")
        assert scheme.start == PartialDate.parse("2025-08-06")

    def test_begins_with_what_it_is_given(self) -> None:
        with Workspace.in_memory(first=[Source(id="s", title="a")]) as workspace:
            assert workspace.count(Measure) == 0
            assert workspace.get(Source, "s") == Source(id="s", title="a")

    def test_its_first_records_are_never_undone(self, workspace: Workspace) -> None:
        assert workspace.undo_label is None
        assert workspace.undo() is None
        assert workspace.redo() is None
        assert workspace.count(Measure) == len(BUILT_IN)


class TestChange:
    def test_keeps_a_record_and_tells_of_it_once(self, workspace: Workspace) -> None:
        told: list[Step] = []
        workspace.subscribe(told.append)
        figure = record(workspace, 94)
        assert list(workspace.every(Figure)) == [figure]
        assert workspace.get(Figure, "f") == figure
        (step,) = told
        assert (step.label, step.who, step.at, step.reverts) == ("record figure", "ada", NOON, None)
        assert step.kinds == {Figure}
        (edit,) = step.edits
        assert (edit.kind, edit.id, edit.before, edit.after) == (Figure, "f", None, figure)

    def test_memory_is_up_to_date_when_observers_are_told(self, workspace: Workspace) -> None:
        seen: list[int] = []
        workspace.subscribe(lambda step: seen.append(workspace.count(Figure)))
        record(workspace, 94)
        assert seen == [1]

    def test_stamps_when_a_record_entered(self, workspace: Workspace) -> None:
        assert record(workspace, 94).recorded == "2025-11-09T12:00:00Z"

    def test_a_later_edit_keeps_that_stamp(self) -> None:
        moments = iter(NOON + timedelta(days=day) for day in range(9))
        with Workspace.in_memory(clock=lambda: next(moments)) as workspace:
            first = record(workspace, 75)
            later = record(workspace, 94)
            assert later.recorded == first.recorded

    def test_a_stamp_that_a_record_brings_is_kept(self, workspace: Workspace) -> None:
        with workspace.change("import") as work:
            kept = work.put(Figure(recorded="2024-01-01T00:00:00Z"))
        assert kept.recorded == "2024-01-01T00:00:00Z"

    def test_is_seen_inside_but_not_outside_before_its_end(self, workspace: Workspace) -> None:
        old = record(workspace, 75)
        with workspace.change("revise") as work:
            new = work.put(replace(old, amount=Amount.exactly(94)))
            assert work.get(Figure, "f") == new
            assert workspace.get(Figure, "f") == old
            work.remove(new)
            assert work.get(Figure, "f") is None
        assert workspace.get(Figure, "f") is None

    def test_many_edits_of_a_record_are_one(self, workspace: Workspace) -> None:
        with workspace.change("revise") as work:
            for number in range(5):
                work.put(Figure(id="f", amount=Amount.exactly(number)))
        assert work.step is not None
        (edit,) = work.step.edits
        assert isinstance(edit.after, Figure)
        assert edit.after.amount == Amount.exactly(4)

    def test_what_ends_as_it_began_is_no_step(self, workspace: Workspace) -> None:
        figure = record(workspace, 94)
        told: list[Step] = []
        workspace.subscribe(told.append)
        with workspace.change("revise") as work:
            work.put(replace(figure, amount=Amount.exactly(95)))
            work.put(figure)
            work.put(other := Figure())
            work.remove(other)
            work.remove(Case(id="nowhere"))
        assert work.step is None
        assert told == []
        assert workspace.undo_label == "record figure"

    def test_order_of_entry_is_kept(self, tmp_path: Path) -> None:
        with Workspace.create(tmp_path / "a.evenhand") as workspace:
            for id in "cab":
                record(workspace, 1, id)
            record(workspace, 2, "a")
            assert [figure.id for figure in workspace.every(Figure)] == ["c", "a", "b"]
        with Workspace.open(tmp_path / "a.evenhand") as workspace:
            assert [figure.id for figure in workspace.every(Figure)] == ["c", "a", "b"]

    def test_does_not_nest(self, workspace: Workspace) -> None:
        with workspace.change("outer") as work:
            with pytest.raises(RuntimeError), workspace.change("inner"):
                pass
            with pytest.raises(RuntimeError):
                workspace.undo()
            work.put(Figure(id="f"))
        assert workspace.count(Figure) == 1

    @pytest.mark.parametrize("error", [LookupError, KeyboardInterrupt])
    def test_failing_block_leaves_nothing(self, workspace: Workspace, error: type[BaseException]) -> None:
        told: list[Step] = []
        workspace.subscribe(told.append)

        def interrupted() -> None:
            with workspace.change("record figure") as work:
                work.put(Figure(id="f"))
                raise error

        with pytest.raises(error):
            interrupted()
        assert workspace.count(Figure) == 0
        assert workspace.history(Figure, "f") == []
        assert told == []
        assert workspace.undo_label is None
        record(workspace, 94)
        assert workspace.count(Figure) == 1

    @pytest.mark.parametrize("many", [False, True])
    def test_a_mistake_in_one_record_leaves_none(self, workspace: Workspace, many: bool) -> None:
        wrong: Any = replace(Figure(id="wrong"), basis="sideways")

        def mistaken() -> None:
            with workspace.change("import") as work:
                work.put(Figure(id="right"))
                if many:
                    work.put_all([Figure(id="right too"), wrong])
                else:
                    work.put(wrong)

        with pytest.raises((ValueError, TypeError)):
            mistaken()
        assert workspace.count(Figure) == 0
        assert workspace.history(Figure, "right") == []

    def test_what_the_table_refuses_leaves_nothing(self, workspace: Workspace) -> None:
        with pytest.raises(Exception, match="CHECK"), workspace.change("record figure") as work:
            work.put(Figure(id=""))
        assert workspace.count(Figure) == 0
        record(workspace, 94)

    @pytest.mark.parametrize("sharing", [Sharing.GREEN, Sharing.AMBER, Sharing.RED])
    def test_what_is_not_clear_asks_for_a_passphrase(self, workspace: Workspace, sharing: Sharing) -> None:
        case = Case(id="c", sharing=sharing)
        for keep in (UnitOfWork.put, lambda work, case: work.put_all([case])):
            with pytest.raises(Refusal) as caught, workspace.change("record case") as work:
                keep(work, case)
            assert caught.value.code is RefusalCode.NEEDS_PASSPHRASE
            assert workspace.count(Case) == 0
            assert workspace.history(Case, "c") == []

    def test_a_form_that_saw_an_older_record_is_refused(self, workspace: Workspace) -> None:
        seen = record(workspace, 75)
        record(workspace, 94)
        with pytest.raises(Refusal) as caught, workspace.change("revise") as work:
            work.put(replace(seen, note="x"), replacing=seen)
        assert caught.value.code is RefusalCode.CHANGED_MEANWHILE
        current = workspace.get(Figure, "f")
        assert current is not None
        assert current.amount == Amount.exactly(94)
        with workspace.change("revise") as work:
            work.put(replace(current, note="x"), replacing=current)


class TestObservers:
    def test_end_when_they_say_so(self, workspace: Workspace) -> None:
        told: list[Step] = []
        end = workspace.subscribe(told.append)
        end()
        end()
        record(workspace, 94)
        assert told == []

    def test_one_that_fails_does_not_keep_others_from_hearing(self, workspace: Workspace) -> None:
        def fail(step: Step) -> None:
            raise LookupError

        told: list[Step] = []
        workspace.subscribe(fail)
        workspace.subscribe(told.append)
        with pytest.raises(LookupError):
            record(workspace, 94)
        assert len(told) == 1
        assert workspace.count(Figure) == 1

    def test_one_that_changes_something_is_heard_of_in_order(self, workspace: Workspace) -> None:
        told: list[str] = []

        def follow_up(step: Step) -> None:
            if step.label == "record figure":
                with workspace.change("follow up") as work:
                    work.put(Source(title="made at once"))

        workspace.subscribe(follow_up)
        workspace.subscribe(lambda step: told.append(step.label))
        record(workspace, 94)
        assert told == ["record figure", "follow up"]


class TestUndo:
    def test_takes_back_and_brings_again(self, workspace: Workspace) -> None:
        first = record(workspace, 75)
        second = record(workspace, 94)
        told: list[Step] = []
        workspace.subscribe(told.append)
        assert workspace.undo_label == "record figure"
        step = workspace.undo()
        assert step is not None
        assert step.reverts == 3
        assert workspace.get(Figure, "f") == first
        workspace.undo()
        assert workspace.count(Figure) == 0
        assert (workspace.undo_label, workspace.redo_label) == (None, "record figure")
        workspace.redo()
        workspace.redo()
        assert workspace.get(Figure, "f") == second
        assert (workspace.undo_label, workspace.redo_label) == ("record figure", None)
        assert [step.reverts for step in told] == [3, 2, 5, 4]

    def test_of_a_removal_brings_back(self, workspace: Workspace) -> None:
        figure = record(workspace, 94)
        with workspace.change("remove figure") as work:
            work.remove(figure)
        assert workspace.count(Figure) == 0
        workspace.undo()
        assert workspace.get(Figure, "f") == figure

    def test_a_new_change_ends_redo(self, workspace: Workspace) -> None:
        record(workspace, 75)
        workspace.undo()
        record(workspace, 94)
        assert workspace.redo_label is None
        assert workspace.redo() is None

    def test_is_in_the_history(self, workspace: Workspace) -> None:
        figure = record(workspace, 94)
        workspace.undo()
        entries = workspace.history(Figure, "f")
        assert [(step.reverts, edit.before, edit.after) for step, edit in entries] == [
            (None, None, figure),
            (2, figure, None),
        ]
        assert [step.who for step, _ in entries] == ["ada", "ada"]

    @pytest.mark.parametrize("undone", [0, 1, 2, 120])
    def test_survives_a_restart(self, tmp_path: Path, undone: int) -> None:
        path = tmp_path / "a.evenhand"
        with Workspace.create(path) as workspace:
            for number in range(120):
                record(workspace, number)
            for _ in range(undone):
                workspace.undo()
        with Workspace.open(path) as workspace:
            kept = min(undone, 100)
            for _ in range(kept):
                assert workspace.redo() is not None
            assert workspace.redo() is None
            back = 0
            while workspace.undo() is not None:
                back += 1
            assert back == 100


class TestTwoProcesses:
    @pytest.fixture
    def pair(self, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
        path = tmp_path / "a.evenhand"
        with Workspace.create(path, who="ada") as one, Workspace.open(path, who="ben") as two:
            yield one, two

    def test_each_follows_the_other(self, pair: tuple[Workspace, Workspace]) -> None:
        one, two = pair
        told: list[Step] = []
        two.subscribe(told.append)
        figure = record(one, 94)
        assert two.count(Figure) == 0
        (step,) = two.follow()
        assert two.get(Figure, "f") == figure
        assert told == [step]
        assert step.who == "ada"
        assert two.follow() == ()
        assert one.follow() == ()
        assert two.undo_label == "record figure"
        two.undo()
        one.follow()
        assert one.count(Figure) == 0
        assert one.redo_label == "record figure"
        assert one.revision == two.revision

    def test_writing_takes_in_what_others_wrote_before(self, pair: tuple[Workspace, Workspace]) -> None:
        one, two = pair
        record(one, 75, "by ada")
        told: list[str] = []
        two.subscribe(lambda step: told.append(step.who))
        record(two, 94, "by ben")
        assert told == ["ada", "ben"]
        assert {figure.id for figure in two.every(Figure)} == {"by ada", "by ben"}
        one.follow()
        assert list(one.every(Figure)) == list(two.every(Figure))

    def test_a_record_that_changed_meanwhile_is_not_overwritten(
        self, pair: tuple[Workspace, Workspace]
    ) -> None:
        one, two = pair
        record(one, 75)
        two.follow()
        theirs = record(one, 94)
        with pytest.raises(Refusal) as caught:
            record(two, 80)
        assert caught.value.code is RefusalCode.CHANGED_MEANWHILE
        assert caught.value.values == {"kind": "figure", "id": "f"}
        two.follow()
        assert two.get(Figure, "f") == theirs
        record(two, 80)

    def test_undo_of_what_changed_meanwhile_is_refused(self, pair: tuple[Workspace, Workspace]) -> None:
        one, two = pair
        record(one, 75)
        two.follow()
        theirs = record(two, 94)
        with pytest.raises(Refusal) as caught:
            one.undo()
        assert caught.value.code is RefusalCode.CHANGED_MEANWHILE
        one.follow()
        assert one.get(Figure, "f") == theirs
        one.undo()
        assert one.undo_label == "record figure"

    def test_undo_leaves_what_others_did_elsewhere(self, pair: tuple[Workspace, Workspace]) -> None:
        one, two = pair
        record(one, 75, "by ada")
        two.follow()
        record(two, 94, "by ben")
        one.undo()
        assert [figure.id for figure in one.every(Figure)] == ["by ben"]
        assert one.undo_label == "record figure"
        assert one.redo() is not None
        two.follow()
        assert {figure.id for figure in two.every(Figure)} == {"by ada", "by ben"}
        reopened_redo = two.redo_label
        assert reopened_redo == one.redo_label

    def test_following_within_a_change_waits(self, pair: tuple[Workspace, Workspace]) -> None:
        one, two = pair
        with two.change("record source") as work:
            record(one, 94)
            assert two.follow() == ()
            work.put(Source(id="s"))
        assert two.count(Figure) == 1


def test_who_is_the_person_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    with Workspace.in_memory() as workspace:
        assert workspace.history(Measure, "RET")[0][0].who == "ada"


def test_an_import_of_thousands_is_one_step(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    figures = [Figure(id=f"f{i}", measure="ARR", amount=Amount.exactly(i)) for i in range(3_000)]
    with Workspace.create(path) as workspace:
        told: list[Step] = []
        workspace.subscribe(told.append)
        with workspace.change("import") as work:
            work.put_all(figures)
        assert len(told) == 1
        kept = list(workspace.every(Figure))
        workspace.undo()
        assert workspace.count(Figure) == 0
        workspace.redo()
    with Workspace.open(path) as workspace:
        assert list(workspace.every(Figure)) == kept
