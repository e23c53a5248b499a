"""What is about a forgotten case is in no byte of the closed file, and the rest of the history holds."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.statements import Statement
from desktop_app.services.workspace import Step, UnitOfWork, Workspace
from desktop_app.store import batches, integrity
from desktop_app.store.connecting import address_of, connect

CLEAR = Sharing.CLEAR
MANY = batches.LEAST + 50


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path) as opened:
        yield opened


def canary(name: str) -> str:
    """A text that compression would not hide: batches are packed."""
    return f"canary-{name}-{name[::-1]}"


NAMES = ("note", "description", "summary", "place", "event-note", "file", "reason", "bytes", "earlier")


def put_case(work: UnitOfWork, id: str) -> None:
    work.put(
        Case(id=id, code=f"C-{id}", description=canary("description"), note=canary("note"), sharing=CLEAR)
    )
    put_events(work, id, 1)


def put_events(work: UnitOfWork, case: str, count: int) -> None:
    for number in range(count):
        work.put(
            Event(
                id=f"{case}-e{number}",
                case=case,
                date=PartialDate.parse("2025-11"),
                summary=canary("summary"),
                place=canary("place"),
                note=canary("event-note"),
                sharing=CLEAR,
            )
        )


def put_around(work: UnitOfWork, case: str) -> None:
    """An attachment of an event, an accepted finding, and a statement that answers the event."""
    sha = work.keep_content(canary("bytes").encode())
    event = f"{case}-e0"
    work.put(Attachment(id="a", record=event, name=canary("file"), sha256=sha, size=3))
    finding = f"order|{event},other|days=1"
    work.put(Acceptance(id="o", finding=finding, record="other", reason=canary("reason")))
    work.put(Figure(id="f", measure="ARR"))
    work.put(Statement(id="s", words="the answer", answers=(event, "f"), sharing=CLEAR))


def left_in(path: Path) -> list[str]:
    """The canaries that stand in any file beside the workspace, packed or not."""
    files = [file.read_bytes() for file in path.parent.iterdir()] + packed_in(path)
    return [name for name in NAMES if any(canary(name).encode() in content for content in files)]


def packed_in(path: Path) -> list[bytes]:
    """What the batches of the history hold, which compression hides from a search through the file."""
    with contextlib.closing(connect(address_of(path))) as connection:
        found = connection.execute("SELECT before FROM batches WHERE before IS NOT NULL").fetchall()
    return [zlib.decompress(before) for (before,) in found]


def sound(path: Path) -> bool:
    return integrity.check(path) == []


def everything(workspace: Workspace) -> dict[str, list[object]]:
    return {name: list(workspace.every(kind)) for name, kind in RECORD_KINDS.items()}


def test_nothing_of_it_is_left_in_the_closed_file(path: Path) -> None:
    with Workspace.open(path) as workspace:
        with workspace.change("record case") as work:
            put_case(work, "c")
        for number in range(3):
            with workspace.change("edit case") as work:
                case = workspace.get(Case, "c")
                assert case is not None
                work.put(replace(case, note=f"{canary('earlier')} {number}"))
        workspace.undo()
        workspace.redo()
        with workspace.change("attach file") as work:
            put_around(work, "c")
        with workspace.change("delete event") as work:
            event = workspace.get(Event, "c-e0")
            assert event is not None
            work.remove(event)
        workspace.undo()
        workspace.undo()
        workspace.redo()
    assert set(left_in(path)) == set(NAMES)
    with Workspace.open(path) as workspace:
        done = workspace.forget_case("c")
        assert done.is_clean
        assert done.counts == {Case: 1, Event: 1, Attachment: 1, Acceptance: 1}
        assert done.contents == 1
        assert left_in(path) == []
        assert workspace.get(Statement, "s") == replace(
            Statement(id="s", words="the answer", answers=("f",), sharing=CLEAR),
            recorded=workspace.get(Statement, "s").recorded,  # type: ignore[union-attr]
        )
        assert (workspace.undo_label, workspace.redo_label) == (None, None)
    assert left_in(path) == []
    assert list(path.parent.iterdir()) == [path]
    assert sound(path)
    with Workspace.open(path) as workspace:
        assert (workspace.count(Case), workspace.count(Event), workspace.count(Attachment)) == (0, 0, 0)
        assert (workspace.undo_label, workspace.redo_label) == (None, None)
        assert workspace.undo() is None


def test_a_case_that_came_with_many_others_leaves_them_and_their_history(path: Path) -> None:
    with Workspace.open(path) as workspace:
        with workspace.change("import ledger") as work:
            for number in range(MANY):
                work.put(Case(id=f"x{number}", code=f"X{number}", sharing=CLEAR))
                work.put(Event(id=f"x{number}-e", case=f"x{number}", sharing=CLEAR))
            put_case(work, "c")
            put_events(work, "c", batches.MOST + 100)
            work.put(Figure(id="f", measure="ARR", note="stays"))
        with workspace.change("edit event") as work:
            for event in list(workspace.every(Event)):
                work.put(replace(event, authority="x"))
            work.put(replace(workspace.get(Figure, "f"), note="changed"))  # type: ignore[type-var]
        with workspace.change("delete event") as work:
            for event in list(workspace.every(Event))[50:]:
                work.remove(event)
        workspace.undo()
        revision = workspace.revision
        before = everything(workspace)
        workspace.forget_case("c")
        after = everything(workspace)
        left = [one for one in before["event"] if one.case != "c"]  # type: ignore[attr-defined]
        assert after["event"] == left
        assert after["case"] == [one for one in before["case"] if one.id != "c"]  # type: ignore[attr-defined]
        steps = [step for step, _edit in workspace.history(Event, "x3-e")]
        assert [step.label for step in steps] == ["import ledger", "edit event"]
        assert [step.label for step, _edit in workspace.history(Figure, "f")] == [
            "import ledger",
            "edit event",
        ]
        assert workspace.revision == revision + 1
    assert left_in(path) == []
    assert sound(path)
    assert packed_in(path)
    with Workspace.open(path) as workspace:
        assert everything(workspace) == after
        # Every step can still be read whole.
        for number in range(1, workspace.revision + 1):
            for step in workspace._ledger.since(number - 1)[:1]:
                assert all(edit.id == edit.after.id for edit in step.edits if edit.after is not None)


def test_a_deleted_case_can_be_forgotten_too(workspace: Workspace, path: Path) -> None:
    with workspace.change("record case") as work:
        put_case(work, "c")
        put_around(work, "c")
    with workspace.change("delete case") as work:
        for kind in (Case, Event, Attachment):
            for record in list(workspace.every(kind)):
                work.remove(record)
    done = workspace.forget_case("c")
    assert done.counts == {Acceptance: 1}
    workspace.close()
    assert left_in(path) == []
    assert sound(path)


def test_a_file_that_another_record_keeps_too_stays(workspace: Workspace) -> None:
    with workspace.change("record case") as work:
        put_case(work, "c")
        put_around(work, "c")
        sha = work.keep_content(canary("bytes").encode())
        work.put(Attachment(id="b", record="elsewhere", name="same", sha256=sha, size=3))
    assert workspace.forget_case("c").contents == 0
    assert workspace.content(sha) is not None


def test_a_step_of_nothing_else_is_gone_and_its_number_is_not_given_again(workspace: Workspace) -> None:
    with workspace.change("record case") as work:
        put_case(work, "c")
    with workspace.change("record figure") as work:
        work.put(Figure(id="f", measure="ARR"))
    last = workspace.revision
    workspace.forget_case("c")
    assert [step.label for step in workspace._ledger.since(1)] == ["record figure", "forget case"]
    assert workspace.revision == last + 1


class TestOthers:
    def test_they_drop_it_and_are_told_of_a_deletion(self, workspace: Workspace, path: Path) -> None:
        with workspace.change("record case") as work:
            put_case(work, "c")
        with Workspace.open(path) as other:
            told: list[Step] = []
            other.subscribe(told.append)
            workspace.forget_case("c")
            other.follow()
            assert other.get(Case, "c") is None
            assert other.undo_label is None
            assert {(edit.kind, edit.before is not None, edit.after) for edit in told[0].edits} == {
                (Case, True, None),
                (Event, True, None),
            }

    def test_they_need_not_have_known_it(self, workspace: Workspace, path: Path) -> None:
        with Workspace.open(path) as other:
            with workspace.change("record case") as work:
                put_case(work, "c")
                work.put(Figure(id="f", measure="ARR"))
            workspace.forget_case("c")
            other.follow()
            assert everything(other) == everything(workspace)
            assert other.revision == workspace.revision

    def test_one_that_is_reading_the_history_begins_anew(self, workspace: Workspace, path: Path) -> None:
        with Workspace.open(path) as other:
            with workspace.change("import ledger") as work:
                put_case(work, "c")
                put_events(work, "c", MANY)
                for number in range(3 * batches.MOST):
                    work.put(Figure(id=f"f{number}", measure="ARR"))
            assert other.follow_for(0.0)
            workspace.forget_case("c")
            while other.follow_for(0.0):
                pass
            assert everything(other) == everything(workspace)

    def test_their_undo_of_what_was_forgotten_is_refused(self, workspace: Workspace, path: Path) -> None:
        with Workspace.open(path) as other:
            with other.change("record case") as work:
                put_case(work, "c")
            workspace.follow()
            workspace.forget_case("c")
            with pytest.raises(Refusal) as caught:
                other.undo()
            assert caught.value.code is RefusalCode.CHANGED_MEANWHILE
            other.follow()
            assert other.undo() is None

    def test_what_they_say_of_it_at_that_moment_is_not_kept(self, workspace: Workspace, path: Path) -> None:
        with workspace.change("record case") as work:
            put_case(work, "c")
        with Workspace.open(path) as other:
            workspace.forget_case("c")
            with pytest.raises(Refusal) as caught, other.change("record event") as work:
                work.put(Event(id="late", case="c", note=canary("note"), sharing=CLEAR))
            assert caught.value.code is RefusalCode.CHANGED_MEANWHILE
        workspace.close()
        assert left_in(path) == []

    def test_while_one_of_them_reads_traces_stay_in_the_journal_until_it_closes(
        self, workspace: Workspace, path: Path
    ) -> None:
        with workspace.change("record case") as work:
            put_case(work, "c")
        with Workspace.open(path) as other, other._ledger._file.reading() as reader:
            reader.value("SELECT count(*) FROM cases")
            workspace.forget_case("c")
        workspace.close()
        assert left_in(path) == []


def test_the_file_as_it_stood_does_not_know_it_either(workspace: Workspace) -> None:
    with workspace.change("record case") as work:
        put_case(work, "c")
    with workspace.change("delete case") as work:
        work.remove(workspace.get(Case, "c"))  # type: ignore[arg-type]
    workspace.forget_case("c")
    for day in workspace.recorded_days():
        assert workspace.as_stood(day).get(Case, "c") is None


def test_a_file_that_cannot_be_written_forgets_nothing(path: Path) -> None:
    with Workspace.open(path, read_only=True) as workspace:
        with pytest.raises(Refusal) as caught:
            workspace.forget_case("c")
        assert caught.value.code is RefusalCode.READ_ONLY


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "many", "undo", "redo"]), st.sampled_from("abc")), max_size=12
)


@given(OPERATIONS, st.sampled_from("abc"))
@settings(max_examples=25)
def test_whatever_was_done_before_the_rest_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[str, str]], case: str
) -> None:
    path = tmp_path_factory.mktemp("law") / "a.evenhand"
    with Workspace.create(path) as workspace:
        for number, (operation, id) in enumerate(operations):
            _do(workspace, operation, id, number)
        before = everything(workspace)
        histories = {
            one.id: len(workspace.history(Event, one.id))
            for one in workspace.every(Event)
            if one.case != case
        }
        workspace.forget_case(case)
        after = everything(workspace)
        for name, records in before.items():
            assert after[name] == [one for one in records if _of(one) != case]
        assert {id: len(workspace.history(Event, id)) for id in histories} == histories
    with Workspace.open(path) as again:
        assert everything(again) == after
        assert again._ledger.since(0)[-1].label == "forget case"
    assert sound(path)
    for content in (path.read_bytes(), *packed_in(path)):
        assert f"secret-{case}".encode() not in content


def _do(workspace: Workspace, operation: str, id: str, number: int) -> None:
    if operation == "undo":
        workspace.undo()
        return
    if operation == "redo":
        workspace.redo()
        return
    with workspace.change(operation) as work:
        found = workspace.get(Case, id)
        if operation == "remove" and found is not None:
            work.remove(found)
            for event in [one for one in workspace.every(Event) if one.case == id]:
                work.remove(event)
        elif operation != "remove":
            work.put(Case(id=id, code=id, note=f"secret-{id} {number}", sharing=CLEAR))
            work.put(Figure(id=f"f{number}", measure="ARR"))
            for place in range(batches.LEAST // 2 if operation == "many" else 2):
                for other in "abc":
                    event = Event(
                        id=f"{other}{place}", case=other, note=f"secret-{other} {number}", sharing=CLEAR
                    )
                    work.put(
                        event if workspace.get(Case, other) or other == id else Figure(id=f"{other}{place}x")
                    )


def _of(record: object) -> str:
    return record.id if isinstance(record, Case) else getattr(record, "case", "")
