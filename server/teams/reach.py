"""Whom an officer sees and manages among the volunteers: those of the teams of their area, and who
is on no roster at all but stood there last. Over an account somebody has power only who answers for
every team that its owner is in."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select, true, union, update
from sqlalchemy.orm import aliased

from server import clock, problems
from server.access.permissions import Role
from server.accounts.models import User, UserArea
from server.accounts.queries import in_area, places_of, require_manageable
from server.admin_units.queries import register
from server.extensions import db
from server.planner import among, of_each
from server.problems import field_error
from server.teams.models import Team, TeamMember

MUCH = 4  # a larger share of all places than one in so many


def members_under(places: Iterable[int]) -> ColumnElement[bool]:
    """The condition on `User` for the volunteers of teams at home on some land. Who has left all
    teams stays with whoever looks after one of them, to be taken back or signed out; who is on no
    roster any more, with whoever looks after the last."""
    other, today = aliased(TeamMember), clock.today()
    elsewhere = exists().where(other.user_id == TeamMember.user_id, other.left_on > today)
    reached = of_each(
        TeamMember.user_id == User.id,
        Team.id == TeamMember.team_id,
        among(Team.home_id, places),
        or_(TeamMember.left_on > today, ~elsewhere),
    )
    stood = and_(among(User.last_home_id, places), on_no_roster())
    return and_(User.role == Role.VOLUNTEER, or_(reached, stood))


def on_no_roster() -> ColumnElement[bool]:
    """The condition on `User` for whom no roster names, not even as a former member."""
    time = aliased(TeamMember)
    return ~of_each(time.user_id == User.id)


def without_team() -> ColumnElement[bool]:
    """The condition on `User` for the volunteers who are in no team, and will be in none."""
    time = aliased(TeamMember)
    here = exists().where(time.user_id == User.id, time.left_on > clock.today())
    return and_(User.role == Role.VOLUNTEER, ~here)


def within(by: User) -> ColumnElement[bool]:
    """The condition on `User` for everybody whom `by` sees."""
    return or_(in_area(by), members_under(places_of(by)))


def near(by: User) -> ColumnElement[bool]:
    """A condition on `User` that whoever `by` sees fulfils, for the database to begin with: from
    the land up for a part of the province, whose people are few among all; none for most of it."""
    places = places_of(by)
    if by.role == Role.SYSTEM_ADMINISTRATOR or len(places) * MUCH > len(register().units):
        return true()
    return of_land(places, by)


def of_land(places: Iterable[int], by: User) -> ColumnElement[bool]:
    """The condition on `User` for `by` and everybody who answers or ever stood for some land."""
    here = among(Team.home_id, places)
    roster = select(TeamMember.user_id).join(Team, Team.id == TeamMember.team_id).where(here)
    staff = select(UserArea.user_id).where(among(UserArea.unit_id, places))
    stood = select(User.id).where(among(User.last_home_id, places))
    return User.id.in_(union(roster, staff, stood, select(literal(by.id))))


def left_behind(user_ids: Iterable[int], home_id: int) -> None:
    """Keep where people stood whom a roster names no more: on another, they are found by that."""
    whose = update(User).where(User.id.in_(list(user_ids)), User.role == Role.VOLUNTEER)
    db.session.execute(whose.values(last_home_id=home_id))


def in_other_hands(places: Iterable[int]) -> ColumnElement[bool]:
    """The condition on `User` for who is, or will be, in a team that is at home elsewhere; or stood
    there last, and is on no roster now."""
    time, team = aliased(TeamMember), aliased(Team)  # whatever the query around asks of the two
    there = exists().where(
        time.user_id == User.id,
        time.left_on > clock.today(),
        team.id == time.team_id,
        ~among(team.home_id, places),
    )
    return or_(there, and_(~among(User.last_home_id, places), on_no_roster()))


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
    seen = select(User.id).where(User.id.in_(gone), within(by))
    return gone - set(db.session.scalars(seen))
