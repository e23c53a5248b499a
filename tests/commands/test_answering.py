"""Answers in the terminal: written in letters that the output knows, and harmless for a terminal."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest

from desktop_app.commands.answering import say, say_json
from desktop_app.domain.refusals import Refusal, RefusalCode


def narrow(monkeypatch: pytest.MonkeyPatch) -> io.BytesIO:
    """Standard output as a redirected one with few letters."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    return written


def test_letters_that_the_output_lacks_do_not_stop_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    written = narrow(monkeypatch)
    say("75 renvoyées")
    assert written.getvalue() == b"75 renvoy\\xe9es\n"


def test_json_stays_json_whatever_letters_the_output_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    written = narrow(monkeypatch)
    say_json({"name": "été − \N{PARTY POPPER}"})
    assert json.loads(written.getvalue()) == {"name": "été − \N{PARTY POPPER}"}


def test_half_a_letter_is_written_as_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    say("caf\udce9.csv")
    assert capsys.readouterr().out == "caf\\udce9.csv\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals there")
def test_a_terminal_shows_codes_in_place_of_obeying_them(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.openpty()
    with os.fdopen(reader, "rb", buffering=0) as there, os.fdopen(writer, "w", encoding="utf-8") as terminal:
        monkeypatch.setattr(sys, "stdout", terminal)
        say("a\x1b[2J\u202eb\tc")
        assert there.read(100).decode() == "a\\x1b[2J\\u202eb\tc\r\n"


def test_an_output_without_room_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

        def fileno(self) -> int:
            return os.open(os.devnull, os.O_WRONLY)

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(Refusal) as refused:
        say("94")
    assert refused.value.code is RefusalCode.NO_OUTPUT
