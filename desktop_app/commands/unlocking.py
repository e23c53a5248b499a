"""Where a command takes the passphrase of a workspace from: a file, or the terminal, and no argument."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import passphrases
from desktop_app.services.workspace import KeyedPath
from desktop_app.words.translate import _

_LONGEST = 4096


def unlocked(options: argparse.Namespace) -> KeyedPath:
    """The workspace that a command is about, with what opens it where it is protected."""
    try:
        return passphrases.unlocked_file(options.file)
    except Refusal as refusal:
        if refusal.code is not RefusalCode.PASSPHRASE_NEEDED:
            raise
    return passphrases.unlocked_file(options.file, _passphrase(options))


def from_file(path: Path) -> str:
    """The first line of a file; refused where there is none."""
    try:
        with path.open(encoding="utf-8") as stream:
            line = stream.readline(_LONGEST).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(RefusalCode.NOT_FOUND, path=str(path)) from error
    if not line:
        raise Refusal(RefusalCode.BAD_ARGUMENT, name="--passphrase-file", value=str(path))
    return line


def _passphrase(options: argparse.Namespace) -> str:
    if options.passphrase_file is not None:
        return from_file(options.passphrase_file)
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal(RefusalCode.PASSPHRASE_NEEDED, path=str(options.file))
    return getpass.getpass(_("Passphrase of {name}: ").format(name=options.file.name))
