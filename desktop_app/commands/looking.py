"""From when a command looks at a workspace: now, as known on a day, or as its file stood on a day."""

from __future__ import annotations

import argparse

from desktop_app.domain.views import NOW, Seen, Sight, View
from desktop_app.services.what_changed import seen_on
from desktop_app.services.workspace import Workspace


def seen(options: argparse.Namespace) -> Seen:
    """What `--known-on` or `--as-stood` asks for."""
    if getattr(options, "known_on", None) is not None:
        return Seen(Sight.KNOWN_ON, options.known_on)
    if getattr(options, "as_stood", None) is not None:
        return Seen(Sight.AS_STOOD, options.as_stood)
    return NOW


def view(workspace: Workspace, options: argparse.Namespace) -> View:
    """The workspace as the options have it seen."""
    wanted = seen(options)
    return seen_on(workspace, wanted.day, wanted.sight)
