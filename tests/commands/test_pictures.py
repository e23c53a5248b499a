"""The commands that draw, as a script would run them: what they write, and what they never write over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.commands import writing
from desktop_app.domain.refusals import Refusal, RefusalCode

ROOT = Path(__file__).resolve().parents[2]
on_posix = pytest.mark.skipif(
    sys.platform == "win32", reason="links, pipes and size limits as POSIX has them"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def drawing(command: str, file: Path, out: Path) -> list[str]:
    return [command, str(file), {"chart": "returns-arrivals", "screenshot": "overview"}[command], str(out)]


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("evenhand: ")
    assert said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("command", ["chart", "screenshot"])
class TestWhereAPictureMayGo:
    def test_never_over_the_workspace_itself(
        self, command: str, file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        named = file.rename(file.with_suffix(".png"))
        before = named.read_bytes()
        assert main(drawing(command, named, named)) == 2
        assert "in use" in one_sentence(capsys)
        assert named.read_bytes() == before

    @on_posix
    @pytest.mark.parametrize("link", [os.symlink, os.link])
    def test_nor_over_a_link_to_a_workspace(
        self, command: str, link: object, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        other = tmp_path / "other.evenhand"
        assert main(["new", str(other)]) == 0
        before = other.read_bytes()
        assert callable(link)
        link(other, tmp_path / "out.png")
        assert main(drawing(command, file, tmp_path / "out.png")) == 2
        one_sentence(capsys)
        assert other.read_bytes() == before

    @on_posix
    def test_nor_into_a_pipe(
        self, command: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        os.mkfifo(tmp_path / "out.png")
        assert main(drawing(command, file, tmp_path / "out.png")) == 2
        one_sentence(capsys)

    def test_a_name_too_long_is_a_sentence(
        self, command: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(drawing(command, file, tmp_path / f"{'x' * 300}.png")) == 2
        one_sentence(capsys)


class TestWriting:
    def test_a_picture_is_replaced_and_stays_as_open_as_it_was(self, tmp_path: Path) -> None:
        out = tmp_path / "out.png"
        out.write_bytes(b"old")
        out.chmod(0o640)
        writing.keep(out, b"new")
        assert out.read_bytes() == b"new"
        assert sys.platform == "win32" or out.stat().st_mode & 0o777 == 0o640

    @on_posix
    def test_a_picture_that_may_not_be_changed_is_not(self, tmp_path: Path) -> None:
        out = tmp_path / "out.png"
        out.write_bytes(b"old")
        out.chmod(0o444)
        if os.access(out, os.W_OK):
            pytest.skip("this account may write everything")
        with pytest.raises(Refusal) as caught:
            writing.check_target(out, (".png",))
        assert caught.value.code is RefusalCode.NO_PERMISSION

    @on_posix
    def test_a_link_to_a_picture_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "real.png").write_bytes(b"old")
        (tmp_path / "out.png").symlink_to("real.png")
        writing.keep(tmp_path / "out.png", b"new")
        assert (tmp_path / "real.png").read_bytes() == b"new"
        assert (tmp_path / "out.png").is_symlink()

    @on_posix
    def test_where_there_is_no_room_the_earlier_picture_stays(self, tmp_path: Path) -> None:
        import resource

        out = tmp_path / "out.png"
        out.write_bytes(b"old")
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        soft = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        try:
            with pytest.raises(Refusal) as caught:
                writing.keep(out, b"x" * 5000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert caught.value.code is RefusalCode.DISK_FULL
        assert out.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [out]


@on_posix
def test_a_screenshot_says_nothing_and_takes_the_name_it_was_given(file: Path, tmp_path: Path) -> None:
    """Also a name that is not UTF-8."""
    out = tmp_path / os.fsdecode(b"\xff.png")
    run = subprocess.run(
        [sys.executable, "-m", "desktop_app", "screenshot", os.fspath(file), "sources", os.fspath(out)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert out.read_bytes().startswith(b"\x89PNG")
