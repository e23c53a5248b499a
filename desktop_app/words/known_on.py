"""Says from when everything is seen: on the window's strip, in its title, on charts and in what leaves it."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.views import Seen, Sight
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def short(seen: Seen, formats: Formats) -> str:
    """In a few words, for a title or a status bar; nothing for now."""
    if seen.day is None:
        return ""
    words = _("File as on {day}") if seen.sight is Sight.AS_STOOD else _("Known on {day}")
    return words.format(day=formats.day(seen.day))


def as_of(seen: Seen, today: date, formats: Formats) -> str:
    """Whose knowledge a chart or an export shows: "As known on 6 Nov 2025"."""
    words = _("As our file stood on {day}") if seen.sight is Sight.AS_STOOD else _("As known on {day}")
    return words.format(day=formats.day(seen.day or today))


def strip(seen: Seen, formats: Formats, undated: int = 0) -> str:
    """What the strip says after its day; `undated` figures are hidden for want of a publication day."""
    if seen.day is None:
        return _("Everything in the file is shown.")
    if seen.sight is Sight.AS_STOOD:
        return _("Later records are not shown.")
    if not undated:
        return _("Later publications are not shown.")
    hidden = _n(
        "Later publications are not shown, nor {n} undated figure.",
        "Later publications are not shown, nor {n} undated figures.",
        undated,
    )
    return hidden.format(n=formats.number(undated))


def whole(seen: Seen, formats: Formats, undated: int = 0) -> str:
    """The same in a sentence of its own, for who hears it."""
    if seen.day is None:
        return _("Back to today. {rest}").format(rest=strip(seen, formats))
    day = formats.long_day(seen.day)
    words = (
        _("As our file stood on {day}. {rest}")
        if seen.sight is Sight.AS_STOOD
        else _("Known on {day}. {rest}")
    )
    return words.format(day=day, rest=strip(seen, formats, undated))


def not_shown(seen: Seen, formats: Formats) -> str:
    """Added to the news of a change whose record the lens hides; nothing for now."""
    if seen.day is None:
        return ""
    return _("Not shown now: {seen}.").format(seen=sentence_part(seen, formats))


def sentence_part(seen: Seen, formats: Formats) -> str:
    """The lens within a sentence: "known on 6 Nov 2025"."""
    day = formats.day(seen.day) if seen.day else ""
    words = _("file as on {day}") if seen.sight is Sight.AS_STOOD else _("known on {day}")
    return words.format(day=day)
