"""Runs Evenhand as `python -m desktop_app`, and as the bundled program."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A bundled program's worker process starts here again, and must become the worker.
        from multiprocessing import freeze_support

        freeze_support()
    from desktop_app.cli import main

    sys.exit(main())
