"""Reads of invitations and requests, and who may invite into a team."""

import uuid
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_

from server import clock, problems
from server.access.permissions import Permission, Role
from server.access.requires import permissions_of
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import everything_under
from server.extensions import db
from server.invitations.models import Invitation, JoinRequest
from server.invitations.tokens import digest, token
from server.teams.models import MEMBER_ROLES, Team, TeamMember
from server.teams.queries import memberships, scope_of
from server.teams.queries import shown as team_shown
from server.teams.reach import has_charge


def may_invite(by: User, scope: Scope) -> ColumnElement[bool]:
    """The condition on `Team` for the teams that a person may invite into: those of their area, and
    those that they lead."""
    led = Team.id.in_(scope.leads)
    if Permission.TEAM_MANAGE not in permissions_of(by):
        return led
    return or_(led, scope.condition(place=Team.home_id))


def teams_to_invite(ids: Iterable[int], by: User, *, dissolved: bool = False) -> list[Team]:
    """Those of the teams into which a person may invite, in the order asked; without those that
    are no more, unless `dissolved` says so."""
    wanted = list(ids)
    query = select(Team).where(Team.id.in_(wanted), may_invite(by, scope_of(by)))
    if not dissolved:
        query = query.where(Team.dissolved_on > clock.today())
    return sorted(db.session.scalars(query), key=lambda team: wanted.index(team.id))


def sheet_size(by: User, wanted: dict) -> dict:
    """`{teams, without_code}` of the teams that work; `wanted` names a unit, a kind or a team."""
    today = clock.today()
    coded = select(Invitation.team_id).where(Invitation.kind == "team", *_usable())
    query = select(func.count(), func.count().filter(Team.id.not_in(coded)))
    query = query.where(may_invite(by, scope_of(by)), Team.dissolved_on > today)
    if "unit" in wanted:
        query = query.where(Team.home_id.in_(everything_under(wanted["unit"], today)))
    if "kind" in wanted:
        query = query.where(Team.kind == wanted["kind"])
    if "team" in wanted:
        query = query.where(Team.id == wanted["team"])
    teams, without = db.session.execute(query.select_from(Team)).one()
    return {"teams": teams, "without_code": without}


def require_team(team_id: int, by: User, *, dissolved: bool = False) -> Team:
    """The team, if a person may invite into it; else `NOT_FOUND`."""
    found = teams_to_invite([team_id], by, dissolved=dissolved)
    if not found:
        raise problems.NOT_FOUND()
    return found[0]


def by_token(typed: str) -> Invitation:
    """The invitation with a code, in whatever state; `INVITATION_UNKNOWN` when there is none."""
    found = db.session.scalar(select(Invitation).where(Invitation.digest == digest(typed[:40])))
    if found is None:
        raise problems.INVITATION_UNKNOWN()
    return found


def open_invitations(team_ids: Iterable[int]) -> list[Invitation]:
    """Those that can still be used, the team's own before personal ones."""
    rows = db.session.scalars(
        select(Invitation)
        .where(Invitation.team_id.in_(list(team_ids)))
        .where(*_usable())
        .order_by(Invitation.kind.desc(), Invitation.created_at.desc())
    )
    return list(rows)


def _usable() -> list[ColumnElement[bool]]:
    lasting = or_(Invitation.expires_at.is_(None), Invitation.expires_at > clock.now())
    return [Invitation.revoked_at.is_(None), Invitation.used_at.is_(None), lasting]


def shown(invitations: list[Invitation]) -> list[dict]:
    """Invitations as the API gives them; one query for their counts."""
    waiting = _waiting([invitation.id for invitation in invitations])
    return [
        {
            "token": token(invitation.id),
            "kind": invitation.kind,
            "role": invitation.role,
            "name": invitation.name,
            "team": team_shown(invitation.team),
            "created_at": invitation.created_at,
            "created_by": invitation.creator,
            "expires_at": invitation.expires_at,
            "waiting": waiting.get(invitation.id, 0),
        }
        for invitation in invitations
    ]


def welcome(invitation: Invitation) -> dict:
    """What somebody with the link may know of an invitation, and nothing else of the team."""
    team = team_shown(invitation.team)
    return {
        "kind": invitation.kind,
        "state": invitation.state(clock.now()),
        "name": invitation.name,
        "team": {"name": team["name"], "place": team["home"]["full_name"]},
        "invited_by": invitation.creator.name,
    }


def _waiting(ids: list[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = db.session.execute(
        select(JoinRequest.invitation_id, func.count())
        .where(JoinRequest.invitation_id.in_(ids), JoinRequest.status == "waiting")
        .group_by(JoinRequest.invitation_id)
    )
    return {invitation_id: count for invitation_id, count in rows}


def waiting_requests(
    by: User, *, team: int | None, unit: int | None, after: list | None, limit: int
) -> Select:
    """Requests to join the teams that a person may invite into, or those of them that are at home
    in a unit; the oldest first."""
    query = (
        select(JoinRequest)
        .join(Team, Team.id == JoinRequest.team_id)
        .where(JoinRequest.status == "waiting", may_invite(by, scope_of(by)))
        .order_by(JoinRequest.asked_at, JoinRequest.id)
        .limit(limit)
    )
    if team is not None:
        query = query.where(JoinRequest.team_id == team)
    if unit is not None:
        query = query.where(Team.home_id.in_(everything_under(unit, clock.today())))
    if after:
        query = query.where(tuple_(JoinRequest.asked_at, JoinRequest.id) > tuple(after))
    return query


def require_request(request_id: uuid.UUID, by: User) -> JoinRequest:
    """The request, if it is for a team that a person may invite into; else `NOT_FOUND`."""
    found = db.session.scalar(
        select(JoinRequest)
        .join(Team, Team.id == JoinRequest.team_id)
        .where(JoinRequest.id == request_id, may_invite(by, scope_of(by)))
    )
    if found is None:
        raise problems.NOT_FOUND()
    return found


def requests_shown(requests: list[JoinRequest]) -> list[dict]:
    """Requests as the API gives them; one query for who is known."""
    phones = [request.phone for request in requests]
    known = set(db.session.scalars(select(User.phone).where(User.phone.in_(phones))))
    return [
        {
            "id": request.id,
            "team": team_shown(request.team),
            "name": request.name,
            "phone": request.phone,
            "is_known": request.phone in known,
            "asked_at": request.asked_at,
            "status": request.status,
        }
        for request in requests
    ]


def membership(user: User, team_id: int) -> TeamMember | None:
    """A person's present time in a team."""
    return next((member for member, team in memberships(user) if team.id == team_id), None)


def is_unclaimed(user: User, team_id: int) -> bool:
    """Whether an account still waits for its person: a volunteer's, put on this team's roster by an
    officer or an import, and never signed in to."""
    if user.role != Role.VOLUNTEER or user.disabled_at or user.secret_hash or user.code_hash:
        return False
    return membership(user, team_id) is not None


def may_claim(user: User, team_id: int, role: str, by: User | None = None) -> bool:
    """Whether somebody may be given an account that waits for its person: who has a place there no
    higher than `role`, now or later, and none in another team; with one, it is for an officer `by`
    who answers for all of those teams to say who this is."""
    if not is_unclaimed(user, team_id):
        return False
    m = TeamMember
    of_now = select(m.team_id, m.role).where(m.user_id == user.id, m.left_on > clock.today())
    places = db.session.execute(of_now).all()
    if any(MEMBER_ROLES.index(place.role) < MEMBER_ROLES.index(role) for place in places):
        return False
    alone = all(place.team_id == team_id for place in places)
    return alone or (by is not None and has_charge(user, by))
