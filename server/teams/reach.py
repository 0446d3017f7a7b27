"""Whom an officer sees and manages among the volunteers: those of the teams of their area. Over an
account somebody has power only who answers for every team that its owner is in."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from server import clock, problems
from server.access.permissions import Role
from server.access.scope import among
from server.accounts.models import User
from server.accounts.queries import in_area, places_of, require_manageable
from server.extensions import db
from server.problems import field_error
from server.teams.models import Team, TeamMember


def members_under(places: Iterable[int]) -> ColumnElement[bool]:
    """The condition on `User` for the volunteers of teams at home on some land; who has left all
    teams stays with whoever looks after one of them, to be taken back or signed out."""
    other, today = aliased(TeamMember), clock.today()
    elsewhere = exists().where(other.user_id == TeamMember.user_id, other.left_on > today)
    reached = exists().where(
        TeamMember.user_id == User.id,
        Team.id == TeamMember.team_id,
        among(Team.home_id, places),
        or_(TeamMember.left_on > today, ~elsewhere),
    )
    return and_(User.role == Role.VOLUNTEER, reached)


def in_other_hands(places: Iterable[int]) -> ColumnElement[bool]:
    """The condition on `User` for who is, or will be, in a team that is at home elsewhere."""
    time, team = aliased(TeamMember), aliased(Team)  # whatever the query around asks of the two
    return exists().where(
        time.user_id == User.id,
        time.left_on > clock.today(),
        team.id == time.team_id,
        ~among(team.home_id, places),
    )


def has_charge(user: User, by: User) -> bool:
    """Whether `by` answers for every team that a person is in: else a new code, phone or ban of
    theirs would reach into what another officer looks after."""
    if by.role == Role.SYSTEM_ADMINISTRATOR:
        return True
    other = select(User.id).where(User.id == user.id, in_other_hands(places_of(by)))
    return db.session.scalar(other) is None


def require_charge(user: User, by: User) -> User:
    """The person, if `by` answers for all of their teams; else raises `IN_OTHER_HANDS`."""
    if not has_charge(user, by):
        raise problems.IN_OTHER_HANDS()
    return user


def require_for_team(user_id: int, by: User) -> None:
    """Raise unless `by` may put a person into a team: one of their area, or one who left it and is
    nowhere now. Who has gone on to another area's team comes back by their own yes."""
    places = places_of(by)
    gone = exists().where(
        TeamMember.user_id == User.id,
        Team.id == TeamMember.team_id,
        among(Team.home_id, places),
    )
    moved = select(User.name).where(User.id == user_id, User.role == Role.VOLUNTEER)
    name = db.session.scalar(moved.where(gone, ~members_under(places)))
    if name is not None and by.role != Role.SYSTEM_ADMINISTRATOR:
        raise problems.MOVED_ON(name=name)
    require_person(user_id, by)


def require_person(user_id: int, by: User, pointer: str = "/user_id") -> User:
    """The person, if `by` may manage them. One of somebody else's area is nobody here, whatever
    their number: raises `INVALID` at `pointer`."""
    try:
        return require_manageable(user_id, by, members_under(places_of(by)))
    except problems.Problem as error:
        raise problems.invalid(field_error(pointer, "no_such_person")) from error


def out_of_sight(members: Iterable[TeamMember], by: User) -> set[int]:
    """Of those who were in a team, the people whom `by` would not be shown: they left it for
    another area."""
    today, rows = clock.today(), list(members)
    gone = {m.user_id for m in rows} - {m.user_id for m in rows if m.left_on > today}
    if not gone:
        return gone
    seen = select(User.id).where(User.id.in_(gone))
    seen = seen.where(or_(in_area(by), members_under(places_of(by))))
    return gone - set(db.session.scalars(seen))
