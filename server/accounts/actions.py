"""Sign in and out, renew, and manage people. Callers commit."""

import uuid
from datetime import timedelta
from typing import Any

from flask import current_app
from flask_jwt_extended import create_access_token, create_refresh_token
from sqlalchemy import select, update

from server import clock, problems
from server.access.permissions import Role
from server.accounts import areas, limits, phones, secrets
from server.accounts.entries import log_about
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
        if user:
            write(log_about, "sign_in.failed", user, by=None)
        else:
            write(log, "sign_in.failed", "user", 0)
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
    log_about("sign_in.succeeded", user, by=user, device=str(device.id))
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
        log_about("sign_in.reused_token", user, by=user, device=str(device.id))
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


def sign_out(user: User, device_id: uuid.UUID, *, by: User, own: bool = True) -> None:
    """End one device's sign-in; doing it twice changes nothing. `own`: the device it is done on."""
    device = db.session.get(Device, device_id, populate_existing=True)
    if device and device.user_id == user.id and device.revoked_at is None:
        device.revoked_at = clock.now()
        log_about("sign_out" if own else "device.ended", user, by=by, device=str(device.id))


def sign_out_everywhere(user: User, *, by: User) -> None:
    """End every sign-in of a person at once."""
    if end_devices(user):
        log_about("device.all_ended", user, by=by)


def end_devices(user: User, but: uuid.UUID | None = None) -> int:
    """End a person's sign-ins, but one; gives how many."""
    running = update(Device).where(Device.user_id == user.id, Device.revoked_at.is_(None))
    if but is not None:
        running = running.where(Device.id != but)
    return db.session.execute(running.values(revoked_at=clock.now())).rowcount


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
    end_devices(user, but=device.id)
    log_about("user.secret_chosen", user, by=user)


def named(data: dict) -> dict:
    """`{name, phone}` of somebody new, the phone in its one spelling."""
    missing = [name for name in ("name", "phone") if name not in data]
    if missing:
        raise problems.invalid(*(field_error(f"/{name}", "required") for name in missing))
    phone = phones.normalised(data["phone"])
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return {"name": data["name"], "phone": phone}


def create_user(data: dict, *, by: Any, place_id: int | None = None) -> User:
    """Add a person; `data` is `{name, phone, role, area_ids}`, checked by `queries.may_manage`.
    They cannot sign in before a one-time code is issued. `place_id` is where somebody without areas
    comes to belong."""
    if db.session.scalar(select(User.id).where(User.phone == data["phone"])):
        raise problems.invalid(field_error("/phone", "phone_taken"))
    user = User(name=data["name"], phone=data["phone"], role=data["role"])
    today = clock.today()
    user.areas = [UserArea(unit_id=unit_id, valid_from=today) for unit_id in data["area_ids"]]
    user.last_home_id = place_id if user.role == Role.VOLUNTEER else None
    db.session.add(user)
    db.session.flush()
    if place_id is None:
        log_about("user.created", user, by=by, role=user.role)
    else:
        log("user.created", "user", user.id, by=by, place_id=place_id, role=user.role)
    return user


def change_user(user: User, data: dict, *, version: int, by: User) -> User:
    """Change name, phone, areas or `disabled`; takes effect at once, sign-ins included."""
    user = db.session.get(User, user.id, populate_existing=True, with_for_update=True)
    if user.version != version:
        raise problems.STALE()
    changed = _change_contact(user, data, by)
    if "area_ids" in data:
        changed |= areas.change(user, set(data["area_ids"]), by=by)
    if data.get("disabled", bool(user.disabled_at)) != bool(user.disabled_at):
        if data["disabled"]:
            _disable(user, data.get("reason"), by)
        else:
            _enable(user, by)
        changed = True
    if changed:
        user.version += 1
    return user


def _change_contact(user: User, data: dict, by: User) -> bool:
    changed = [n for n in ("name", "phone") if n in data and data[n] != getattr(user, n)]
    if "phone" in changed and db.session.scalar(select(User.id).where(User.phone == data["phone"])):
        raise problems.invalid(field_error("/phone", "phone_taken"))
    for name in changed:
        setattr(user, name, data[name])
    if changed:
        log_about("user.changed", user, by=by, fields=changed)
    return bool(changed)


def _disable(user: User, reason: str | None, by: User) -> None:
    if reason is None:
        raise problems.invalid(field_error("/reason", "comment_required"))
    if user.role == Role.SYSTEM_ADMINISTRATOR:
        _keep_an_administrator(user)
    if user.id == by.id:
        raise problems.invalid(field_error("/disabled", "not_yourself"))
    user.disabled_at = clock.now()
    user.code_hash = user.code_expires_at = None  # whoever has the phone may have the code too
    user.token_epoch += 1
    end_devices(user)
    log_about("user.disabled", user, by=by, comment=reason)


def _enable(user: User, by: User) -> None:
    user.disabled_at = None
    user.token_epoch += 1
    log_about("user.enabled", user, by=by)


def _keep_an_administrator(leaving: User) -> None:
    # Held, so that two who disable each other at the same moment are not both gone.
    there = select(User.id).where(User.role == leaving.role, User.disabled_at.is_(None))
    held = db.session.scalars(there.order_by(User.id).with_for_update())
    if not set(held) - {leaving.id}:
        raise problems.invalid(field_error("/disabled", "last_administrator"))


def issue_code(user: User, code_hash: str, *, by: Any) -> None:
    """Give a person a one-time code; their old secret and every sign-in end."""
    user = db.session.get(User, user.id, populate_existing=True)
    user.secret_hash, user.code_hash = None, code_hash
    user.code_expires_at = clock.now() + CODE_LIFE
    user.token_epoch += 1
    end_devices(user)
    limits.forget(user.phone or "")
    log_about("user.code_issued", user, by=by)
