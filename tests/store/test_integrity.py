"""What is wrong in a file is found and named, and a sound file has no findings."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.amounts import Amount
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.statements import Statement
from desktop_app.services.workspace import Workspace
from desktop_app.store import batches
from desktop_app.store.integrity import Finding, FindingCode, check


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("import") as work:
        work.put(Source(id="s", title="Small boats: time series"))
        work.put_all(
            Figure(id=f"f{i}", measure="ARR", amount=Amount.exactly(i), citations=(Citation("s"),))
            for i in range(50)
        )
    return path


@pytest.fixture
def bulky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file whose history is kept in batches."""
    monkeypatch.setattr(batches, "LEAST", 10)
    monkeypatch.setattr(batches, "MOST", 20)
    path = tmp_path / "bulky.evenhand"
    with Workspace.create(path) as workspace:
        with workspace.change("import") as work:
            work.put(Source(id="s", title="Small boats: time series"))
            work.put_all(
                Figure(id=f"f{i:02}", measure="ARR", amount=Amount.exactly(i), citations=(Citation("s"),))
                for i in range(50)
            )
        with workspace.change("edit figures") as work:
            work.put_all(replace(figure, note="seen") for figure in list(workspace.every(Figure))[:15])
        with workspace.change("delete figures") as work:
            for figure in list(workspace.every(Figure))[35:]:
                work.remove(figure)
    return path


def _alter(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_file_has_no_findings_and_is_not_changed(path: Path) -> None:
    content = path.read_bytes()
    assert check(path) == []
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_undone_and_removed_records_are_sound(path: Path) -> None:
    with Workspace.open(path) as workspace:
        figure = workspace.get(Figure, "f1")
        assert figure is not None
        with workspace.change("remove figure") as work:
            work.remove(figure)
        workspace.undo()
        workspace.undo()
        workspace.redo()
        workspace.redo()
    assert check(path) == []


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        (
            "UPDATE figures SET amount = '8' WHERE id = 'f7'",
            (FindingCode.DIFFERS_FROM_HISTORY, "figure", "f7"),
        ),
        ("UPDATE figures SET amount = 'x' WHERE id = 'f7'", (FindingCode.UNREADABLE_RECORD, "figure", "f7")),
        (
            "UPDATE figures SET note = CAST(x'ff' AS TEXT) WHERE id = 'f7'",
            (FindingCode.DIFFERS_FROM_HISTORY, "figure", "f7"),
        ),
        ("DELETE FROM figures WHERE id = 'f7'", (FindingCode.MISSING_RECORD, "figure", "f7")),
        ("DELETE FROM edits WHERE record = 'f7'", (FindingCode.NOT_IN_HISTORY, "figure", "f7")),
        (
            "UPDATE edits SET after = '{' WHERE record = 'f7'",
            (FindingCode.UNREADABLE_HISTORY, "figure", "f7"),
        ),
        ("DELETE FROM steps WHERE id = 2", (FindingCode.UNREADABLE_HISTORY, "step", "2")),
        ("UPDATE steps SET at = 'once' WHERE id = 2", (FindingCode.UNREADABLE_HISTORY, "step", "2")),
        ("UPDATE edits SET kind = 'ship' WHERE record = 's'", (FindingCode.UNREADABLE_HISTORY, "ship", "s")),
        (
            "UPDATE edits SET before = after, after = NULL WHERE record = 'f7'",
            (FindingCode.DIFFERS_FROM_HISTORY, "figure", "f7"),
        ),
    ],
)
def test_tampering_is_found_and_named(
    path: Path, statement: str, finding: tuple[FindingCode, str, str]
) -> None:
    _alter(path, statement)
    assert finding in {(found.code, found.kind, found.id) for found in check(path)}


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        *(
            (
                f"UPDATE figures SET {change} WHERE id = '{id}'",
                (FindingCode.DIFFERS_FROM_HISTORY, "figure", id),
            )
            for id in ("f07", "f20")
            for change in ("amount = '8'", "note = 'other'", "speaker = 'seen', note = ''")
        ),
        ("DELETE FROM figures WHERE id = 'f20'", (FindingCode.MISSING_RECORD, "figure", "f20")),
        (
            "UPDATE figures SET id = 'f40' WHERE id = 'f20'",
            (FindingCode.DIFFERS_FROM_HISTORY, "figure", "f40"),
        ),
        ("UPDATE figures SET id = 'f99' WHERE id = 'f20'", (FindingCode.NOT_IN_HISTORY, "figure", "f99")),
        ("DELETE FROM batches WHERE step = 2", (FindingCode.NOT_IN_HISTORY, "figure", "f20")),
        *(
            (f"UPDATE batches SET {change} WHERE step = 4", (FindingCode.UNREADABLE_HISTORY, "step", "4"))
            for change in (
                "ids = 'text'",
                "ids = x'00'",
                "before = x'00'",
                "lowest = 'f00'",
                "kind = 'ship'",
                "fields = '['",
                "sums = x'00000000'",
                "before = NULL, gone = 0",
            )
        ),
        ("DELETE FROM steps WHERE id = 4", (FindingCode.UNREADABLE_HISTORY, "step", "4")),
    ],
)
def test_tampering_is_found_where_the_history_is_kept_in_batches(
    bulky: Path, statement: str, finding: tuple[FindingCode, str, str]
) -> None:
    assert check(bulky) == []
    _alter(bulky, statement)
    assert finding in {(found.code, found.kind, found.id) for found in check(bulky)}


def test_links_that_lead_nowhere_are_named(path: Path) -> None:
    with Workspace.open(path) as workspace, workspace.change("import") as work:
        work.put(Figure(id="lost", measure="NONE", revises="gone", citations=(Citation("gone"),)))
        work.put(Event(id="e", case="gone", sharing=Sharing.CLEAR))
        work.put(Statement(id="t", answers=("lost", "e", "gone")))
        work.put(Source(id="copy", derives_from="gone"))
    code = FindingCode.UNKNOWN_LINK
    assert set(check(path)) == {
        Finding(code, "figure", "lost", "citations gone"),
        Finding(code, "figure", "lost", "measure NONE"),
        Finding(code, "figure", "lost", "revises gone"),
        Finding(code, "event", "e", "case gone"),
        Finding(code, "statement", "t", "answers gone"),
        Finding(code, "source", "copy", "derives_from gone"),
    }


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.evenhand").write_text("Dear all", "utf-8")
    with pytest.raises(Refusal) as caught:
        check(tmp_path / "a.evenhand")
    assert caught.value.code is RefusalCode.NOT_A_WORKSPACE


def _read(path: Path) -> tuple[object, bool]:
    """What a file says of figures and sources, and whether anything is said against it."""
    with contextlib.suppress(Refusal), Workspace.open(path) as workspace:
        return (list(workspace.every(Figure)), list(workspace.every(Source))), bool(check(path))
    return None, True


@pytest.mark.parametrize("name", ["path", "bulky"])
def test_no_flipped_bit_changes_a_record_unnoticed(name: str, request: pytest.FixtureRequest) -> None:
    """SQLite alone misses a third of such damage."""
    path: Path = request.getfixturevalue(name)
    with Workspace.open(path) as workspace:
        sound = list(workspace.every(Figure)), list(workspace.every(Source))
    content = path.read_bytes()
    chance = random.Random(1)
    spoilt = path.with_name("spoilt.evenhand")
    for _ in range(200):
        damaged = bytearray(content)
        damaged[chance.randrange(100, len(damaged))] ^= 1 << chance.randrange(8)
        spoilt.write_bytes(damaged)
        read, noticed = _read(spoilt)
        assert read == sound or noticed
        assert bytes(damaged) == spoilt.read_bytes()
