"""A province with as many sessions as wanted: the demo, multiplied in the database itself."""

from sqlalchemy import func, select, text

from server.extensions import db, write
from server.rollups.actions import rebuild
from server.sessions.models import OutreachSession
from server.sessions.totals import expected

COPIED = [c.name for c in OutreachSession.__table__.columns if c.name != "id"]


def grow_to(wanted: int) -> int:
    """Copy counted sessions, with their services and places, under new ids until there are
    `wanted`; then bring the totals up to them. Gives how many there are."""
    while (there := _count()) < wanted:
        write(_copy, min(wanted - there, 100_000))
    write(rebuild, expected())
    _analyse()
    return there


def _count() -> int:
    found = db.session.scalar(select(func.count()).select_from(OutreachSession))
    db.session.rollback()
    return found


def _copy(n: int) -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    new_id = "lower(hex(randomblob(16)))" if is_sqlite else "gen_random_uuid()"
    columns = ", ".join(f'"{name}"' for name in COPIED)
    for statement in (
        "DROP TABLE IF EXISTS copied",
        f"CREATE TEMPORARY TABLE copied AS SELECT id AS old_id, {new_id} AS new_id"
        f" FROM outreach_session WHERE state = 'approved' ORDER BY id LIMIT {n}",
        f"INSERT INTO outreach_session (id, {columns}) SELECT new_id, {columns}"
        " FROM outreach_session JOIN copied ON old_id = id",
        "INSERT INTO session_service (session_id, service, position, assisted, completed)"
        " SELECT new_id, service, position, assisted, completed"
        " FROM session_service JOIN copied ON old_id = session_id",
        "INSERT INTO session_place (session_id, place_id)"
        " SELECT new_id, place_id FROM session_place JOIN copied ON old_id = session_id",
        "DROP TABLE copied",
    ):
        db.session.execute(text(statement))


def _analyse() -> None:
    write(lambda: db.session.execute(text("ANALYZE")))
