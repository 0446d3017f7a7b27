"""What somebody answers for, from day to day: given, ended, handed over to a successor. Each runs
inside `write`."""

from datetime import date, timedelta

from sqlalchemy import select

from server import clock, problems
from server.accounts.models import User, UserArea
from server.admin_units.models import FOREVER
from server.audit.actions import record as log
from server.extensions import db
from server.problems import field_error

FURTHEST_AHEAD = timedelta(days=60)  # a handing-over is known some weeks before


def open_areas(user: User, day: date | None = None) -> list[UserArea]:
    """The times that somebody answers for an area on a day (default: today) or later, the earliest
    first: of one unit there may be two, around somebody else's."""
    day = day or clock.today()
    return sorted((a for a in user.areas if a.valid_to > day), key=lambda a: a.valid_from)


def open_units(user: User, day: date | None = None) -> set[int]:
    """The units of those."""
    return {area.unit_id for area in open_areas(user, day)}


def change(user: User, wanted: set[int], *, by: User) -> bool:
    """Let somebody answer for these areas and no others, from today; whether that is a change."""
    today, held = clock.today(), open_units(user)
    for area in open_areas(user):
        if area.unit_id not in wanted:
            _end(user, area, today)
    for unit_id in sorted(held - wanted):
        log("user.area_ended", "user", user.id, by=by, place_id=unit_id)
    for unit_id in sorted(wanted - held):
        _begin(user, unit_id, today)
        log("user.area_given", "user", user.id, by=by, place_id=unit_id)
    return wanted != held


def hand_over(
    giver_id: int, receiver: User, unit_ids: set[int] | None, day: date, *, version: int, by: User
) -> User:
    """Let a successor answer for areas from a day on, all of them if none are named; those of who
    had them end that day. What waits there goes on: it belongs to the place."""
    # Held in one order, so that two who hand over to each other do not wait for ever.
    ids = [giver_id, receiver.id]
    query = select(User).where(User.id.in_(ids)).order_by(User.id).with_for_update()
    held = {u.id: u for u in db.session.scalars(query.execution_options(populate_existing=True))}
    giver, receiver = held[giver_id], held[receiver.id]
    if giver.version != version:
        raise problems.STALE()
    areas = _to_hand_over(giver, unit_ids, day)
    for area in areas:
        _end(giver, area, day)
    for unit_id in sorted({area.unit_id for area in areas}):
        _begin(receiver, unit_id, day)
        told = {"place_id": unit_id, "by": by, "on": day.isoformat()}
        log("user.handed_over", "user", giver.id, to=receiver.id, **told)
        log("user.took_over", "user", receiver.id, giver=giver.id, **told)
    giver.version += 1
    receiver.version += 1
    return giver


def _to_hand_over(giver: User, unit_ids: set[int] | None, day: date) -> list[UserArea]:
    held = open_units(giver, day)
    wanted = unit_ids if unit_ids is not None else held
    if not wanted or not wanted <= held:
        raise problems.invalid(field_error("/area_ids", "not_their_area"))
    latest = clock.today() + FURTHEST_AHEAD
    if day > latest:
        raise problems.invalid(field_error("/from", "too_far_ahead", latest=f"{latest:%d/%m/%Y}"))
    areas = [area for area in open_areas(giver, day) if area.unit_id in wanted]
    first = {area.unit_id: area.valid_from for area in reversed(areas)}
    begun = max(first.values())
    if day < begun:
        raise problems.invalid(field_error("/from", "before_begun", begun=f"{begun:%d/%m/%Y}"))
    return areas


def _end(user: User, area: UserArea, day: date) -> None:
    """An area that ends on the day it began stays as a time of no days: whoever looks after it goes
    on seeing who had it."""
    if area.valid_from > day:
        user.areas.remove(area)
    else:
        area.valid_to = day


def _begin(user: User, unit_id: int, day: date) -> None:
    """From a day on for good; a time that runs then, or began then, goes on."""
    own = [area for area in user.areas if area.unit_id == unit_id]
    known = next((a for a in own if a.valid_from <= day < a.valid_to or a.valid_from == day), None)
    for later in (area for area in own if area.valid_from > day):
        user.areas.remove(later)
    if known is None:
        user.areas.append(UserArea(unit_id=unit_id, valid_from=day))
    else:
        known.valid_to = FOREVER
