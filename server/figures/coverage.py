"""Coverage: every hamlet by month in four states, the longest without a session first."""

from collections import defaultdict
from datetime import date

from sqlalchemy import func, select

from server import clock, periods
from server.admin_units.queries import brief, named
from server.extensions import db
from server.fields import instant
from server.figures import last_seen, sums
from server.figures.frame import Frame
from server.figures.rollup import teams_of
from server.figures.unheard import REMOTE, RETURNED, unheard
from server.periods import Period
from server.planner import off_index
from server.rollups.models import PlaceTotal
from server.sessions.models import OutreachSession, in_state
from server.teams.queries import leaders

MONTHS = 12
NOTHING = (0, 0)
MONTH_STATES = ACTIVE, NIL, SILENT, NO_TEAM = "active", "nil", "silent", "no_team"


def window(period: Period) -> Period:
    """The twelve calendar months that end with the period's last day, at most this month."""
    last = min(period.end, clock.today()).replace(day=1)
    first = periods.add_months(last, 1 - MONTHS)
    return periods.between(first, periods.named(f"{last:%Y-%m}").end)


def coverage(frame: Frame, *, may_call: bool) -> dict:
    """The grid of a frame whose period is a `window` and whose rows are hamlets; `may_call`: with
    the leaders' phones. A month is `active` with a session that came to the hamlet, `nil` when its
    team reported none, `silent` when it should have, `no_team` when nobody was there to report. Of
    a hamlet that is silent in the last month `unheard` says what its team did send."""
    months = periods.months(frame.period)
    (reached, recent), nil = _reached(frame), _nil_reports(frame)
    teams = _hamlet_teams(frame)
    called = _leaders([team.id for teams_ in teams.values() for team in teams_], may_call)
    rows = []
    for hamlet in frame.rows:
        of_months = reached.get(hamlet, {})
        states = [
            _state(
                m,
                of_months.get(m.start, NOTHING)[0] > 0,
                m.start in nil.get(hamlet, ()),
                teams.get(hamlet, []),
            )
            for m in months
        ]
        rows.append(_row(frame, hamlet, states, of_months, teams.get(hamlet, []), called))
    last = last_seen.days(frame, recent)
    asked = {row["unit"]["id"] for row in rows if row["states"][-1] == SILENT}
    sent = unheard(frame, months[-1], asked)
    for row in rows:
        day, of = last.get(row["unit"]["id"]), sent.get(row["unit"]["id"], {})
        row["last_session_on"] = day.isoformat() if day else None
        row["unheard"] = {why: of.get(why) for why in (RETURNED, REMOTE)}
    rows.sort(key=lambda row: row["last_session_on"] or "")
    summary = {state: sum(r["states"][-1] == state for r in rows) for state in MONTH_STATES}
    return {
        "unit": brief(frame.unit_id, frame.map),
        "map": frame.map.day.isoformat(),
        "as_of": instant(clock.now()),
        "months": [f"{month.start:%Y-%m}" for month in months],
        "summary": summary,
        "rows": rows,
    }


def _state(month: Period, reached: bool, nil: bool, teams: list) -> str:
    if reached:
        return ACTIVE
    if nil:
        return NIL
    existed = any(t.founded_on <= month.end and t.dissolved_on > month.start for t in teams)
    return SILENT if existed else NO_TEAM


def _row(frame, hamlet, states, of_months, teams, called) -> dict:
    team = next((t for t in teams if t.founded_on <= frame.stock_day < t.dissolved_on), None)
    path = frame.map.path(hamlet)[1:]
    return {
        "unit": named(hamlet, frame.map),
        "path": [brief(unit, frame.map) for unit in reversed(path)],
        "team": {"id": team.id, "name": team.name, "leader": called.get(team.id)} if team else None,
        "states": states,
        "sessions": sum(sessions for sessions, _ in of_months.values()),
        "participants": sum(participants for _, participants in of_months.values()),
    }


def _reached(frame: Frame) -> tuple[dict[int, dict[date, tuple[int, int]]], dict[int, date]]:
    """Hamlet -> first of month -> (sessions that came to it, participants of all held there); and
    place -> its last half-month that saw one."""
    t, rows = PlaceTotal, sums.place_rows(frame)
    first, last = frame.period.start, frame.period.end
    query = (
        select(t.place_id, t.start, func.sum(t.reach), func.sum(t.participants))
        .join(rows, rows.c.place_id == t.place_id)
        .where(off_index(t.grain) == "half", t.start.between(first, last))
        .where(t.state_class.in_(frame.states))
        .group_by(t.place_id, t.start)
    )
    found: dict[int, dict[date, tuple[int, int]]] = defaultdict(dict)
    latest: dict[int, date] = {}
    for place, start, reach, participants in db.session.execute(query):
        if not frame.row_of.get(place) or not (reach or participants):
            continue
        month, hamlet = start.replace(day=1), frame.map.standing[place]
        before = found[hamlet].get(month, NOTHING)
        found[hamlet][month] = (before[0] + int(reach), before[1] + int(participants))
        if reach:
            latest[place] = max(start, latest.get(place, start))
    return found, latest


def _nil_reports(frame: Frame) -> dict[int, set[date]]:
    """Hamlet -> the months for which its team reported that there was nothing."""
    s = OutreachSession
    # Among the places, not joined with them: SQLite would walk all of them for each report. And by
    # the index of such reports, of which nothing tells it that they are few.
    query = (
        select(s.place_id, s.date)
        .where(
            s.nil.is_(True),
            in_state(frame.states),
            s.date.between(frame.period.start, frame.period.end),
            off_index(s.place_id).in_(select(sums.place_rows(frame).c.place_id)),
        )
        .distinct()
    )
    found: dict[int, set[date]] = defaultdict(set)
    for place, day in db.session.execute(query):
        found[frame.map.standing[place]].add(day.replace(day=1))
    return found


def _hamlet_teams(frame: Frame) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for team in teams_of(frame).values():
        if team.kind == "hamlet":
            found[frame.map.standing[team.home_id]].append(team)
    return found


def _leaders(team_ids: list[int], may_call: bool) -> dict[int, dict]:
    return {
        team: {"name": name, "phone": phone if may_call else None}
        for team, (name, phone) in leaders(team_ids).items()
    }
