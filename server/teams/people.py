"""People as officers see them: created inside one's area and below one's rank, given one-time
codes, signed out, disabled."""

from flask import jsonify
from flask_jwt_extended import current_user
from sqlalchemy import or_, select

from server import cursors, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.accounts import actions, phones, schemas, secrets
from server.accounts.models import Device, User
from server.accounts.queries import (
    in_area,
    people,
    places_of,
    require_manageable,
    require_may_create,
)
from server.blueprint import IF_MATCH, Blueprint
from server.edge import required_if_match, uuid_in_path, with_etag
from server.extensions import db, write
from server.problems import field_error
from server.teams.queries import members_under

users = Blueprint("users", __name__, url_prefix="/api/v1/users", description="People")


@users.get("")
@requires(Permission.PEOPLE_READ)
@users.arguments(schemas.UserQuery, location="query")
@users.response(200, schemas.UserPage)
def list_users(query):
    """People whose area, or whose team, lies in one's own."""
    after = cursors.decode(query.get("cursor"), cursors.number)
    phone = phones.normalised(query["phone"]) or "" if "phone" in query else None
    found = db.session.scalars(
        people(
            _within_reach(),
            after=after[0] if after else 0,
            limit=query["limit"] + 1,
            role=query.get("role"),
            phone=phone,
        )
    ).all()
    items, next_cursor = cursors.page(found, query["limit"], lambda user: [user.id])
    return {"items": [_shown(user) for user in items], "next_cursor": next_cursor}


@users.post("")
@requires(Permission.PEOPLE_MANAGE)
@users.arguments(schemas.NewUser)
@users.response(201, schemas.UserOut)
def create_user(data):
    """Add a person. They sign in with a one-time code, issued apart."""
    require_may_create(data, current_user)
    data["phone"] = _phone(data["phone"])
    return _answer(write(actions.create_user, data, by=current_user), 201)


@users.get("/<int(max=2147483647):user_id>")
@requires(Permission.PEOPLE_READ)
@users.response(200, schemas.UserOut)
def read_user(user_id):
    """One person."""
    found = db.session.scalar(select(User).where(User.id == user_id, _within_reach()))
    if found is None:
        raise problems.NOT_FOUND()
    return _answer(found)


@users.patch("/<int(max=2147483647):user_id>")
@requires(Permission.PEOPLE_MANAGE)
@users.arguments(schemas.UserChange)
@users.response(200, schemas.UserOut)
@users.doc(parameters=[IF_MATCH])
def change_user(data, user_id):
    """Change a person's name, phone or areas, or disable them; takes effect at once."""
    user = _manageable(user_id)
    version = required_if_match()
    require_may_create({"role": user.role, **data}, current_user)
    if "phone" in data:
        data["phone"] = _phone(data["phone"])
    return _answer(write(actions.change_user, user, data, version=version, by=current_user))


@users.post("/<int(max=2147483647):user_id>/recovery-code")
@requires(Permission.PEOPLE_MANAGE)
@users.response(201, schemas.OneTimeCode)
def issue_code(user_id):
    """Issue a one-time code, good for 24 hours and shown once; the old secret and all sign-ins
    end."""
    user = _manageable(user_id)
    code = secrets.one_time_code()
    write(actions.issue_code, user, secrets.hashed(code), by=current_user)
    return {"code": code, "expires_at": user.code_expires_at}


@users.get("/<int(max=2147483647):user_id>/devices")
@requires(Permission.PEOPLE_READ)
@users.response(200, schemas.DevicePage)
def list_devices(user_id):
    """Where a person is signed in."""
    _manageable(user_id, or_itself=True)
    found = db.session.scalars(
        select(Device)
        .where(Device.user_id == user_id)
        .order_by(Device.last_seen_at.desc())
        .limit(50)
    )
    return {"items": list(found), "next_cursor": None}


@users.delete("/<int(max=2147483647):user_id>/devices/<device_id>")
@requires(Permission.PEOPLE_MANAGE)
@users.response(204)
def end_device(user_id, device_id):
    """Sign a person out of one device."""
    user = _manageable(user_id, or_itself=True)
    write(actions.sign_out, user, uuid_in_path(device_id))


def _within_reach():
    return or_(in_area(current_user), members_under(places_of(current_user)))


def _manageable(user_id, *, or_itself=False):
    if or_itself and user_id == current_user.id:
        return current_user
    return require_manageable(user_id, current_user, members_under(places_of(current_user)))


def _phone(typed):
    phone = phones.normalised(typed)
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return phone


def _shown(user):
    return {
        "id": user.id,
        "name": user.name,
        "phone": user.phone,
        "role": user.role,
        "areas": user.areas,
        "has_secret": user.secret_hash is not None,
        "disabled_at": user.disabled_at,
        "created_at": user.created_at,
        "version": user.version,
    }


def _answer(user, status=200):
    response = jsonify(schemas.UserOut().dump(_shown(user)))
    response.status_code = status
    return with_etag(response, user.version)
