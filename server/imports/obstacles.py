"""What stands in the way of taking a batch back. All that would be taken back is held
first, each kind in the order of its ids, so that what is found here still holds when it goes."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, case, func, literal, or_, select

from server.accounts.models import Device, User, UserArea
from server.admin_units.models import AdminUnit, AdminUnitName
from server.catalogue.models import Venue
from server.extensions import db
from server.imports.bulk import in_parts
from server.imports.contents import Contents
from server.imports.said import Said, say
from server.sessions.models import OutreachSession, SessionPlace, SessionRevision
from server.teams.models import Team, TeamMember

MOST_NAMED = 3
CHANGING = ("amended", "merged", "unmerged")  # of what happens to a session
S = OutreachSession


def found(made: Contents) -> list[Said]:
    """Everything in the way; nothing when the batch can go."""
    _hold(made)
    looks = (_sessions, _members, _users, _teams, _hamlets)
    return [what for look in looks for what in look(made)]


def _hold(made: Contents) -> None:
    joined = [facts["user_id"] for facts in made.members]
    teams = made.teams()
    _lock(Team.id, Team.id.in_(teams))
    _lock(User.id, User.id.in_(made.numbers("user")))
    for part in in_parts(sorted(joined)):
        _lock(TeamMember.user_id, TeamMember.user_id.in_(part))
    _lock(S.id, S.id.in_(made.sessions()))


def _lock(column: Any, condition: Any) -> None:
    rows = select(column).where(condition).order_by(column).with_for_update().subquery()
    db.session.execute(select(func.count()).select_from(rows))


def _sessions(made: Contents) -> Iterable[Said]:
    """One look at all of them for everything that may stand in the way of one."""
    moved = (S.state == "pending") & (S.version > 1) | (S.state == "returned") & (S.version > 2)
    changed = moved & S.id.in_(_changed_since(made))
    ways = (
        (S.state == "approved", "approved"),
        (changed, "session_changed"),
        (S.merged_into.isnot(None), "merged"),
    )
    own = select(S.receipt_code, case(*ways)).where(S.id.in_(made.sessions()))
    busy = own.where(or_(*(condition for condition, _ in ways)))
    shared = select(S.receipt_code, literal("stands_for_another"))
    standing = shared.where(S.id.in_(_standing_for_others(made)))
    found: dict[str, list[str]] = {}
    for query in (busy, standing):
        for code, why in db.session.execute(query.order_by(S.date, S.id)):
            found.setdefault(why, []).append(code)
    for why, codes in found.items():
        more = ", …" if len(codes) > MOST_NAMED else ""
        shown = ", ".join(codes[:MOST_NAMED]) + more
        if why == "approved":
            yield say("sessions_approved", n=len(codes), codes=shown)
        else:
            yield say("sessions_in_use", n=len(codes), why=say(why), codes=shown)


def _changed_since(made: Contents) -> Select:
    """Those of which something else is told since. What was only reviewed and opened again is as it
    came in: else who approved one could not make way."""
    r = SessionRevision
    return select(r.session_id).where(r.session_id.in_(made.sessions()), r.action.in_(CHANGING))


def _standing_for_others(made: Contents) -> Select:
    return select(S.merged_into).where(S.merged_into.in_(made.sessions()))


def _members(made: Contents) -> Iterable[Said]:
    pairs = {(facts["team_id"], facts["user_id"]) for facts in made.members}
    if not pairs:
        return
    users = {user for _, user in pairs}
    teams = {team for team, _ in pairs}
    recorded = select(S.team_id, S.recorded_by).where(S.team_id.in_(teams)).distinct()
    busy = {user for team, user in db.session.execute(recorded) if (team, user) in pairs}
    yield from _by_name(User, busy & users, "recorded_for_team")
    yield from _by_name(User, _changed(made, teams), "member_changed")


def _changed(made: Contents, teams: set[int]) -> set[int]:
    """Those whose membership is not what the file made it any more, or who began another since. Of
    one that is gone altogether nothing is to be taken back."""
    m, now = TeamMember, {}
    query = select(m.team_id, m.user_id, m.joined_on, m.version).where(m.team_id.in_(teams))
    for team, user, joined_on, version in db.session.execute(query):
        now.setdefault((team, user), {})[joined_on.isoformat()] = version
    changed = set()
    for facts in made.members:
        times = now.get((facts["team_id"], facts["user_id"]), {})
        is_same = times.get(facts["joined_on"]) == 1 and max(times) == facts["joined_on"]
        if times and not is_same:
            changed.add(facts["user_id"])
    return changed


def _users(made: Contents) -> Iterable[Said]:
    users = made.numbers("user")
    signed_in = select(Device.user_id).where(Device.user_id.in_(users))
    secret = select(User.id).where(User.id.in_(users), User.secret_hash.isnot(None))
    here = set(db.session.scalars(signed_in)) | set(db.session.scalars(secret))
    yield from _by_name(User, here, "signed_in")
    own = {(facts["team_id"], facts["user_id"]) for facts in made.members}
    members = select(TeamMember.team_id, TeamMember.user_id)
    now = db.session.execute(members.where(TeamMember.user_id.in_(users)))
    elsewhere = {user for team, user in now if (team, user) not in own}
    yield from _by_name(User, elsewhere, "in_other_team")


def _teams(made: Contents) -> Iterable[Said]:
    teams = made.teams()
    recorded = select(S.team_id).where(S.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(recorded)), "has_sessions")
    joined = select(TeamMember.team_id).where(TeamMember.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(joined)), "has_members")


def _hamlets(made: Contents) -> Iterable[Said]:
    hamlets = made.numbers("hamlet")
    for column, why in (
        (Team.home_id, "has_team"),
        (S.place_id, "has_sessions"),
        (SessionPlace.place_id, "has_sessions"),
        (UserArea.unit_id, "has_officer"),
        (Venue.place_id, "has_venue"),
    ):
        busy = set(db.session.scalars(select(column).where(column.in_(hamlets)).distinct()))
        names = select(AdminUnitName.name).where(AdminUnitName.unit_id.in_(busy))
        yield from _named(list(db.session.scalars(names)), why)
    query = select(AdminUnit).where(AdminUnit.id.in_(made.numbers("people")))
    units = {unit.id: unit for unit in db.session.scalars(query)}
    later = [
        number
        for number, facts in made.facts("people")
        if any(getattr(units[number], name) != value for name, value in facts["after"].items())
    ]
    if later:
        yield say("people_corrected", n=len(later))


def _by_name(model: Any, ids: set[int], why: str) -> Iterable[Said]:
    names = select(model.name).where(model.id.in_(sorted(ids)[:MOST_NAMED])).order_by(model.id)
    shown = list(db.session.scalars(names)) if ids else []
    yield from _named(shown + [""] * (len(ids) - len(shown)), why)


def _named(names: list[str], why: str) -> Iterable[Said]:
    if not names:
        return
    more = len(names) - MOST_NAMED
    shown: Any = ", ".join(names[:MOST_NAMED])
    shown = say("and_more", names=shown, n=more) if more > 0 else shown
    yield say("in_use", names=shown, why=say(why))
