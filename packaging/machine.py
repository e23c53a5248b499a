"""What Qt needs of a Linux machine: says what is missing, and installs it where that is allowed."""

from __future__ import annotations

import ctypes
import glob
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable

from dev import Stop, say

# Shared library → the Debian package that holds it.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
LIBRARIES = {
    "check": {},
    "offscreen": DRAWING,
    "window": {**DRAWING, **WINDOW},
    # The bundle carries the window's libraries along, so that it runs where they are missing.
    "bundle": {**DRAWING, **WINDOW},
}
NEWER_NAMES = {"libglib2.0-0": "libglib2.0-0t64"}
MISSING = "Something that Evenhand needs is missing. Run this once, then the same command again:"
LISTS = "/var/lib/apt/lists"
FONT = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def provide(purpose: str, *, making: bool) -> None:
    """See that the machine has what `purpose` needs; `making` where an environment is still to be made.

    Raises:
        Stop: with the one line to run, where something is missing and may not be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    needs = missing(purpose, making=making)
    if not needs:
        return
    if shutil.which("apt-get") and (may := how_to_install()) is not None:
        say(f"Installing what Qt needs: {' '.join(needs.values())}")
        if apt(may, needs.values()) and not missing(purpose, making=making):
            return
    raise Stop(advice(needs))


def missing(purpose: str, *, making: bool) -> dict[str, str]:
    """What this machine lacks for `purpose`: library or file → Debian package."""
    lacks = {name: package for name, package in LIBRARIES[purpose].items() if not loads(name)}
    if making and not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        lacks = {"ensurepip": f"python3.{sys.version_info.minor}-venv", **lacks}
    if LIBRARIES[purpose] and not has_font():
        lacks["a font"] = FONT
    if purpose == "bundle" and not shutil.which("objdump"):
        lacks["objdump"] = "binutils"
    return lacks


def loads(library: str) -> bool:
    """Whether the system finds and loads the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Whether any outline font is installed: without one Qt draws no text."""
    return any(
        name.endswith((".ttf", ".otf", ".ttc", ".pfb"))
        for folder in FONT_FOLDERS
        for _, _, names in os.walk(os.path.expanduser(folder), followlinks=True)
        for name in names
    )


def how_to_install() -> list[str] | None:
    """What goes before apt-get: nothing for root, sudo where it asks no password; None where neither."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def apt(may: list[str], packages: Iterable[str]) -> bool:
    """Install `packages`, with fresh package lists where the first try fails."""
    command = [*may, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0"]
    install = [*command, "install", "--no-install-recommends"]
    if has_lists() and subprocess.run([*install, *known(packages)], stdin=subprocess.DEVNULL).returncode == 0:
        return True
    subprocess.run([*command, "update"], stdin=subprocess.DEVNULL)
    return subprocess.run([*install, *known(packages)], stdin=subprocess.DEVNULL).returncode == 0


def has_lists() -> bool:
    """Whether apt has any package list, which a fresh machine may not."""
    return bool(glob.glob(os.path.join(LISTS, "*_Packages*")))


def known(packages: Iterable[str]) -> list[str]:
    """Each package under its newer name where apt knows that one."""
    return [new if (new := NEWER_NAMES.get(name)) and in_apt(new) else name for name in packages]


def in_apt(package: str) -> bool:
    """Whether apt's lists hold the package."""
    return subprocess.run(["apt-cache", "show", package], capture_output=True).returncode == 0


def advice(needs: dict[str, str]) -> str:
    """The one line to run where `needs` is missing, for this machine's package manager."""
    if shutil.which("apt-get"):
        line = f"apt-get install -y --no-install-recommends {' '.join(needs.values())}"
        if not has_lists():
            line = f"apt-get update && {line}"
        # A plain Debian has no sudo, and then su asks for root's password.
        sudo = shutil.which("sudo") is not None
        line = line.replace("apt-get ", "sudo apt-get ") if sudo else f"su -c {shlex.quote(line)}"
        return (
            f"Something that Evenhand needs is missing. Run this once, then the same command again:\n{line}"
        )
    libraries = [name for name in needs if ".so" in name]
    if shutil.which("dnf") and libraries:
        names = " ".join(f"'{name}()(64bit)'" for name in libraries)
        return f"{MISSING}\nsudo dnf install {names}"
    return f"Evenhand needs, and this machine lacks: {', '.join(needs)}. Install them, and run this again."


def require_display_named() -> None:
    """Stop where this session has no display at all."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise Stop(
            "No display was found: Evenhand's window needs a desktop session "
            "(or a virtual one: xvfb-run -a python3 packaging/dev.py run)."
        )


def require_display_answers() -> None:
    """Stop where the X display that is named lets nobody in, which Qt would meet with an abort."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if refused:
        raise Stop(
            f"The display {os.environ['DISPLAY']} does not answer: Evenhand's window needs one that does."
        )
