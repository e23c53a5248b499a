from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.domain.statements import Statement
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 11, 23)
CLEAR = Sharing.CLEAR
ARRIVED = EventDraft(kind=EventKind.ARRIVED_BOAT, date="6 aug 2025", sharing=CLEAR)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="tester") as opened:
        yield opened


@pytest.fixture
def case(workspace: Workspace) -> Case:
    return cases.record_case(workspace, CaseDraft("C-001", "a man", sharing=CLEAR))


def test_a_case_is_recorded_revised_and_undone(workspace: Workspace, case: Case) -> None:
    changed = cases.revise_case(workspace, case, replace(CaseDraft.of(case), description="a man of 30"))
    assert workspace.get(Case, case.id) == changed
    assert changed.description == "a man of 30"
    workspace.undo()
    assert workspace.get(Case, case.id) == case
    workspace.undo()
    assert workspace.count(Case) == 0


def test_what_is_not_public_is_refused_and_leaves_nothing_behind(workspace: Workspace, case: Case) -> None:
    before = workspace.revision
    with pytest.raises(Refusal) as refused:
        cases.record_case(workspace, CaseDraft("C-002", sharing=Sharing.AMBER))
    assert refused.value.code is RefusalCode.NEEDS_PASSPHRASE
    red = replace(ARRIVED, sharing=Sharing.RED, source="A new paper")
    with pytest.raises(Refusal):
        cases.record_event(workspace, case, red, TODAY)
    with pytest.raises(Refusal):
        cases.revise_case(workspace, case, replace(CaseDraft.of(case), sharing=Sharing.GREEN))
    assert workspace.revision == before
    assert (workspace.count(Case), workspace.count(Event), workspace.count(Source)) == (1, 0, 0)


def test_an_event_is_recorded_with_its_new_source_in_one_step(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(workspace, case, replace(ARRIVED, source="Anadolu"), TODAY)
    (source,) = workspace.every(Source)
    assert source.publisher == "Anadolu"
    assert kept.citations == (Citation(source.id),)
    assert (kept.case, str(kept.date), kept.date_words) == (case.id, "2025-08-06", "6 aug 2025")
    workspace.undo()
    assert (workspace.count(Event), workspace.count(Source)) == (0, 0)


def test_a_source_that_is_known_by_its_name_is_not_made_twice(workspace: Workspace, case: Case) -> None:
    first = cases.record_event(workspace, case, replace(ARRIVED, source="Anadolu Agency"), TODAY)
    second = cases.record_event(workspace, case, replace(ARRIVED, source="anadolu"), TODAY)
    assert second.citations == first.citations
    assert workspace.count(Source) == 1


def test_a_chosen_source_is_cited_among_several_of_one_name(workspace: Workspace, case: Case) -> None:
    with workspace.change("record source") as work:
        wanted, _other = (work.put(Source(publisher="The Guardian", title=title)) for title in ("a", "b"))
    draft = replace(ARRIVED, source="The Guardian", source_id=wanted.id)
    assert cases.record_event(workspace, case, draft, TODAY).citations == (Citation(wanted.id),)


def test_another_source_takes_the_place_of_the_first_and_the_others_stay(
    workspace: Workspace, case: Case
) -> None:
    with workspace.change("record source") as work:
        first, second = (work.put(Source(publisher=name)) for name in ("Anadolu", "BBC News"))
        cited = (Citation(first.id, excerpt="on August 6"), Citation(second.id))
        kept = work.put(Event(case=case.id, kind=EventKind.DETAINED, citations=cited, sharing=CLEAR))
    unchanged = replace(EventDraft.of(kept, "Anadolu"), note="seen")
    noted = cases.revise_event(workspace, kept, unchanged, TODAY)
    assert (noted.note, noted.citations) == ("seen", cited)
    moved = cases.revise_event(workspace, noted, replace(unchanged, source="Reuters", source_id=""), TODAY)
    reuters = workspace.get(Source, moved.citations[0].source)
    assert reuters is not None
    assert (reuters.publisher, moved.citations[1]) == ("Reuters", Citation(second.id))
    workspace.undo()
    assert workspace.get(Event, kept.id) == noted


def test_keeping_an_event_as_it_is_writes_nothing(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(workspace, case, replace(ARRIVED, source="Anadolu"), TODAY)
    before = workspace.revision
    draft = EventDraft.of(kept, cases.source_name(workspace, kept))
    assert cases.revise_event(workspace, kept, draft, TODAY) == kept
    assert workspace.revision == before


def test_a_change_made_elsewhere_meanwhile_is_not_written_over(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(workspace, case, ARRIVED, TODAY)
    cases.revise_event(workspace, kept, replace(EventDraft.of(kept), place="Dover"), TODAY)
    with pytest.raises(Refusal) as refused:
        cases.revise_event(workspace, kept, replace(EventDraft.of(kept), place="Ramsgate"), TODAY)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_removing_a_case_removes_its_events_in_one_step(workspace: Workspace, case: Case) -> None:
    other = cases.record_case(workspace, CaseDraft("C-002", sharing=CLEAR))
    gone = cases.record_event(workspace, case, ARRIVED, TODAY)
    stays = cases.record_event(workspace, other, ARRIVED, TODAY)
    cases.remove_cases(workspace, [case])
    assert list(workspace.every(Case)) == [other]
    assert list(workspace.every(Event)) == [stays]
    workspace.undo()
    assert workspace.get(Case, case.id) == case
    assert workspace.get(Event, gone.id) == gone


def test_statements_no_longer_answer_an_event_that_is_gone(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(workspace, case, ARRIVED, TODAY)
    with workspace.change("record statement") as work:
        said = work.put(Statement(speaker="A minister", answers=(kept.id, "another")))
    cases.remove_events(workspace, [kept])
    assert next(iter(workspace.every(Statement))).answers == ("another",)
    workspace.undo()
    assert list(workspace.every(Statement)) == [said]


def test_timelines_are_by_case(workspace: Workspace, case: Case) -> None:
    other = cases.record_case(workspace, CaseDraft("C-002", sharing=CLEAR))
    kept = cases.record_event(workspace, case, ARRIVED, TODAY)
    with workspace.change("record event") as work:
        work.put(Event(kind=EventKind.IN_FORCE, sharing=CLEAR))
    found = cases.timelines(workspace)
    assert found[case.id].events == (kept,)
    assert found[other.id].events == ()


def test_a_source_may_deny_the_event(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(
        workspace, case, replace(ARRIVED, source="Anadolu", stance=Stance.DENIES), TODAY
    )
    assert [citation.stance for citation in kept.citations] == [Stance.DENIES]
    draft = EventDraft.of(kept, "Anadolu")
    assert draft.stance is Stance.DENIES
    changed = cases.revise_event(workspace, kept, replace(draft, stance=Stance.MENTIONS), TODAY)
    assert changed.citations == (replace(kept.citations[0], stance=Stance.MENTIONS),)


def test_a_second_source_is_linked_with_what_it_says_otherwise(workspace: Workspace, case: Case) -> None:
    kept = cases.record_event(workspace, case, replace(ARRIVED, source="Anadolu"), TODAY)
    draft = replace(ARRIVED, source="Reuters", date="early aug 2025", note="by phone", stance=Stance.MENTIONS)
    linked = cases.link_event(workspace, kept, draft)
    reuters = next(source for source in workspace.every(Source) if source.publisher == "Reuters")
    made = Citation(reuters.id, excerpt="early aug 2025", note="by phone", stance=Stance.MENTIONS)
    assert linked == replace(kept, citations=(*kept.citations, made))
    before = workspace.revision
    assert cases.link_event(workspace, linked, draft) == linked
    assert cases.link_event(workspace, linked, replace(draft, source="")) == linked
    assert workspace.revision == before
    workspace.undo()
    assert workspace.get(Event, kept.id) == kept
    assert workspace.count(Source) == 1


_TYPED = st.builds(
    EventDraft,
    kind=st.sampled_from(EventKind),
    date=st.sampled_from(["6 aug 2025", "early nov 2025", "21 oct", "?", "after the storm", ""]),
    place=st.sampled_from(["", "Dover"]),
    source=st.sampled_from(["", "Anadolu", "A new paper"]),
    stance=st.sampled_from(Stance),
    note=st.sampled_from(["", "seen"]),
    verification=st.sampled_from(Verification),
    sharing=st.just(CLEAR),
)
_DEED = st.tuples(st.sampled_from(["record", "revise", "link", "remove", "case"]), _TYPED, st.integers(0, 5))


@settings(max_examples=60, deadline=None)
@given(st.lists(_DEED, max_size=8))
def test_whatever_is_done_to_events_undo_takes_all_of_it_back(
    deeds: list[tuple[str, EventDraft, int]],
) -> None:
    with Workspace.in_memory() as workspace:
        case = cases.record_case(workspace, CaseDraft("C-001", sharing=CLEAR))
        before = _contents(workspace)
        begun = workspace.undo_label
        steps = 0
        for deed, draft, place in deeds:
            revision = workspace.revision
            _do(workspace, case, deed, draft, place)
            steps += workspace.revision != revision
        after = _contents(workspace)
        for _step in range(steps):
            workspace.undo()
        assert _contents(workspace) == before
        assert workspace.undo_label == begun
        for _step in range(steps):
            workspace.redo()
        assert _contents(workspace) == after


def _do(workspace: Workspace, case: Case, deed: str, draft: EventDraft, place: int) -> None:
    events = list(workspace.every(Event))
    if workspace.get(Case, case.id) is None:
        return
    if deed == "record" or not events:
        cases.record_event(workspace, case, draft, TODAY)
    elif deed == "revise":
        cases.revise_event(workspace, events[place % len(events)], draft, TODAY)
    elif deed == "link":
        cases.link_event(workspace, events[place % len(events)], draft)
    elif deed == "remove":
        cases.remove_events(workspace, events[: place + 1])
    else:
        cases.remove_cases(workspace, [case])


def _contents(workspace: Workspace) -> dict[str, Record]:
    kinds = (Case, Event, Source)
    return {record.id: record for kind in kinds for record in workspace.every(kind)}
