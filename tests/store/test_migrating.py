"""A file of an earlier version is brought up to date once, whole, and after a copy of it as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.answers import Answer
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.workspace_settings import Setting
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity, locks, schema
from desktop_app.store.datafile import DataFile

NEW_IN = {2: (FieldNote, Answer, Setting)}
"""The kinds of record that came with a version."""

RELEASED = sorted((Path(__file__).parents[1] / "files").glob("v*.evenhand"))

_NEXT = """
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    op.execute("UPDATE figures SET speaker = 'migrated'")
    {more}
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("record figure") as work:
        work.put(Figure(id="f", measure="RET"))
    return path


def _release(folder: Path, monkeypatch: pytest.MonkeyPatch, more: str = "pass") -> None:
    """Makes this Evenhand one version newer than the files it has written."""
    scripts = folder / "scripts"
    shutil.copytree(schema.MIGRATIONS, scripts)
    text = _NEXT.format(
        revision=schema.revision_of(schema.VERSION + 1), before=schema.revision_of(schema.VERSION), more=more
    )
    (scripts / "versions" / "next.py").write_text(text, "utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", scripts)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)


def test_keeps_everything_and_a_copy(
    old: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = schema.VERSION
    copy = old.with_name(f"a.evenhand.v{version}")
    copy.write_text("an older copy", "utf-8")
    with monkeypatch.context() as newer:
        _release(tmp_path_factory.mktemp("next"), newer)
        with Workspace.open(old) as workspace:
            assert workspace.undo_label == "record figure"
            figure = workspace.get(Figure, "f")
            assert figure is not None
            assert figure.speaker == "migrated"
        assert int.from_bytes(old.read_bytes()[60:64], "big") == version + 1
        Workspace.open(old).close()
    assert copy.read_text("utf-8") == "an older copy"
    second = old.with_name(f"a.evenhand.v{version}.2")
    assert {file.name for file in old.parent.iterdir()} == {old.name, copy.name, second.name}
    with Workspace.open(second) as workspace:
        figure = workspace.get(Figure, "f")
        assert figure is not None
        assert figure.speaker == ""
    with pytest.raises(Refusal) as caught:
        Workspace.open(old)
    assert caught.value.code is RefusalCode.TOO_NEW


def test_that_fails_leaves_the_file_as_it_was(
    old: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = old.read_bytes()
    with monkeypatch.context() as newer:
        _release(tmp_path_factory.mktemp("next"), newer, 'raise LookupError("halfway")')
        with pytest.raises(LookupError):
            Workspace.open(old)
        assert not locks.lock_of(old).exists()
    assert old.read_bytes() == content
    with Workspace.open(old) as workspace:
        assert workspace.count(Figure) == 1


def test_while_an_older_one_has_it_open(
    old: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.open(old) as before:
        with monkeypatch.context() as newer:
            _release(tmp_path_factory.mktemp("next"), newer)
            with Workspace.open(old) as after, after.change("record figure") as work:
                work.put(Figure(id="g"))
        for attempt in (before.follow, before.undo):
            with pytest.raises(Refusal) as caught:
                attempt()
            assert caught.value.code is RefusalCode.TOO_NEW
        with pytest.raises(Refusal) as caught, DataFile.open(old):  # type: ignore[attr-defined]
            pass
        assert caught.value.code is RefusalCode.TOO_NEW


@pytest.mark.parametrize("file", RELEASED, ids=lambda file: file.stem)
def test_every_released_version_opens_and_keeps_its_records(file: Path, tmp_path: Path) -> None:
    path = tmp_path / file.name
    shutil.copyfile(file, path)
    with Workspace.open(path) as workspace:
        since = {kind: number for number, kinds in NEW_IN.items() for kind in kinds}
        for kind in RECORD_KINDS.values():
            assert (workspace.count(kind) > 0) == (since.get(kind, 1) <= int(file.stem[1:])), kind
        figure = next(iter(workspace.every(Figure)))
        assert workspace.history(Figure, figure.id)
        assert workspace.undo() is not None
        assert workspace.redo() is not None
    assert integrity.check(path) == []


def test_there_is_a_file_of_every_released_version() -> None:
    assert [file.stem for file in RELEASED] == [f"v{number}" for number in range(1, schema.VERSION + 1)]
