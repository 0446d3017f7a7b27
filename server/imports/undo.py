"""Take a whole batch back, or say what stands in the way. What counted counts no more; a session
stays in the history as withdrawn, everything else goes as if it had never come, but for the log."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from server import clock, problems
from server.accounts.models import User, UserArea
from server.accounts.queries import area_ids
from server.admin_units.actions import moved_on
from server.admin_units.models import AdminUnit, AdminUnitName, AdminUnitParent
from server.admin_units.queries import forget
from server.audit.actions import record as log
from server.extensions import db, write
from server.imports import obstacles, store, unit_log, unsent
from server.imports.actions import held, told
from server.imports.bulk import in_parts, room
from server.imports.contents import Contents, lowest
from server.imports.hamlets import PEOPLE, correct
from server.imports.models import ImportBatch
from server.imports.said import say
from server.imports.teams import place_above
from server.imports.turns import turn
from server.rollups import actions as rollups
from server.sessions import counts
from server.sessions.endings import IMPORT_UNDONE
from server.sessions.models import OutreachSession, SessionRevision, in_state
from server.teams.models import Team, TeamMember
from server.teams.queries import scope_of

S = OutreachSession
# Who refused one may think again, and then it would count.
OPEN = ("pending", "returned", "refused")


def undo(batch: ImportBatch, *, despite_unsent: bool = False, by: User) -> ImportBatch:
    """All or nothing. Doing it twice changes nothing. Raises `OUTSIDE_AREA` unless everything that
    would go lies where `by` answers for today, `IMPORT_IN_USE` with what stands in the way, in
    words, and `IMPORT_HAS_UNSENT`, with whose they are, when the phones of who would leave a team
    still hold sessions, unless that is known."""
    if batch.state == "undone":
        return batch
    with turn(by.id):
        done = _undone(batch, despite_unsent, by)
    store.drop(batch.id)
    return done


def _undone(batch: ImportBatch, despite_unsent: bool, by: User) -> ImportBatch:
    progress = store.Progress(batch.id, by.id, batch.kind, batch.file_name)
    try:
        ticking = progress.begin("undoing", batch.added + batch.corrected)
        counted = Counted(Contents(batch.id).sessions(), ticking)
        return write(_undo, batch.id, despite_unsent, by, counted)
    except IntegrityError as error:
        raise problems.IMPORT_IN_USE(in_the_way=[say("something_more")]) from error
    finally:
        progress.end()
        forget()


def _undo(batch_id: uuid.UUID, despite_unsent: bool, by: User, counted: "Counted") -> ImportBatch:
    batch = held(batch_id)
    if batch.state == "undone":
        return batch
    place, what = None, "dropped"
    if batch.state == "applied":
        made = Contents(batch_id)
        if not made.lies_in(scope_of(by)):
            raise problems.OUTSIDE_AREA()
        with room():
            if found := obstacles.found(made):
                raise problems.IMPORT_IN_USE(in_the_way=found)
            if not despite_unsent and (waits := unsent.waiting(made)):
                whose = unsent.holders(waits, by)
                raise problems.IMPORT_HAS_UNSENT(n=sum(waits.values()), holders=whose)
            place, what = lowest(made.places), "undone"
            _take_back(made, by, counted)
    elif batch.by_id != by.id:
        raise problems.FORBIDDEN()
    batch.state, batch.undone_at, batch.undone_by_id = "undone", clock.now(), by.id
    told(batch, what, by=by, place_id=place, rows=batch.added + batch.corrected)
    return batch


def _take_back(made: Contents, by: User, counted: "Counted") -> None:
    _withdraw(made, by, counted)
    _take_people_back(made, by)
    _take_teams_back(made, by)
    before = {number: facts["before"] for number, facts in made.facts("people")}
    correct({unit: {n: v for n, v in was.items() if n in PEOPLE} for unit, was in before.items()})
    hamlets = made.numbers("hamlet")
    unit_log.tell("taken_back", list(db.session.scalars(hamlets)), by, {})
    for column in (AdminUnitParent.child_id, AdminUnitName.unit_id, AdminUnit.id):
        done = db.session.execute(delete(column.class_).where(column.in_(hamlets)))
    if done.rowcount:
        moved_on()


def _take_people_back(made: Contents, by: User) -> None:
    homes = _homes(facts["team_id"] for facts in made.members)
    for team, user in _end_memberships(made.members):
        log("team.member_taken_back", "team", team, by=by, place_id=homes[team], user=user)
    users = made.numbers("user")
    first = {facts["user_id"]: homes.get(facts["team_id"]) for facts in made.members}
    areas = dict(_rows(UserArea.user_id, UserArea.unit_id, UserArea.user_id.in_(users)))
    lost = lowest(set(area_ids(by)))  # for those whose team is gone
    for user, name in _rows(User.id, User.name, User.id.in_(users)):
        place = place_above(areas[user]) if user in areas else first.get(user) or lost
        log("user.taken_back", "user", user, by=by, place_id=place, name=name)
    db.session.execute(delete(UserArea).where(UserArea.user_id.in_(users)))
    db.session.execute(delete(User).where(User.id.in_(users)))


def _take_teams_back(made: Contents, by: User) -> None:
    inside = Team.id.in_(made.teams())
    for team, name, home in db.session.execute(
        select(Team.id, Team.name, Team.home_id).where(inside)
    ):
        log("team.taken_back", "team", team, by=by, place_id=place_above(home), name=name)
    db.session.execute(delete(Team).where(inside))


def _homes(teams: Iterable[int]) -> dict[int, int]:
    """Team -> the unit that the log names."""
    rows = _rows(Team.id, Team.home_id, Team.id.in_(set(teams)))
    return {team: place_above(home) for team, home in rows}


def _rows(key: Any, value: Any, condition: Any) -> list[tuple]:
    return [tuple(row) for row in db.session.execute(select(key, value).where(condition))]


def _end_memberships(made: list[dict]) -> list[tuple[int, int]]:
    """Take memberships out, by their keys, in one go; gives (team, person) of those there were."""
    m, keys = TeamMember, TeamMember.__table__.primary_key
    wanted = [facts | {"joined_on": date.fromisoformat(facts["joined_on"])} for facts in made]
    if not wanted:
        return []
    query = select(*keys).where(m.team_id.in_({row["team_id"] for row in wanted}))
    there = {tuple(row) for row in db.session.execute(query)}
    one = delete(m.__table__).where(*(key == bindparam(f"its_{key.name}") for key in keys))
    named = [{f"its_{name}": value for name, value in row.items()} for row in wanted]
    db.session.connection().execute(one, named)
    gone = [tuple(row[key.name] for key in keys) for row in wanted]
    return [key[:2] for key in gone if key in there]


class Counted:
    """What sessions add to the totals, each with the version that does. Long for many, so worked
    out before anybody has to wait; of those that have moved since, once more."""

    def __init__(self, ids: Any, tick: Any):
        self.of: dict[uuid.UUID, tuple[int, rollups.Counts]] = {}
        open_ = select(S.id).where(S.id.in_(ids), in_state(OPEN))
        wanted = list(db.session.scalars(open_.order_by(S.id)))
        for part in in_parts(wanted):
            self._read(part)
            tick(len(self.of))
        self.all = self._taken(self.of)

    def _read(self, ids: list[uuid.UUID]) -> None:
        for session in db.session.scalars(select(S).where(S.id.in_(ids))):
            self.of[session.id] = (session.version, counts.of(session))
            db.session.expunge(session)  # twenty thousand at once would fill the memory

    def _taken(self, ids: Iterable[uuid.UUID]) -> rollups.Counts:
        return rollups.difference(new=[], old=[self.of[id][1] for id in ids])

    def difference(self, open_: Any) -> rollups.Counts:
        """What the totals lose when the sessions go that are open now."""
        now = dict(_rows(S.id, S.version, open_))
        moved = [id for id, version in now.items() if self.of.get(id, (0,))[0] != version]
        if not moved and len(now) == len(self.of):
            return self.all
        for part in in_parts(moved):
            self._read(part)
        return self._taken(now)


def _withdraw(made: Contents, by: User, counted: Counted) -> None:
    """Withdraw the sessions that wait, were returned or refused, and take their counts out. They
    are held already. Statements that do not grow with them, for everybody else who writes is
    waiting."""
    open_ = S.id.in_(made.sessions()) & in_state(OPEN)
    less = counted.difference(open_)
    now = clock.now()
    said = {"action": "withdrawn", "at": now, "by_id": by.id}
    columns = SessionRevision.__table__.c
    why = {"reasons": [IMPORT_UNDONE], "fields": []}
    values = [literal(value, columns[name].type) for name, value in (said | why).items()]
    db.session.execute(
        insert(SessionRevision).from_select(
            ["session_id", "version", *said, *why],
            select(S.id, S.version + 1, *values).where(open_),
            include_defaults=False,
        )
    )
    db.session.execute(
        update(S)
        .where(open_)
        .values(state="withdrawn", version=S.version + 1, changed_at=now)
        .execution_options(synchronize_session=False)
    )
    rollups.apply(less)
