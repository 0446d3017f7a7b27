"""A team's times of membership set right, and its lead handed over. Each runs inside `write`."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from server import clock, problems
from server.accounts.areas import FURTHEST_AHEAD
from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.audit.actions import record as log
from server.extensions import db
from server.problems import field_error
from server.teams import leading
from server.teams.actions import put_on_roster
from server.teams.models import FACTS, Team, TeamMember
from server.teams.newcomers import person_for
from server.teams.reach import left_behind, require_for_team
from server.teams.times import require_there


def change_time(
    team: Team, user_id: int, joined_on: date, data: dict, *, version: int, by: User
) -> TeamMember:
    """Set right what a time in a team says: role, organisation, days. A role that changes on some
    day is another time, not this one."""
    times = _held(team.id)
    time = next((t for t in times if (t.user_id, t.joined_on) == (user_id, joined_on)), None)
    if time is None:
        raise problems.NOT_FOUND()
    if time.version != version:
        raise problems.STALE()
    start, end = data.get("joined_on", time.joined_on), data.get("left_on", time.left_on) or FOREVER
    if end > max(time.left_on, clock.today()):
        require_for_team(user_id, by)  # who left is taken back
    if start != time.joined_on:
        require_there(team, start, "/joined_on")
    _check_days(start, end, [t for t in times if t.user_id == user_id and t is not time])
    leads_more = time.role != "leader" or start < time.joined_on or end > time.left_on
    # Of several leaders, as there were before, each can still be set right.
    if data.get("role", time.role) == "leader" and leads_more:
        leading.require_free(team, user_id, start, end)
    values = data | {"joined_on": start, "left_on": end}
    changed = [name for name, value in values.items() if getattr(time, name) != value]
    for name in changed:
        setattr(time, name, values[name])
    if changed:
        time.version += 1
        _log("team.member_changed", team, by, user=user_id, fields=sorted(changed))
    return _joined([t for t in times if t.user_id == user_id], start)


def _check_days(start: date, end: date, others: list[TeamMember]) -> None:
    if start >= end:
        raise problems.invalid(field_error("/left_on", "wrong_order"))
    if any(other.joined_on < end and start < other.left_on for other in others):
        raise problems.invalid(field_error("/joined_on", "overlaps"))


def name_leader(team: Team, data: dict, *, by: User) -> TeamMember:
    """Hand a team's lead over from a day on: `data` says to whom (a member, somebody else, or
    somebody new), and whether who led goes on as a member or leaves."""
    day = data.get("from_") or clock.today()
    times = _held(team.id)
    _check_day(team, day)
    user = person_for(data, team, by)
    mine = next((t for t in times if t.user_id == user.id and _runs(t, day)), None)
    if mine is not None and mine.role == "leader":
        raise problems.TAKEN()
    others = [t for t in times if t.role == "leader" and t.user_id != user.id]
    former = [t for t in others if _runs(t, day)]
    _check_later(team, day, [t for t in others if t.joined_on > day])
    for time in former:
        if data["former"] == "member":
            own = [t for t in times if t.user_id == time.user_id]
            _joined([*own, _next(time, day, "member")], day)
        else:
            _leave(team, time, day)
    told = {"user": user.id, "former": [t.user_id for t in former], "stays": data["former"]}
    _log("team.leader_named", team, by, **told, on=day.isoformat())
    db.session.flush()  # so that nobody leads beside them who has just stopped
    if mine is None:
        return put_on_roster(team, user, role="leader", joined_on=day, by=by)
    return _joined([*(t for t in times if t.user_id == user.id), _next(mine, day, "leader")], day)


def _check_day(team: Team, day: date) -> None:
    latest = clock.today() + FURTHEST_AHEAD
    if day > latest:
        raise problems.invalid(field_error("/from", "too_far_ahead", latest=f"{latest:%d/%m/%Y}"))
    require_there(team, day, "/from")


def _check_later(team: Team, day: date, later: list[TeamMember]) -> None:
    """Raise when somebody else is to lead from a later day on already."""
    if later:
        first = min(later, key=lambda time: time.joined_on)
        since, lead = f"{first.joined_on:%d/%m/%Y}", leading.called(team)
        wrong = field_error("/from", "leads_later", name=first.user.name, since=since, lead=lead)
        raise problems.invalid(wrong)


def _held(team_id: int) -> list[TeamMember]:
    """The team's times of membership; whoever else changes them waits."""
    leading.hold([team_id])
    query = select(TeamMember).where(TeamMember.team_id == team_id)
    query = query.options(joinedload(TeamMember.user))
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def _runs(time: TeamMember, day: date) -> bool:
    return time.joined_on <= day < time.left_on


def _leave(team: Team, time: TeamMember, day: date) -> None:
    if time.joined_on == day:
        left_behind([time.user_id], team.home_id)
        db.session.delete(time)
    else:
        time.left_on = day
        time.version += 1


def _next(time: TeamMember, day: date, role: str) -> TeamMember:
    """Go on in another role from a day on."""
    time.version += 1
    if time.joined_on == day:
        time.role = role
        return time
    kept = {name: getattr(time, name) for name in ("team_id", "user_id", "left_on", *FACTS)}
    following = TeamMember(**kept, joined_on=day, role=role)
    following.user = db.session.get(User, time.user_id)
    time.left_on = day
    db.session.add(following)
    return following


def _joined(own: list[TeamMember], day: date) -> TeamMember:
    """Which of one person's times runs on a day. One that has yet to begin and says the same as the
    time just before it becomes a part of that."""
    db.session.flush()
    whole: list[TeamMember] = []
    for time in sorted(set(own), key=lambda time: time.joined_on):
        if whole and _goes_on(whole[-1], time):
            whole[-1].left_on = time.left_on
            whole[-1].version += 1
            db.session.delete(time)
        else:
            whole.append(time)
    return next(time for time in whole if _runs(time, day))


def _goes_on(time: TeamMember, following: TeamMember) -> bool:
    same = all(getattr(time, name) == getattr(following, name) for name in ("role", *FACTS))
    return same and time.left_on == following.joined_on > clock.today()


def _log(action: str, team: Team, by: User, **details: Any) -> None:
    log(action, "team", team.id, by=by, place_id=team.home_id, **details)
