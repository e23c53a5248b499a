"""The briefing in the terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "desktop_app", *arguments], cwd=ROOT, check=True, timeout=120)


def test_a_briefing_is_of_the_day_and_the_charts_asked_for(example: Path) -> None:
    out = example.with_name("brief.html")
    run("brief", str(example), str(out), "--known-on", "2025-11-10", "--charts", "returns-arrivals")
    page = out.read_text(encoding="utf-8")
    assert "As known on 10 Nov 2025." in page
    assert page.count("<img ") == 1
    assert "Re-removals show that the scheme works" in page


def test_what_cannot_be_is_refused_in_a_sentence(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(example), str(example.with_name("brief.docx"))]) == 2
    assert ".html, .odt, .pdf" in capsys.readouterr().err
    assert main(["brief", str(example), str(example.with_name("b.odt")), "--charts", "pie"]) == 2
    assert "returns-arrivals" in capsys.readouterr().err
    assert not example.with_name("b.odt").exists()
