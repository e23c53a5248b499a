"""The locks: every file by its hash, no address, and all that the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {"requirements.lock": "dev", "bundle.lock": "bundle"}
PEERS = "bench.lock"
"""What is laid over the first for measuring, and holds nothing of it."""


def entries(name: str) -> list[str]:
    """Each requirement of a lock, with its hashes, as one line."""
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip()]


def plain(requirement: str) -> str:
    """The name a requirement asks for, as package registries compare names."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found.group()).lower()


@pytest.mark.parametrize("name", [*LOCKS, PEERS])
class TestFiles:
    def test_it_names_no_address(self, name: str) -> None:
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        assert not re.search(r"://|^\s*-|index|find-links|trusted", re.sub(r"--hash", "", text), re.MULTILINE)

    def test_every_requirement_is_one_version_with_hashes(self, name: str) -> None:
        for entry in entries(name):
            assert re.match(r"[a-z0-9-]+==\S+ ", entry), entry
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", LOCKS)
class TestLocks:
    def test_it_holds_all_that_the_project_asks_for(self, name: str) -> None:
        asked = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"][LOCKS[name]]]
        assert {plain(one) for one in asked} <= {plain(entry) for entry in entries(name)}

    def test_qt_is_the_sound_one(self, name: str) -> None:
        assert any(entry.startswith("pyside6-essentials==6.11.3 ") for entry in entries(name))


def test_the_bundle_s_lock_holds_the_versions_that_are_tested() -> None:
    tested = {entry.split(" --hash")[0].strip() for entry in entries("requirements.lock")}
    needed = {plain(one) for one in PROJECT["dependencies"]}
    bundled = {entry.split(" --hash")[0].strip() for entry in entries("bundle.lock")}
    assert {one for one in bundled if plain(one) in needed} <= tested


def test_what_measuring_adds_is_matplotlib_and_nothing_that_is_there_already() -> None:
    added = {plain(entry) for entry in entries(PEERS)}
    assert {plain(one) for one in PROJECT["optional-dependencies"]["bench"]} <= added
    assert not added & {plain(entry) for entry in entries("requirements.lock")}
