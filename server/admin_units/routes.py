"""Administrative units over HTTP, always as of a day (default: today)."""

from server import clock, cursors, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.admin_units import queries, schemas
from server.admin_units.queries import register
from server.blueprint import Blueprint

units = Blueprint("units", __name__, url_prefix="/api/v1/units", description="Administrative units")


@units.get("")
@requires(Permission.UNIT_READ)
@units.arguments(schemas.UnitQuery, location="query")
@units.response(200, schemas.UnitPage)
def list_units(query):
    """Units that exist on a day; `q` finds names of any time, with or without accents."""
    map_ = _map(query)
    within = query.get("within")
    if within is not None:
        queries.on_map(within, map_)
    if query.get("q"):
        found = queries.search(query["q"], map_, level=query.get("level"), within=within)
    else:
        found = queries.listed(map_, level=query.get("level"), within=within)
    after = cursors.decode(query.get("cursor"), cursors.number)
    start = after[0] if after else 0
    items = found[start : start + query["limit"]]
    more = start + len(items) < len(found)
    return {
        "items": [queries.shown(unit_id, map_) for unit_id in items],
        "next_cursor": cursors.encode([start + len(items)]) if more else None,
    }


@units.get("/<int(max=2147483647):unit_id>")
@requires(Permission.UNIT_READ)
@units.arguments(schemas.DayQuery, location="query")
@units.response(200, schemas.UnitOut)
def read_unit(query, unit_id):
    """One unit as it was on a day; when it was not there then, as it was nearest to it."""
    map_ = _map(query)
    if unit_id not in map_.register.units:
        raise problems.NOT_FOUND()
    return queries.shown(unit_id, map_)


@units.get("/<int(max=2147483647):unit_id>/children")
@requires(Permission.UNIT_READ)
@units.arguments(schemas.DayQuery, location="query")
@units.response(200, schemas.UnitPage)
def list_children(query, unit_id):
    """What stands directly under a unit on a day, in dictionary order."""
    map_ = _map(query)
    queries.on_map(unit_id, map_)
    items = [queries.shown(child, map_) for child in map_.children.get(unit_id, [])]
    return {"items": items, "next_cursor": None}


def _map(query):
    return register().on(query.get("on") or clock.today())
