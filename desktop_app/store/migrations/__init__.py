"""Alembic revisions of the workspace file; a revision is never edited after its release."""
