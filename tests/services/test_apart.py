"""A function called in another process answers, refuses and is cancelled as one that is called here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import apart, importing
from desktop_app.services.workspace import Workspace
from tests.services.ods_files import edition


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return edition(tmp_path / "2026-08-21.ods", start=date(2026, 1, 1), days=[(503, 7, 0), (0, 0, "-")])


def test_it_answers_and_tells_of_progress(file: Path, source: Path) -> None:
    told: list[tuple[int, int]] = []
    report = apart.call(
        importing.bring, file, source, None, progress=lambda *done: told.append(done), cancelled=lambda: False
    )
    assert isinstance(report, importing.ImportReport)
    assert report.added > 0
    assert told


def test_it_refuses_with_the_same_words(file: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        apart.call(
            importing.bring,
            file,
            tmp_path / "none.ods",
            None,
            progress=lambda *_: None,
            cancelled=lambda: False,
        )
    assert refused.value.code is RefusalCode.NOT_FOUND
    assert refused.value.values["path"] == str(tmp_path / "none.ods")


def test_a_cancelled_call_changes_nothing(file: Path, source: Path) -> None:
    with pytest.raises(Refusal) as refused:
        apart.call(importing.bring, file, source, None, progress=lambda *_: None, cancelled=lambda: True)
    assert refused.value.code is RefusalCode.CANCELLED
    with Workspace.open(file) as workspace:
        assert workspace.undo_label is None
