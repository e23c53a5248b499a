"""What the columns of exported tables mean, for whoever opens one without knowing Evenhand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.words.translate import _

Words = Callable[[], str]

EARLIEST, LATEST, LOW, HIGH = "_earliest", "_latest", "_low", "_high"


def column(table: str, name: str) -> str:
    """What a column holds, in a sentence or two; `table` is the name of its table ("figures")."""
    words = COLUMNS.get(f"{table}.{name}") or COLUMNS.get(name)
    if words is not None:
        return words()
    for ending, derived in _DERIVED.items():
        if name.endswith(ending):
            return derived().format(column=name.removesuffix(ending))
    return ""


def table(name: str) -> str:
    """What a table holds."""
    words = TABLES.get(name)
    return words() if words else name


_DERIVED: Mapping[str, Words] = {
    EARLIEST: lambda: _("The first day that {column} allows; empty where there is none. Worked out."),
    LATEST: lambda: _("The last day that {column} allows; empty where there is none. Worked out."),
    LOW: lambda: _("The least that {column} allows; empty where it is open. Worked out."),
    HIGH: lambda: _("The most that {column} allows; empty where it is open. Worked out."),
}

TABLES: Mapping[str, Words] = {
    "schemes": lambda: _("The arrangements that the ledger is about."),
    "measures": lambda: _("What is counted."),
    "sources": lambda: _("Where something was read or heard."),
    "figures": lambda: _("What each source said of a measure, as it was said."),
    "cases": lambda: _("People or groups under a code, never under a name."),
    "events": lambda: _("What happened: to a case, to the scheme, or in the field."),
    "statements": lambda: _("What was said that is not a number."),
    "rules": lambda: _("Terms of the scheme, with their days."),
    "field_notes": lambda: _("What was seen, when, where and by whom."),
    "answers": lambda: _("The checklist for the legal route, case by case."),
    "attachments": lambda: _("Kept copies of evidence."),
    "acceptances": lambda: _("Findings of the check that somebody accepted, and why."),
    "scenes": lambda: _("Saved charts."),
    "settings": lambda: _("What is decided for the whole workspace."),
}

_COMMON: Mapping[str, Words] = {
    "id": lambda: _("The record's own name, which never changes; other tables refer to it."),
    "note": lambda: _("A note of whoever keeps the ledger."),
    "sharing": lambda: _("How far the record may travel (Traffic Light Protocol): only clear is public."),
    "recorded": lambda: _("When it was entered: UTC, ISO 8601."),
    "citations": lambda: _(
        "Where it is said: a JSON list. Each entry has the id of a source, and where given the excerpt, its "
        "place, the kind of quotation, the stance, the credibility (1 to 6), the speaker and a note."
    ),
    "cited_names": lambda: _("The names of the cited sources. Worked out."),
    "language": lambda: _("The language it is in, as a code such as en or fr."),
    "published": lambda: _("When it was published, in EDTF notation (ISO 8601-2). Empty: not known."),
    "speaker": lambda: _("Who said it, as distinct from who published it."),
    "title": lambda: _("Its title."),
    "name": lambda: _("Its name."),
    "quotation": lambda: _("Whose words these are: verbatim, paraphrase or translated."),
    "record": lambda: _("The id of the record that it belongs to."),
    "date": lambda: _("When it happened or was said, in EDTF notation (ISO 8601-2). Empty: not known."),
    "date_words": lambda: _("The date as the source put it."),
    "date_how": lambda: _("How the date was arrived at: stated, inferred, resolved or computed."),
    "basis": lambda: _(
        "How the number relates to time: flow (within a period), cumulative (a running total), stock (the "
        "state on a day) or target."
    ),
}

_FIGURES: Mapping[str, Words] = {
    "figures.measure": lambda: _("The code of what is counted; see the table of measures."),
    "measure_name": lambda: _("The measure's name. Worked out."),
    "measure_unit": lambda: _("What one of the counted things is. Worked out."),
    "amount": lambda: _(
        "The number with its comparator: 94, ~350 (about), >1700, <100, nearly 39000, <=50, >=2, 75..94 (one "
        "value between), order 10..99, or - where no number was given. Two numbers after it are its limits "
        "where somebody set them."
    ),
    "amount_words": lambda: _("The number as the source wrote it."),
    "counted_since": lambda: _("Where a running total begins, in EDTF notation."),
    "period": lambda: _(
        "The period that a flow covers, or the day that a total stands for, in EDTF notation (ISO 8601-2)."
    ),
    "period_words": lambda: _("The period as the source put it."),
    "period_how": lambda: _("How the period was arrived at: stated, inferred, resolved or computed."),
    "data_to": lambda: _("The last day that the number includes, where it is another than the period's."),
    "figures.published": lambda: _(
        "When the number was first published, in EDTF notation: from then on it is known."
    ),
    "status": lambda: _(
        "Observation status (SDMX): A normal, B break, D definition differs, E estimated, M missing, "
        "P provisional, V unvalidated."
    ),
    "rank": lambda: _("Which reading is drawn where several stand: preferred, normal or deprecated."),
    "rank_reason": lambda: _("Why it has that rank."),
    "revises": lambda: _("The id of the earlier figure that its publisher replaced by this one."),
}

_OTHERS: Mapping[str, Words] = {
    "parties": lambda: _("The parties, as a JSON list."),
    "outbound": lambda: _("The measure of those who are returned."),
    "inbound": lambda: _("The measure of those who are admitted."),
    "pressure": lambda: _("The measure that both are compared with."),
    "start": lambda: _("When the scheme began, in EDTF notation."),
    "measures.id": lambda: _("The measure's code, such as ARR, RET or ADM."),
    "unit": lambda: _("What one of the counted things is."),
    "direction": lambda: _("Which way across the Channel the counted people move."),
    "label": lambda: _("The name that a user gave it; empty for the measures that are built in."),
    "definition": lambda: _("The definition that a user gave it; empty for those that are built in."),
    "definition_source": lambda: _("Where the definition is from."),
    "shown_name": lambda: _("The name shown for it. Worked out."),
    "shown_definition": lambda: _("The definition shown for it. Worked out."),
    "publisher": lambda: _("Who published it."),
    "author": lambda: _("Who wrote it."),
    "sources.kind": lambda: _("What sort of publication or testimony it is."),
    "published_words": lambda: _("The date of publication as it is printed."),
    "accessed": lambda: _("When it was read, in EDTF notation."),
    "address": lambda: _("Where it can be found."),
    "reliability": lambda: _("Reliability of the source, A (best) to F (cannot be judged)."),
    "derives_from": lambda: _("The id of the source that this one repeats."),
    "cases.code": lambda: _("The code that stands for the person or group."),
    "description": lambda: _("A few neutral words that tell cases apart."),
    "nationality": lambda: _("Nationality, where it is known."),
    "cases.name": lambda: _("The name, where the workspace allows for one."),
    "events.case": lambda: _("The id of the case; empty for what happened to the scheme or in the field."),
    "events.kind": lambda: _("What sort of event it is."),
    "summary": lambda: _("What happened, where the kind alone does not say it."),
    "events.place": lambda: _("Where it happened."),
    "authority": lambda: _("Who acted."),
    "verification": lambda: _("How far it is verified: confirmed, likely, possible, unlikely, unknown."),
    "role": lambda: _("The speaker's office."),
    "organisation": lambda: _("For whom the speaker spoke."),
    "venue": lambda: _("Where it was said."),
    "words": lambda: _("What was said."),
    "original_words": lambda: _("The same in the language in which it was said."),
    "topic": lambda: _("What it is about."),
    "position": lambda: _("Where it stands on its topic: for, against or neither."),
    "answers": lambda: _("The ids of the records that it answers, as a JSON list."),
    "disputes": lambda: _("The ids of the records that it disputes, as a JSON list."),
    "same_utterance": lambda: _("The id of the statement that quotes the same utterance in other words."),
    "rules.kind": lambda: _("What it is for: a term of the scheme, or a criterion of the checklist."),
    "clause": lambda: _("What the versions of one term have in common."),
    "version": lambda: _("Which version of the term it is."),
    "text": lambda: _("The term in full."),
    "starts_with": lambda: _("The kind of event from which the days are counted."),
    "ends_with": lambda: _("The kind of event that must follow within them."),
    "days": lambda: _("How many days there are."),
    "extended_days": lambda: _("How many days there are in exceptional cases."),
    "months": lambda: _("How many calendar months there are, where the term is given in months."),
    "in_force": lambda: _("When it is in force, in EDTF notation."),
    "time": lambda: _("The time by the clock at the place, as 05:40."),
    "field_notes.place": lambda: _("Where it was seen."),
    "precision": lambda: _("How exactly the place is known."),
    "coordinates": lambda: _("Latitude and longitude in decimal degrees (WGS 84)."),
    "seen": lambda: _("What was seen."),
    "people": lambda: _("How many people, written as amounts of figures are."),
    "people_words": lambda: _("The same as it was noted."),
    "children": lambda: _("How many of the people were children, written as amounts of figures are."),
    "children_words": lambda: _("The same as it was noted."),
    "boats": lambda: _("How many boats, written as amounts of figures are."),
    "boats_words": lambda: _("The same as it was noted."),
    "force": lambda: _("What was used against people, as a JSON list."),
    "injuries": lambda: _("Injuries that were seen or told of."),
    "weather": lambda: _("The weather and the sea."),
    "observer": lambda: _("Initials of the observer."),
    "how_known": lambda: _("How the observer knows it."),
    "answers.case": lambda: _("The id of the case."),
    "answers.rule": lambda: _("The id of the criterion, in the version that was answered."),
    "reply": lambda: _("What is answered: yes, no or not known."),
    "settings.id": lambda: _("The name of the setting."),
    "settings.value": lambda: _("What it is set to."),
    "attachments.name": lambda: _("The file's own name."),
    "media_type": lambda: _("What sort of file it is."),
    "sha256": lambda: _("SHA-256 of its bytes, in hexadecimal."),
    "size": lambda: _("Its size in bytes."),
    "made": lambda: _("When the file says it was made: UTC, ISO 8601."),
    "finding": lambda: _("The finding with its numbers, as the check names it."),
    "acceptances.code": lambda: _("The code of the finding."),
    "reason": lambda: _("Why it was accepted."),
    "chart": lambda: _("The chart's name."),
    "settings": lambda: _("The chart's choices, as JSON."),
    "known_on": lambda: _(
        "The day that it is pinned to, in EDTF notation; empty where it follows the window."
    ),
    "caption": lambda: _("The words under it."),
    "scenes.place": lambda: _("Its place among the saved charts, the lowest first."),
}

COLUMNS: Mapping[str, Words] = {**_COMMON, **_FIGURES, **_OTHERS}
