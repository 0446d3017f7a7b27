"""A rollup: one row per child and a total, every ratio with its numerator and denominator."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from server import clock
from server.admin_units.queries import brief, full_name
from server.catalogue.codes import SERVICES, TYPES
from server.extensions import db
from server.fields import instant
from server.figures import sums
from server.figures.frame import UNDIVIDED, Frame, row_label
from server.rollups.models import OPTIONAL_COUNTS
from server.teams.models import Team
from server.teams.queries import was_there
from server.text import sort_key

RATIOS = (
    "hamlets_with_team",
    "communes_with_team",
    "districts_with_youth_team",
    "hamlets_reached",
    "active_teams",
    "on_time",
)
Members = dict[str, dict[int, bool]]  # ratio -> unit or team id -> whether it counts


def rollup(frame: Frame) -> dict:
    """The rollup of a frame, in the shape of the API."""
    rows = _rows(frame)
    total = _total(rows.values())
    kept = [code for code in SERVICES if code in total["services"]]
    units = _row_units(frame, rows)
    shown = [
        {"unit": units[key], "label": _label(frame, units, key), **_services(rows[key], kept)}
        for key in units
    ]
    unit, name = brief(frame.unit_id, frame.map), full_name(frame.unit_id, frame.map)
    above = frame.map.path(frame.unit_id)[:0:-1]
    body = {
        "as_of": instant(clock.now()),
        "unit": unit | {"full_name": name, "path": [brief(step, frame.map) for step in above]},
        "period": {
            "label": frame.period.label,
            "from": frame.period.start.isoformat(),
            "to": frame.period.end.isoformat(),
            "basis": frame.period.basis,
        },
        "map": frame.map.day.isoformat(),
        "state": frame.state,
        "by": frame.by,
        "rows": shown,
        "total": {"unit": unit, "label": name, **_services(total, kept)},
    }
    return {"data_version": version_of(body["rows"], body["total"]), **body}


def version_of(*content: object) -> str:
    """A short digest of figures: equal exactly when the figures are."""
    text = json.dumps(content, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def every_team(frame: Frame) -> dict[int, Any]:
    """The teams that existed on a day of the period, wherever they are at home, by id: rows of
    `(id, kind, name, home_id, founded_on, dissolved_on)`. Only one with the frame's own team."""
    columns = (Team.id, Team.kind, Team.name, Team.home_id, Team.founded_on, Team.dissolved_on)
    query = select(*columns).where(
        Team.founded_on <= frame.stock_day,
        Team.dissolved_on > frame.period.start,
        was_there(),
    )
    if frame.team_id is not None:
        query = query.where(Team.id == frame.team_id)
    return {team.id: team for team in db.session.execute(query)}


def teams_of(frame: Frame, every: dict[int, Any] | None = None) -> dict[int, Any]:
    """Those of them at home in the frame."""
    every = every_team(frame) if every is None else every
    return {key: team for key, team in every.items() if team.home_id in frame.row_of}


def members(
    frame: Frame, every: dict[int, Any], only: Iterable[str] = RATIOS
) -> dict[int, Members]:
    """Row -> ratio -> the units or teams it is a ratio of, and whether each counts."""
    found: dict[int, Members] = defaultdict(lambda: defaultdict(dict))
    with_team = _units_with_team(frame, every)
    for ratio, level in (
        ("hamlets_with_team", "hamlet"),
        ("communes_with_team", "commune"),
        ("districts_with_youth_team", "district"),
    ):
        if ratio in only:
            for unit_id in frame.map.within(frame.unit_id, level):
                then = frame.map.register.counterparts(unit_id, frame.stock_day)
                row = frame.row_of.get(unit_id)
                if row is not None:
                    found[row][ratio][unit_id] = not with_team[level].isdisjoint(then)
    if "hamlets_reached" in only:
        _add_reached(frame, found)
    if "active_teams" in only:
        active = sums.active_teams(frame)
        for team in teams_of(frame, every).values():
            row = team.id if frame.by == "team" else frame.row_of[team.home_id]
            found[row]["active_teams"][team.id] = team.id in active
    return found


def _add_reached(frame: Frame, found: dict[int, Members]) -> None:
    reached = {frame.map.standing[place] for place in sums.reached(frame)}
    for hamlet in frame.map.within(frame.unit_id, "hamlet"):
        if hamlet in frame.row_of:
            found[frame.row_of[hamlet]]["hamlets_reached"][hamlet] = hamlet in reached


def _units_with_team(frame: Frame, teams: dict[int, Any]) -> dict[str, set[int | None]]:
    """Level -> the units of the stock day that had their kind of team then: a hamlet its hamlet
    team, a commune its commune team, a district a youth team at its level or below."""
    found: dict[str, set[int | None]] = {"hamlet": set(), "commune": set(), "district": set()}
    then = frame.map.register.on(frame.stock_day)
    for team in teams.values():
        if team.founded_on <= frame.stock_day < team.dissolved_on:
            home = then.standing[team.home_id]
            level = "district" if team.kind == "youth" else team.kind
            if level in found:
                found[level].add(then.ancestor(home, level) if level == "district" else home)
    return found


def _rows(frame: Frame) -> dict[int, dict]:
    counted, services = sums.by_row(frame), sums.services_by_row(frame)
    ratios = members(frame, every_team(frame))
    keys = {*frame.rows, *counted, *services, *ratios}
    return {k: _row(counted.get(k, {}), services.get(k, {}), ratios.get(k, {})) for k in keys}


def _row(counts: dict, services: dict, ratios: Members) -> dict:
    sessions = {code: counts.get(code, 0) for code in TYPES}
    everything = sum(sessions.values())
    row = {
        "sessions": {"all": everything, **sessions},
        "joined": counts.get("joined", 0),
        "participants": counts.get("participants", 0),
        "team_members_trained": counts.get("team_members_trained", 0),
        **{
            name: {"value": counts.get(name, 0), "recorded": counts.get(f"{name}_recorded", 0)}
            for name in OPTIONAL_COUNTS
        },
        "services": services,
    }
    for ratio in RATIOS[:-1]:
        counted = ratios.get(ratio, {})
        row[ratio] = {"numerator": sum(counted.values()), "denominator": len(counted)}
    row["on_time"] = {"numerator": counts.get("on_time", 0), "denominator": everything}
    row["pending"] = counts.get("pending", 0)
    return row


def _total(rows: Iterable[dict]) -> dict:
    """The sum of rows, field by field: so parents equal their children by construction, and a test
    holds the total against one asked for directly."""
    total = _row({}, {}, {})
    for row in rows:
        _add(total, row)
    return total


def _add(into: dict, row: dict) -> None:
    for key, value in row.items():
        if isinstance(value, dict):
            _add(into.setdefault(key, {}), value)
        else:
            into[key] = into.get(key, 0) + value


def _services(row: dict, kept: list[str]) -> dict:
    """The row with the same services as every other, and only what the API shows of them."""
    shown = {
        code: {n: row["services"].get(code, {}).get(n, 0) for n in ("assisted", "completed")}
        for code in kept
    }
    return {**row, "services": shown}


def _row_units(frame: Frame, keys: Iterable[int]) -> dict[int, dict | None]:
    """Row key -> its unit or team as the API names it, in the order of the table; the undivided row
    last. Teams from elsewhere that led sessions here have a row as well."""
    undivided = {UNDIVIDED: None} if UNDIVIDED in keys else {}
    if frame.by != "team":
        return {key: brief(key, frame.map) for key in frame.rows} | undivided
    query = select(Team).where(Team.id.in_([key for key in keys if key != UNDIVIDED]))
    teams = sorted(db.session.scalars(query), key=lambda team: (sort_key(team.name), team.id))
    return {
        t.id: {"id": t.id, "level": "team", "kind": t.kind, "name": t.name, "code": None}
        for t in teams
    } | undivided


def _label(frame: Frame, units: dict[int, dict | None], key: int) -> str:
    unit = units[key]
    return unit["name"] if unit and frame.by == "team" else row_label(frame, key)
