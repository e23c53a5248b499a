"""Loads what writing needs before somebody waits for it."""

from __future__ import annotations

from threading import Thread


def warm_up() -> Thread:
    """Loads in the background what the first change of this process needs beside what reading needs.

    It may be under way when that change comes, which then waits for it. A process that ends meanwhile waits
    too, half a second at most: a thread that dies within a compiled library could take others with it.
    """
    thread = Thread(target=_load_writing, name="warm-up")
    thread.start()
    return thread


def _load_writing() -> None:
    import desktop_app.store.engine
    import desktop_app.store.tables  # noqa: F401
