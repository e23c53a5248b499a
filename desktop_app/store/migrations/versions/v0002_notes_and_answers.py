"""Cases may carry a name, rules come in versions and as criteria; field notes, answers and settings."""

from __future__ import annotations

from alembic import op

revision = "v0002"
down_revision = "v0001"
branch_labels = None
depends_on = None

_CASES = """
CREATE TABLE cases (
    id VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    description VARCHAR NOT NULL,
    nationality VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_cases PRIMARY KEY (id),
    CONSTRAINT ck_cases_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_cases_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
"""

_RULES = """
CREATE TABLE rules (
    id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    clause VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    starts_with VARCHAR,
    ends_with VARCHAR,
    days INTEGER,
    extended_days INTEGER,
    months INTEGER,
    in_force VARCHAR NOT NULL,
    citations VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_rules PRIMARY KEY (id),
    CONSTRAINT ck_rules_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_rules_citations CHECK (citations LIKE '[%]'),
    CONSTRAINT ck_rules_kind CHECK (kind IN ('term', 'criterion')),
    CONSTRAINT ck_rules_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
"""

_STATEMENTS = """
CREATE TABLE statements (
    id VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    organisation VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    date_words VARCHAR NOT NULL,
    date_how VARCHAR NOT NULL,
    venue VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    quotation VARCHAR NOT NULL,
    original_words VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    topic VARCHAR NOT NULL,
    position VARCHAR NOT NULL,
    answers VARCHAR NOT NULL,
    disputes VARCHAR NOT NULL,
    same_utterance VARCHAR NOT NULL,
    citations VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT ck_statements_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_statements_answers CHECK (answers LIKE '[%]'),
    CONSTRAINT ck_statements_disputes CHECK (disputes LIKE '[%]'),
    CONSTRAINT ck_statements_citations CHECK (citations LIKE '[%]'),
    CONSTRAINT ck_statements_date_how CHECK (date_how IN ('stated', 'inferred', 'resolved', 'computed')),
    CONSTRAINT ck_statements_quotation CHECK (quotation IN ('verbatim', 'paraphrase', 'translated')),
    CONSTRAINT ck_statements_position CHECK (position IN ('for', 'against', 'neither')),
    CONSTRAINT ck_statements_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
"""

_FIELD_NOTES = """
CREATE TABLE field_notes (
    id VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    date_words VARCHAR NOT NULL,
    date_how VARCHAR NOT NULL,
    time VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    precision VARCHAR NOT NULL,
    coordinates VARCHAR NOT NULL,
    seen VARCHAR NOT NULL,
    people VARCHAR NOT NULL,
    people_words VARCHAR NOT NULL,
    children VARCHAR NOT NULL,
    children_words VARCHAR NOT NULL,
    boats VARCHAR NOT NULL,
    boats_words VARCHAR NOT NULL,
    force VARCHAR NOT NULL,
    injuries VARCHAR NOT NULL,
    weather VARCHAR NOT NULL,
    observer VARCHAR NOT NULL,
    how_known VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_field_notes PRIMARY KEY (id),
    CONSTRAINT ck_field_notes_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_field_notes_force CHECK (force LIKE '[%]'),
    CONSTRAINT ck_field_notes_date_how CHECK (date_how IN ('stated', 'inferred', 'resolved', 'computed')),
    CONSTRAINT ck_field_notes_precision
        CHECK (precision IN ('this spot', 'this beach or street', 'this town', 'this area', 'not known')),
    CONSTRAINT ck_field_notes_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
"""

_ANSWERS = """
CREATE TABLE answers (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    reply VARCHAR NOT NULL,
    citations VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_answers PRIMARY KEY (id),
    CONSTRAINT ck_answers_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_answers_citations CHECK (citations LIKE '[%]'),
    CONSTRAINT ck_answers_reply CHECK (reply IN ('yes', 'no', 'not known')),
    CONSTRAINT ck_answers_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
"""

_SETTINGS = """
CREATE TABLE settings (
    id VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (id),
    CONSTRAINT ck_settings_id CHECK (length(id) BETWEEN 1 AND 64)
)
"""

_REBUILT = {
    "cases": (
        _CASES,
        "id, code, description, nationality, note, sharing, recorded",
        {"name": "''"},
    ),
    "rules": (
        _RULES,
        "id, title, text, starts_with, ends_with, days, in_force, citations, note, sharing, recorded",
        {"kind": "'term'", "clause": "''", "version": "''"},
    ),
    "statements": (
        _STATEMENTS,
        "id, speaker, role, organisation, date, date_words, date_how, venue, words, quotation, "
        "original_words, language, topic, position, answers, citations, note, sharing, recorded",
        {"disputes": "'[]'", "same_utterance": "''"},
    ),
}
"""By table: how it is laid out now, the columns it keeps, and what stands in the new ones."""


def upgrade() -> None:
    """Rebuilds three tables with their new columns in place, and lays out three new ones."""
    for name, (layout, kept, given) in _REBUILT.items():
        op.execute(f"ALTER TABLE {name} RENAME TO earlier_{name}")
        op.execute(layout)
        op.execute(
            f"INSERT INTO {name} ({kept}, {', '.join(given)}) "
            f"SELECT {kept}, {', '.join(given.values())} FROM earlier_{name} ORDER BY rowid"
        )
        op.execute(f"DROP TABLE earlier_{name}")
    for layout in (_FIELD_NOTES, _ANSWERS, _SETTINGS):
        op.execute(layout)
