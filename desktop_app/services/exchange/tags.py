"""The HXL hashtags of the columns (hxlstandard.org, 1.1), by which humanitarian data tools know them."""

from __future__ import annotations

from desktop_app.domain.records import KIND_NAMES, Record

_TAGS = {
    "id": "#meta+id",
    "measure": "#indicator+code",
    "amount": "#indicator+value",
    "amount_words": "#indicator+text",
    "basis": "#indicator+type",
    "counted_since": "#date+since",
    "period": "#date+period",
    "period_words": "#date+period+text",
    "period_how": "#date+period+method",
    "data_to": "#date+cutoff",
    "published": "#date+published",
    "published_words": "#date+published+text",
    "accessed": "#date+accessed",
    "date": "#date+occurred",
    "date_words": "#date+occurred+text",
    "date_how": "#date+occurred+method",
    "start": "#date+begun",
    "in_force": "#date+inforce",
    "known_on": "#date+known",
    "recorded": "#date+recorded",
    "made": "#date+created",
    "speaker": "#contact+name",
    "author": "#contact+author",
    "organisation": "#org+name",
    "authority": "#org+authority",
    "publisher": "#org+publisher",
    "role": "#contact+role",
    "event.place": "#loc+name",
    "field_note.place": "#loc+name",
    "coordinates": "#geo+coord",
    "time": "#date+time",
    "venue": "#loc+venue",
    "status": "#status",
    "rank": "#status+rank",
    "verification": "#status+verification",
    "citations": "#meta+source",
    "derives_from": "#meta+source+origin",
    "address": "#meta+url",
    "language": "#meta+lang",
    "note": "#description+note",
    "summary": "#description+summary",
    "description": "#description",
    "definition": "#description+definition",
    "sharing": "#access+level",
    "code": "#meta+code",
    "case": "#meta+case",
    "kind": "#meta+type",
    "unit": "#indicator+unit",
    "title": "#meta+title",
    "name": "#meta+name",
    "label": "#meta+label",
    "nationality": "#country+nationality",
}


def tag(kind: type[Record], field: str) -> str:
    """The hashtag of a field; one that HXL has no word for is told by our own attributes."""
    own = KIND_NAMES[kind]
    return _TAGS.get(f"{own}.{field}") or _TAGS.get(field) or f"#meta+{own}+{field}".replace("_", "")
