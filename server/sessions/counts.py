"""What one session adds to which totals. Pure; `totals` says the same to the database in SQL, and
a property test holds the two together."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from server import clock, periods
from server.catalogue.codes import LIMITS, REMOTE_TYPES, audience_class
from server.rollups.actions import Counts
from server.rollups.models import OPTIONAL_COUNTS, PlaceTotal, ServiceTotal, TeamTotal

COUNTED_STATES = ("approved", "pending")


def of(outreach_session: Any) -> Counts:
    """The session's own counts: nothing for a nil report or a state that counts nowhere."""
    counts: Counts = defaultdict(dict)
    session = outreach_session
    if session.nil or session.state not in COUNTED_STATES:
        return counts
    for grain, start in grains(session.date):
        when = (grain, start)
        group = (audience_class(session.audience), session.state)
        here = (session.place_id, session.team_id, *when, *group)
        counts[PlaceTotal.__tablename__, here] = _at_place(session)
        for other in session.other_places:
            there = (other.place_id, session.team_id, *when, *group)
            counts[PlaceTotal.__tablename__, there] = {"reach": _reach(session)}
        for team_id in {co.team_id for co in session.co_teams} - {session.team_id}:
            beside = (session.place_id, team_id, *when, *group)
            counts[PlaceTotal.__tablename__, beside] = {"joined": 1}
        if group[0] != "staff":
            for taught in session.services:
                leaf = (session.place_id, session.team_id, *when, taught.service, session.state)
                counts[ServiceTotal.__tablename__, leaf] = _taught(taught)
        for team_id in {session.team_id, *(co.team_id for co in session.co_teams)}:
            counts[TeamTotal.__tablename__, (team_id, *when, session.state)] = {"sessions": 1}
    return counts


def grains(day: date) -> list[tuple[str, date]]:
    """The buckets that a day falls into, one of each grain."""
    return [("half", periods.half_of(day)), ("year", periods.year_of(day))]


def residents(session: Any) -> int:
    """Turns of residents, traders and students. A broadcast guides nobody; of a mixed audience the
    team members and officials are left out (domain, indicators I7 and I8)."""
    group = audience_class(session.audience)
    if group == "staff" or session.type == "broadcast":
        return 0
    return session.participants - (session.staff_participants or 0)


def is_on_time(session: Any) -> bool:
    """Received by the server within three days (domain, indicator I13)."""
    return clock.local_date(session.received_at) <= session.date + timedelta(
        days=LIMITS["on_time_days"]
    )


def _at_place(session: Any) -> dict[str, int]:
    trained = session.audience == "team_members" and session.type == "training_class"
    measures = {
        session.type: 1,
        "participants": residents(session),
        "team_members_trained": session.participants if trained else 0,
        "on_time": int(is_on_time(session)),
        "reach": _reach(session),
    }
    if audience_class(session.audience) != "staff":
        for name in OPTIONAL_COUNTS:
            value = getattr(session, name)
            if value is not None:
                measures[name] = value
                measures[f"{name}_recorded"] = 1
    return measures


def _reach(session: Any) -> int:
    return int(session.type not in REMOTE_TYPES)


def _taught(taught: Any) -> dict[str, int]:
    if taught.completed is None:
        return {"assisted": taught.assisted}
    return {
        "assisted": taught.assisted,
        "completed": taught.completed,
        "assisted_rated": taught.assisted,
    }
