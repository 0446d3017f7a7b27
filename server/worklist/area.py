"""The land that a worklist is about."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement

from server import clock, problems
from server.access.scope import Scope
from server.accounts.models import User
from server.accounts.queries import area_ids
from server.admin_units.queries import everything_under, register
from server.planner import among


@dataclass(frozen=True)
class Area:
    """Whose work it is, and on which land: all of theirs, or one unit's part of it."""

    by: User
    scope: Scope
    unit_id: int | None

    def condition(self, place: ColumnElement) -> ColumnElement[bool] | bool:
        if self.unit_id is None:
            return True
        return among(place, everything_under(self.unit_id, clock.today()))

    @property
    def units(self) -> list[int]:
        """The units of today's map that make up the land."""
        map_ = register().on(clock.today())
        if self.unit_id is not None:
            return map_.register.counterparts(self.unit_id, map_.day)
        if self.scope.everything:
            return list(map_.children.get(None, []))
        return [unit for unit in area_ids(self.by) if map_.has(unit)]


def area(by: User, scope: Scope, unit_id: int | None) -> Area:
    """The area of a request; raises `OUTSIDE_AREA`, or `NOT_FOUND` for no unit."""
    if unit_id is not None:
        if unit_id not in register().units:
            raise problems.NOT_FOUND()
        scope.require_unit(unit_id)
    return Area(by, scope, unit_id)
