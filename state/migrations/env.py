"""How does Alembic reach the database? Through the connection that state.schema_steps hands it."""

from alembic import context

from state.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
