"""Runs Evenhand as `python -m desktop_app`, and as the bundled program."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--read-spreadsheet"]:
        # A bundled program has no Python to start: it is also the process that reads spreadsheets.
        from desktop_app.services.spreadsheets import worker

        sys.exit(worker.main())
    if sys.argv[1:2] == ["--bring-table"]:
        # And the one that imports large tables.
        from desktop_app.services.tabular import bringing

        sys.exit(bringing.main())
    if sys.argv[1:2] == ["--call-apart"]:
        # And the one that does other things that would keep the window waiting.
        from desktop_app.services import apart

        sys.exit(apart.main())
    from desktop_app.cli import main

    sys.exit(main())
