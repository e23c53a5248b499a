"""`evenhand attach` keeps files with a source, or says why it does not."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.commands.options import UNUSABLE
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Workspace

PAGE = b"%PDF-1.7 a page"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("record source") as work:
        work.put(Source(id="itv", publisher="ITV"))
    (tmp_path / "page.pdf").write_bytes(PAGE)
    return path


def test_a_file_is_kept_and_its_hash_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["attach", str(file), "itv", str(file.with_name("page.pdf"))]
    assert cli.main(arguments) == 0
    assert capsys.readouterr().out == f"{sha256(PAGE).hexdigest()}  page.pdf\n"
    with Workspace.open(file) as workspace:
        (kept,) = workspace.every(Attachment)
        assert (kept.record, kept.media_type, kept.size) == ("itv", "application/pdf", len(PAGE))
        assert workspace.content(kept.sha256) == PAGE
    assert cli.main(arguments) == 0
    assert "already" in capsys.readouterr().out


@pytest.mark.parametrize(("source", "name"), [("gone", "page.pdf"), ("itv", "missing.pdf"), ("itv", ".")])
def test_what_cannot_be_kept_is_one_sentence(
    file: Path, capsys: pytest.CaptureFixture[str], source: str, name: str
) -> None:
    assert cli.main(["attach", str(file), source, str(file.parent / name)]) == UNUSABLE
    assert capsys.readouterr().err.endswith(".\n")
    with Workspace.open(file) as workspace:
        assert workspace.count(Attachment) == 0
