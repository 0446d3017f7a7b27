"""People as officers see them: created inside one's area and below one's rank, given one-time
codes, signed out, disabled."""

from flask import g, jsonify
from flask_jwt_extended import current_user
from sqlalchemy import and_, select

from server import cursors, problems
from server.access.permissions import Permission, Role
from server.access.requires import requires
from server.accounts import actions, areas, phones, schemas, secrets
from server.accounts.areas import open_units
from server.accounts.models import Device, User
from server.accounts.queries import (
    area_ids,
    people,
    places_of,
    require_areas,
    require_manageable,
    require_may_create,
    require_may_give,
    require_may_move,
)
from server.blueprint import IF_MATCH, Blueprint
from server.edge import required_if_match, uuid_in_path, with_etag
from server.extensions import db, write
from server.problems import field_error
from server.teams import profiles
from server.teams.reach import members_under, require_charge, require_person, within, without_team
from server.teams.schemas import UserDetail, UserPage

users = Blueprint("users", __name__, url_prefix="/api/v1/users", description="People")


@users.get("")
@requires(Permission.PEOPLE_READ)
@users.arguments(schemas.UserQuery, location="query")
@users.response(200, UserPage)
def list_users(query):
    """People whose area, or whose team, lies in one's own; `without_team`, the volunteers who are
    in none."""
    after = cursors.decode(query.get("cursor"), cursors.number)
    phone = phones.normalised(query["phone"]) or "" if "phone" in query else None
    seen = within(current_user)
    found = db.session.scalars(
        people(
            and_(seen, without_team()) if query.get("without_team") == "true" else seen,
            after=after[0] if after else 0,
            limit=query["limit"] + 1,
            role=query.get("role"),
            phone=phone,
        )
    ).all()
    items, next_cursor = cursors.page(found, query["limit"], lambda user: [user.id])
    return {"items": profiles.listed(items), "next_cursor": next_cursor}


@users.post("")
@requires(Permission.PEOPLE_MANAGE)
@users.arguments(schemas.NewUser)
@users.response(201, schemas.UserOut)
def create_user(data):
    """Add a person. They sign in with a one-time code, issued apart."""
    require_may_create(data, current_user)
    require_areas(data)
    data["phone"] = _phone(data["phone"])
    # Who has no area, and no team yet, belongs where whoever adds them does.
    place = None if data["area_ids"] else min(area_ids(current_user), default=None)
    if data["role"] == Role.VOLUNTEER and place is None:
        raise problems.invalid(field_error("/role", "added_in_team"))
    return _answer(write(actions.create_user, data, by=current_user, place_id=place), 201)


@users.get("/<int(max=2147483647):user_id>")
@requires(Permission.PEOPLE_READ)
@users.response(200, UserDetail)
def read_user(user_id):
    """One person, with what they answered for and the teams they were in."""
    found = db.session.scalar(select(User).where(User.id == user_id, within(current_user)))
    if found is None:
        raise problems.NOT_FOUND()
    body = UserDetail().dump(profiles.detail(found, current_user))
    return with_etag(jsonify(body), found.version)


@users.patch("/<int(max=2147483647):user_id>")
@requires(Permission.PEOPLE_MANAGE)
@users.arguments(schemas.UserChange)
@users.response(200, schemas.UserOut)
@users.doc(parameters=[IF_MATCH])
def change_user(data, user_id):
    """Change a person's name, phone or areas, or disable them; takes effect at once."""
    user = require_charge(_manageable(user_id), current_user)
    version = required_if_match()
    if "area_ids" in data:
        require_may_move(user, data["area_ids"], current_user)
    if "phone" in data:
        data["phone"] = _phone(data["phone"])
    return _answer(write(actions.change_user, user, data, version=version, by=current_user))


@users.post("/<int(max=2147483647):user_id>/handover")
@requires(Permission.PEOPLE_MANAGE)
@users.arguments(schemas.Handover)
@users.response(200, schemas.UserOut)
@users.doc(parameters=[IF_MATCH])
def hand_over(data, user_id):
    """Let a successor answer for a person's areas from a day on, whose own end that day. Needs
    `If-Match`."""
    giver = _manageable(user_id)
    version = required_if_match()
    require_may_give(data.get("area_ids") or open_units(giver), current_user)
    successor = _successor(data, giver)
    return _answer(write(_hand_over, giver, successor, data, version=version, by=current_user))


@users.post("/<int(max=2147483647):user_id>/recovery-code")
@requires(Permission.PEOPLE_MANAGE)
@users.response(201, schemas.OneTimeCode)
def issue_code(user_id):
    """Issue a one-time code, good for 24 hours and shown once; the old secret and all sign-ins
    end. For who is in a team of another area too, an officer above both does so."""
    user = require_charge(_manageable(user_id), current_user)
    code = secrets.one_time_code()
    write(actions.issue_code, user, secrets.hashed(code), by=current_user)
    return {"code": code, "expires_at": user.code_expires_at}


@users.get("/<int(max=2147483647):user_id>/devices")
@requires(Permission.ACCOUNT_OWN)
@users.response(200, schemas.DevicePage)
def list_devices(user_id):
    """Where a person is signed in, or was."""
    _manageable(user_id, or_itself=True)
    found = db.session.scalars(
        select(Device)
        .where(Device.user_id == user_id)
        .order_by(Device.last_seen_at.desc())
        .limit(50)
    )
    items = [profiles.device(device, g.device.id) for device in found]
    return {"items": items, "next_cursor": None}


@users.delete("/<int(max=2147483647):user_id>/devices")
@requires(Permission.ACCOUNT_OWN)
@users.response(204)
def end_devices(user_id):
    """Sign a person out everywhere, at once; oneself too."""
    user = _manageable(user_id, or_itself=True)
    write(actions.sign_out_everywhere, user, by=current_user)


@users.delete("/<int(max=2147483647):user_id>/devices/<device_id>")
@requires(Permission.ACCOUNT_OWN)
@users.response(204)
def end_device(user_id, device_id):
    """Sign a person out of one device."""
    user = _manageable(user_id, or_itself=True)
    write(actions.sign_out, user, uuid_in_path(device_id), by=current_user, own=False)


def _successor(data, giver):
    """Whoever is named, of the giver's role; None for somebody new."""
    if "user_id" not in data:
        require_may_create({"role": giver.role, "area_ids": []}, current_user)
        return None
    found = require_person(data["user_id"], current_user)
    if found.role != giver.role or found.disabled_at or found.id == giver.id:
        raise problems.invalid(field_error("/user_id", "no_such_person"))
    return found


def _hand_over(giver, successor, data, *, version, by):
    if successor is None:
        new = actions.named(data) | {"role": giver.role, "area_ids": []}
        place_id = min(open_units(giver), default=None)
        successor = actions.create_user(new, by=by, place_id=place_id)
    wanted = set(data["area_ids"]) if "area_ids" in data else None
    return areas.hand_over(giver.id, successor, wanted, data["from_"], version=version, by=by)


def _manageable(user_id, *, or_itself=False):
    if or_itself and user_id == current_user.id:
        return current_user
    return require_manageable(user_id, current_user, members_under(places_of(current_user)))


def _phone(typed):
    phone = phones.normalised(typed)
    if phone is None:
        raise problems.invalid(field_error("/phone", "not_phone"))
    return phone


def _answer(user, status=200):
    response = jsonify(schemas.UserOut().dump(profiles.shown(user)))
    response.status_code = status
    return with_etag(response, user.version)
