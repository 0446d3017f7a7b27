"""The Flask extensions, the two ways to a database, and `write`, the only place that commits."""

import random
import time
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

import orjson
from flask import g
from flask_compress import Compress
from flask_jwt_extended import JWTManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import DateTime, MetaData, event, inspect, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, registry
from sqlalchemy.orm.util import identity_key
from sqlalchemy.types import TypeDecorator

from server import problems

try:  # A current SQLite: Debian 12's own has the WAL-reset bug (sqlite.org/wal.html#walresetbug).
    from pysqlite3 import dbapi2 as sqlite_module
except ImportError:  # pragma: no cover - no wheel for this platform
    import sqlite3 as sqlite_module

SAFE_WAL = (3, 51, 3)
BUSY_TIMEOUT = 30_000  # ms; the longest wait seen for a writer was 7.4 s
RETRIES = 5
READING = "reading"  # the bind key of the engine that may not write

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator):
    """An aware UTC datetime on both databases; SQLite alone would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = metadata
    registry = registry(type_annotation_map={datetime: Instant()}, metadata=metadata)


class RoutingSession(Session):
    """Reads on the reading engine until `write` opens the other one."""

    def get_bind(self, mapper=None, clause=None, bind=None, **kwargs):
        if bind is not None:
            return bind
        engines = self._db.engines
        return engines[None] if self.info.get("writing") else engines[READING]


db = SQLAlchemy(
    model_class=Base,
    disable_autonaming=True,
    session_options={"class_": RoutingSession, "expire_on_commit": False},
)
migrate = Migrate()
jwt = JWTManager()
compress = Compress()


def engine_settings(database_url: str) -> dict:
    """The Flask-SQLAlchemy settings for one database reached in two ways."""
    if database_url.startswith("sqlite"):
        options: dict[str, Any] = {"module": sqlite_module, "json_deserializer": orjson.loads}
        reading = options
    else:
        options = _postgresql("READ COMMITTED")
        # Every query of one request sees the same moment, so that a table adds up.
        reading = _postgresql("REPEATABLE READ", "-c default_transaction_read_only=on")
    return {
        "SQLALCHEMY_DATABASE_URI": database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": options,
        "SQLALCHEMY_BINDS": {READING: {"url": database_url, **reading}},
    }


def _postgresql(isolation: str, *more: str) -> dict[str, Any]:
    limits = ("-c lock_timeout=5s", "-c idle_in_transaction_session_timeout=60s")
    return {
        # No ping before each use: it would cost a write two more journeys to the database. When the
        # server has gone, one request is told to try again and the whole pool is renewed.
        "isolation_level": isolation,
        "json_deserializer": orjson.loads,
        "pool_size": 6,
        "max_overflow": 6,
        "pool_recycle": 1800,
        "connect_args": {"options": " ".join((*limits, *more))},
    }


def prepare_engines(app) -> None:
    """Give SQLite its transactions and its guarantees; PostgreSQL has them."""
    with app.app_context():
        for key, engine in db.engines.items():
            if engine.dialect.name == "sqlite":
                _prepare_sqlite(engine, writing=key is None)


def _prepare_sqlite(engine, *, writing: bool) -> None:
    safe_wal = sqlite_module.sqlite_version_info >= SAFE_WAL

    @event.listens_for(engine, "connect")
    def connect(connection, _record):
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={BUSY_TIMEOUT}",
            f"journal_mode={'WAL' if safe_wal else 'DELETE'}",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"query_only={'OFF' if writing else 'ON'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        if cursor.execute("PRAGMA foreign_keys").fetchone() != (1,):
            raise RuntimeError("SQLite refuses foreign keys")
        if cursor.execute("PRAGMA synchronous").fetchone() != (2,):
            raise RuntimeError("SQLite refuses synchronous=FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection):
        # A deferred BEGIN that turns into a write fails on a stale snapshot whatever the timeout.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def rows(model: type, ids: Collection[int]) -> dict[int, Any]:
    """The rows of some ids, by id. What a request has read already it reads no second time."""
    known = db.session.identity_map
    held = (known.get(identity_key(model, id)) for id in ids)
    found = {row.id: row for row in held if row is not None and not inspect(row).expired}
    if missing := [id for id in ids if id not in found]:
        read = db.session.scalars(select(model).where(model.id.in_(missing))).all()
        found |= {row.id: row for row in read}
        g.setdefault("rows", []).extend(read)  # the map forgets what nobody holds
    return found


def write(action: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run `action` in a write transaction of its own, commit, and give back what it returned.

    The whole transaction is tried again when the database had to break a tie (deadlock or
    serialisation failure), so an action reads what it changes inside itself. Raises
    `problems.BUSY` when the tie cannot be broken or the lock is not to be had."""
    session = db.session()
    for attempt in range(RETRIES):
        session.commit()  # ends the reading transaction; it holds nothing to write
        session.info["writing"] = True
        try:
            result = action(*args, **kwargs)
            session.commit()
            return result
        except OperationalError as error:
            session.rollback()
            if not _is_tie(error):
                raise
            time.sleep(random.uniform(0, 0.05 * 2**attempt))
        except BaseException:
            session.rollback()
            raise
        finally:
            session.info["writing"] = False
    raise problems.BUSY().with_headers(Retry_After="1")


def _is_tie(error: OperationalError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return state in ("40001", "40P01", "55P03") or "database is locked" in str(error.orig)
