"""The sources that the rows of a table name."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.dates import UNDATED
from desktop_app.domain.sources import Source
from desktop_app.services.tabular.naming import Sources
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 1, 1)


def test_a_link_names_the_source_at_its_address_however_it_is_written() -> None:
    workspace = Workspace.in_memory()
    with workspace.change("record source") as work:
        known = work.put(Source(publisher="A paper", address="https://www.example.org/page/"))
        work.put(Source(publisher="example.org"))
    sources = Sources(workspace, "a.csv", TODAY)
    found = sources.called("http://example.org/page", UNDATED)
    assert found is not None
    assert found.id == known.id
    assert not sources.new


def test_a_link_to_another_page_is_a_new_source_made_once() -> None:
    workspace = Workspace.in_memory()
    with workspace.change("record source") as work:
        work.put(Source(publisher="A paper", address="https://www.example.org/page/"))
    sources = Sources(workspace, "a.csv", TODAY)
    first, again = (sources.called("https://example.org/other", UNDATED) for _ in range(2))
    assert first is again
    assert [source.address for source in sources.new.values()] == ["https://example.org/other"]
