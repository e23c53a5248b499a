"""What the page of cases does with cases: changes, keeps, deletes and forgets them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.ui.cases.case_form import CaseForm
from desktop_app.ui.cases.deeds import CaseDeeds
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.table import RecordTableView


class CaseChanging(QObject):
    """Stands between the form and the list of cases."""

    kept = Signal(object, bool)
    """A Case that was kept, and whether it is a new one."""
    left = Signal()
    """Nothing more is done here: the keyboard should go elsewhere."""

    def __init__(
        self, context: Context, deeds: CaseDeeds, form: CaseForm, cases: RecordTableView, page: QWidget
    ) -> None:
        super().__init__(page)
        self._context, self._deeds, self._form, self._cases = context, deeds, form, cases
        self._page = page
        form.submitted.connect(self._keep)
        form.left.connect(self.leave_form)
        cases.recordActivated.connect(form.change)
        cases.deleteRequested.connect(self.delete)

    def take_up(self) -> None:
        """Put the chosen case into the form, to change it."""
        case = self._cases.current_record()
        if case is not None:
            self._form.change(case)

    def leave_form(self) -> None:
        """Put the form away."""
        self._form.hide()
        self.left.emit()

    def delete(self, chosen: list[Case]) -> None:
        """Delete cases with their events."""
        if chosen:
            self._deeds.delete_cases(chosen)

    def forget(self) -> None:
        """Ask whether to forget the chosen case for good."""
        case = self._cases.current_record()
        if case is None:
            return
        # Few ever need this.
        from desktop_app.ui.privacy.forget_dialog import ForgetDialog

        dialog = ForgetDialog(case.code, self._deeds.goes_with(case), self._page.window())
        dialog.accepted.connect(partial(self._forget, case))
        dialog.open()

    def _forget(self, case: Case) -> None:
        from desktop_app.ui.privacy.forgotten_dialog import ForgottenDialog
        from desktop_app.ui.privacy.waiting import waiting

        with waiting(self._page):
            report = self._deeds.forget_case(case)
        if report is not None:
            self.left.emit()
            ForgottenDialog(report, self._context.formats, self._page.window()).open()

    def _keep(self, case: Case | None, draft: CaseDraft) -> None:
        kept = self._deeds.keep_case(case, draft)
        if kept is not None:
            self._form.hide()
            self.kept.emit(kept, case is None)
