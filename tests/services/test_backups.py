"""Backups: the newest is the file as it is, few are kept but enough, and each can be opened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import backups, forgetting, passphrases
from desktop_app.services.backups import Backup
from desktop_app.services.workspace import Workspace

NOON = datetime(2025, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


def put(workspace: Workspace, id: str) -> None:
    with workspace.change("record case") as work:
        work.put(Case(id=id, code=id, sharing=Sharing.CLEAR))


def test_the_newest_holds_what_was_kept_last(path: Path) -> None:
    with Workspace.open(path) as workspace:
        for number in range(3):
            put(workspace, f"c{number}")
            made = backups.make(workspace, NOON + timedelta(minutes=number))
            assert made is not None
            with Workspace.open(made.path, read_only=True) as copy:
                assert list(copy.every(Case)) == list(workspace.every(Case))
                with pytest.raises(Refusal) as caught, copy.change("record case") as work:
                    work.put(Case(code="x", sharing=Sharing.CLEAR))
                assert caught.value.code is RefusalCode.READ_ONLY
    assert [one.step for one in backups.of(path)] == [4, 3, 2]


def test_nothing_is_done_where_nothing_changed(path: Path) -> None:
    with Workspace.open(path) as workspace:
        assert backups.make(workspace) is not None
        assert not backups.is_needed(workspace)
        assert backups.make(workspace) is None
        assert workspace.file is not None
        assert backups.make_of(workspace.file) is None
        put(workspace, "c")
        assert backups.make_of(workspace.file) is not None


def test_a_backup_lies_apart_and_only_its_owner_reads_it(path: Path, home: Path) -> None:
    with Workspace.open(path) as workspace:
        made = backups.make(workspace)
    assert made is not None
    assert made.path.is_relative_to(home)
    assert made.path.stat().st_mode & 0o777 == 0o400
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    assert backups.is_backup(made.path)
    assert not backups.is_backup(path)
    assert list(made.path.parent.iterdir()) == [made.path]


def test_a_file_with_a_passphrase_has_such_backups(path: Path) -> None:
    with Workspace.open(path) as workspace:
        backups.make(workspace)
        workspace.protect("three herons, one pier")
        assert backups.unprotected(path) == [backups.of(path)[0].path]
        made = backups.make(workspace)
        assert made is not None
        assert made.is_protected
        assert made.path.read_bytes()[:16] == path.read_bytes()[:16]
        backups.delete(backups.unprotected(path))
    assert backups.of(path) == [made]


def test_one_made_in_the_second_before_the_passphrase_is_not_taken_for_a_protected_one(path: Path) -> None:
    moment = datetime(2026, 11, 29, 0, 56, 6, tzinfo=UTC)
    with Workspace.open(path) as workspace:
        backups.make(workspace, moment)
        workspace.protect("three herons, one pier")
        made = backups.make(workspace, moment)
        assert made is not None
        assert made.is_protected
    assert backups.unprotected(path) == []


def test_where_no_backup_can_be_written_it_is_refused_and_nothing_else(path: Path, home: Path) -> None:
    backups.everywhere().parent.mkdir(parents=True)
    backups.everywhere().write_text("in the way", encoding="utf-8")
    with Workspace.open(path) as workspace:
        with pytest.raises(Refusal):
            backups.make(workspace)
        put(workspace, "c")


def test_a_damaged_first_page_is_told_from_a_wrong_passphrase(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.protect("three herons, one pier")
        backups.make(workspace)
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.write_bytes(content)
    for passphrase, code in (
        ("another one", RefusalCode.WRONG_PASSPHRASE),
        ("three herons, one pier", RefusalCode.DAMAGED),
    ):
        with pytest.raises(Refusal) as caught:
            passphrases.unlocked_file(path, passphrase)
        assert caught.value.code is code


DAYS = st.lists(st.integers(0, 200).map(lambda days: NOON - timedelta(days=days)), max_size=80)


@given(DAYS)
def test_the_newest_ten_and_one_of_each_of_eight_weeks_stay(moments: list[datetime]) -> None:
    there = [Backup(Path(str(n)), moment, n, 1, False) for n, moment in enumerate(moments)]
    gone = backups.superfluous(there, NOON)
    newest_first = sorted(there, key=lambda one: (one.made, one.step), reverse=True)
    left = [one for one in newest_first if one not in gone]
    assert left[:10] == newest_first[:10]
    assert len(left) <= 10 + backups.WEEKS + 1
    for one in newest_first:
        if one.made > NOON - timedelta(weeks=backups.WEEKS):
            assert any(other.made.isocalendar()[:2] == one.made.isocalendar()[:2] for other in left)
    assert backups.superfluous(left, NOON) == []


class TestForgetting:
    def test_backups_that_hold_it_are_found_by_looking_into_them(self, path: Path, tmp_path: Path) -> None:
        other = tmp_path / "copy.evenhand"
        with Workspace.open(path) as workspace:
            before = backups.make(workspace, NOON)
            put(workspace, "c")
            plain = backups.make(workspace, NOON + timedelta(hours=1))
            workspace.save_copy(other)
            with Workspace.open(other) as copy:
                elsewhere = backups.make(copy)
            workspace.protect("three herons, one pier")
            coded = backups.make(workspace, NOON + timedelta(hours=2))
            with workspace.change("delete case") as work:
                work.remove(workspace.get(Case, "c"))  # type: ignore[arg-type]
            deleted = backups.make(workspace, NOON + timedelta(hours=3))
            workspace.undo()
            case = workspace.get(Case, "c")
            assert case is not None
            report = forgetting.forget(workspace, case)
            after = backups.make(workspace, NOON + timedelta(hours=4))
            again = backups.search(path, workspace.file.key, "c")  # type: ignore[union-attr]
        assert before is not None
        assert after is not None
        holding = {one.path for one in (plain, elsewhere, coded, deleted) if one is not None}
        assert set(report.holding) == holding == set(again.holding)
        assert report.unknown == again.unknown == ()
        backups.delete(report.holding)
        assert {one.path for one in backups.of(path)} == {before.path, after.path}

    def test_those_under_another_passphrase_cannot_be_told(self, path: Path) -> None:
        with Workspace.open(path) as workspace:
            put(workspace, "c")
            workspace.protect("three herons, one pier")
            made = backups.make(workspace)
            workspace.protect("seven gulls, one mast")
            case = workspace.get(Case, "c")
            assert case is not None
            report = forgetting.forget(workspace, case)
        assert made is not None
        assert (report.holding, report.unknown) == ((), (made.path,))

    def test_sources_that_nothing_else_cites_are_named(self, path: Path) -> None:
        with Workspace.open(path) as workspace:
            put(workspace, "c")
            with workspace.change("record event") as work:
                for id in ("only", "shared", "derived"):
                    work.put(Source(id=id, title=id))
                work.put(Source(id="other", title="other", derives_from="derived"))
                cited = tuple(Citation(source=id) for id in ("only", "shared", "derived"))
                work.put(Event(id="e", case="c", citations=cited, sharing=Sharing.CLEAR))
                work.put(
                    Event(id="f", case="d", citations=(Citation(source="shared"),), sharing=Sharing.CLEAR)
                )
            case = workspace.get(Case, "c")
            assert case is not None
            report = forgetting.forget(workspace, case)
        assert [source.id for source in report.sources] == ["only"]
