"""The command that keeps copies of evidence: attach."""

from __future__ import annotations

import argparse
from contextlib import closing

from desktop_app.commands.answering import say
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words.translate import _


def attach(options: argparse.Namespace) -> int:
    """Keep files with a source, in one step; answers with a line of SHA-256 and name for each."""
    from desktop_app.domain.sources import Source
    from desktop_app.services import attachments
    from desktop_app.services.workspace import Workspace

    with closing(Workspace.open(unlocked(options))) as workspace:
        source = workspace.get(Source, options.source)
        if source is None:
            raise Refusal(RefusalCode.NO_SUCH_SOURCE, id=options.source)
        kept = attachments.attach(workspace, source, options.path)
    for one in kept:
        say(f"{one.sha256}  {one.name}")
    if not kept:
        say(_("Nothing was added: the source has these files already."))
    return 0
