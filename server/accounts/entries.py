"""Entries of the log about people: one at each place that somebody belongs to, so that whoever
answers for it reads of it, and nobody else."""

from collections.abc import Callable, Iterable
from typing import Any

from server import clock
from server.access.permissions import Role
from server.accounts.models import User
from server.admin_units.queries import register
from server.audit.actions import record as log

# Where a volunteer belongs is known to the teams, which stand above people and add their way here.
homes: list[Callable[[User], Iterable[int]]] = []


def log_about(action: str, user: User, *, by: Any, **details: Any) -> None:
    """Add an entry about a person at every place that they belong to now; without one, at none."""
    for place_id in whereabouts(user) or [None]:
        log(action, "user", user.id, by=by, place_id=place_id, **details)


def whereabouts(user: User) -> list[int]:
    """The units that a person answers for now or will, or where their teams are at home; one for
    each piece of land, that of today before those that it came from."""
    if user.role == Role.VOLUNTEER:
        found = [place for way in homes for place in way(user)]
    else:
        found = [area.unit_id for area in user.areas if area.valid_to > clock.today()]
    map_ = register().on(clock.today())
    found.sort(key=lambda unit: (not map_.has(unit), unit))
    once: dict[int | None, int] = {}
    for unit in found:
        once.setdefault(map_.standing.get(unit), unit)
    return list(once.values())
