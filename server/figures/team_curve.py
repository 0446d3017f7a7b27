"""The curve of the hamlets that have a team: month by month since the first was founded."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from server import clock, periods
from server.admin_units.queries import brief
from server.extensions import db
from server.fields import instant
from server.figures.frame import Frame
from server.teams.models import Team
from server.teams.queries import was_there

Span = tuple[date, date]  # from the founding to the dissolution, the latter not included


def team_curve(frame: Frame) -> dict:
    """A point on the last day of each month from the first founding on, the last one on the frame's
    stock day: how many hamlets of the land there were that day, and how many had a team."""
    teams = _teams(frame)
    return {
        "unit": brief(frame.unit_id, frame.map),
        "map": frame.map.day.isoformat(),
        "as_of": instant(clock.now()),
        "points": [_point(day, teams, frame) for day in _days(teams, frame.stock_day)],
    }


def _teams(frame: Frame) -> list[tuple[int, Span, bool]]:
    query = select(Team.home_id, Team.founded_on, Team.dissolved_on, Team.is_pilot).where(
        Team.kind == "hamlet", Team.founded_on <= frame.stock_day, was_there()
    )
    return [
        (home, (founded, dissolved), pilot)
        for home, founded, dissolved, pilot in db.session.execute(query)
        if home in frame.row_of
    ]


def _days(teams: list[tuple[int, Span, bool]], last: date) -> list[date]:
    if not teams:
        return []
    first = min(span[0] for _, span, _ in teams)
    ends = [month.end for month in periods.months(periods.between(first, last))]
    return [*ends[:-1], last]


def _point(day: date, teams: list[tuple[int, Span, bool]], frame: Frame) -> dict:
    register = frame.map.register
    hamlets = {
        place for place in frame.row_of
        if register.units[place].level == "hamlet" and register.units[place].exists_on(day)
    }  # fmt: skip
    covered: dict[int, bool] = defaultdict(bool)
    for home, (founded, dissolved), pilot in teams:
        if founded <= day < dissolved:
            # A hamlet of another day counts as what it was, or became, on this one.
            hamlet = home if home in hamlets else register.on(day).standing[home]
            if hamlet in hamlets:
                covered[hamlet] |= pilot
    return {
        "on": day.isoformat(),
        "period": f"{day:%Y-%m}",
        "numerator": len(covered),
        "denominator": len(hamlets),
        "pilot": sum(covered.values()),
    }
