"""Somebody comes by an invitation. Secrets are checked and hashed before anything is locked; nobody
is made, and nothing is told, that the invitation does not open."""

import uuid

from sqlalchemy import func, select

from server import clock, problems
from server.access.permissions import Role
from server.accounts import limits, phones, secrets
from server.accounts.actions import create_user, knows_secret, open_device
from server.accounts.models import User
from server.audit.actions import record as log
from server.extensions import db, write
from server.invitations.actions import held, take_in
from server.invitations.models import Invitation, JoinRequest
from server.invitations.queries import is_member, is_unclaimed
from server.problems import field_error

MOST_WAITING = 200  # at one invitation: a code that leaked must not flood a leader
MOST_WAITING_PER_PHONE = 3


def come(invitation: Invitation, data: dict, label: str) -> dict | None:
    """Somebody who is not signed in, with name, phone and PIN: the tokens of who is in, or None
    for who waits for a yes."""
    name, phone = _who(data)
    user = db.session.scalar(select(User).where(User.phone == phone))
    secret_hash = _proof(user, phone, data["secret"], invitation.team_id)
    if invitation.kind == "personal":
        return write(_join, invitation.id, name, phone, secret_hash, label)
    if user is not None and secret_hash is None and is_member(user, invitation.team_id):
        return write(open_device, user, label)
    known = user if secret_hash is None else None
    write(_ask, invitation, data["request_id"], name, phone, known, secret_hash)
    return None


def come_signed_in(invitation: Invitation, request_id: uuid.UUID, user: User) -> bool:
    """Somebody who is signed in: whether they are in already, or wait for a yes."""
    if user.role != Role.VOLUNTEER:
        raise problems.FORBIDDEN()
    if is_member(user, invitation.team_id):
        return True
    if invitation.kind == "personal":
        write(_join_as, invitation.id, user)
        return True
    write(_ask, invitation, request_id, user.name, user.phone, user, None)
    return False


def require_open(invitation: Invitation, user: User | None = None) -> None:
    """Raise unless an invitation can be used: now, or again by who used it and lost the answer."""
    state = invitation.state(clock.now())
    if state == "used" and (user is None or invitation.used_by != user.id):
        raise problems.INVITATION_USED()
    if state in ("expired", "revoked"):
        raise problems.INVITATION_GONE()


def _who(data: dict) -> tuple[str, str]:
    missing = [name for name in ("name", "phone", "secret") if name not in data]
    if missing:
        raise problems.invalid(*(field_error(f"/{name}", "required") for name in missing))
    phone = phones.normalised(data["phone"])
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return data["name"], phone


def _proof(user: User | None, phone: str, secret: str, team_id: int) -> str | None:
    """The hash of a PIN that is new, or None when it proves the account that the phone has. Wrong
    ones count as tries to sign in."""
    if user is None or (user.role == Role.VOLUNTEER and is_unclaimed(user, team_id)):
        secrets.check_strength(secret, Role.VOLUNTEER, phone)
        return secrets.hashed(secret)
    limits.tries_left(*write(limits.take_try, phone))
    if user.role != Role.VOLUNTEER or not knows_secret(user, secret):
        raise problems.invalid(field_error("/phone", "phone_in_use"))
    write(limits.forget, phone)
    return None


def _join(key: uuid.UUID, name: str, phone: str, secret_hash: str | None, label: str) -> dict:
    invitation = held(Invitation, key)
    user = db.session.scalar(select(User).where(User.phone == phone))
    require_open(invitation, user)
    if user is None:
        new = {"name": name, "phone": phone, "role": Role.VOLUNTEER, "area_ids": []}
        user = create_user(new, by=invitation.creator)
    if secret_hash:
        user.secret_hash = secret_hash
    _use(invitation, user)
    return open_device(user, label)


def _join_as(key: uuid.UUID, user: User) -> None:
    invitation = held(Invitation, key)
    require_open(invitation, user)
    _use(invitation, user)


def _use(invitation: Invitation, user: User) -> None:
    take_in(user, invitation.team, invitation.role, by=user)
    if invitation.used_at is None:
        invitation.used_at, invitation.used_by = clock.now(), user.id


def _ask(
    invitation: Invitation,
    request_id: uuid.UUID,
    name: str,
    phone: str,
    user: User | None,
    secret_hash: str | None,
) -> None:
    """Ask to join; the same request again is the same."""
    known = db.session.get(JoinRequest, request_id)
    if known is not None:
        if (known.invitation_id, known.phone) != (invitation.id, phone):
            raise problems.TAKEN()
        return
    _leave_room(invitation.id, phone)
    db.session.add(
        JoinRequest(
            id=request_id,
            invitation_id=invitation.id,
            team_id=invitation.team_id,
            name=name,
            phone=phone,
            user_id=user.id if user else None,
            secret_hash=secret_hash,
            asked_at=clock.now(),
        )
    )
    home = invitation.team.home_id
    log("join.asked", "team", invitation.team_id, by=user, place_id=home, name=name)


def _leave_room(invitation_id: uuid.UUID, phone: str) -> None:
    waiting = select(func.count()).where(
        JoinRequest.invitation_id == invitation_id, JoinRequest.status == "waiting"
    )
    for_phone = waiting.where(JoinRequest.phone == phone)
    rooms = ((waiting, MOST_WAITING), (for_phone, MOST_WAITING_PER_PHONE))
    if any(db.session.scalar(count) >= most for count, most in rooms):
        raise problems.TOO_MANY_REQUESTS().with_headers(Retry_After="3600")
