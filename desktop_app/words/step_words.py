"""What was done, in words: the labels of steps, as they stand after "Undo" and in the history."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.words.translate import _, _p

Words = Callable[[], str]


def step(code: str) -> str:
    """The words of a step's label, as the buttons say it, so that "Undo add figure" reads well.

    A code that a newer Evenhand wrote into the history is shown as it is.
    """
    words = STEPS.get(code)
    return words() if words else code


def travelled(way: str, code: str) -> str:
    """What was just undone or done again (`way` is "undo" or "redo"), for the notice after it."""
    if way == "undo":
        return _("Undone: {step}").format(step=step(code))
    return _("Done again: {step}").format(step=step(code))


STEPS: Mapping[str, Words] = {
    "record figure": lambda: _p("step", "add figure"),
    "record figures": lambda: _p("step", "add figures"),
    "revise figure": lambda: _p("step", "revise figure"),
    "edit figure": lambda: _p("step", "edit figure"),
    "delete figure": lambda: _p("step", "delete figure"),
    "delete figures": lambda: _p("step", "delete figures"),
    "deprecate figure": lambda: _p("step", "deprecate figure"),
    "rank figure": lambda: _p("step", "rank figure"),
    "link source": lambda: _p("step", "link source"),
    "unlink source": lambda: _p("step", "unlink source"),
    "record source": lambda: _p("step", "add source"),
    "edit source": lambda: _p("step", "edit source"),
    "delete source": lambda: _p("step", "delete source"),
    "delete sources": lambda: _p("step", "delete sources"),
    "record case": lambda: _p("step", "add case"),
    "edit case": lambda: _p("step", "edit case"),
    "delete case": lambda: _p("step", "delete case"),
    "forget case": lambda: _p("step", "forget case"),
    "record event": lambda: _p("step", "add event"),
    "edit event": lambda: _p("step", "edit event"),
    "move event": lambda: _p("step", "move event"),
    "delete event": lambda: _p("step", "delete event"),
    "record statement": lambda: _p("step", "add statement"),
    "edit statement": lambda: _p("step", "edit statement"),
    "delete statement": lambda: _p("step", "delete statement"),
    "delete statements": lambda: _p("step", "delete statements"),
    "record rule": lambda: _p("step", "add rule"),
    "edit rule": lambda: _p("step", "edit rule"),
    "delete rule": lambda: _p("step", "delete rule"),
    "record answer": lambda: _p("step", "answer criterion"),
    "edit answer": lambda: _p("step", "edit answer"),
    "delete answer": lambda: _p("step", "take back answer"),
    "allow names": lambda: _p("step", "allow names of cases"),
    "do without names": lambda: _p("step", "do without names of cases"),
    "record note": lambda: _p("step", "add field note"),
    "edit note": lambda: _p("step", "edit field note"),
    "delete note": lambda: _p("step", "delete field note"),
    "delete notes": lambda: _p("step", "delete field notes"),
    "note as source": lambda: _p("step", "make field note a source"),
    "add citation": lambda: _p("step", "add citation"),
    "edit citation": lambda: _p("step", "edit citation"),
    "remove citation": lambda: _p("step", "remove citation"),
    "order citations": lambda: _p("step", "order citations"),
    "set status": lambda: _p("step", "set status"),
    "attach file": lambda: _p("step", "keep copy"),
    "attach files": lambda: _p("step", "keep copies"),
    "remove copy": lambda: _p("step", "remove kept copy"),
    "restore version": lambda: _p("step", "restore version"),
    "record measure": lambda: _p("step", "add measure"),
    "edit measure": lambda: _p("step", "edit measure"),
    "delete measure": lambda: _p("step", "delete measure"),
    "accept finding": lambda: _p("step", "accept finding"),
    "accept findings": lambda: _p("step", "accept findings"),
    "take back acceptance": lambda: _p("step", "take back acceptance"),
    "take back acceptances": lambda: _p("step", "take back acceptances"),
    "save chart": lambda: _p("step", "save chart"),
    "edit chart words": lambda: _p("step", "edit words of chart"),
    "duplicate chart": lambda: _p("step", "duplicate chart"),
    "rename chart": lambda: _p("step", "rename chart"),
    "freeze chart": lambda: _p("step", "freeze chart"),
    "unfreeze chart": lambda: _p("step", "unfreeze chart"),
    "delete chart": lambda: _p("step", "delete chart"),
    "order scenes": lambda: _p("step", "order scenes"),
    "edit scene": lambda: _p("step", "edit scene"),
    "add scene": lambda: _p("step", "add text scene"),
    "tell story": lambda: _p("step", "tell the story so far"),
    "edit scheme": lambda: _p("step", "edit scheme"),
    "create workspace": lambda: _p("step", "create workspace"),
    "add sample": lambda: _p("step", "add sample"),
    "import figures": lambda: _p("step", "import figures"),
    "import ledger": lambda: _p("step", "import ledger"),
    "import page": lambda: _p("step", "import page"),
    "add article": lambda: _p("step", "add from article"),
    "import edition": lambda: _p("step", "import edition"),
}
