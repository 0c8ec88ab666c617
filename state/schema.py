"""Which tables are there, and what stands in them?"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.exc import DontWrapMixin

VERSION_TABLE = "bywhen_schema"
"""Where the step the tables stand at is written down; our own name, as others' programs use Alembic too."""

HEAD = "0003_boards"
"""The newest step in state/migrations, said here so that opening a ledger need not load Alembic."""


class NaiveTimeError(ValueError, DontWrapMixin):
    """A time without a zone: it could mean two different moments."""


class Moment(TypeDecorator[datetime]):
    """An aware time, kept and returned in UTC. SQLite has no zones: there the column holds UTC without saying so."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise NaiveTimeError(f"{value} has no time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("key", Text, nullable=False),
    UniqueConstraint("source", "key"),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("presence", Text, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("since", Date, nullable=False),
    Column("spool", JSON, nullable=False),
    UniqueConstraint("document_id", "number"),
)

readings = Table(
    "readings",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("version_id", ForeignKey("versions.id"), primary_key=True),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("version_id", ForeignKey("versions.id"), nullable=False),
    Column("identity", Text, nullable=False),
    Column("said", JSON, nullable=False),
    Column("commitment", Text, nullable=False, server_default=""),
    UniqueConstraint("digest", "version_id", "identity"),
    Index(None, "digest", "commitment"),
)

boards = Table(
    "boards",
    metadata,
    Column("name", Text, primary_key=True),
    Column("follows_from", Text, nullable=False),
    Column("seal", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)
"""The rows of registers on the day they were worked out last; whenever these are missing they are worked out anew."""

rulings = Table(
    "rulings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("register", Text, nullable=False),
    Column("ruling", Text, nullable=False),
    Column("decided_at", Moment),
    Column("said", JSON, nullable=False),
    UniqueConstraint("register", "ruling"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("register", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("told_at", Moment, nullable=False),
    Column("said", JSON, nullable=False),
    Index(None, "register", "told_at"),
)

spans = Table(
    "spans",
    metadata,
    Column("source", Text, primary_key=True),
    Column("asked", Text, primary_key=True),
    Column("since", Date, primary_key=True),
    Column("until", Date, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("source", Text, primary_key=True),
    Column("tried_at", Moment, nullable=False),
    Column("sound_at", Moment),
    Column("failures", Integer, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    Column("identity", Text, primary_key=True),
    Column("reporter", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("place", Text),
    Column("position", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("open", Boolean, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", Moment, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
