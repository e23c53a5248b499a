"""What a speaker should know of this system before beginning, in a sentence or two on the console."""

from __future__ import annotations

from desktop_app.words.translate import _


def advice(*, stays_awake: bool, platform: str) -> str:
    """What the system may do by itself, and what to do about it; empty where there is nothing to say."""
    said = []
    if not stays_awake:
        said.append(_("The screens may go dark: switch sleep off in the system's settings."))
    if platform.startswith("wayland"):
        said.append(
            _(
                "This desktop places windows itself: where the audience's is on another screen than it "
                "should be, press S, or take it there with Super, Shift and an arrow key."
            )
        )
    return " ".join(said)
