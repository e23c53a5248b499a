"""An event that is half typed, as it is put by while another is changed or another case is looked at."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain import draft_texts
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.event_line import EventLine

NOTHING = EventLine("")
"""What an empty line says."""

_LINE, _OF_CASE, _OF_EVENT = "line", "case ", "event "


@dataclass(frozen=True)
class Half:
    """The line with what was read of it, and the draft: fields may have been typed into by hand."""

    line: str
    draft: EventDraft
    read: EventLine = NOTHING


@dataclass(frozen=True)
class Unfinished:
    """All that is half typed of events."""

    new: Mapping[str, Half]
    """By the id of the case they are of."""
    changed: Mapping[str, Half]
    """By the id of the event that is being changed."""

    def texts(self) -> dict[str, str]:
        """The same as texts, from which `unfinished` makes it again, but for what was read of the lines."""
        named = [(_OF_CASE + case, half) for case, half in self.new.items()]
        named += [(_OF_EVENT + event, half) for event, half in self.changed.items()]
        return {
            name: json.dumps({_LINE: half.line, **draft_texts.texts_of(half.draft)}) for name, half in named
        }


def unfinished(texts: Mapping[str, str]) -> Unfinished:
    """What such texts were made of; a text of another kind is passed over."""
    new, changed = dict[str, Half](), dict[str, Half]()
    for name, text in texts.items():
        held = json.loads(text)
        half = Half(str(held.get(_LINE, "")), draft_texts.from_texts(EventDraft, held))
        for kind, halves in ((_OF_CASE, new), (_OF_EVENT, changed)):
            if name.startswith(kind):
                halves[name.removeprefix(kind)] = half
    return Unfinished(new, changed)
