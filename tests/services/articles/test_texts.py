"""Text files: any usual encoding is read, and what is no text is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.articles import texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_usual_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("“281” removed\r\nClaire Hédon".encode(encoding))
    assert texts.load(path) == "“281” removed\nClaire Hédon"


@pytest.mark.parametrize(
    ("contents", "code"),
    [(b"PK\x03\x04\0\0\0", RefusalCode.NOT_TEXT), (b"a" * 2_000_001, RefusalCode.NOT_TEXT)],
)
def test_what_is_no_article_is_refused(tmp_path: Path, contents: bytes, code: RefusalCode) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(contents)
    with pytest.raises(Refusal) as refused:
        texts.load(path)
    assert refused.value.code is code


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as missing:
        texts.load(tmp_path / "none.txt")
    assert missing.value.code is RefusalCode.NOT_FOUND
    with pytest.raises(Refusal) as folder:
        texts.load(tmp_path)
    assert folder.value.code in (RefusalCode.IS_A_FOLDER, RefusalCode.NO_PERMISSION)
