"""What users decide for a whole workspace: whether its cases may carry a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.cases import Case
from desktop_app.domain.views import View
from desktop_app.domain.workspace_settings import CASE_NAMES, ON, Setting
from desktop_app.services.workspace import Workspace

_OFF = "off"


def names_allowed(view: View) -> bool:
    """Whether the cases of this workspace have a field for a name; not until somebody decides so."""
    setting = view.get(Setting, CASE_NAMES)
    return setting is not None and setting.value == ON


def named_cases(view: View) -> list[Case]:
    """The cases that have a name, whether names are shown at present or not."""
    return [case for case in view.every(Case) if case.name]


def allow_names(workspace: Workspace, allowed: bool, clear: Sequence[Case] = ()) -> None:
    """Give cases a field for a name, or take it away; `clear` are cases that lose their name with it.

    One step, which Undo takes back: so a cleared name is still in the history of its case. Refusal
    CHANGED_MEANWHILE where a case to be cleared is another by now.
    """
    if names_allowed(workspace) == allowed and not clear:
        return
    with workspace.change("allow names" if allowed else "do without names") as work:
        work.put(Setting(CASE_NAMES, ON if allowed else _OFF))
        for case in clear:
            work.put(replace(case, name=""), replacing=case)
