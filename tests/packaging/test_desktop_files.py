"""What a desktop reads about Evenhand says one thing throughout."""

from __future__ import annotations

import configparser
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import desktop_app

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "packaging" / "icons"
MIME = "application/x-evenhand"


def test_the_three_files_agree_on_the_type_of_workspaces() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "org.evenhand.Evenhand.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == f"{MIME};"
    metainfo = ET.parse(LINUX / "org.evenhand.Evenhand.metainfo.xml")
    assert metainfo.findtext("provides/mediatype") == MIME
    mime = ET.parse(LINUX / "evenhand-mime.xml").getroot()[0]
    assert mime.get("type") == MIME
    assert [glob.get("pattern") for glob in mime.findall("{*}glob")] == ["*.evenhand"]


def test_the_newest_release_is_this_version() -> None:
    release = ET.parse(LINUX / "org.evenhand.Evenhand.metainfo.xml").find("releases/release")
    assert release is not None
    assert release.get("version") == desktop_app.__version__


@pytest.mark.parametrize("size", [16, 22, 24, 32, 48, 64, 128, 256, 512])
def test_an_icon_has_the_size_it_is_named_for(size: int) -> None:
    head = (ICONS / f"evenhand-{size}.png").read_bytes()[:24]
    assert struct.unpack(">II", head[16:24]) == (size, size)


@pytest.mark.parametrize("name", ["evenhand.svg", "evenhand-256.png"])
def test_the_window_s_icon_is_the_desktop_s(name: str) -> None:
    assert (ROOT / "resources" / "icons" / name).read_bytes() == (ICONS / name).read_bytes()
