"""What is typed and not kept yet outlives the process, for this person alone."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app import paths
from desktop_app.domain.refusals import Refusal
from desktop_app.services import drafts
from desktop_app.services.drafts import FileDrafts, NoDrafts
from desktop_app.services.workspace import Workspace
from desktop_app.store.keys import Key

TEXTS = {"seen": "two boats", "people": "about 40"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


def window(folder: Path, name: str = "a.evenhand") -> FileDrafts:
    return FileDrafts(folder, folder.parent / name)


def test_the_next_window_is_offered_what_the_last_one_left(folder: Path) -> None:
    first = window(folder)
    first.keep("note", TEXTS)
    first.close()
    second = window(folder)
    assert second.left("note") == TEXTS
    assert second.left("figure") is None
    second.drop_left("note")
    assert second.left("note") is None
    assert list(folder.iterdir()) == []


def test_a_window_that_lives_is_not_robbed(folder: Path) -> None:
    first, second = window(folder), window(folder)
    first.keep("note", TEXTS)
    assert second.left("note") is None
    second.drop_left("note")
    first.close()
    assert window(folder).left("note") == TEXTS


def test_another_workspace_has_drafts_of_its_own(folder: Path) -> None:
    first = window(folder)
    first.keep("note", TEXTS)
    first.close()
    assert window(folder, "b.evenhand").left("note") is None


def test_of_several_left_the_newest_is_offered_and_discarding_takes_all(folder: Path) -> None:
    for number in range(3):
        made = window(folder)
        made.keep("note", {"seen": str(number)})
        os.utime(newest(folder), (number, number))
        made.close()
    last = window(folder)
    assert last.left("note") == {"seen": "2"}
    last.drop_left("note")
    assert last.left("note") is None


def newest(folder: Path) -> Path:
    return max(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)


def test_a_finished_form_leaves_nothing(folder: Path) -> None:
    made = window(folder)
    made.keep("note", TEXTS)
    made.keep("figure", {"line": "94"})
    made.forget("note")
    assert [file.suffix for file in sorted(folder.glob("*.json"))] == [".json"]
    made.forget("figure")
    made.close()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes")
def test_only_this_person_may_read_them(folder: Path) -> None:
    made = window(folder)
    made.keep("note", TEXTS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    made.close()


def test_a_file_that_somebody_spoilt_offers_nothing(folder: Path) -> None:
    made = window(folder)
    made.keep("note", TEXTS)
    made.close()
    newest(folder).write_text("{", "utf-8")
    assert window(folder).left("note") is None


def test_no_room_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    with pytest.raises(Refusal):
        window(tmp_path / "drafts").keep("note", TEXTS)


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=40), min_size=1))
def test_any_texts_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    made = window(folder)
    made.keep("note", texts)
    made.close()
    assert window(folder).left("note") == texts


_TYPIST = """
import sys, time
from pathlib import Path
from desktop_app.services.drafts import FileDrafts
FileDrafts(Path(sys.argv[1]), Path(sys.argv[2])).keep("note", {"seen": "two boats"})
print("kept", flush=True)
sys.stdin.read()
"""


def test_what_was_kept_survives_the_death_of_the_process(folder: Path) -> None:
    command = [sys.executable, "-c", _TYPIST, str(folder), str(folder.parent / "a.evenhand")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "kept\n"
        assert window(folder).left("note") is None, "it is still being typed"
        typist.kill()
        typist.wait()
    assert window(folder).left("note") == {"seen": "two boats"}


def test_a_workspace_in_memory_keeps_none_and_one_in_a_file_keeps_them_beside_the_settings(
    tmp_path: Path,
) -> None:
    with Workspace.in_memory() as workspace:
        assert isinstance(drafts.of(workspace), NoDrafts)
    with Workspace.create(tmp_path / "a.evenhand") as workspace:
        made = drafts.of(workspace)
        made.keep("note", TEXTS)
        made.close()
    assert list((paths.data_folder() / "drafts").glob("*.json"))


def test_what_is_typed_in_a_protected_workspace_is_under_its_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "a.evenhand"
    with Workspace.create(file, passphrase="a long passphrase") as workspace:
        made = drafts.of(workspace)
        made.keep("note", TEXTS)
        made.close()
        kept = list((paths.data_folder() / "drafts").glob("*.json"))
        assert kept
        assert all(b"two boats" not in one.read_bytes() for one in kept)
        assert drafts.of(workspace).left("note") == TEXTS


class TestUnderAKey:
    KEY = Key(b"k" * 32, b"s" * 16)
    OTHER = Key(b"o" * 32, b"s" * 16)

    def test_only_the_key_reads_them(self, folder: Path) -> None:
        first = FileDrafts(folder, folder.parent / "a.evenhand", lambda: self.KEY)
        first.keep("note", TEXTS)
        first.close()
        (file,) = folder.glob("*.json")
        assert b"two boats" not in file.read_bytes()
        assert window(folder).left("note") is None
        assert FileDrafts(folder, folder.parent / "a.evenhand", lambda: self.OTHER).left("note") is None
        assert FileDrafts(folder, folder.parent / "a.evenhand", lambda: self.KEY).left("note") == TEXTS

    @pytest.mark.parametrize("earlier", [None, OTHER])
    def test_a_new_passphrase_seals_what_lies_there(self, folder: Path, earlier: Key | None) -> None:
        keys: list[Key | None] = [earlier]
        dead = FileDrafts(folder, folder.parent / "a.evenhand", lambda: keys[0])
        dead.keep("figure", {"line": "94 returned"})
        dead.close()
        living = FileDrafts(folder, folder.parent / "a.evenhand", lambda: keys[0])
        living.keep("note", TEXTS)
        keys[0] = self.KEY
        living.seal()
        assert all(b"returned" not in one.read_bytes() for one in folder.glob("*.json"))
        assert all(b"boats" not in one.read_bytes() for one in folder.glob("*.json"))
        assert living.left("figure") == {"line": "94 returned"}
        living.close()
        assert FileDrafts(folder, folder.parent / "a.evenhand", lambda: self.KEY).left("note") == TEXTS
