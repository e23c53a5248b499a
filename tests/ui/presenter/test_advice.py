"""What the console says of the system before a talk begins."""

from __future__ import annotations

import subprocess
import sys

import pytest

from desktop_app.ui.presenter import awake
from desktop_app.ui.presenter.advice import advice
from desktop_app.ui.presenter.awake import Awake


def test_a_screen_that_may_go_dark_is_told_of() -> None:
    assert advice(stays_awake=True, platform="xcb") == ""
    assert advice(stays_awake=False, platform="xcb").startswith("The screens may go dark")


def test_on_wayland_it_says_how_to_move_the_window() -> None:
    assert "press S" in advice(stays_awake=True, platform="wayland-egl")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a means of their own")
def test_where_nothing_can_be_asked_it_is_not_sure(qapp: object) -> None:
    asked = Awake()
    assert not asked.is_sure
    asked.end()


def test_on_a_mac_the_system_is_kept_awake_until_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[str]] = []
    real = subprocess.Popen

    def popen(command: list[str], **more: object) -> subprocess.Popen[bytes]:
        told.append(command)
        return real(
            [sys.executable, "-c", "import threading; threading.Event().wait()"], stdin=subprocess.DEVNULL
        )

    monkeypatch.setattr(awake.sys, "platform", "darwin")
    monkeypatch.setattr(awake.subprocess, "Popen", popen)
    asked = Awake()
    assert asked.is_sure
    assert told[0][:3] == ["/usr/bin/caffeinate", "-d", "-i"]
    child = asked._caffeine
    assert child is not None
    asked.end()
    assert child.poll() is not None
