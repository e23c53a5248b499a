"""Runs the revisions on the connection it is given, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

from desktop_app.store.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
)
context.run_migrations()
