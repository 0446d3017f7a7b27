"""One-time codes for all of a team who have no PIN yet, to be printed and handed out: each as
strong, as short-lived and as much logged as one that is issued alone."""

from sqlalchemy import or_, select

from server import clock
from server.access.permissions import Role
from server.accounts import secrets
from server.accounts.actions import CODE_LIFE, issue_code
from server.accounts.models import User
from server.accounts.queries import places_of
from server.extensions import db, write
from server.teams.models import Team, TeamMember
from server.teams.reach import in_other_hands, members_under

AT_ONCE = 30  # to hash a code takes 60 ms


def issue(team: Team, *, after: int, by: User) -> dict:
    """Codes for the next members without a PIN, by their ids, as `FirstCodes`. A code of before
    that nobody used is good no more; who has chosen a PIN keeps it. Who is in a
    team of another area too is left to an officer above."""
    found = _without_pin(team.id, after, by)
    codes = {user.id: secrets.one_time_code() for user, _ in found[:AT_ONCE]}
    hashes = {user: secrets.hashed(code) for user, code in codes.items()}
    until = clock.now() + CODE_LIFE
    given = write(_issue, hashes, by)
    items = [
        {"user_id": u.id, "name": u.name, "phone": u.phone, "role": role, "code": codes[u.id]}
        for u, role in found[:AT_ONCE]
        if u.id in given
    ]
    more = len(found) > AT_ONCE
    return {"items": items, "expires_at": until, "next": max(codes) if more else None}


def _without_pin(team_id: int, after: int, by: User) -> list[tuple[User, str]]:
    m, today, places = TeamMember, clock.today(), places_of(by)
    rows = db.session.execute(
        select(User, m.role)
        .join(m, m.user_id == User.id)
        .where(m.team_id == team_id, m.joined_on <= today, m.left_on > today)
        .where(User.id > after, _may_have_a_code())
        .where(members_under(places), ~in_other_hands(places))
        .order_by(User.id)
        .limit(AT_ONCE + 1)
    )
    return [(user, role) for user, role in rows]


def _may_have_a_code():
    locked_out = or_(User.secret_hash.isnot(None), User.disabled_at.isnot(None))
    return (User.role == Role.VOLUNTEER) & ~locked_out


def _issue(hashes: dict[int, str], by: User) -> set[int]:
    """Whoever has chosen a PIN while the codes were hashed is left out."""
    wanted = select(User.id).where(User.id.in_(hashes), _may_have_a_code())
    given = set(db.session.scalars(wanted.order_by(User.id).with_for_update()))
    for user_id in sorted(given):
        issue_code(db.session.get(User, user_id), hashes[user_id], by=by)
    return given
