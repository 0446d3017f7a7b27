"""Take a whole batch back, or say what stands in the way. What counted counts no more; a session
stays in the history as withdrawn, everything else goes as if it had never come."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from server import clock, problems
from server.accounts.models import Device, User, UserArea
from server.admin_units.actions import moved_on
from server.admin_units.models import AdminUnit, AdminUnitName, AdminUnitParent
from server.admin_units.queries import forget
from server.catalogue.models import Venue
from server.extensions import db, write
from server.imports import store
from server.imports.actions import held, told
from server.imports.hamlets import PEOPLE, correct
from server.imports.models import ImportBatch, ImportMade
from server.rollups import actions as rollups
from server.sessions import counts
from server.sessions.models import OutreachSession, SessionPlace, SessionRevision
from server.teams.models import Team, TeamMember

CHUNK = 500  # sessions held in memory at a time
MOST_NAMED = 3
REASON = "Hoàn tác lần nhập tệp"
S = OutreachSession
Counted = dict[uuid.UUID, tuple[int, rollups.Counts]]


def undo(batch: ImportBatch, *, by: User) -> ImportBatch:
    """All or nothing. Doing it twice changes nothing. Raises `IMPORT_IN_USE` with what stands in
    the way, in words."""
    if batch.state == "undone":
        return batch
    progress = store.Progress(batch.id, by.id, batch.kind, batch.file_name)
    try:
        ticking = progress.begin("undoing", batch.added + batch.corrected)
        counted = _counted(Batch(batch.id).sessions(), ticking)
        done = write(_undo, batch.id, by, counted)
    except IntegrityError as error:
        told = ["đã có nội dung khác gắn với những gì lần nhập này đưa vào"]
        raise problems.IMPORT_IN_USE(in_the_way=told) from error
    finally:
        progress.end()
        forget()
    store.drop(batch.id)
    return done


def _undo(batch_id: uuid.UUID, by: User, counted: Counted) -> ImportBatch:
    batch = held(batch_id)
    if batch.state == "undone":
        return batch
    if batch.state == "applied":
        made = Batch(batch_id)
        found = [
            what for look in (_sessions, _members, _users, _teams, _hamlets) for what in look(made)
        ]
        if found:
            raise problems.IMPORT_IN_USE(in_the_way=found)
        _take_back(made, by, counted)
    batch.state, batch.undone_at, batch.undone_by_id = "undone", clock.now(), by.id
    told(batch, "undone", by=by, rows=batch.added + batch.corrected)
    return batch


class Batch:
    """What a batch made, as subqueries and, where they are few, as rows."""

    def __init__(self, batch_id: uuid.UUID):
        self.id = batch_id

    def numbers(self, type_: str) -> Select:
        m = ImportMade
        return select(m.number).where(m.batch_id == self.id, m.type == type_)

    def sessions(self) -> Select:
        return select(ImportMade.session_id).where(
            ImportMade.batch_id == self.id, ImportMade.type == "session"
        )

    def facts(self, type_: str) -> list[tuple[int, dict]]:
        m = ImportMade
        query = select(m.number, m.facts).where(m.batch_id == self.id, m.type == type_)
        return [(number, facts) for number, facts in db.session.execute(query)]


def _sessions(made: Batch) -> Iterable[str]:
    query = select(S.state, S.version, func.count()).where(S.id.in_(made.sessions()))
    approved = changed = 0
    for state, version, n in db.session.execute(query.group_by(S.state, S.version)):
        approved += n if state == "approved" else 0
        changed += n if (state, version) > ("pending", 1) and state == "pending" else 0
        changed += n if state == "returned" and version > 2 else 0
    if approved:
        yield f"{approved} buổi đã được duyệt"
    if changed:
        yield f"{changed} buổi đã được sửa sau khi nhập"


def _members(made: Batch) -> Iterable[str]:
    pairs = {(facts["team_id"], facts["user_id"]) for _, facts in made.facts("member")}
    if not pairs:
        return
    users = {user for _, user in pairs}
    teams = {team for team, _ in pairs}
    recorded = select(S.team_id, S.recorded_by).where(S.team_id.in_(teams)).distinct()
    busy = {user for team, user in db.session.execute(recorded) if (team, user) in pairs}
    yield from _by_name(User, busy & users, "đã ghi buổi cho Tổ")


def _users(made: Batch) -> Iterable[str]:
    users = made.numbers("user")
    signed_in = select(Device.user_id).where(Device.user_id.in_(users))
    secret = select(User.id).where(User.id.in_(users), User.secret_hash.isnot(None))
    here = set(db.session.scalars(signed_in)) | set(db.session.scalars(secret))
    yield from _by_name(User, here, "đã đăng nhập")
    own = {(facts["team_id"], facts["user_id"]) for _, facts in made.facts("member")}
    members = select(TeamMember.team_id, TeamMember.user_id)
    now = db.session.execute(members.where(TeamMember.user_id.in_(users)))
    elsewhere = {user for team, user in now if (team, user) not in own}
    yield from _by_name(User, elsewhere, "đã vào Tổ khác")


def _teams(made: Batch) -> Iterable[str]:
    teams = made.numbers("team")
    recorded = select(S.team_id).where(S.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(recorded)), "đã có buổi được ghi")
    joined = select(TeamMember.team_id).where(TeamMember.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(joined)), "đã có thành viên")


def _hamlets(made: Batch) -> Iterable[str]:
    hamlets = made.numbers("hamlet")
    for column, what in (
        (Team.home_id, "đã có Tổ"),
        (S.place_id, "đã có buổi được ghi"),
        (SessionPlace.place_id, "đã có buổi được ghi"),
        (UserArea.unit_id, "đã có cán bộ phụ trách"),
        (Venue.place_id, "đã có địa điểm"),
    ):
        busy = set(db.session.scalars(select(column).where(column.in_(hamlets)).distinct()))
        names = select(AdminUnitName.name).where(AdminUnitName.unit_id.in_(busy))
        yield from _named(list(db.session.scalars(names)), what)
    units = {u.id: u for u in db.session.scalars(_of(AdminUnit, made.numbers("people")))}
    later = [
        number
        for number, facts in made.facts("people")
        if any(getattr(units[number], name) != value for name, value in facts["after"].items())
    ]
    if later:
        yield f"dân số, số hộ của {len(later)} khóm, ấp đã được sửa lần nữa"


def _of(model: Any, ids: Select) -> Select:
    return select(model).where(model.id.in_(ids))


def _by_name(model: Any, ids: set[int], what: str) -> Iterable[str]:
    names = select(model.name).where(model.id.in_(sorted(ids)[:MOST_NAMED])).order_by(model.id)
    shown = list(db.session.scalars(names)) if ids else []
    yield from _named(shown + [""] * (len(ids) - len(shown)), what)


def _named(names: list[str], what: str) -> Iterable[str]:
    if not names:
        return
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED]) + (f" và {more} nơi, người khác" if more > 0 else "")
    yield f"{shown} {what}"


def _take_back(made: Batch, by: User, counted: Counted) -> None:
    _withdraw(made, by, counted)
    _end_memberships([facts for _, facts in made.facts("member")])
    users = made.numbers("user")
    db.session.execute(delete(UserArea).where(UserArea.user_id.in_(users)))
    db.session.execute(delete(User).where(User.id.in_(users)))
    db.session.execute(delete(Team).where(Team.id.in_(made.numbers("team"))))
    before = {number: facts["before"] for number, facts in made.facts("people")}
    correct({unit: {n: v for n, v in was.items() if n in PEOPLE} for unit, was in before.items()})
    hamlets = made.numbers("hamlet")
    for column in (AdminUnitParent.child_id, AdminUnitName.unit_id, AdminUnit.id):
        done = db.session.execute(delete(column.class_).where(column.in_(hamlets)))
    if done.rowcount:
        moved_on()


def _end_memberships(made: list[dict]) -> None:
    """Take memberships out, by their keys, in one go."""
    keys = TeamMember.__table__.primary_key
    one = delete(TeamMember.__table__).where(*(key == bindparam(f"its_{key.name}") for key in keys))
    rows = [facts | {"joined_on": date.fromisoformat(facts["joined_on"])} for facts in made]
    if rows:
        named = [{f"its_{name}": value for name, value in row.items()} for row in rows]
        db.session.connection().execute(one, named)


def _counted(ids: Any, tick: Any) -> Counted:
    """What sessions add to the totals, with the version that does. Long for many, so worked out
    before anybody has to wait; of those that have moved since, once more."""
    found: Counted = {}
    wanted = list(db.session.scalars(select(S.id).where(S.id.in_(ids)).order_by(S.id)))
    for start in range(0, len(wanted), CHUNK):
        part = wanted[start : start + CHUNK]
        for session in db.session.scalars(select(S).where(S.id.in_(part))):
            found[session.id] = (session.version, counts.of(session))
            db.session.expunge(session)  # twenty thousand at once would fill the memory
        tick(start + len(part))
    return found


def _withdraw(made: Batch, by: User, counted: Counted) -> None:
    """Withdraw the sessions that wait or were returned, and take their counts out."""
    open_ = (S.id.in_(made.sessions()), S.state.in_(("pending", "returned")))
    held = select(S.id, S.version).where(*open_).order_by(S.id).with_for_update()
    versions = dict(db.session.execute(held).all())
    if not versions:
        return
    moved = [id for id, version in versions.items() if counted.get(id, (0,))[0] != version]
    for start in range(0, len(moved), CHUNK):
        for session in db.session.scalars(select(S).where(S.id.in_(moved[start : start + CHUNK]))):
            counted[session.id] = (session.version, counts.of(session))
    now = clock.now()
    said = {"action": "withdrawn", "at": now, "by_id": by.id, "comment": REASON}
    revisions = [{"session_id": id, "version": n + 1, **said} for id, n in versions.items()]
    db.session.execute(
        update(S)
        .where(*open_)
        .values(state="withdrawn", version=S.version + 1, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    db.session.connection().execute(insert(SessionRevision.__table__), revisions)
    rollups.apply(rollups.difference(new=[], old=[counted[id][1] for id in versions]))
