"""Files that come from elsewhere: what is no plain file is refused before anybody waits for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming, recognising
from desktop_app.services.articles import texts
from desktop_app.services.exchange import reading as exchange
from desktop_app.services.govuk import bringing as govuk

OTHERWISE = RefusalCode.NOT_A_TABLE
LARGE = RefusalCode.SPREADSHEET_TOO_LARGE


def test_a_file_up_to_the_bound_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"12345")
    assert incoming.whole(path, 5, OTHERWISE, LARGE) == b"12345"
    assert incoming.start(path, 2, OTHERWISE) == b"12"
    with pytest.raises(Refusal) as refused:
        incoming.whole(path, 4, OTHERWISE, LARGE)
    assert refused.value.code is LARGE


@pytest.mark.parametrize(
    ("name", "code"),
    [("none.csv", RefusalCode.NOT_FOUND), ("a\0b", RefusalCode.NOT_FOUND), ("", RefusalCode.IS_A_FOLDER)],
)
def test_what_is_not_there_or_a_folder_is_refused_by_name(
    name: str, code: RefusalCode, tmp_path: Path
) -> None:
    path = tmp_path / name if name else tmp_path
    with pytest.raises(Refusal) as refused:
        incoming.start(path, 10, OTHERWISE)
    assert refused.value.code is code
    assert refused.value.values["path"] == str(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("read", [recognising.recognise, texts.load, govuk.read, exchange.bring_back])
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.html", "pipe.csv", "pipe"])
def test_a_pipe_that_nobody_writes_to_is_refused_at_once(
    name: str, read: Callable[[Path], object], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(Refusal):
        read(tmp_path / name)
    assert exchange.recognise(tmp_path / name) is None
    assert govuk.recognise(tmp_path / name) is None
