"""Where somebody may look: one value that serves the check of one thing and the list of many."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, false, or_, true

from server import problems
from server.planner import among


@dataclass(frozen=True)
class Scope:
    """`places`: ids of every unit, of any time, whose land is in the person's areas. `teams`: ids
    of the teams they belong to, `leads` of those that they lead, and `homes` where they are at
    home. `everything` is the system administrator's."""

    everything: bool = False
    places: frozenset[int] = field(default_factory=frozenset)
    teams: frozenset[int] = field(default_factory=frozenset)
    leads: frozenset[int] = field(default_factory=frozenset)
    homes: frozenset[int] = field(default_factory=frozenset)
    # The teams' own rows: while they are held, asking for one by its id costs no query.
    rows: tuple = field(default=(), repr=False, compare=False)

    def condition(self, place: Any = None, team: Any = None) -> ColumnElement[bool]:
        """The SQL condition on a place column and a team column; either opens the row."""
        if self.everything:
            return true()
        ways = []
        if place is not None and self.places:
            ways.append(among(place, self.places))
        if team is not None and self.teams:
            ways.append(among(team, self.teams))
        return or_(*ways) if ways else false()

    def holds_place(self, place_id: int) -> bool:
        return self.everything or place_id in self.places

    def holds(self, place_id: int, team_id: int) -> bool:
        return self.holds_place(place_id) or team_id in self.teams

    def require_unit(self, unit_id: int) -> None:
        """Raise `OUTSIDE_AREA` unless the unit is in an area."""
        if not self.holds_place(unit_id):
            raise problems.OUTSIDE_AREA()
