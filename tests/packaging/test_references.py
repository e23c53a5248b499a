"""PySide6 must give back the references it takes: 6.12.0 on Python 3.11 does not, and aborts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 200
SLACK = 50


class TestReferences:
    def test_void_calls_keep_the_references_to_none(self) -> None:
        thing = QObject()
        before = sys.getrefcount(None)
        for number in range(CALLS):
            thing.setObjectName(str(number))
        assert sys.getrefcount(None) - before > -SLACK

    def test_emitting_a_signal_keeps_the_references_to_true(self) -> None:
        thing = QObject()
        before = sys.getrefcount(True)
        for number in range(CALLS):
            thing.objectNameChanged.emit(str(number))
        assert sys.getrefcount(True) - before > -SLACK
