"""Step 0001: the ledger's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001_ledger"
down_revision = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table, documents first."""
    _what_was_published()
    _what_was_made_of_it()
    _how_the_sources_are()


def _what_was_published() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("source", "key", name="uq_documents_source_key"),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("document_id", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("presence", sa.Text, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("spool", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_versions"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_versions_document_id"),
        sa.UniqueConstraint("document_id", "number", name="uq_versions_document_id_number"),
    )


def _what_was_made_of_it() -> None:
    op.create_table(
        "readings",
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("digest", "version_id", name="pk_readings"),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name="fk_readings_version_id"),
    )
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("version_id", sa.Integer, nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("said", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_evidence"),
        sa.ForeignKeyConstraint(["version_id"], ["versions.id"], name="fk_evidence_version_id"),
        sa.UniqueConstraint("digest", "version_id", "identity", name="uq_evidence_digest_version_id_identity"),
    )
    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("register", sa.Text, nullable=False),
        sa.Column("ruling", sa.Text, nullable=False),
        sa.Column("decided_at", _MOMENT),
        sa.Column("said", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rulings"),
        sa.UniqueConstraint("register", "ruling", name="uq_rulings_register_ruling"),
    )
    op.create_table(
        "changes",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("register", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("told_at", _MOMENT, nullable=False),
        sa.Column("said", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_index("ix_changes_register_told_at", "changes", ["register", "told_at"])


def _how_the_sources_are() -> None:
    op.create_table(
        "spans",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.PrimaryKeyConstraint("source", "asked", "since", name="pk_spans"),
    )
    op.create_table(
        "sources",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("tried_at", _MOMENT, nullable=False),
        sa.Column("sound_at", _MOMENT),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("source", name="pk_sources"),
    )
    op.create_table(
        "problems",
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("reporter", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seen", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("last_at", _MOMENT, nullable=False),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("identity", name="pk_problems"),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("until", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_leases"),
    )
