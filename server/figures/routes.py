"""Rollups, what stands behind them, series, and coverage, over HTTP."""

from flask import jsonify
from flask_jwt_extended import current_user

from server import clock, periods, problems
from server.access.permissions import Permission
from server.access.requires import permissions_of, requires
from server.accounts.queries import area_ids
from server.blueprint import Blueprint
from server.figures import frame as frames
from server.figures import place_schemas, schemas
from server.figures.cells import cell
from server.figures.comparison import comparison
from server.figures.coverage import coverage, window
from server.figures.frame import UNDIVIDED
from server.figures.rollup import rollup
from server.figures.series import last_year, series
from server.figures.team_curve import team_curve
from server.problems import field_error
from server.teams.queries import scope_of

rollups = Blueprint("rollups", __name__, url_prefix="/api/v1", description="Rollups")


def frame_for(query):
    """The frame of the caller's query, within the caller's scope."""
    scope = scope_of(current_user)
    return frames.build(query, scope, [*area_ids(current_user), *sorted(scope.homes)])


def places_for(query):
    """The same for what is told of places: who sees but their own team there may not look."""
    frame = frame_for(query)
    if frame.team_id is not None:
        raise problems.OUTSIDE_AREA()
    return frame


def coverage_frame(query):
    """The frame of hamlets over the twelve months that the query's coverage shows."""
    months = window(frames.period_of(query))
    asked = {name: value for name, value in query.items() if name != "team"}
    return places_for({**asked, "from_": months.start, "to": months.end, "by": "hamlet"})


def coverage_of(frame):
    """The coverage as the caller may see it."""
    return coverage(frame, may_call=Permission.PEOPLE_READ in permissions_of(current_user))


@rollups.get("/rollups")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(schemas.RollupQuery, location="query")
@rollups.response(200, schemas.RollupOut)
def read_rollup(query):
    """One row per child and a total."""
    # A province by hamlet has 700 rows of 60 figures: dumping them through the schema, which a test
    # does, would take ten times as long as working them out.
    return jsonify(rollup(frame_for(query)))


@rollups.get("/rollups/sessions")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(schemas.CellQuery, location="query")
@rollups.response(200, schemas.CellOut)
def read_cell(query):
    """Exactly the sessions behind one cell, and what was left out and why; for a ratio the places
    or teams. `row` is a row's unit or team, `none` the undivided row, absent the total."""
    row = query.get("row")
    if row is not None and row != "none" and not row.isdecimal():
        raise problems.invalid(field_error("/row", "not_one_of"))
    key = None if row is None else UNDIVIDED if row == "none" else int(row)
    return cell(frame_for(query), query["cell"], key, query.get("cursor"), query["limit"])


@rollups.get("/rollups/series")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(schemas.SeriesQuery, location="query")
@rollups.response(200, schemas.SeriesOut)
def read_series(query):
    """The same counts month by month, over whole calendar months; the last twelve by default."""
    asked = {"period", "from_", "to"} & query.keys()
    period = frames.period_of(query) if asked else last_year()
    whole = periods.months(period)
    query = {**query, "from_": whole[0].start, "to": whole[-1].end}
    return series(frame_for(query))


@rollups.get("/rollups/comparison")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(place_schemas.ComparisonQuery, location="query")
@rollups.response(200, place_schemas.ComparisonOut)
def read_comparison(query):
    """One figure for every unit of a level, ranked with ties (1, 1, 3): as it is, or by 1.000
    residents or 100 households where they are known; with its change since the stretch before and
    since a year before, and the median of the widest land that the reader may look at. Figures
    round half up from the exact fraction; a running period is compared with as many days."""
    cell, per = query.pop("cell"), query.pop("per", None)
    frame = places_for(query)
    return jsonify(comparison(frame, frame.widest(scope_of(current_user)), cell, per))


@rollups.get("/coverage")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(schemas.RollupQuery, location="query")
@rollups.response(200, place_schemas.CoverageOut)
def read_coverage(query):
    """Hamlets by month in four states, for the twelve months up to the period's end."""
    return jsonify(coverage_of(coverage_frame(query)))


@rollups.get("/coverage/teams-series")
@requires(Permission.ROLLUP_READ)
@rollups.arguments(place_schemas.TeamCurveQuery, location="query")
@rollups.response(200, place_schemas.TeamCurveOut)
def read_team_curve(query):
    """How many hamlets had a team: on the last day of each month since the first was founded, the
    last point on `to` or today."""
    day = query.get("to") or clock.today()
    return jsonify(team_curve(places_for({**query, "from_": day, "to": day, "by": "hamlet"})))
