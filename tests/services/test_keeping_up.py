"""Changes that follow from all that is in a file, made anew where another process was quicker."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services.keeping_up import with_latest
from desktop_app.services.workspace import Workspace


def test_whoever_is_overtaken_sees_what_the_other_kept_and_tries_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    with Workspace.open(path) as mine, Workspace.open(path) as others:
        seen: list[int] = []

        def attempt() -> int:
            seen.append(mine.count(Source))
            if len(seen) == 1:
                with others.change("record source") as work:
                    work.put(Source(title="theirs"))
            with mine.change("record source", on_latest=True) as work:
                work.put(Source(title="mine"))
            return mine.count(Source)

        before = mine.count(Source)
        assert with_latest(mine, attempt) == before + 2
        assert seen == [before, before + 1]


def test_whoever_is_overtaken_again_and_again_is_told(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a.evenhand").close()
    with Workspace.open(tmp_path / "a.evenhand") as workspace:

        def attempt() -> None:
            raise Refusal(RefusalCode.CHANGED_MEANWHILE)

        with pytest.raises(Refusal) as refused:
            with_latest(workspace, attempt)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_any_other_refusal_is_final(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a.evenhand").close()
    turns = []
    with Workspace.open(tmp_path / "a.evenhand") as workspace:

        def attempt() -> None:
            turns.append(1)
            raise Refusal(RefusalCode.NEEDS_PASSPHRASE)

        with pytest.raises(Refusal):
            with_latest(workspace, attempt)
    assert len(turns) == 1
