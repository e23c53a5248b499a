"""Names of cases: off until somebody decides otherwise; what is cleared is cleared in one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import SafeToShow
from desktop_app.services import cases, workspace_settings
from desktop_app.services.workspace import Workspace


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def named(workspace: Workspace, name: str = "Somebody") -> Case:
    return cases.record_case(workspace, CaseDraft("C-001", sharing=Sharing.CLEAR, name=name))


def test_names_are_off_until_they_are_turned_on(workspace: Workspace) -> None:
    assert not workspace_settings.names_allowed(workspace)
    workspace_settings.allow_names(workspace, True)
    assert workspace_settings.names_allowed(workspace)
    workspace.undo()
    assert not workspace_settings.names_allowed(workspace)


def test_the_same_decision_writes_nothing(workspace: Workspace) -> None:
    before = workspace.undo_label
    workspace_settings.allow_names(workspace, False)
    assert workspace.undo_label == before


def test_names_that_are_hidden_stay_in_the_file(workspace: Workspace) -> None:
    workspace_settings.allow_names(workspace, True)
    case = named(workspace)
    workspace_settings.allow_names(workspace, False)
    assert workspace_settings.named_cases(workspace) == [case]


def test_names_are_cleared_in_the_same_step(workspace: Workspace) -> None:
    workspace_settings.allow_names(workspace, True)
    case = named(workspace)
    workspace_settings.allow_names(workspace, False, [case])
    assert workspace.get(Case, case.id) == replace(case, name="")
    workspace.undo()
    assert workspace.get(Case, case.id) == case
    assert workspace_settings.names_allowed(workspace)


def test_a_name_changed_meanwhile_is_not_cleared_unseen(workspace: Workspace) -> None:
    workspace_settings.allow_names(workspace, True)
    case = named(workspace)
    cases.revise_case(workspace, case, replace(CaseDraft.of(case), name="Somebody else"))
    with pytest.raises(Refusal) as refused:
        workspace_settings.allow_names(workspace, False, [case])
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE
    assert workspace_settings.names_allowed(workspace)


def test_no_audience_sees_a_name_or_the_setting(workspace: Workspace) -> None:
    workspace_settings.allow_names(workspace, True)
    case = named(workspace)
    assert SafeToShow(workspace).get(Case, case.id) == replace(case, name="")
