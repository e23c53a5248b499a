"""Keeps the screens from going dark during a talk, with the system's own means and without any connection.

Windows and macOS have a call or a program of their own for it. An X server can be asked over the connection
that Qt has anyway. Everything else on Linux is asked for over D-Bus, which is a socket: Evenhand opens none,
so it says instead that sleep must be switched off by hand.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from contextlib import suppress

from PySide6.QtGui import QGuiApplication, QNativeInterface

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""ES_CONTINUOUS, ES_SYSTEM_REQUIRED and ES_DISPLAY_REQUIRED of SetThreadExecutionState."""


class Awake:
    """Held for as long as an audience looks at a window; `is_sure` tells whether the system will heed it."""

    def __init__(self) -> None:
        self._caffeine: subprocess.Popen[bytes] | None = None
        self.is_sure = self._ask()

    def end(self) -> None:
        """Let the screens sleep again."""
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
        elif self._caffeine is not None:
            self._caffeine.terminate()
            self._caffeine.wait()
            self._caffeine = None
        else:
            _suspend_x_saver(False)

    def _ask(self) -> bool:
        if sys.platform == "win32":
            asked = ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM | _DISPLAY)
            return bool(asked)
        if sys.platform == "darwin":
            # It ends by itself with this process, however that ends.
            with suppress(OSError):
                command = ["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())]
                self._caffeine = subprocess.Popen(command, stdin=subprocess.DEVNULL)
            return self._caffeine is not None
        # A desktop over the X server may still dim the screen by its own clock.
        _suspend_x_saver(True)
        return False


def _suspend_x_saver(suspended: bool) -> bool:
    """Have the X server leave its screen saver and its power saving alone; False where there is none.

    The server forgets it when the application ends.
    """
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication) or QGuiApplication.platformName() != "xcb":
        return False
    native = application.nativeInterface()
    if not isinstance(native, QNativeInterface.QX11Application):
        return False
    try:
        saver = ctypes.CDLL("libXss.so.1")
        display = ctypes.c_void_p(native.display())
        event, error = ctypes.c_int(), ctypes.c_int()
        if not saver.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
            return False
        saver.XScreenSaverSuspend(display, int(suspended))
    except (OSError, AttributeError):
        return False
    return True
