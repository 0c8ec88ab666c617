"""Step 0002: what a pass notes for the next one."""

import sqlalchemy as sa
from alembic import op

revision = "0002_marks"
down_revision = "0001_ledger"


def upgrade() -> None:
    """Make the table of marks."""
    op.create_table(
        "marks",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )
