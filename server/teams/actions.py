"""Change teams and their rosters. Callers commit."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import delete as remove
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from server import clock, problems
from server.accounts.areas import FURTHEST_AHEAD
from server.accounts.models import User
from server.admin_units.actions import hold_land
from server.admin_units.models import ALWAYS, FOREVER
from server.admin_units.queries import register
from server.admin_units.units import Unit
from server.audit.actions import record as log
from server.config import PROGRAMME_START
from server.extensions import db
from server.problems import field_error
from server.teams import leading
from server.teams.models import FACTS, Team, TeamMember
from server.teams.newcomers import person_for
from server.teams.queries import facts_before
from server.teams.reach import left_behind
from server.teams.times import require_there

# At which levels a team of each kind may be at home.
HOME_LEVELS = {
    "hamlet": ("hamlet",),
    "commune": ("commune",),
    "youth": ("province", "district", "commune"),
    "agency": ("province", "district", "commune", "hamlet"),
}

# What hangs on a team that never worked goes with it: what was made above this package for somebody
# to come in by.
ways_in: list[Callable[[int], None]] = []

# When a team worked is known to its sessions, which stand above teams and add their way here: the
# first and the last day on which it did, by its id.
worked: list[Callable[[int], tuple[date, date] | None]] = []

# As is whether it has any session, withdrawn and refused ones included: then it is not deleted.
kept: list[Callable[[int], bool]] = []

# And how many sessions the phones of its people say that they still hold.
unsent: list[Callable[[int], int]] = []


def create(data: dict, *, by: User) -> Team:
    """Found a team at a unit that exists on its founding day."""
    hold_land()
    check_new(data)
    _check_name(data["name"], data["home_id"])
    team = Team(**data)
    db.session.add(team)
    db.session.flush()
    log("team.created", "team", team.id, by=by, place_id=team.home_id, kind=team.kind)
    return team


def check_new(data: dict) -> None:
    """Raise unless a team may be founded at that unit on that day."""
    unit = register().units.get(data["home_id"])
    if unit is None or unit.level not in HOME_LEVELS[data["kind"]]:
        raise problems.invalid(field_error("/home_id", "no_such_place"))
    _check_founding(unit, data["founded_on"])


def _check_name(name: str, home_id: int, but: int = 0) -> None:
    """Raise when another team that works at one home is called so: nobody could tell them apart."""
    at_home = select(Team.name).where(Team.home_id == home_id, Team.id != but)
    working = at_home.where(Team.dissolved_on > clock.today())
    if name.casefold() in (known.casefold() for known in db.session.scalars(working)):
        raise problems.invalid(field_error("/name", "team_name_taken"))


def check_founding_day(day: date) -> None:
    """Raise unless a team may have been founded on a day, wherever it is."""
    if day > clock.today():
        today = f"{clock.today():%d/%m/%Y}"
        raise problems.invalid(field_error("/founded_on", "in_future", today=today))
    if day < PROGRAMME_START:
        start = f"{PROGRAMME_START:%d/%m/%Y}"
        raise problems.invalid(field_error("/founded_on", "before_programme", start=start))


def _check_founding(home: Unit, day: date) -> None:
    check_founding_day(day)
    if not home.exists_on(day):
        written = f"{day:%d/%m/%Y}"
        raise problems.invalid(field_error("/founded_on", "unit_not_then", date=written))


def change(team_id: int, data: dict, *, version: int, by: User) -> Team:
    """Change a team's papers; dissolving it gives the day from which it is no more, the founding
    day for one that never was. What is as it was is no change: nothing of it is logged."""
    if data.keys() & {"name", "dissolved_on"}:
        hold_land()  # before the team, as a file that puts people into it does
    team = db.session.get(Team, team_id, populate_existing=True, with_for_update=True)
    if team is None:
        raise problems.NOT_FOUND()
    if team.version != version:
        raise problems.STALE()
    changes = _changes(team, data)
    if not changes:
        return team
    if "founded_on" in changes:
        _check_founding(register().units[team.home_id], changes["founded_on"])
    is_renamed = changes.get("name", team.name).casefold() != team.name.casefold()
    comes_back = team.dissolved_on <= clock.today() < changes.get("dissolved_on", ALWAYS)
    if is_renamed or comes_back:
        _check_name(changes.get("name", team.name), team.home_id, team.id)
    for name, value in changes.items():
        setattr(team, name, value)
    latest = clock.today() + FURTHEST_AHEAD
    if latest < team.dissolved_on < FOREVER:
        wrong = field_error("/dissolved_on", "too_far_ahead", latest=f"{latest:%d/%m/%Y}")
        raise problems.invalid(wrong)
    if team.founded_on > team.dissolved_on:
        raise problems.invalid(field_error("/dissolved_on", "wrong_order"))
    _check_worked(team)
    team.version += 1
    told: dict[str, Any] = {"fields": sorted(changes)}
    if "dissolved_on" in changes and team.dissolved_on < FOREVER:
        told["on"] = team.dissolved_on.isoformat()
    log("team.changed", "team", team.id, by=by, place_id=team.home_id, **told)
    return team


def _changes(team: Team, data: dict) -> dict:
    """What of `data` differs from the team, as the team keeps it."""
    wanted = dict(data)
    if "dissolved_on" in data:
        wanted["dissolved_on"] = data["dissolved_on"] or FOREVER
    return {name: value for name, value in wanted.items() if getattr(team, name) != value}


def _check_worked(team: Team) -> None:
    """Raise when a session would lie outside the team's time. The team is held, and who records
    for it asks for it too: none can slip in."""
    for way in worked:
        days = way(team.id)
        if days and days[0] < team.founded_on:
            first = f"{days[0]:%d/%m/%Y}"
            raise problems.invalid(field_error("/founded_on", "worked_before", first=first))
        if days and days[1] >= team.dissolved_on:
            last = f"{days[1]:%d/%m/%Y}"
            raise problems.invalid(field_error("/dissolved_on", "worked_after", last=last))


def last_worked_on(team_id: int) -> date | None:
    """The last day of a session that holds a team's end back."""
    return max((days[1] for way in worked if (days := way(team_id))), default=None)


def delete(team_id: int, *, despite_unsent: bool = False, by: User) -> None:
    """Take away a team that was added by mistake, with its roster and its invitations; the people
    stay, where it was at home. `TEAM_HAS_UNSENT` when their phones still hold sessions, which
    nobody could send any more, unless that is known. `TEAM_IN_USE` when it has sessions: they are
    known above this package, so the database's keys decide."""
    team = db.session.get(Team, team_id, populate_existing=True, with_for_update=True)
    if team is None:
        raise problems.NOT_FOUND()
    if not despite_unsent and (held := unsent_of(team_id)):
        raise problems.TEAM_HAS_UNSENT(n=held)
    told = {"place_id": team.home_id, "name": team.name, "kind": team.kind}
    of_it = TeamMember.team_id == team_id
    there = db.session.scalars(select(TeamMember.user_id).where(of_it).distinct())
    members = sorted(there)
    try:
        for way in ways_in:
            way(team_id)
        left_behind(members, team.home_id)
        db.session.execute(remove(TeamMember).where(of_it))
        db.session.delete(team)
        db.session.flush()
    except IntegrityError:
        raise problems.TEAM_IN_USE() from None
    log("team.deleted", "team", team_id, by=by, members=members, **told)


def unsent_of(team_id: int) -> int:
    """How many sessions, of whatever team, wait on the phones of a team's people."""
    return sum(way(team_id) for way in unsent)


def add_member(team: Team, data: dict, *, by: User) -> TeamMember:
    """Put a person on a team's roster; a phone that nobody has yet makes a new volunteer."""
    user = person_for(data, team, by)
    said = {name: data[name] for name in FACTS if name in data}
    return put_on_roster(
        team, user, role=data["role"], joined_on=data.get("joined_on"), by=by, **said
    )


def put_on_roster(
    team: Team, user: User, *, role: str, by: User, joined_on: date | None = None, **facts: Any
) -> TeamMember:
    """Let a person be of a team from a day on; `TAKEN` when they are. Nobody becomes its leader
    beside another. Who comes back is who they were there, but for `facts`. The team is held: of
    two who add one person the second finds them there."""
    joined_on = joined_on or clock.today()
    leading.hold([team.id])
    _check_joining(team, joined_on)
    if role == "leader":
        leading.require_free(team, user.id, joined_on)
    known = select(TeamMember).where(
        TeamMember.team_id == team.id, TeamMember.user_id == user.id, TeamMember.left_on > joined_on
    )
    if db.session.scalar(known.limit(1)):
        raise problems.TAKEN()
    who = facts_before([user.id]).get((team.id, user.id), {}) | facts
    member = TeamMember(team_id=team.id, user_id=user.id, role=role, joined_on=joined_on, **who)
    member.user = user
    db.session.add(member)
    log("team.member_added", "team", team.id, by=by, place_id=team.home_id, user=user.id)
    return member


def _check_joining(team: Team, day: date) -> None:
    latest = clock.today() + FURTHEST_AHEAD
    if day > latest:
        wrong = field_error("/joined_on", "too_far_ahead", latest=f"{latest:%d/%m/%Y}")
        raise problems.invalid(wrong)
    require_there(team, day, "/joined_on")


def end_membership(team: Team, user_id: int, *, by: User) -> None:
    """Let a person leave a team today; what they recorded stays."""
    today = clock.today()
    leading.hold([team.id])
    times = db.session.query(TeamMember).filter_by(team_id=team.id, user_id=user_id).all()
    if not any(member.left_on > today for member in times):
        raise problems.NOT_FOUND()
    for member in times:
        if member.joined_on < today < member.left_on:
            member.left_on = today
        elif member.joined_on >= today:
            db.session.delete(member)
    left_behind([user_id], team.home_id)
    log("team.member_left", "team", team.id, by=by, place_id=team.home_id, user=user_id)
