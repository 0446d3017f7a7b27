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
from server.invitations.queries import is_unclaimed, may_claim, membership, teams_to_invite
from server.problems import field_error
from server.teams import leading

MOST_WAITING = 200  # at one invitation: a code that leaked must not flood a leader
MOST_WAITING_PER_PHONE = 3


def come(invitation: Invitation, data: dict, label: str) -> dict | None:
    """Somebody who is not signed in, with name, phone and PIN: the tokens of who is in, or None
    for who waits for a yes."""
    name, phone = _who(data)
    user = _account(phone)
    require_open(invitation, user)
    if invitation.kind == "team":
        _leave_room(invitation.id, phone)
    secret_hash = _proof(user, phone, data["secret"], invitation)
    proved = user if secret_hash is None else None
    if invitation.kind == "personal":
        return write(_join, invitation.id, name, phone, proved, secret_hash, label)
    if proved is not None and membership(proved, invitation.team_id):
        return write(open_device, proved, label)
    write(_ask, invitation.id, data["request_id"], name, phone, proved, secret_hash)
    return None


def come_signed_in(invitation: Invitation, request_id: uuid.UUID, user: User) -> bool:
    """Somebody who is signed in: whether they are in already, or wait for a yes."""
    if user.role != Role.VOLUNTEER:
        raise problems.FORBIDDEN()
    if membership(user, invitation.team_id):
        return True
    require_open(invitation, user)
    if invitation.kind == "personal":
        write(_join_as, invitation.id, user)
        return True
    write(_ask, invitation.id, request_id, user.name, user.phone, user, None)
    return False


def require_open(invitation: Invitation, user: User | None = None) -> None:
    """Raise unless an invitation can be used: now, or again by who used it and lost the answer. One
    person's goes with the rights of who made it; a team's own goes with the team."""
    state = invitation.state(clock.now())
    if state == "used" and not _is_again(invitation, user):
        raise problems.INVITATION_USED()
    gone = state in ("expired", "revoked") or invitation.team.dissolved_on <= clock.today()
    if gone or (invitation.kind == "personal" and not _may_still_invite(invitation)):
        raise problems.INVITATION_GONE()


def _is_again(invitation: Invitation, user: User | None) -> bool:
    if user is None or invitation.used_by != user.id or invitation.expires_at <= clock.now():
        return False
    return membership(user, invitation.team_id) is not None


def _may_still_invite(invitation: Invitation) -> bool:
    creator = invitation.creator
    return creator.disabled_at is None and bool(teams_to_invite([invitation.team_id], creator))


def _account(phone: str, *, hold: bool = False) -> User | None:
    query = select(User).where(User.phone == phone)
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(query)


def _who(data: dict) -> tuple[str, str]:
    missing = [name for name in ("name", "phone", "secret") if name not in data]
    if missing:
        raise problems.invalid(*(field_error(f"/{name}", "required") for name in missing))
    phone = phones.normalised(data["phone"])
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return data["name"], phone


def _proof(user: User | None, phone: str, secret: str, invitation: Invitation) -> str | None:
    """The hash of a PIN that is new, or None when it proves the account that the phone has. Wrong
    ones count as tries to sign in."""
    if user is None or _may_take(user, invitation):
        secrets.check_strength(secret, Role.VOLUNTEER, phone)
        return secrets.hashed(secret)
    limits.tries_left(*write(limits.take_try, phone))
    if user.role != Role.VOLUNTEER or not knows_secret(user, secret):
        raise _in_use()
    write(limits.forget, phone)
    return None


def _may_take(user: User, invitation: Invitation) -> bool:
    """At a team's own invitation a leader or an officer still looks at who comes; one person's
    opens no higher place on the roster than it names, and none in another team."""
    if invitation.kind == "team":
        return is_unclaimed(user, invitation.team_id)
    return may_claim(user, invitation.team_id, invitation.role)


def _in_use() -> problems.Problem:
    return problems.invalid(field_error("/phone", "phone_in_use"))


def _join(
    key: uuid.UUID,
    name: str,
    phone: str,
    proved: User | None,
    secret_hash: str | None,
    label: str,
) -> dict:
    invitation = held(Invitation, key)
    leading.hold([invitation.team_id])  # before the person, as whoever adds them does
    # Looked at again: while the PIN was hashed, the phone may have become somebody's.
    user = _account(phone, hold=True)
    require_open(invitation, user)
    if proved is not None and (user is None or user.id != proved.id):
        raise _in_use()
    if proved is None and user is not None and not _may_take(user, invitation):
        raise _in_use()
    home = invitation.team.home_id
    if user is None:
        new = {"name": name, "phone": phone, "role": Role.VOLUNTEER, "area_ids": []}
        user = create_user(new, by=invitation.creator, place_id=home)
    if secret_hash:
        user.secret_hash = secret_hash
        log("user.secret_chosen", "user", user.id, by=user, place_id=home)
    _use(invitation, user)
    return open_device(user, label)


def _join_as(key: uuid.UUID, user: User) -> None:
    invitation = held(Invitation, key)
    leading.hold([invitation.team_id])
    require_open(invitation, user)
    _use(invitation, user)


def _use(invitation: Invitation, user: User) -> None:
    if invitation.used_at is not None:
        return
    take_in(user, invitation.team, invitation.role, by=user)
    invitation.used_at, invitation.used_by = clock.now(), user.id
    home = invitation.team.home_id
    log("invitation.used", "team", invitation.team_id, by=user, place_id=home)


def _ask(
    key: uuid.UUID,
    request_id: uuid.UUID,
    name: str,
    phone: str,
    user: User | None,
    secret_hash: str | None,
) -> None:
    """Ask to join; the same request again is the same."""
    invitation = held(Invitation, key)
    require_open(invitation)
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
