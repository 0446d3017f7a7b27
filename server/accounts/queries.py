"""Reads of people: who is signed in, their areas, and whom they may see and manage."""

import uuid
from collections.abc import Iterable, Set
from functools import cache

from flask import g
from sqlalchemy import ColumnElement, Select, bindparam, exists, or_, select
from sqlalchemy.orm import aliased, selectinload

from server import clock, problems
from server.access.permissions import Role
from server.accounts.areas import open_units
from server.accounts.models import Device, User, UserArea
from server.admin_units.models import RegisterVersion
from server.admin_units.queries import everything_under, register
from server.extensions import db, jwt
from server.planner import among, of_each
from server.problems import FieldError, field_error


@jwt.user_lookup_loader
def signed_in(_header: dict, claims: dict) -> User | None:
    """The person of a token, while both they and the device are in good standing. One query."""
    try:
        user_id, device_id = int(claims["sub"]), uuid.UUID(claims["device"])
    except (ValueError, KeyError, TypeError):
        return None
    row = db.session.execute(_signed_in(), {"user_id": user_id, "device_id": device_id}).first()
    if row is None or not claims.get("jti"):
        return None
    user, device, g.register_version = row
    if user.disabled_at or device.revoked_at or user.token_epoch != claims.get("epoch"):
        return None
    g.device = device
    return user


@cache
def _signed_in() -> Select:
    """The person, their device, and in passing the register's version, which nearly every request
    asks for next."""
    return (
        select(User, Device, select(RegisterVersion.version).scalar_subquery())
        .join(Device, Device.user_id == User.id)
        .where(User.id == bindparam("user_id"), Device.id == bindparam("device_id"))
    )


def area_ids(user: User) -> list[int]:
    """The units a person answers for today; those that still exist first."""
    today = clock.today()
    areas = [a.unit_id for a in user.areas if a.valid_from <= today < a.valid_to]
    units = register().units
    return sorted(areas, key=lambda unit: (not units[unit].exists_on(today), unit))


def places_of(user: User) -> frozenset[int]:
    """Every unit, of any time, on the land a person answers for today."""
    found: frozenset[int] = frozenset()
    for unit_id in area_ids(user):
        found |= everything_under(unit_id, clock.today())
    return found


def land_of(user: User) -> frozenset[int]:
    """The units of today on the land that a person answers for, however their area is called;
    worked out once for all who answer for the same."""
    map_ = register().on(clock.today())
    lands, areas = map_.drawn.setdefault("lands", {}), frozenset(area_ids(user))
    if areas not in lands:
        here = (map_.standing[place] for place in places_of(user))
        lands[areas] = frozenset(unit for unit in here if unit is not None)
    return lands[areas]


def in_area(user: User) -> ColumnElement[bool]:
    """The condition on `User` for the people whose area lies, or will lie, in somebody's own, and
    below them in rank: whom they may see and manage. Who has handed over all they had stays with
    whoever looks after their last. The system administrator sees all."""
    if user.role == Role.SYSTEM_ADMINISTRATOR:
        return User.id.isnot(None)
    lower = [role.value for role in Role if role.rank < Role(user.role).rank]
    # Asked of each person rather than of everybody at once: most who ask mean one, or a page.
    other, today = aliased(UserArea), clock.today()
    elsewhere = exists().where(other.user_id == UserArea.user_id, other.valid_to > today)
    # `+ 0`: a person has one area or two; their key's index would be asked for every unit there is.
    reached = of_each(
        UserArea.user_id == User.id,
        among(UserArea.unit_id + 0, places_of(user)),
        or_(UserArea.valid_to > today, ~elsewhere),
    )
    return or_(User.id == user.id, User.role.in_(lower) & reached)


def require_manageable(user_id: int, by: User, also: ColumnElement[bool] | None = None) -> User:
    """The person with an id, if `by` may manage them; else `NOT_FOUND`, as for an id that nobody
    has. `also` widens the condition (the teams' members)."""
    lower = [role.value for role in Role if role.rank < Role(by.role).rank]
    condition = in_area(by) if also is None else or_(in_area(by), also)
    found = db.session.scalar(select(User).where(User.id == user_id, condition))
    if found is None or (found.role not in lower and by.role != Role.SYSTEM_ADMINISTRATOR):
        raise problems.NOT_FOUND()
    return found


def require_may_create(data: dict, by: User) -> None:
    """Raise unless a new person would rank below `by` and only have areas within theirs."""
    errors = []
    if Role(data["role"]).rank >= Role(by.role).rank and by.role != Role.SYSTEM_ADMINISTRATOR:
        errors.append(field_error("/role", "wrong_role"))
    errors += _outside(data["area_ids"], by)
    if errors:
        raise problems.invalid(*errors)


def require_areas(data: dict) -> None:
    """Raise for an officer without an area, who would be in nobody's sight, and for a volunteer
    with one, whose teams say where they belong."""
    role = Role(data["role"])
    if role == Role.VOLUNTEER and data["area_ids"]:
        raise problems.invalid(field_error("/area_ids", "not_allowed_here"))
    if role in (Role.OFFICER, Role.PROVINCE_STAFF) and not data["area_ids"]:
        raise problems.invalid(field_error("/area_ids", "required"))


def require_may_give(area_ids: Iterable[int], by: User) -> None:
    """Raise unless every one of the areas lies within those of `by`."""
    if errors := _outside(area_ids, by):
        raise problems.invalid(*errors)


def _outside(area_ids: Iterable[int], by: User) -> list[FieldError]:
    own, code = _own_land(by)
    return [
        field_error(f"/area_ids/{index}", code)
        for index, unit_id in enumerate(area_ids)
        if unit_id not in own
    ]


def require_may_move(user: User, area_ids: list[int], by: User) -> None:
    """Raise unless every area that somebody would gain or lose lies within those of `by`; what they
    have elsewhere stays as it is."""
    held = open_units(user)
    own, code = _own_land(by)
    errors = [
        field_error(f"/area_ids/{index}", code)
        for index, unit_id in enumerate(area_ids)
        if unit_id not in held and unit_id not in own
    ]
    if held - set(area_ids) - own:
        errors.append(field_error("/area_ids", code))
    if errors:
        raise problems.invalid(*errors)


def _own_land(by: User) -> tuple[Set[int], str]:
    """The units that a person may give away, and what is wrong with any other."""
    if by.role == Role.SYSTEM_ADMINISTRATOR:
        return register().units.keys(), "no_such_place"
    return places_of(by), "outside_your_area"


def people(condition: ColumnElement[bool], *, after: int, limit: int, **filters) -> Select:
    """Users by id, from the one after `after`; filters: `role`, `phone`."""
    query = select(User).where(condition, User.id > after).order_by(User.id).limit(limit)
    query = query.options(selectinload(User.areas))
    for name, value in filters.items():
        if value is not None:
            query = query.where(getattr(User, name) == value)
    return query
