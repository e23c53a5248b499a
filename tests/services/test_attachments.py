"""Kept copies are whole, told apart by their bytes, and handed out only while they are sound."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.services import attachments, sources
from desktop_app.services.attachments import Soundness
from desktop_app.services.workspace import Workspace
from desktop_app.store import contents

ITV = Source(id="itv", publisher="ITV")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "a.evenhand") as workspace:
        with workspace.change("record source") as work:
            work.put(ITV)
        yield workspace


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>94</p>")
    return path


def test_several_files_are_one_step_and_the_same_bytes_are_kept_once(
    workspace: Workspace, page: Path
) -> None:
    again = page.with_name("again.html")
    again.write_bytes(page.read_bytes())
    other = page.with_name("other.txt")
    other.write_text("57")
    kept = attachments.attach(workspace, ITV, [page, again, other])
    assert [one.name for one in kept] == ["page.html", "other.txt"]
    assert kept[0].made.endswith("Z")
    assert attachments.counts(workspace) == {"itv": 2}
    assert attachments.attach(workspace, ITV, [page]) == []
    workspace.undo()
    assert attachments.of_record(workspace, "itv") == []


def test_too_large_a_file_is_refused_unread(workspace: Workspace, tmp_path: Path) -> None:
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(contents.LARGEST + 1)
    with pytest.raises(Refusal) as refused:
        attachments.attach(workspace, ITV, [large])
    assert refused.value.code is RefusalCode.FILE_TOO_LARGE


def test_a_copy_saved_is_the_file_that_was_kept(workspace: Workspace, page: Path) -> None:
    (kept,) = attachments.attach(workspace, ITV, [page])
    out = page.with_name("out.html")
    attachments.save_as(workspace, kept, out)
    assert out.read_bytes() == page.read_bytes()
    assert attachments.check(workspace, kept) is Soundness.SOUND


def test_bytes_that_changed_are_noticed_and_not_handed_out(workspace: Workspace, page: Path) -> None:
    (kept,) = attachments.attach(workspace, ITV, [page])
    assert workspace.path is not None
    with sqlite3.connect(workspace.path) as connection:
        connection.execute("UPDATE contents SET body = 'other'")
    connection.close()
    assert attachments.check(workspace, kept) is Soundness.CHANGED
    with pytest.raises(Refusal) as refused:
        attachments.save_as(workspace, kept, page.with_name("out.html"))
    assert refused.value.code is RefusalCode.COPY_DAMAGED
    assert not page.with_name("out.html").exists()
    gone = Attachment(record="itv", sha256="0" * 64)
    assert attachments.check(workspace, gone) is Soundness.GONE


def test_a_source_goes_with_its_copies_and_both_come_back(workspace: Workspace, page: Path) -> None:
    attachments.attach(workspace, ITV, [page])
    sources.remove(workspace, [ITV])
    assert workspace.count(Attachment) == 0
    workspace.undo()
    assert attachments.counts(workspace) == {"itv": 1}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("page.pdf", "page.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\a\\b.pdf", "C__a_b.pdf"),
        ("a\nb.pdf", "a_b.pdf"),
        ("..", "copy"),
        (".hidden", "hidden"),
    ],
)
def test_a_name_cannot_lead_out_of_its_folder(name: str, safe: str) -> None:
    assert attachments.safe_name(name) == safe


@pytest.mark.parametrize(
    ("name", "may"),
    [("a.pdf", True), ("a.PDF", True), ("a.desktop", False), ("a.pdf.exe", False), ("a", False)],
)
def test_only_what_is_shown_and_never_run_may_be_opened(name: str, may: bool) -> None:
    assert attachments.may_be_opened(Attachment(name=name)) is may


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("94")
    (kept,) = attachments.attach(workspace, ITV, [path])
    assert kept.name == "caf\N{REPLACEMENT CHARACTER}.txt"
