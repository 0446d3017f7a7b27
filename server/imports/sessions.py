"""Past sessions from checked rows: held to the very rules of those that are recorded, under ids
that their content gives them, so that one session comes in once however often its file does."""

import hashlib
import json
import uuid
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from server import clock
from server.admin_units.queries import register
from server.admin_units.register import Map, Register
from server.catalogue.codes import SERVICES
from server.extensions import db
from server.imports.bulk import in_parts
from server.imports.corrections import refused
from server.imports.faults import IN_FILE, Fault, Told
from server.imports.matching import Places, Teams, is_called
from server.imports.plans import Setting, Step, Tick, each
from server.imports.rows import Row
from server.imports.session_columns import COUNTS, columns
from server.problems import FieldError
from server.sessions import rules
from server.sessions.models import OutreachSession
from server.teams.models import Team
from server.text import personal_data

COLUMNS = columns
DEFAULT_AUDIENCE = "residents"
OPTIONAL = (
    "staff_participants", "female", "elderly", "first_time", "households", "volunteers", "note",
)  # fmt: skip


def plan(rows: list[Row], setting: Setting, tick: Tick) -> list[Step]:
    """Sessions that are not there yet, to be recorded; those that are, known. One that was taken
    back comes in anew."""
    places = setting.places
    teams, map_of = Teams(places), maps(register())
    seen: dict[str, int] = {}
    today = clock.today()

    rows_of: dict[int, Row] = {}

    def take(row: Row) -> Step:
        hamlet = row.find(_hamlet, places, teams)
        team = row.find(_team, places, teams, hamlet)
        body = row.find(_body, team, hamlet, map_of)
        if body is None:
            return {}
        row.find(_note)
        for fault in rules.faults(body, rules.Setting(today, map_of(body["date"]), team, {})):
            if not _is_said(fault, row):
                row.tell(_fault(fault, body, row))
        if team is None or row.faults:
            return {}
        raw = _raw(body)
        first = seen.setdefault(_key(raw), row.number)
        if first != row.number:
            raise Fault(None, "same_row", "tell_sessions_apart", first=first)
        step: Step = {"raw": raw}
        rows_of[id(step)] = row
        return step

    return refused(_named(each(rows, take, tick)), rows_of)


def maps(units: Register) -> Callable[[date], Map]:
    """A function of a day: its map, drawn once for all the days between two changes."""
    turns = sorted({day for unit in units.units.values() for day in _turns(unit)})
    return lambda day: units.on(turns[bisect_right(turns, day) - 1])


def _turns(unit: Any) -> Iterable[date]:
    yield from (unit.valid_from, unit.valid_to)
    for name in unit.names:
        yield name.valid_from
    for valid_from, valid_to, _ in unit.parents:
        yield from (valid_from, valid_to)


def _note(row: Row) -> None:
    """On a phone a number in a note is only a hint; a file is mended before anybody has read it."""
    if row.get("note") and personal_data(row.get("note")) == "phone":
        raise Fault("note", "note_has_phone", "leave_people_out")


def _hamlet(row: Row, places: Places, teams: Teams) -> int | None:
    if not row.get("hamlet"):
        return None
    if home := _own_hamlet(row, places, teams):
        return home
    commune = places.commune_of(row)
    if commune is None:
        raise Fault("commune_code", "commune_needed", "write_commune")
    return places.hamlet(row.get("hamlet"), commune, "hamlet")


def _own_hamlet(row: Row, places: Places, teams: Teams) -> int | None:
    """The home of the team that the row names, if it is called as the hamlet is: of several of one
    name that is the one that is meant."""
    if not row.get("team"):
        return None
    try:
        team = teams.named(row.get("team"), places.commune_of(row), day=row.get("date"))
    except Fault:
        return None  # told with the team
    home = places.map.standing.get(team.home_id)
    if home is None or places.level(home) != "hamlet":
        return None
    return home if is_called(places.map.name(home), row.get("hamlet")) else None


def _team(row: Row, places: Places, teams: Teams, hamlet: int | None) -> Team:
    if row.get("team"):
        commune = places.commune_of(row)
        return teams.named(row.get("team"), commune, hamlet=hamlet, day=row.get("date"))
    if hamlet is None:
        if row.get("hamlet"):
            raise Told("hamlet")  # what is wrong with it has been said
        raise Fault("team", "team_needed", "write_team_or_hamlet")
    day = row.get("date")
    found = [t for t in teams.of_hamlet[hamlet] if day is None or t.is_active_on(day)]
    if len(found) == 1:
        return found[0]
    named = places.map.name(hamlet)
    if found:
        listed = teams.listed(t.id for t in found)
        raise Fault("team", "several_teams", "write_team", name=named, teams=listed)
    raise Fault("hamlet", "no_team_then", "write_team_that_did", name=named)


def _body(row: Row, team: Team | None, hamlet: int | None, map_of: Callable) -> dict:
    """The row as the API's checked body; every service is looked at whatever else is wrong."""
    services = [taught for code in SERVICES if (taught := row.find(_taught, code))]
    start = row.get("start_time")
    day, kind, turns = row.get("date"), row.get("type"), row.get("participants")
    optional = {name: row.get(name) for name in OPTIONAL}
    return _blank() | {
        "team_id": team.id if team else 0,
        "place_id": hamlet or (map_of(day).standing.get(team.home_id) if team else 0) or 0,
        "date": day,
        "start_time": start,
        "type": kind,
        "audience": row.get("audience", DEFAULT_AUDIENCE),
        "participants": turns,
        "services": services,
        **optional,
    }


def _blank() -> dict:
    nothing = ("duration_min", "venue_id", "conducted_by", "client")
    lists = ("co_team_ids", "other_place_ids", "partner_ids", "difficulties")
    fixed = {"source": "import", "nil": False}
    return dict.fromkeys(nothing) | {name: [] for name in lists} | fixed


def _taught(row: Row, code: str) -> dict | None:
    assisted, completed = (row.get(f"{code}.{count}") for count in COUNTS)
    if assisted is None and completed is None:
        return None
    if assisted is None:
        raise Fault(f"{code}.assisted", "guided_needed", "write_guided")
    return {"service": code, "assisted": assisted, "completed": completed}


def _is_said(error: FieldError, row: Row) -> bool:
    """Whether the row has been told already, with the reason."""
    services = any("." in (fault.column or "") for fault in row.faults)
    return error.pointer == "/team_id" or (error.pointer == "/services" and services)


def _fault(error: FieldError, body: dict, row: Row) -> Fault:
    """What a rule says of the body, said of the row."""
    name, index, count = (*error.pointer.strip("/").split("/"), None, None)[:3]
    if name == "services" and index is None:
        asked = (name for name in row.asked if name.endswith(f".{COUNTS[0]}"))
        column = next(asked, f"{SERVICES[0]}.{COUNTS[0]}")
        return Fault(column, "service_needed", "write_service")
    if name == "services":
        name = f"{body['services'][int(index)]['service']}.{count}"
    return Fault(IN_FILE.get(name, name), error.code, **dict(error.params))


def _raw(body: dict) -> dict:
    """The body as a client would have sent it: JSON, without what is blank."""
    sent = {name: value for name, value in body.items() if value not in (None, [], False)}
    sent["services"] = [
        {name: value for name, value in taught.items() if value is not None}
        for taught in body["services"]
    ]
    sent["date"] = body["date"].isoformat()
    if body["start_time"]:
        sent["start_time"] = f"{body['start_time']:%H:%M}"
    return sent


def _key(raw: dict) -> str:
    return json.dumps(raw, sort_keys=True, ensure_ascii=False)


def session_id(raw: dict, generation: int = 0) -> uuid.UUID:
    """The id that a session's content gives it; another for each time that it was taken back."""
    text = f"import:{generation}:{_key(raw)}"
    return uuid.UUID(bytes=hashlib.sha256(text.encode()).digest()[:16], version=4)


def _named(steps: list[Step]) -> list[Step]:
    """The steps with their ids: of a session that stands the one it has, else a new one."""
    asked, generation = steps, 0
    while asked:
        for step in asked:
            step["id"] = str(session_id(step["raw"], generation))
        states = _states([step["id"] for step in asked])
        for step in asked:
            step["outcome"] = "known" if step["id"] in states else "added"
        asked = [step for step in asked if states.get(step["id"]) == "withdrawn"]
        generation += 1
    return steps


def _states(ids: list[str]) -> dict[str, str]:
    """Id -> state of those that there are; one that another stands for is there."""
    found = {}
    for part in in_parts(ids):
        s = OutreachSession
        query = select(s.id, s.state, s.merged_into).where(s.id.in_(map(uuid.UUID, part)))
        for id, state, merged_into in db.session.execute(query):
            found[str(id)] = state if merged_into is None else "merged"
    return found
