"""The first schema: records, and the history of every change."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lays out the first tables."""
    op.create_table(
        "acceptances",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_acceptances"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_acceptances_id")),
    )
    op.create_table(
        "attachments",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attachments"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_attachments_id")),
        sa.CheckConstraint("length(sha256) = 64 AND size >= 0", name=op.f("ck_attachments_content")),
        sa.CheckConstraint(
            "sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_attachments_sharing")
        ),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("nationality", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_cases_id")),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_cases_sharing")),
    )
    op.create_table(
        "contents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_contents"),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_contents_sha256")),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("case", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("date_words", sa.String(), nullable=False),
        sa.Column("date_how", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("verification", sa.String(), nullable=False),
        sa.Column("citations", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_events_id")),
        sa.CheckConstraint("citations LIKE '[%]'", name=op.f("ck_events_citations")),
        sa.CheckConstraint(
            "date_how IN ('stated', 'inferred', 'resolved', 'computed')", name=op.f("ck_events_date_how")
        ),
        sa.CheckConstraint(
            "verification IN ('confirmed', 'likely', 'possible', 'unlikely', 'unknown')",
            name=op.f("ck_events_verification"),
        ),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_events_sharing")),
    )
    op.create_table(
        "figures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("amount", sa.String(), nullable=False),
        sa.Column("amount_words", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("counted_since", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("period_words", sa.String(), nullable=False),
        sa.Column("period_how", sa.String(), nullable=False),
        sa.Column("data_to", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("rank", sa.String(), nullable=False),
        sa.Column("rank_reason", sa.String(), nullable=False),
        sa.Column("revises", sa.String(), nullable=False),
        sa.Column("citations", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_figures"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_figures_id")),
        sa.CheckConstraint("citations LIKE '[%]'", name=op.f("ck_figures_citations")),
        sa.CheckConstraint(
            "basis IN ('flow', 'cumulative', 'stock', 'target')", name=op.f("ck_figures_basis")
        ),
        sa.CheckConstraint(
            "period_how IN ('stated', 'inferred', 'resolved', 'computed')", name=op.f("ck_figures_period_how")
        ),
        sa.CheckConstraint("status IN ('A', 'B', 'D', 'E', 'M', 'P', 'V')", name=op.f("ck_figures_status")),
        sa.CheckConstraint("rank IN ('preferred', 'normal', 'deprecated')", name=op.f("ck_figures_rank")),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_figures_sharing")),
    )
    op.create_table(
        "measures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("definition_source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_measures"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_measures_id")),
        sa.CheckConstraint(
            "basis IN ('flow', 'cumulative', 'stock', 'target')", name=op.f("ck_measures_basis")
        ),
        sa.CheckConstraint(
            "direction IN ('to the UK', 'to France', 'none')", name=op.f("ck_measures_direction")
        ),
    )
    op.create_table(
        "rules",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("starts_with", sa.String(), nullable=True),
        sa.Column("ends_with", sa.String(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("in_force", sa.String(), nullable=False),
        sa.Column("citations", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rules"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_rules_id")),
        sa.CheckConstraint("citations LIKE '[%]'", name=op.f("ck_rules_citations")),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_rules_sharing")),
    )
    op.create_table(
        "scenes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("chart", sa.String(), nullable=False),
        sa.Column("settings", sa.String(), nullable=False),
        sa.Column("known_on", sa.String(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_scenes"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_scenes_id")),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_scenes_sharing")),
    )
    op.create_table(
        "schemes",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parties", sa.String(), nullable=False),
        sa.Column("outbound", sa.String(), nullable=False),
        sa.Column("inbound", sa.String(), nullable=False),
        sa.Column("pressure", sa.String(), nullable=False),
        sa.Column("start", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_schemes"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_schemes_id")),
        sa.CheckConstraint("parties LIKE '[%]'", name=op.f("ck_schemes_parties")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=False),
        sa.Column("published_words", sa.String(), nullable=False),
        sa.Column("accessed", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("reliability", sa.String(), nullable=False),
        sa.Column("derives_from", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_sources_id")),
        sa.CheckConstraint(
            "reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_sources_reliability")
        ),
        sa.CheckConstraint("sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_sources_sharing")),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=False),
        sa.Column("date_words", sa.String(), nullable=False),
        sa.Column("date_how", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("quotation", sa.String(), nullable=False),
        sa.Column("original_words", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("citations", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("sharing", sa.String(), nullable=False),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statements"),
        sa.CheckConstraint("length(id) BETWEEN 1 AND 64", name=op.f("ck_statements_id")),
        sa.CheckConstraint("answers LIKE '[%]'", name=op.f("ck_statements_answers")),
        sa.CheckConstraint("citations LIKE '[%]'", name=op.f("ck_statements_citations")),
        sa.CheckConstraint(
            "date_how IN ('stated', 'inferred', 'resolved', 'computed')", name=op.f("ck_statements_date_how")
        ),
        sa.CheckConstraint(
            "quotation IN ('verbatim', 'paraphrase', 'translated')", name=op.f("ck_statements_quotation")
        ),
        sa.CheckConstraint("position IN ('for', 'against', 'neither')", name=op.f("ck_statements_position")),
        sa.CheckConstraint(
            "sharing IN ('clear', 'green', 'amber', 'red')", name=op.f("ck_statements_sharing")
        ),
    )
    op.create_table(
        "steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("reverts", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_steps"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "edits",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=True),
        sa.Column("after", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_edits"),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name=op.f("ck_edits_one_side")),
        sa.ForeignKeyConstraint(["step"], ["steps.id"], name="fk_edits_step"),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lowest", sa.String(), nullable=False),
        sa.Column("highest", sa.String(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("ids", sa.LargeBinary(), nullable=False),
        sa.Column("sums", sa.LargeBinary(), nullable=True),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
        sa.CheckConstraint("before IS NOT NULL OR gone = 0", name=op.f("ck_batches_one_side")),
        sa.ForeignKeyConstraint(["step"], ["steps.id"], name="fk_batches_step"),
    )
    op.create_index("ix_batches_step", "batches", ["step"])
    op.create_index("ix_edits_record", "edits", ["record"])
    op.create_index("ix_edits_step", "edits", ["step"])
