"""Make and revoke invitations; say yes or no to who asks. Each runs inside `write`."""

import uuid
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, select, update

from server import clock, problems
from server.access.permissions import Permission, Role
from server.access.requires import permissions_of
from server.accounts.actions import create_user
from server.accounts.models import User
from server.audit.actions import record as log
from server.extensions import db
from server.invitations.models import Invitation, JoinRequest
from server.invitations.queries import is_unclaimed, may_claim, membership, open_invitations
from server.invitations.tokens import digest, token
from server.problems import field_error
from server.teams import leading
from server.teams.actions import put_on_roster, ways_in
from server.teams.models import MEMBER_ROLES, Team
from server.teams.times import require_there

PERSONAL_LIFE = timedelta(days=7)


def invite(data: dict, team: Team, *, by: User) -> Invitation:
    """Make an invitation into a team. A leader invites members; who leads is for the office to
    say."""
    if data["role"] != "member" and Permission.TEAM_MANAGE not in permissions_of(by):
        raise problems.invalid(field_error("/role", "not_allowed_here"))
    if data["kind"] == "personal" and data["role"] == "leader":
        leading.require_free(team, 0, clock.today())
    if data["kind"] == "team":
        return standing([team], by=by)[0]
    return _new("personal", team, data["role"], data["name"], by)


def _new(kind: str, team: Team, role: str, name: str | None, by: User) -> Invitation:
    now, made_id = clock.now(), uuid.uuid4()
    made = Invitation(
        id=made_id,
        digest=digest(token(made_id)),
        kind=kind,
        team_id=team.id,
        role=role if kind == "personal" else "member",
        name=name if kind == "personal" else None,
        created_by=by.id,
        created_at=now,
        expires_at=now + PERSONAL_LIFE if kind == "personal" else None,
    )
    made.team, made.creator = team, by
    db.session.add(made)
    db.session.flush()
    log("invitation.created", "team", team.id, by=by, place_id=team.home_id, kind=kind)
    return made


def standing(teams: list[Team], *, by: User) -> list[Invitation]:
    """Each team's own open invitation, made where there is none: for the sheet that hangs on the
    wall, which says the same however often it is printed."""
    # Held in one order: two sheets printed at once say the same.
    ids = [team.id for team in teams]
    db.session.execute(select(Team.id).where(Team.id.in_(ids)).order_by(Team.id).with_for_update())
    known: dict[int, Invitation] = {}
    for invitation in open_invitations(ids):
        if invitation.kind == "team":
            known.setdefault(invitation.team_id, invitation)
    return [known.get(team.id) or _new("team", team, "member", None, by) for team in teams]


def revoke(invitation: Invitation, *, by: User) -> None:
    """End an invitation; doing it twice changes nothing."""
    invitation = held(Invitation, invitation.id)
    if invitation.revoked_at is None:
        invitation.revoked_at = clock.now()
        home = invitation.team.home_id
        log("invitation.revoked", "team", invitation.team_id, by=by, place_id=home)


def decide(request_id: uuid.UUID, decision: str, *, by: User) -> JoinRequest:
    """Say yes or no to a request; the first word stands."""
    asked = held(JoinRequest, request_id)
    if asked.status != "waiting":
        return asked
    asked.status = {"approve": "approved", "decline": "declined"}[decision]
    asked.decided_at, asked.decided_by = clock.now(), by.id
    if decision == "approve":
        leading.hold([asked.team_id])  # before the person, as whoever adds them does
        require_there(asked.team, clock.today(), "/decision")
        take_in(_person(asked, by), asked.team, "member", by=by)
        _close_others(asked)
    asked.secret_hash = None
    log(f"join.{asked.status}", "team", asked.team_id, by=by, place_id=asked.team.home_id)
    return asked


def _person(asked: JoinRequest, by: User) -> User:
    """Whom a yes lets in: who proved their account, who claims a place on the roster, or somebody
    new. A phone that has become somebody else's since is nobody's to give away."""
    if asked.user_id is not None:
        user = db.session.get(User, asked.user_id)
        if user.disabled_at:
            raise problems.invalid(field_error("/decision", "phone_taken"))
        return user
    held_user = select(User).where(User.phone == asked.phone).with_for_update()
    user = db.session.scalar(held_user.execution_options(populate_existing=True))
    if user is None:
        new = {"name": asked.name, "phone": asked.phone, "role": Role.VOLUNTEER, "area_ids": []}
        user = create_user(new, by=by, place_id=asked.team.home_id)
    elif not may_claim(user, asked.team_id, _highest_to_give(by), by):
        if is_unclaimed(user, asked.team_id):
            raise problems.CLAIM_BY_OFFICE()
        raise problems.invalid(field_error("/decision", "phone_taken"))
    user.secret_hash = asked.secret_hash
    log("user.secret_chosen", "user", user.id, by=by, place_id=asked.team.home_id)
    return user


def _highest_to_give(by: User) -> str:
    """A leader lets members in; a leader's own place on the roster is the office's to give."""
    office = Permission.TEAM_MANAGE in permissions_of(by)
    return MEMBER_ROLES[0] if office else MEMBER_ROLES[-1]


def _close_others(answered: JoinRequest) -> None:
    """Who asked twice is in once: what else waits under the number is closed, its PIN forgotten."""
    others = update(JoinRequest).where(
        JoinRequest.team_id == answered.team_id,
        JoinRequest.phone == answered.phone,
        JoinRequest.id != answered.id,
        JoinRequest.status == "waiting",
    )
    closed = {"status": "declined", "decided_at": answered.decided_at, "secret_hash": None}
    db.session.execute(others.values(decided_by=answered.decided_by, **closed))


def take_in(user: User, team: Team, role: str, *, by: User) -> None:
    """Put somebody on a team's roster who is not on it today."""
    leading.hold([team.id])
    if membership(user, team.id) is None:
        if role == "leader" and leading.other(team.id, user.id, clock.today()):
            raise problems.TEAM_HAS_LEADER(lead=leading.called(team))
        put_on_roster(team, user, role=role, by=by)


def _drop(team_id: int) -> None:
    """Take away the invitations and requests of a team that is deleted."""
    for kind in (JoinRequest, Invitation):
        db.session.execute(delete(kind).where(kind.team_id == team_id))


ways_in.append(_drop)


def held(kind: type, key: uuid.UUID) -> Any:
    """An invitation or a request, held for this transaction; the team beside it is not."""
    return db.session.get(kind, key, populate_existing=True, with_for_update={"of": kind})
