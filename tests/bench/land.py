"""A province with as many sessions as wanted: the demo, multiplied in the database itself."""

from collections.abc import Iterator
from itertools import count, cycle, islice

from sqlalchemy import func, insert, select, text

from server import clock
from server.accounts.models import User
from server.extensions import db, write
from server.rollups.actions import rebuild
from server.sessions.models import OutreachSession
from server.sessions.totals import expected
from server.teams.models import Team, TeamMember

COPIED = [c.name for c in OutreachSession.__table__.columns if c.name != "id"]
# 862 teams of the 4.8 people that a team has (27,218 teams with 130,487 members in 34 provinces on
# 14/6/2022, baotintuc.vn) make some 4,200; with all who left in four years, and room.
PEOPLE = 20_000
SPREAD = 7_654_321  # their phones lie as far apart as phones do
# Of the copies a few wait, are returned and so on, told by how their ids end: 1 in 256 each.
STATES = {"a0": "pending", "b0": "returned", "c0": "refused", "d0": "withdrawn"}
DASHED = " || '-' || ".join(
    f"substr(s.id, {start}, {length})"
    for start, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)
ASKED_BACK = "e00"  # of these there are never many


def grow_to(wanted: int) -> int:
    """Copy counted sessions, with their services, places and hints, under new ids until there are
    `wanted`, each in the log; bring the people up to `PEOPLE` and the totals up to the sessions.
    Gives how many there are."""
    while (there := _count(OutreachSession)) < wanted:
        write(_copy, min(wanted - there, 100_000))
    write(_log)
    write(_spread)
    write(_people, PEOPLE - _count(User))
    write(rebuild, expected())
    # PostgreSQL looks at what it holds by itself; SQLite only at a release, when it held less.
    if db.engine.dialect.name == "postgresql":
        write(lambda: db.session.execute(text("ANALYZE")))
    return there


def _count(model: type) -> int:
    found = db.session.scalar(select(func.count()).select_from(model))
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
        "INSERT INTO session_flag (session_id, flag, date, place_id)"
        " SELECT new_id, flag, date, place_id FROM session_flag JOIN copied ON old_id = session_id",
        "DROP TABLE copied",
    ):
        db.session.execute(text(statement))


def _log() -> None:
    """The log of all that was copied, in the order of time, as a log grows: what an earlier size
    had of it is written anew, or each size would begin again in 2022."""
    is_sqlite = db.engine.dialect.name == "sqlite"
    # As the log writes a session's id, on both databases.
    key = DASHED if is_sqlite else "CAST(s.id AS TEXT)"
    db.session.execute(text("DELETE FROM audit_entry WHERE mac = ''"))
    db.session.execute(
        text(
            "INSERT INTO audit_entry"
            " (at, actor_id, action, object_type, object_id, place_id, details, mac)"
            f" SELECT received_at, recorded_by, 'session.recorded', 'session', {key}, place_id,"
            " '{}', '' FROM outreach_session s WHERE NOT EXISTS (SELECT 1 FROM audit_entry"
            f" WHERE object_type = 'session' AND object_id = {key}) ORDER BY received_at"
        )
    )


def _spread() -> None:
    for ending, state in STATES.items():
        _where_ends(ending, f"state = '{state}'")
    _where_ends(ASKED_BACK, "asked_back_at = changed_at, asked_back_by = recorded_by")


def _where_ends(ending: str, changes: str) -> None:
    db.session.execute(
        text(
            f"UPDATE outreach_session SET {changes}"
            f" WHERE state = 'approved' AND CAST(id AS TEXT) LIKE '%{ending}'"
        )
    )


def _people(n: int) -> None:
    """Volunteers with the names of those there are, spread over the teams."""
    if n <= 0:
        return
    named = db.session.execute(select(User.name, User.folded).order_by(User.id)).all()
    teams = db.session.execute(select(Team.id, Team.founded_on).order_by(Team.id)).all()
    last = db.session.scalar(select(func.max(User.id)))
    now = clock.now()
    users = (
        {"id": last + i, "name": name, "folded": folded, "phone": f"03{i * SPREAD % 10**8:08d}",
         "role": "volunteer", "created_at": now}
        for i, (name, folded) in zip(range(1, n + 1), cycle(named), strict=False)
    )  # fmt: skip
    members = (
        {"team_id": team, "user_id": last + i, "joined_on": day, "role": "member"}
        for i, (team, day) in zip(range(1, n + 1), cycle(teams), strict=False)
    )
    for table, rows in ((User.__table__, users), (TeamMember.__table__, members)):
        for some in _by_thousands(rows):
            db.session.execute(insert(table), some)


def _by_thousands(rows: Iterator[dict]) -> Iterator[list[dict]]:
    for _ in count():
        some = list(islice(rows, 1000))
        if not some:
            return
        yield some
