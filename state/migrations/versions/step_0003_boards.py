"""Step 0003: evidence says beside its JSON of which commitment it is; boards that were worked out are kept."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003_boards"
down_revision = "0002_marks"

_BATCH = 1_000
_EVIDENCE = sa.table("evidence", sa.column("id"), sa.column("said"), sa.column("commitment"))


def upgrade() -> None:
    """Give evidence the column, filled from what stands in the JSON, and make the table of boards."""
    op.add_column("evidence", sa.Column("commitment", sa.Text, nullable=False, server_default=""))
    _fill()
    op.create_index("ix_evidence_digest_commitment", "evidence", ["digest", "commitment"])
    op.create_table(
        "boards",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("follows_from", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_boards"),
    )


def _fill() -> None:
    """What can't be read stays without: it is told as damaged wherever it is read, as before."""
    connection, last = op.get_bind(), -1
    query = sa.select(_EVIDENCE.c.id, _EVIDENCE.c.said).order_by(_EVIDENCE.c.id).limit(_BATCH)
    while rows := connection.execute(query.where(_EVIDENCE.c.id > last)).all():
        last = rows[-1].id
        named = [{"row": row.id, "named": _commitment(row.said)} for row in rows]
        told = sa.update(_EVIDENCE).where(_EVIDENCE.c.id == sa.bindparam("row"))
        connection.execute(told.values(commitment=sa.bindparam("named")), named)


def _commitment(said: object) -> str:
    try:
        row = json.loads(said) if isinstance(said, str) else said
    except (ValueError, RecursionError):
        return ""
    named = row.get("commitment") if isinstance(row, dict) else None
    return named if isinstance(named, str) else ""
