"""Reads of teams, and the scope that areas and memberships give a person."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import aliased, joinedload

from server import clock, problems
from server.access.permissions import Role
from server.access.scope import Scope
from server.accounts import entries, phones
from server.accounts.models import User, UserArea
from server.accounts.queries import area_ids, places_of
from server.admin_units.models import FOREVER
from server.admin_units.queries import brief, everything_under, named_on, register
from server.extensions import db
from server.teams.models import FACTS, Team, TeamMember

Held = list[tuple[TeamMember, Team]]
LEADING = ("leader", "deputy")


def scope_of(user: User) -> Scope:
    """Where a person may look today: the land of their areas, and the teams they belong to."""
    if user.role == Role.SYSTEM_ADMINISTRATOR:
        return Scope(everything=True)
    held = memberships(user)
    teams = [team for _, team in held]
    return Scope(
        places=places_of(user) if user.role != Role.VOLUNTEER else frozenset(),
        teams=frozenset(team.id for team in teams),
        leads=frozenset(team.id for member, team in held if member.role in LEADING),
        homes=frozenset(team.home_id for team in teams),
        rows=tuple(teams),
    )


def memberships(user: User) -> Held:
    """A person's teams today, by name."""
    today = clock.today()
    rows = db.session.execute(
        select(TeamMember, Team)
        .join(Team, Team.id == TeamMember.team_id)
        .where(
            TeamMember.user_id == user.id,
            TeamMember.joined_on <= today,
            TeamMember.left_on > today,
        )
        .order_by(Team.name, Team.id)
    )
    return [(member, team) for member, team in rows]


def was_member(user: User, team_id: int, day: date) -> bool:
    """Whether a person belongs to a team today or did on a day: what they recorded before they
    moved is still theirs to send."""
    times = db.session.execute(
        select(TeamMember.joined_on, TeamMember.left_on).where(
            TeamMember.team_id == team_id, TeamMember.user_id == user.id
        )
    ).all()
    return any(joined <= when < left for joined, left in times for when in (day, clock.today()))


def visible(scope: Scope) -> ColumnElement[bool]:
    """The condition on `Team` for the teams that a scope shows."""
    return scope.condition(place=Team.home_id, team=Team.id)


def was_there() -> ColumnElement[bool]:
    """The condition on `Team` for those that were there on some day: one added by mistake may end
    on the day it was founded, and then counts nowhere."""
    return Team.founded_on < Team.dissolved_on


def teams(scope: Scope, *, after: int, limit: int, unit: int | None, kind: str | None) -> Select:
    """Teams by id, from the one after `after`; `unit` keeps those at home on its land today."""
    query = select(Team).where(visible(scope), Team.id > after).order_by(Team.id).limit(limit)
    if unit is not None:
        query = query.where(Team.home_id.in_(everything_under(unit, clock.today())))
    return query.where(Team.kind == kind) if kind else query


def require_team(team_id: int, scope: Scope) -> Team:
    """The team, if the scope shows it; else `NOT_FOUND`."""
    found = db.session.scalar(select(Team).where(Team.id == team_id, visible(scope)))
    if found is None:
        raise problems.NOT_FOUND()
    return found


def members(team_id: int) -> list[TeamMember]:
    """Everybody who is or was in a team, leaders first, with their person."""
    rows = db.session.scalars(
        select(TeamMember).where(TeamMember.team_id == team_id).options(joinedload(TeamMember.user))
    )
    ranks = {"leader": 0, "deputy": 1, "member": 2}
    return sorted(rows, key=lambda m: (ranks[m.role], m.joined_on, m.user_id))


def facts_before(user_ids: Iterable[int]) -> dict[tuple[int, int], dict]:
    """By team and person, what stood of each of these people when they were in it last; they come
    back as who they were."""
    m = TeamMember
    facts = [getattr(m, name) for name in FACTS]
    times = select(m.team_id, m.user_id, *facts).where(m.user_id.in_(user_ids))
    # The later of two overwrites the earlier.
    return {
        (team, user): dict(zip(FACTS, said, strict=True))
        for team, user, *said in db.session.execute(times.order_by(m.joined_on))
    }


def only_here(team_id: int) -> int:
    """How many are, or will be, in this team and in no other."""
    m, other, today = TeamMember, aliased(TeamMember), clock.today()
    elsewhere = exists().where(
        other.user_id == m.user_id, other.team_id != team_id, other.left_on > today
    )
    whose = select(func.count(m.user_id.distinct()))
    return db.session.scalar(whose.where(m.team_id == team_id, m.left_on > today, ~elsewhere))


def leaders(team_ids: Iterable[int]) -> dict[int, tuple[str, str | None]]:
    """Whom to call about each team: name and phone of who leads it today and has not been disabled;
    a team without such a person is not in it."""
    m, today = TeamMember, clock.today()
    rows = db.session.execute(
        select(m.team_id, User.name, User.phone)
        .join(User, User.id == m.user_id)
        .where(m.team_id.in_(team_ids), m.role == "leader", User.disabled_at.is_(None))
        .where(m.joined_on <= today, m.left_on > today)
        .order_by(m.joined_on)
    )
    return {team: (name, phone) for team, name, phone in rows}


def listed(found: list[Team], *, masked: bool) -> list[dict]:
    """Teams as a list gives them: two queries for the people of all of them."""
    m, today, ids = TeamMember, clock.today(), [team.id for team in found]
    called = leaders(ids)
    present = (m.team_id.in_(ids), m.joined_on <= today, m.left_on > today)
    counted = select(m.team_id, func.count()).where(*present).group_by(m.team_id)
    members = dict(db.session.execute(counted).all())

    def leader(team: Team) -> dict | None:
        if team.id not in called:
            return None
        name, phone = called[team.id]
        return {"name": name, "phone": phones.masked(phone) if masked else phone}

    return [
        shown(team) | {"leader": leader(team), "members": members.get(team.id, 0)} for team in found
    ]


def shown(team: Team) -> dict:
    """A team as the API gives it, its home as it is called today."""
    today, end = clock.today(), team.dissolved_on
    return {
        "id": team.id,
        "kind": team.kind,
        "name": team.name,
        "home": named_on(team.home_id, today),
        "founded_on": team.founded_on,
        "dissolved_on": end if end <= today else None,
        "dissolves_on": end if today < end < FOREVER else None,
        "decision_number": team.decision_number,
        "is_pilot": team.is_pilot,
        "version": team.version,
    }


def own_areas(user: User) -> list[dict]:
    """The units a person answers for, as `/auth/me` gives them."""
    units, today = register(), clock.today()
    found = []
    for unit_id in area_ids(user):
        map_ = units.on(units.units[unit_id].nearest_day(today))
        found.append(brief(unit_id, map_))
    return found


def contact_of(user: User, held: Held) -> dict | None:
    """Whom to ask: a volunteer for a new PIN the officer nearest to their first team; who looks
    after no area any more, for one, whoever of the ranks above is nearest to their last."""
    today = clock.today()
    if user.role == Role.VOLUNTEER:
        place, ranks = (held[0][1].home_id if held else None), [Role.OFFICER.value]
    else:
        place, ranks = _last_area(user), [r.value for r in Role if r.rank > Role(user.role).rank]
    if place is None:
        return None
    above = register().on(today).path(place)
    officers = db.session.execute(
        select(User.name, User.phone, UserArea.unit_id)
        .join(UserArea, UserArea.user_id == User.id)
        .where(User.role.in_(ranks), User.disabled_at.is_(None))
        .where(UserArea.unit_id.in_(above))
        .where(UserArea.valid_from <= today, UserArea.valid_to > today)
        .order_by(User.id)
    ).all()
    nearest = min(officers, key=lambda row: above.index(row.unit_id), default=None)
    return {"name": nearest.name, "phone": nearest.phone} if nearest else None


def _last_area(user: User) -> int | None:
    """Of who answers for nothing today: the unit of today where what they had last, or will have,
    stands."""
    if not user.areas or area_ids(user):
        return None
    last = max(user.areas, key=lambda area: area.valid_to)
    return register().on(clock.today()).standing.get(last.unit_id)


def member_shown(member: TeamMember, *, masked: bool = False, facts: bool = True) -> dict:
    """A member as the API gives them; `masked` for a reader who would not be shown their page,
    `facts` for one who may set them right."""
    user = member.user
    told = ("is_female", "is_union_member") if facts else ()
    return {name: getattr(member, name) for name in told} | {
        "user_id": user.id,
        "name": user.name,
        "phone": phones.masked(user.phone) if masked else user.phone,
        "role": member.role,
        "organisation": member.organisation,
        "joined_on": member.joined_on,
        "left_on": member.left_on if member.left_on < FOREVER else None,
        "has_secret": user.secret_hash is not None,
        "is_disabled": user.disabled_at is not None,
        "is_in_reach": not masked,
        "version": member.version,
    }


def _homes(user: User) -> list[int]:
    """Of who is in no team today, where they were or will be."""
    if held := memberships(user):
        return [team.home_id for _, team in held]
    times = select(Team.home_id).join(TeamMember, TeamMember.team_id == Team.id)
    known = db.session.scalars(times.where(TeamMember.user_id == user.id)).all()
    return list(known) or [user.last_home_id] * (user.last_home_id is not None)


entries.homes.append(_homes)
