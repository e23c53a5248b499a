"""Writes a finished picture to a file whole or not at all, and never over a workspace."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.outgoing import check_place, leaving


def check_target(out: Path, formats: tuple[str, ...]) -> None:
    """Refuse, before anything is drawn, a name without one of these endings, or a place where none may go."""
    if out.suffix.lower() not in formats:
        raise Refusal(RefusalCode.UNKNOWN_FORMAT, name=out.suffix or out.name, known=", ".join(formats))
    check_place(out)


def keep(out: Path, contents: bytes) -> None:
    """Write the file; what was there before stays until the new one is complete. Refusal where that fails."""
    with leaving(out) as draft:
        draft.write_bytes(contents)
