"""The kept copies of a record: what is there, since when, and what can be done with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QMessageBox, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import attachments
from desktop_app.services.attachments import Evidenced, Soundness
from desktop_app.ui.attachments.handing_out import HandedOut
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.labels import TextLabel, plain_tip, section_label
from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words import copy_words
from desktop_app.words.translate import _, _n

_LONGEST = 34
"""So many letters of a name are shown."""


class KeptCopies(QWidget):
    """A list with a button to keep one more. Every change is one step, told with Undo."""

    def __init__(self, context: Context, after: QWidget, *, first: str) -> None:
        """`after` is what the Tab key leaves for the first copy.

        `first` is said where there is no record yet to keep a file with: "Add the source first."
        """
        super().__init__()
        self._after, self._first = after, first
        self.setObjectName("keptCopies")
        self._context = context
        self._record: Evidenced | None = None
        self.handed_out = HandedOut()
        self._title = section_label(_("Kept copies"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.keep = Button(_("Keep a f&ile…"))
        self.keep.setObjectName("keepFile")
        self.keep.clicked.connect(self._ask_for_files)
        self._hint = TextLabel(_("Or drop a file here."), "small")
        foot = QHBoxLayout()
        foot.addWidget(self.keep)
        foot.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addLayout(foot)
        self.show_record(None)

    def show_record(self, record: Evidenced | None) -> None:
        """Show the copies kept with a record; none while a new one is typed."""
        self._record = record
        self._hint.setText(_("Or drop a file here.") if record else self._first)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if record is None:
            return
        before: QWidget = self._after
        for attachment in attachments.of_record(self._context.view, record.id):
            row, stations = self._row(attachment)
            self._rows.addWidget(row)
            for station in stations:
                QWidget.setTabOrder(before, station)
                before = station
        QWidget.setTabOrder(before, self.keep)

    def keep_files(self, paths: list[Path]) -> None:
        """Keep these files with the record shown."""
        if self._record is None or not paths:
            return
        try:
            deed = partial(attachments.attach, self._context.workspace, self._record, paths)
            kept = self._context.keeping(deed)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        if not kept:
            self._context.notices.tell(_("That file is kept here already"))
            return
        words = _n("Kept a copy of {n} file", "Kept copies of {n} files", len(kept))
        self._tell(words.format(n=self._context.formats.number(len(kept))))

    def _row(self, attachment: Attachment) -> tuple[QWidget, tuple[QWidget, ...]]:
        """One copy, and where Tab stops in it."""
        row = QWidget()
        name = Button("", look="link")
        room = name.fontMetrics().averageCharWidth() * _LONGEST
        shown = name.fontMetrics().elidedText(attachment.name, Qt.TextElideMode.ElideMiddle, room)
        name.setText(shown.replace("&", "&&"))
        name.setAccessibleName(_("Open {name}").format(name=attachment.name))
        name.setToolTip(plain_tip(attachment.name))
        name.clicked.connect(partial(self._open, attachment))
        more = IconButton("more", _("More for {name}").format(name=attachment.name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu(attachment, more))
        head = QHBoxLayout()
        head.addWidget(name)
        head.addStretch(1)
        head.addWidget(more)
        said = (copy_words.facts, copy_words.made)
        words = [line for say in said if (line := say(attachment, self._context.formats))]
        facts = TextLabel("\n".join(words), "small", wrap=True)
        hash_line = TextLabel(_("SHA-256 {hash}…").format(hash=attachment.sha256[:12]), "small")
        hash_line.setToolTip(attachment.sha256)
        hash_line.setAccessibleName(_("SHA-256 {hash}").format(hash=attachment.sha256))
        body = QVBoxLayout(row)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(1)
        body.addLayout(head)
        body.addWidget(facts)
        body.addWidget(hash_line)
        return row, (name, more)

    def _menu(self, attachment: Attachment, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for words, act in (
            (_("&Open outside Evenhand…"), self._open),
            (_("&Save a copy as…"), self._save_as),
            (_("&Check"), self._check),
            (_("Copy the SHA-&256"), self._copy_hash),
            (_("&Remove"), self._remove),
        ):
            menu.addAction(words).triggered.connect(partial(act, attachment))
        return menu

    def _ask_for_files(self) -> None:
        if self._record is None:
            self._context.notices.tell(self._first)
            return
        names = QFileDialog.getOpenFileNames(self, _("Keep a file"))[0]
        self.keep_files([Path(name) for name in names])

    def _open(self, attachment: Attachment, _checked: bool = False) -> None:
        """Ask first: what opens it is another program, with habits of its own."""
        if not attachments.may_be_opened(attachment):
            self._context.notices.tell(_("This kind of file could act by itself. Save a copy instead"))
            return
        box = QMessageBox(self.window())
        box.setObjectName("openOutside")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(_("Open outside Evenhand"))
        box.setText(_("Open {name} in another program?").format(name=attachment.name))
        box.setInformativeText(
            _(
                "It gets a read-only copy, which is removed when Evenhand closes. Evenhand itself opens no "
                "connection; the other program may, above all for a web page."
            )
        )
        opening = box.addButton(_("&Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(opening)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(partial(self._hand_over, attachment))
        box.open()

    def _hand_over(self, attachment: Attachment) -> None:
        try:
            data = attachments.contents_of(self._context.workspace, attachment)
            taken = self.handed_out.open(attachment, data)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
        except OSError:
            self._context.notices.refuse(Refusal(RefusalCode.DISK_FULL))
        else:
            if not taken:
                self._context.notices.refuse(Refusal(RefusalCode.CANNOT_OPEN, name=attachment.name))

    def _save_as(self, attachment: Attachment, _checked: bool = False) -> None:
        suggested = Path.home() / attachments.safe_name(attachment.name)
        path = ask_where(self, _("Save a copy as"), suggested, _("All files") + " (*)")
        if path is None:
            return
        try:
            attachments.save_as(self._context.workspace, attachment, path)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
        else:
            self._context.notices.tell(_("Saved: {name}").format(name=path.name))

    def _check(self, attachment: Attachment, _checked: bool = False) -> None:
        if attachments.check(self._context.workspace, attachment) is Soundness.SOUND:
            said = _("{name} is as it was kept: its SHA-256 is the same")
            self._context.notices.tell(said.format(name=attachment.name))
        else:
            self._context.notices.refuse(Refusal(RefusalCode.COPY_DAMAGED, name=attachment.name))

    def _copy_hash(self, attachment: Attachment, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(attachment.sha256)
        self._context.notices.tell(_("Copied the SHA-256 of {name}").format(name=attachment.name))

    def _remove(self, attachment: Attachment, _checked: bool = False) -> None:
        try:
            attachments.remove(self._context.workspace, attachment)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
        else:
            self._tell(_("Removed the kept copy {name}").format(name=attachment.name))

    def _tell(self, words: str) -> None:
        self._context.notices.tell(words, undo=True)


def files_of(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
