"""Words of a person's own around a chart, in place of those that are made from its figures.

They belong to a saved chart and lie in its settings. They are laid over the built chart here and nowhere
else, so whatever draws or writes it has them; the chart keeps what was made in `generated`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from desktop_app.charts.shapes import ComparisonChart, Note, Texts
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.plain_text import clean
from desktop_app.words import neutral
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

PARTS: Final = ("headline", "subtitle", "footer", "alt")
KEY: Final = "words"
"""Where the settings of a saved chart have them."""
EDITED: Final = "edited"
"""The code of the notes that a generated text now reads otherwise."""
LOADED: Final = "L9"
"""The code of the notes that a word of an edited headline is not neutral."""
_FOLLOWED: Final = ("headline", "alt")
"""What tells of the figures alone; subtitle and footer also name the day, so they read otherwise each day."""

Chart = ComparisonChart | Sheet


@dataclass(frozen=True, slots=True)
class Edit:
    """One text of a person's own."""

    text: str
    on: date | None = None
    """The day it was written."""
    over: str = ""
    """The mark of the generated one that an audience saw then: enough to tell whether it is another now."""


@dataclass(frozen=True, slots=True)
class Words:
    """The edited texts of one chart; None where the generated one stands."""

    headline: Edit | None = None
    subtitle: Edit | None = None
    footer: Edit | None = None
    alt: Edit | None = None

    def of(self, part: str) -> Edit | None:
        """The edited text of one of `PARTS`."""
        edit: Edit | None = getattr(self, part)
        return edit

    def with_text(self, part: str, text: str, now: Texts, on: date) -> Words:
        """The same with one part in these words, written on a day over what is generated `now`.

        No words, or those that are generated anyway, let the generated ones stand.
        """
        made: str = getattr(now, part)
        said = one_line(text)
        return replace(
            self, **{part: Edit(said, on, _mark(made)) if said and said != one_line(made) else None}
        )

    @property
    def edited(self) -> tuple[str, ...]:
        """The parts that are edited, in their order."""
        return tuple(part for part in PARTS if self.of(part) is not None)


GENERATED: Final = Words()
"""No words of a person's own."""


def one_line(text: str) -> str:
    """The text as one paragraph that every format can hold."""
    return " ".join(clean(text).split())


def texts(chart: Chart) -> Texts:
    """The four texts as they are made from the figures, whatever was edited."""
    return chart.generated or Texts(chart.headline, chart.subtitle, chart.footer, chart.alt)


def worded(chart: Chart, words: Words) -> Chart:
    """The chart in these words. One of nothing goes on saying why there is nothing."""
    if words == GENERATED or chart.is_empty:
        return chart
    now = texts(chart)
    said: dict[str, Any] = {part: edit.text for part in PARTS if (edit := words.of(part)) is not None}
    said |= {f"brief_{part}": said[part] for part in ("subtitle", "footer") if part in said}
    if chart.emphasis not in said.get("headline", chart.headline):
        said["emphasis"] = ""
    return noted(replace(chart, **said, generated=now), words, now)


def noted(chart: Chart, words: Words, now: Texts) -> Chart:
    """The chart with a note for each edited text that is now generated otherwise than when written."""
    first = [
        Note(EDITED, _changed(part, edit, now, chart.formats))
        for part in _FOLLOWED
        if (edit := words.of(part)) is not None and is_overtaken(edit, part, now)
    ]
    own = [note for note in chart.notes if note.code not in (EDITED, LOADED)]
    loaded = neutral.loaded(words.headline.text) if words.headline is not None else []
    last = [Note(LOADED, neutral.remark(word, instead)) for word, instead in loaded]
    return replace(chart, notes=(*first, *own, *last))


def is_overtaken(edit: Edit, part: str, now: Texts) -> bool:
    """Whether the generated text reads otherwise than when the edited one was written."""
    return bool(edit.over) and edit.over != _mark(getattr(now, part))


def _mark(text: str) -> str:
    """A text that was public once is not kept beside the one that replaced it."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _changed(part: str, edit: Edit, now: Texts, formats: Formats) -> str:
    made: str = getattr(now, part)
    if part == "headline":
        template = _("The headline was edited {when}; the generated one now reads: {text}")
    else:
        template = _("The text alternative was edited {when}; the generated one now reads: {text}")
    return template.format(when=when(edit, formats), text=made)


def when(edit: Edit, formats: Formats) -> str:
    """When it was written: "on 3 Nov 2025"."""
    if edit.on is None:
        return _("earlier")
    return _("on {day}").format(day=formats.day(edit.on))


def from_settings(settings: str) -> Words:
    """The edited texts in the settings of a saved chart; what cannot be read is not edited."""
    kept = _object(settings).get(KEY)
    if not isinstance(kept, Mapping):
        return GENERATED
    return Words(**{part: _edit(kept.get(part)) for part in PARTS})


def in_settings(settings: str, words: Words) -> str:
    """The settings of a saved chart with these texts instead of those in it; everything else stays."""
    kept = _object(settings)
    kept.pop(KEY, None)
    if words != GENERATED:
        kept[KEY] = {part: _plain(edit) for part in PARTS if (edit := words.of(part)) is not None}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _object(settings: str) -> dict[str, Any]:
    try:
        kept = json.loads(settings or "{}")
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _edit(kept: object) -> Edit | None:
    if not isinstance(kept, Mapping) or not isinstance(kept.get("text"), str):
        return None
    said = one_line(kept["text"])
    over = kept.get("over")
    return Edit(said, _day(kept.get("on")), over if isinstance(over, str) else "") if said else None


def _day(kept: object) -> date | None:
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def _plain(edit: Edit) -> dict[str, str]:
    return {"text": edit.text, "on": edit.on.isoformat() if edit.on else "", "over": edit.over}
