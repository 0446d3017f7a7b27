"""The frame of a rollup: which unit, which rows, which days, on the map of which day. Everything a
figure needs to be explained, worked out before any figure is read."""

import json
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from server import clock, periods, problems
from server.access.scope import Scope
from server.admin_units.models import LEVELS
from server.admin_units.queries import on_map, register, told_apart
from server.admin_units.register import Map
from server.admin_units.units import depth
from server.periods import Period
from server.problems import field_error
from server.teams.queries import require_team

UNDIVIDED = 0  # the key of the row for what belongs to no row's unit
LONGEST = 366 * 20  # days
LEVEL_NAMES = {"district": "huyện", "commune": "xã", "hamlet": "khóm, ấp"}


@dataclass(frozen=True)
class Frame:
    """`row_of`: place id, of any time -> key of its row (a unit's id or `UNDIVIDED`); only places
    under the unit and within the reader's scope. `rows`: the rows' units in order. With
    `by='team'` rows are teams and `row_of` maps every place to `UNDIVIDED`. `stock_day` is the day
    on which teams and hamlets are counted."""

    unit_id: int
    by: str
    period: Period
    map: Map
    state: str
    stock_day: date
    rows: list[int]
    row_of: dict[int, int] = field(repr=False)
    team_id: int | None = None

    @property
    def states(self) -> tuple[str, ...]:
        """The states that count."""
        return ("approved",) if self.state == "official" else ("approved", "pending")

    @cached_property
    def row_text(self) -> str:
        """`row_of` as JSON, for the database."""
        return json.dumps({str(place): str(row) for place, row in self.row_of.items()})

    def places(self, row: int | None) -> list[int]:
        """The places, of any time, that one row sums; of all rows for None."""
        return [p for p, key in self.row_of.items() if row is None or key == row]

    def over(self, unit_id: int, scope: Scope) -> "Frame":
        """The same level, days and map over another unit of the map, within the reader's scope."""
        row_of = _within_scope(self.map.rows_under(unit_id, self.by), unit_id, scope)
        return Frame(
            unit_id, self.by, self.period, self.map, self.state, self.stock_day,
            self.map.within(unit_id, self.by), row_of,
        )  # fmt: skip

    def widest(self, scope: Scope) -> "Frame":
        """The frame over the highest unit above its own that the reader may look at whole."""
        for unit_id in reversed(self.map.path(self.unit_id)):
            if scope.holds_place(unit_id):
                return self if unit_id == self.unit_id else self.over(unit_id, scope)
        return self

    def with_period(self, period: Period) -> "Frame":
        """The same rows on the same map for other days."""
        return Frame(
            self.unit_id, self.by, period, self.map, self.state,
            min(period.end, clock.today()), self.rows, self.row_of, self.team_id,
        )  # fmt: skip


def build(query: dict, scope: Scope, areas: list[int]) -> Frame:
    """The frame that a checked query asks for; `areas` are the reader's own units, the first of
    which stands in for a missing `unit`. Raises `UNIT_NOT_ON_MAP`, `OUTSIDE_AREA`, `INVALID`."""
    period = period_of(query)
    stock_day = min(period.end, clock.today())
    map_ = register().on(query.get("map") or stock_day)
    unit_id = query.get("unit") or _own_unit(areas, map_)
    if unit_id is None:
        raise problems.invalid(field_error("/unit", "required"))
    unit = on_map(unit_id, map_)
    team_id = _team(query.get("team"), unit_id, scope)
    by = query.get("by") or _level_below(unit.level, unit_id, map_)
    if by != "team" and depth(by) < depth(unit.level):
        raise problems.invalid(field_error("/by", "not_one_of"))
    rows = map_.within(unit_id, by) if by != "team" else []
    row_of = _within_scope(map_.rows_under(unit_id, None if by == "team" else by), unit_id, scope)
    return Frame(unit_id, by, period, map_, query["state"], stock_day, rows, row_of, team_id)


def _within_scope(row_of: dict[int, int], unit_id: int, scope: Scope) -> dict[int, int]:
    if scope.everything or not scope.holds_place(unit_id) or row_of.keys() <= scope.places:
        return row_of
    return {place: row for place, row in row_of.items() if place in scope.places}


def _team(asked: int | None, unit_id: int, scope: Scope) -> int | None:
    """The team that the frame keeps to. Who may look at a unit only because their team is at home
    there sees that team's part alone. Raises `OUTSIDE_AREA`, or `NOT_FOUND` for a hidden team."""
    if asked is not None:
        require_team(asked, scope)
    if scope.holds_place(unit_id):
        return asked
    at_home = [team.id for team in scope.rows if team.home_id == unit_id]
    if asked is None and at_home:
        return at_home[0]
    if asked is None or asked not in scope.teams:
        raise problems.OUTSIDE_AREA()
    return asked


def period_of(query: dict) -> Period:
    """The period of a query: `period` and `basis`, or `from` and `to`; this month without them.
    Raises `INVALID` for one that has not begun: nothing can be told of it."""
    try:
        if "from_" in query or "to" in query:
            end = query.get("to") or clock.today()
            found = periods.between(query.get("from_") or date(end.year, 1, 1), end)
        else:
            name = query.get("period") or f"{clock.today():%Y-%m}"
            found = periods.named(name, query.get("basis", "calendar"))
    except ValueError as error:
        wrong = field_error("/to", "wrong_order") if "from_" in query else None
        raise problems.invalid(wrong or field_error("/period", "not_period")) from error
    if found.start > clock.today():
        at = "/from" if "from_" in query else "/period"
        raise problems.invalid(field_error(at, "not_begun", today=f"{clock.today():%d/%m/%Y}"))
    if (found.end - found.start).days > LONGEST:
        raise problems.invalid(field_error("/from", "period_too_long"))
    return found


def row_label(frame: Frame, row: int) -> str:
    """The name of a row as officials write it."""
    if row != UNDIVIDED:
        return told_apart(row, frame.map)
    if frame.by == "district" and not frame.rows:
        return "Không có cấp huyện"
    return f"Không phân theo {level_name(frame)}"


def level_name(frame: Frame) -> str:
    """What the rows are, as in 'theo xã'; districts have been clusters since the reform."""
    if frame.by == "district" and frame.rows:
        names = (frame.map.name(row).casefold() for row in frame.rows)
        return "cụm" if all(name.startswith("cụm ") for name in names) else LEVEL_NAMES[frame.by]
    return LEVEL_NAMES.get(frame.by, "Tổ")


def _own_unit(areas: list[int], map_: Map) -> int | None:
    for area in areas:
        if map_.has(area):
            return area
    for area in areas:
        counterparts = map_.register.counterparts(area, map_.day)
        # Of several none speaks for the area: the reader is told them and chooses.
        return counterparts[0] if len(counterparts) == 1 else area
    return None


def _level_below(level: str, unit_id: int, map_: Map) -> str:
    for lower in LEVELS[depth(level) + 1 :]:
        if map_.within(unit_id, lower):
            return lower
    # Nobody can ask for provinces, so an answer is never by them either.
    return LEVELS[max(depth(level), 1)]
