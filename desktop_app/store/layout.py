"""The tables and indices of the newest workspace file as text, by which a file is known and a new one made.

`tables.py` says the same in row classes, which take long to load, and the migrations lead here: tests compare
all three.
"""

from __future__ import annotations

from typing import Any

from desktop_app.domain.records import KIND_NAMES

STATEMENTS = (
    """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
""",
    """
CREATE TABLE acceptances (
    id VARCHAR NOT NULL,
    finding VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_acceptances PRIMARY KEY (id),
    CONSTRAINT ck_acceptances_id CHECK (length(id) BETWEEN 1 AND 64)
)
""",
    """
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
""",
    """
CREATE TABLE attachments (
    id VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    size INTEGER NOT NULL,
    made VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_attachments PRIMARY KEY (id),
    CONSTRAINT ck_attachments_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_attachments_content CHECK (length(sha256) = 64 AND size >= 0),
    CONSTRAINT ck_attachments_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
""",
    """
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
""",
    """
CREATE TABLE contents (
    sha256 VARCHAR NOT NULL,
    body BLOB NOT NULL,
    CONSTRAINT pk_contents PRIMARY KEY (sha256),
    CONSTRAINT ck_contents_sha256 CHECK (length(sha256) = 64)
)
""",
    """
CREATE TABLE events (
    id VARCHAR NOT NULL,
    "case" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    date VARCHAR NOT NULL,
    date_words VARCHAR NOT NULL,
    date_how VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    authority VARCHAR NOT NULL,
    verification VARCHAR NOT NULL,
    citations VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT ck_events_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_events_citations CHECK (citations LIKE '[%]'),
    CONSTRAINT ck_events_date_how CHECK (date_how IN ('stated', 'inferred', 'resolved', 'computed')),
    CONSTRAINT ck_events_verification
        CHECK (verification IN ('confirmed', 'likely', 'possible', 'unlikely', 'unknown')),
    CONSTRAINT ck_events_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
""",
    """
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
""",
    """
CREATE TABLE figures (
    id VARCHAR NOT NULL,
    measure VARCHAR NOT NULL,
    amount VARCHAR NOT NULL,
    amount_words VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    counted_since VARCHAR NOT NULL,
    period VARCHAR NOT NULL,
    period_words VARCHAR NOT NULL,
    period_how VARCHAR NOT NULL,
    data_to VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    speaker VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    rank VARCHAR NOT NULL,
    rank_reason VARCHAR NOT NULL,
    revises VARCHAR NOT NULL,
    citations VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_figures PRIMARY KEY (id),
    CONSTRAINT ck_figures_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_figures_citations CHECK (citations LIKE '[%]'),
    CONSTRAINT ck_figures_basis CHECK (basis IN ('flow', 'cumulative', 'stock', 'target')),
    CONSTRAINT ck_figures_period_how CHECK (period_how IN ('stated', 'inferred', 'resolved', 'computed')),
    CONSTRAINT ck_figures_status CHECK (status IN ('A', 'B', 'D', 'E', 'M', 'P', 'V')),
    CONSTRAINT ck_figures_rank CHECK (rank IN ('preferred', 'normal', 'deprecated')),
    CONSTRAINT ck_figures_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
""",
    """
CREATE TABLE measures (
    id VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    definition_source VARCHAR NOT NULL,
    CONSTRAINT pk_measures PRIMARY KEY (id),
    CONSTRAINT ck_measures_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_measures_basis CHECK (basis IN ('flow', 'cumulative', 'stock', 'target')),
    CONSTRAINT ck_measures_direction CHECK (direction IN ('to the UK', 'to France', 'none'))
)
""",
    """
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
""",
    """
CREATE TABLE scenes (
    id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    chart VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,
    known_on VARCHAR NOT NULL,
    caption VARCHAR NOT NULL,
    place INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    recorded VARCHAR NOT NULL,
    CONSTRAINT pk_scenes PRIMARY KEY (id),
    CONSTRAINT ck_scenes_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_scenes_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
""",
    """
CREATE TABLE schemes (
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    parties VARCHAR NOT NULL,
    outbound VARCHAR NOT NULL,
    inbound VARCHAR NOT NULL,
    pressure VARCHAR NOT NULL,
    start VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    CONSTRAINT pk_schemes PRIMARY KEY (id),
    CONSTRAINT ck_schemes_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_schemes_parties CHECK (parties LIKE '[%]')
)
""",
    """
CREATE TABLE settings (
    id VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (id),
    CONSTRAINT ck_settings_id CHECK (length(id) BETWEEN 1 AND 64)
)
""",
    """
CREATE TABLE sources (
    id VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    published VARCHAR NOT NULL,
    published_words VARCHAR NOT NULL,
    accessed VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    reliability VARCHAR NOT NULL,
    derives_from VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    sharing VARCHAR NOT NULL,
    CONSTRAINT pk_sources PRIMARY KEY (id),
    CONSTRAINT ck_sources_id CHECK (length(id) BETWEEN 1 AND 64),
    CONSTRAINT ck_sources_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    CONSTRAINT ck_sources_sharing CHECK (sharing IN ('clear', 'green', 'amber', 'red'))
)
""",
    """
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
""",
    """
CREATE TABLE steps (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at VARCHAR NOT NULL,
    who VARCHAR NOT NULL,
    device VARCHAR NOT NULL,
    label VARCHAR NOT NULL,
    reverts INTEGER
)
""",
    """
CREATE TABLE edits (
    id INTEGER NOT NULL,
    step INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    record VARCHAR NOT NULL,
    "before" VARCHAR,
    "after" VARCHAR,
    CONSTRAINT pk_edits PRIMARY KEY (id),
    CONSTRAINT ck_edits_one_side CHECK (before IS NOT NULL OR after IS NOT NULL),
    CONSTRAINT fk_edits_step FOREIGN KEY(step) REFERENCES steps (id)
)
""",
    """
CREATE TABLE batches (
    id INTEGER NOT NULL,
    step INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    lowest VARCHAR NOT NULL,
    highest VARCHAR NOT NULL,
    gone INTEGER NOT NULL,
    fields VARCHAR NOT NULL,
    ids BLOB NOT NULL,
    sums BLOB,
    "before" BLOB,
    CONSTRAINT pk_batches PRIMARY KEY (id),
    CONSTRAINT ck_batches_one_side CHECK (before IS NOT NULL OR gone = 0),
    CONSTRAINT fk_batches_step FOREIGN KEY(step) REFERENCES steps (id)
)
""",
    "CREATE INDEX ix_batches_step ON batches (step)",
    "CREATE INDEX ix_edits_record ON edits (record)",
    "CREATE INDEX ix_edits_step ON edits (step)",
)
"""Each makes one table or index of an empty file, in an order in which they can be made."""


def table_name(kind: type[Any]) -> str:
    """The name of the table that keeps a kind of record."""
    return f"{KIND_NAMES[kind]}s"
