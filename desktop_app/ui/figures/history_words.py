"""The history of one figure in lines: who, when, and what changed from what to what."""

from __future__ import annotations

from desktop_app.domain.figures import Figure
from desktop_app.domain.views import View
from desktop_app.services.history import Version
from desktop_app.words import field_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def line(version: Version, view: View, formats: Formats) -> str:
    """One version: "10 Nov 2025 09:14, mk: value 94 → 95"."""
    at = version.at.astimezone()
    facts = {
        "day": formats.day(at.date()),
        "time": f"{at:%H:%M}",
        "who": version.who,
        "what": _what(version, view, formats),
    }
    if version.who:
        return _("{day} {time}, {who}: {what}").format(**facts)
    return _("{day} {time}: {what}").format(**facts)


def _what(version: Version, view: View, formats: Formats) -> str:
    if version.is_new:
        return _("entered")
    if version.record is None:
        return _("deleted")
    said = []
    for change in version.changes:
        old, new = (
            field_labels.text(Figure, change.field, value, view, formats) or _("none")
            for value in (change.before, change.after)
        )
        name = field_labels.field(Figure, change.field)
        said.append(_("{field} {old} → {new}").format(field=name, old=old, new=new))
    return "; ".join(said)
