"""How does a state of the version before look? Its tables, made out of today's by going the newest step back."""

from sqlalchemy import text

from state.connections import database_url, open_engine, transaction

BACK = (
    "DROP INDEX ix_evidence_digest_commitment",
    "ALTER TABLE evidence DROP COLUMN commitment",
    "DROP TABLE boards",
    "UPDATE bywhen_schema SET version_num = '0002_marks'",
)


def step_back(address: str) -> None:
    """Make the tables of a state what they were before the newest step; what stands in them stays."""
    engine = open_engine(database_url(address))
    with transaction(engine, writes=True) as connection:
        for statement in BACK:
            connection.execute(text(statement))
    engine.dispose()
