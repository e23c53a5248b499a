"""A file with a passphrase: nothing of it in clear, opened by that passphrase alone, never half written."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.domain.cases import Case
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.services.workspace import KeyedPath, Workspace
from desktop_app.store import integrity, keys

PASSPHRASE = "three herons, one pier"
CANARY = "canary-in-a-note"
KILLS = int(os.environ.get("EVENHAND_KILLS", "8"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plain file with a history."""
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace:
        for number in range(3):
            with workspace.change("record case") as work:
                work.put(Case(id="c", code="C-1", note=f"{CANARY} {number}", sharing=Sharing.CLEAR))
        workspace.undo()
    return path


@pytest.fixture
def protected(path: Path) -> Path:
    with Workspace.open(path) as workspace:
        workspace.protect(PASSPHRASE)
    return path


def refused(path: Path | KeyedPath, passphrase: str | None) -> RefusalCode:
    with pytest.raises(Refusal) as caught:
        Workspace.open(path, passphrase=passphrase).close()
    assert passphrase is None or passphrase not in repr(caught.value) + repr(caught.value.values)
    return caught.value.code


def in_clear(folder: Path, text: str) -> list[str]:
    """The files of a folder in which a text stands, in the forms that memory and disks know."""
    forms = [text.encode(), text.encode("utf-16-le")]
    return [file.name for file in folder.iterdir() if any(form in file.read_bytes() for form in forms)]


def test_everything_is_there_afterwards_and_nothing_in_clear(path: Path) -> None:
    assert in_clear(path.parent, CANARY) == [path.name]
    with Workspace.open(path) as workspace:
        before = list(workspace.every(Case)), [step.label for step, _edit in workspace.history(Case, "c")]
        workspace.protect(PASSPHRASE)
        assert in_clear(path.parent, CANARY) == []
        with workspace.change("record case") as work:
            work.put(Case(id="d", code="C-2", sharing=Sharing.RED, note=CANARY))
        assert in_clear(path.parent, CANARY) == []
        workspace.undo()
    assert list(path.parent.iterdir()) == [path]
    with Workspace.open(path, passphrase=PASSPHRASE) as workspace:
        after = list(workspace.every(Case)), [step.label for step, _edit in workspace.history(Case, "c")]
        assert after == before
        assert workspace.redo_label == "record case"
        file = workspace.file
    assert file is not None
    assert integrity.check(file) == []


def test_it_opens_with_its_passphrase_alone(protected: Path) -> None:
    before = protected.read_bytes()
    assert refused(protected, None) is RefusalCode.PASSPHRASE_NEEDED
    assert refused(protected, PASSPHRASE + " ") is RefusalCode.WRONG_PASSPHRASE
    assert protected.read_bytes() == before
    assert list(protected.parent.iterdir()) == [protected]


def test_accents_are_one_letter_however_they_are_typed(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.protect("Fre\N{LATIN SMALL LETTER E WITH ACUTE}sia")
    Workspace.open(path, passphrase="Free\N{COMBINING ACUTE ACCENT}sia").close()


def test_another_passphrase_takes_the_place_of_the_first(protected: Path) -> None:
    with Workspace.open(protected, passphrase=PASSPHRASE) as workspace:
        assert workspace.opens_with(PASSPHRASE)
        assert not workspace.opens_with("another")
        old = workspace.file
        workspace.protect("seven gulls, one mast")
        assert old is not None
        assert refused(old, None) is RefusalCode.WRONG_PASSPHRASE
    assert refused(protected, PASSPHRASE) is RefusalCode.WRONG_PASSPHRASE
    Workspace.open(protected, passphrase="seven gulls, one mast").close()


def test_what_is_not_public_is_kept_with_a_passphrase_only(path: Path) -> None:
    with Workspace.open(path) as workspace:
        for _turn in range(2):
            with pytest.raises(Refusal) as caught, workspace.change("record case") as work:
                work.put(Case(code="C-2"))
            assert caught.value.code is RefusalCode.NEEDS_PASSPHRASE
        workspace.protect(PASSPHRASE)
        with workspace.change("record case") as work:
            work.put(Case(id="d", code="C-2"))
            work.put_columns(Figure, {"measure": ["ARR", "RET"], "sharing": Sharing.AMBER.value})
        assert workspace.get(Case, "d") is not None
        assert workspace.count(Figure) == 2


def test_a_file_that_somebody_else_has_open_stays_as_it_is(path: Path) -> None:
    with Workspace.open(path) as mine, Workspace.open(path) as other:
        with other.change("record case") as work:
            work.put(Case(id="d", code="C-2", sharing=Sharing.CLEAR))
        with pytest.raises(Refusal) as caught:
            mine.protect(PASSPHRASE)
        assert caught.value.code is RefusalCode.OPEN_ELSEWHERE
        assert mine.follow()
        with mine.change("record case") as work:
            work.put(Case(id="e", code="C-3", sharing=Sharing.CLEAR))
        assert other.follow()
    assert in_clear(path.parent, CANARY) == [path.name]


def test_what_others_kept_just_before_is_taken_in(path: Path) -> None:
    with Workspace.open(path) as mine:
        with Workspace.open(path) as other, other.change("record case") as work:
            work.put(Case(id="d", code="C-2", sharing=Sharing.CLEAR))
        mine.protect(PASSPHRASE)
        assert mine.get(Case, "d") is None
        mine.follow()
        assert mine.get(Case, "d") is not None


def test_several_windows_share_a_protected_file(protected: Path) -> None:
    with Workspace.open(protected, passphrase=PASSPHRASE) as mine:
        assert mine.file is not None
        with Workspace.open(pickle.loads(pickle.dumps(mine.file))) as other, other.change("a") as work:
            work.put(Case(id="d", code="C-2"))
        assert mine.follow()
        assert mine.get(Case, "d") is not None


def test_copies_are_protected_too(protected: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evenhand"
    with Workspace.open(protected, passphrase=PASSPHRASE) as workspace:
        workspace.save_copy(copy)
    assert in_clear(tmp_path, CANARY) == []
    with Workspace.open(copy, passphrase=PASSPHRASE) as workspace:
        assert workspace.count(Case) == 1


def test_a_new_file_may_begin_with_one(tmp_path: Path) -> None:
    path = tmp_path / "new.evenhand"
    with Workspace.create(path, first=[Case(id="c", note=CANARY)], passphrase=PASSPHRASE):
        pass
    assert in_clear(tmp_path, CANARY) == []
    with Workspace.open(path, passphrase=PASSPHRASE) as workspace:
        assert workspace.count(Case) == 1


@pytest.mark.parametrize("place", [5, 2000, 4096 * 3 + 100])
def test_no_flipped_byte_is_read_as_something_else(protected: Path, place: int) -> None:
    content = bytearray(protected.read_bytes())
    content[place] ^= 1
    protected.write_bytes(content)
    assert refused(protected, PASSPHRASE) in (RefusalCode.WRONG_PASSPHRASE, RefusalCode.DAMAGED)


def test_a_key_is_shown_nowhere() -> None:
    key = keys.new_key(PASSPHRASE)
    assert key.secret.hex() not in f"{key} {key!r} {KeyedPath(Path('a'), key)!r}"
    assert pickle.loads(pickle.dumps(key)) == key


_PROTECT = """
import sys
from pathlib import Path
from desktop_app.services.workspace import Workspace
from desktop_app.store import keys
workspace = Workspace.open(Path(sys.argv[1]))
key = keys.Key(bytes(range(32)), bytes(range(16)))
print("ready", flush=True)
workspace._ledger.protect(key)
print("done", flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
def test_a_kill_leaves_the_old_file_or_the_new_one(path: Path, tmp_path: Path) -> None:
    key = keys.Key(bytes(range(32)), bytes(range(16)))
    content = path.read_bytes()
    ends = set()
    for turn in range(KILLS):
        path.write_bytes(content)
        process = subprocess.Popen(
            [sys.executable, "-c", _PROTECT, str(path)],
            cwd=Path(__file__).resolve().parents[2],
            stdout=subprocess.PIPE,
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            # It is killed at any moment, or has ended by itself before.
            with suppress(subprocess.TimeoutExpired):
                process.wait(random.Random(turn).uniform(0, 0.08))
            process.send_signal(signal.SIGKILL)
        plain = path.read_bytes().startswith(b"SQLite format 3")
        ends.add(plain)
        with Workspace.open(KeyedPath(path, None if plain else key)) as workspace:
            assert workspace.count(Case) == 1
        drafts = [file for file in tmp_path.iterdir() if file.name.endswith(".new")]
        assert not any(CANARY.encode() in draft.read_bytes() for draft in drafts)
        for file in tmp_path.iterdir():
            if file != path:
                file.unlink()
