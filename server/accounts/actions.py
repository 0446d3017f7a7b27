"""Sign in and out, renew, and manage people. Callers commit."""

import uuid
from datetime import timedelta
from typing import Any

from flask import current_app
from flask_jwt_extended import create_access_token, create_refresh_token
from sqlalchemy import select, update

from server import clock, problems
from server.access.permissions import Role
from server.accounts import limits, secrets
from server.accounts.models import Device, User, UserArea
from server.audit.actions import record as log
from server.config import DEMO_PHONES
from server.extensions import db, write
from server.problems import field_error

CODE_LIFE = timedelta(hours=24)
CODE_GRACE = timedelta(minutes=10)
DEVICE_LIFE = timedelta(days=180)  # however often it is renewed


def sign_in(phone: str, secret: str, label: str) -> dict:
    """Check a phone and its secret and open a device: `{access_token, refresh_token}`. Raises
    `SIGN_IN_FAILED` with the tries left, or `TOO_MANY_TRIES` before anything is hashed."""
    left = limits.tries_left(*write(limits.take_try, phone))
    user = db.session.scalar(select(User).where(User.phone == phone))
    if phone in DEMO_PHONES and current_app.config["APP_ENV"] == "production":
        user = None
    if not knows_secret(user, secret):
        write(log, "sign_in.failed", "user", user.id if user else 0)
        raise problems.SIGN_IN_FAILED(tries_left=left)
    return write(open_device, user, label)


def knows_secret(user: User | None, secret: str) -> bool:
    """Whether a secret, or a one-time code that is still good, is a person's; takes as long for
    nobody."""
    if user is None or user.disabled_at:
        return secrets.matches(secret, None)
    if user.code_hash:
        fresh = user.code_expires_at is not None and user.code_expires_at > clock.now()
        return secrets.matches(secret, user.code_hash) and fresh
    return secrets.matches(secret, user.secret_hash)


def open_device(user: User, label: str) -> dict:
    """Sign a person in who has proved who they are: `{access_token, refresh_token,
    must_change_secret}`."""
    limits.forget(user.phone or "")
    now = clock.now()
    device = Device(
        id=uuid.uuid4(),
        user_id=user.id,
        label=label[:200],
        created_at=now,
        last_seen_at=now,
    )
    tokens = _new_tokens(user, device)
    db.session.add(device)
    if user.must_change_secret:
        # Good for one sign-in; a few minutes more, for the answer may be lost on the way.
        user = db.session.get(User, user.id, populate_existing=True)
        user.code_expires_at = min(user.code_expires_at, now + CODE_GRACE)
    log("sign_in.succeeded", "user", user.id, by=user, device=str(device.id))
    return tokens | {"must_change_secret": user.must_change_secret}


def renew(user: User, device: Device, jti: str) -> dict:
    """New tokens for a refresh token that is the device's current one, or the one before it (the
    answer with its successor may be lost, or two tabs asked at once). An older one was copied:
    the device is signed out."""
    device = db.session.get(Device, device.id, populate_existing=True, with_for_update=True)
    if device is None or device.revoked_at or device.created_at < clock.now() - DEVICE_LIFE:
        raise problems.TOKEN_REVOKED()
    if jti not in (device.current_jti, device.previous_jti):
        device.revoked_at = clock.now()
        log("sign_in.reused_token", "user", user.id, by=user, device=str(device.id))
        return {}
    # Whoever asks again with the token before gets the same successor, not a third one: two tabs
    # that ask at once must not push each other out.
    tokens = _new_tokens(user, device, again=jti != device.current_jti)
    device.last_seen_at = clock.now()
    return tokens


def _new_tokens(user: User, device: Device, *, again: bool = False) -> dict:
    if not again:
        device.previous_jti, device.current_jti = device.current_jti, str(uuid.uuid4())
    claims = {"device": str(device.id), "epoch": user.token_epoch}
    renewal = claims | {"jti": device.current_jti}
    return {
        "access_token": create_access_token(str(user.id), additional_claims=claims),
        "refresh_token": create_refresh_token(str(user.id), additional_claims=renewal),
    }


def sign_out(user: User, device_id: uuid.UUID) -> None:
    """End one device's sign-in; doing it twice changes nothing."""
    device = db.session.get(Device, device_id, populate_existing=True)
    if device and device.user_id == user.id and device.revoked_at is None:
        device.revoked_at = clock.now()
        log("sign_out", "user", user.id, by=user, device=str(device.id))


def require_present_secret(user: User, secret: str | None) -> None:
    """Raise unless somebody who changes their secret knows it: a phone left lying about must not
    be enough. Wrong ones count as tries to sign in."""
    if secret is None:
        raise problems.invalid(field_error("/current", "required"))
    limits.tries_left(*write(limits.take_try, user.phone or ""))
    if not knows_secret(user, secret):
        raise problems.invalid(field_error("/current", "wrong_secret"))
    write(limits.forget, user.phone or "")


def choose_secret(user: User, secret_hash: str, device: Device) -> None:
    """Replace a secret, or a one-time code, by one of the person's own; every other sign-in of
    theirs ends, for it may be somebody else's."""
    user = db.session.get(User, user.id, populate_existing=True)
    user.secret_hash, user.code_hash, user.code_expires_at = secret_hash, None, None
    others = update(Device).where(Device.user_id == user.id, Device.id != device.id)
    db.session.execute(others.where(Device.revoked_at.is_(None)).values(revoked_at=clock.now()))
    log("user.secret_chosen", "user", user.id, by=user)


def create_user(data: dict, *, by: User) -> User:
    """Add a person; `data` is `{name, phone, role, area_ids}`, checked by `queries.may_manage`.
    They cannot sign in before a one-time code is issued."""
    if db.session.scalar(select(User.id).where(User.phone == data["phone"])):
        raise problems.invalid(field_error("/phone", "phone_taken"))
    user = User(name=data["name"], phone=data["phone"], role=data["role"])
    today = clock.today()
    user.areas = [UserArea(unit_id=unit_id, valid_from=today) for unit_id in data["area_ids"]]
    db.session.add(user)
    db.session.flush()
    log("user.created", "user", user.id, by=by, place_id=_first(data["area_ids"]), role=user.role)
    return user


def change_user(user: User, data: dict, *, version: int, by: User) -> User:
    """Change name, phone, areas or `disabled`; takes effect at once, sign-ins included."""
    user = db.session.get(User, user.id, populate_existing=True, with_for_update=True)
    if user.version != version:
        raise problems.STALE()
    if data.get("phone", user.phone) != user.phone:
        if db.session.scalar(select(User.id).where(User.phone == data["phone"])):
            raise problems.invalid(field_error("/phone", "phone_taken"))
        user.phone = data["phone"]
    user.name = data.get("name", user.name)
    if "area_ids" in data:
        _change_areas(user, set(data["area_ids"]))
    if "disabled" in data:
        if data["disabled"]:
            _keep_an_administrator(user)
        user.disabled_at = clock.now() if data["disabled"] else None
        user.token_epoch += 1
    user.version += 1
    log("user.changed", "user", user.id, by=by, fields=sorted(data))
    return user


def _keep_an_administrator(leaving: User) -> None:
    if leaving.role != Role.SYSTEM_ADMINISTRATOR:
        return
    others = select(User.id).where(
        User.role == leaving.role, User.id != leaving.id, User.disabled_at.is_(None)
    )
    if db.session.scalar(others.limit(1)) is None:
        raise problems.invalid(field_error("/disabled", "last_administrator"))


def _change_areas(user: User, wanted: set[int]) -> None:
    today = clock.today()
    open_areas = {a.unit_id: a for a in user.areas if a.valid_to > today}
    for unit_id in open_areas.keys() - wanted:
        area = open_areas[unit_id]
        if area.valid_from == today:
            user.areas.remove(area)
        else:
            area.valid_to = today
    for unit_id in wanted - open_areas.keys():
        user.areas.append(UserArea(unit_id=unit_id, valid_from=today))


def issue_code(user: User, code_hash: str, *, by: Any) -> None:
    """Give a person a one-time code; their old secret and every sign-in end."""
    user = db.session.get(User, user.id, populate_existing=True)
    user.secret_hash, user.code_hash = None, code_hash
    user.code_expires_at = clock.now() + CODE_LIFE
    user.token_epoch += 1
    limits.forget(user.phone or "")
    log("user.code_issued", "user", user.id, by=by)


def _first(ids: list[int]) -> int | None:
    return ids[0] if ids else None
