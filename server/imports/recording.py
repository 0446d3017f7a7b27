"""Puts imported sessions where recorded ones are: with their hints, history and totals, in a number
of statements that does not grow with them."""

import uuid
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Select, select

from server import clock
from server.accounts.models import User
from server.admin_units.queries import register
from server.extensions import db
from server.imports.bulk import Insert, in_parts
from server.imports.plans import Made, Step, Tick, WorldChanged
from server.rollups import actions as rollups
from server.sessions import content, counts, flags, kept_flags, team_days
from server.sessions.actions import COLUMNS
from server.sessions.counts import COUNTED_STATES
from server.sessions.models import (
    OutreachSession,
    SessionFlag,
    SessionRevision,
    SessionService,
    in_state,
)
from server.sessions.past import PAST
from server.teams.models import Team

LISTS = ("partner_ids", "difficulties")


@dataclass(frozen=True)
class Prepared:
    """Everything that is to be written, worked out before anybody has to wait for the database."""

    ids: list[uuid.UUID]
    teams: dict[int, list[date]]  # with the days of their sessions
    inserts: tuple[Insert, ...]
    totals: rollups.Counts


def prepare(steps: list[Step], by: User, batch_id: uuid.UUID) -> Prepared:
    """The new sessions of a batch's plan, with their hints and what they add to the totals. Reads
    only."""
    now = clock.now()
    new = [_session(step, by, now) for step in steps if step["outcome"] == "added"]
    _flag(new)
    ids = [session.id for session in new]
    totals = rollups.difference(new=map(counts.of, new))
    # In the order of their keys, so that the indexes grow at neighbouring places.
    new.sort(key=lambda session: session.id)
    inserts = (
        Insert(OutreachSession, [_row(session) | {"import_id": batch_id} for session in new]),
        Insert(SessionService, [taught for session in new for taught in _taught(session)]),
        Insert(SessionRevision, [_revision(session, by) for session in new]),
        Insert(SessionFlag, kept_flags.rows(new)),
    )
    days: dict[int, list[date]] = defaultdict(list)
    for session in new:
        days[session.team_id].append(session.date)
    return Prepared(ids, days, inserts, totals)


def apply(ready: Prepared, by: User, tick: Tick) -> list[Made]:
    """Record the new sessions; they wait for somebody above who brought them. `WorldChanged` when
    one of them lies outside its team's days by now."""
    if not team_days.hold_throughout(ready.teams):
        raise WorldChanged("a team's days")
    sessions, *parts = ready.inserts
    sessions.run(tick)
    for part in parts:
        part.run()
    rollups.apply(ready.totals)
    return [Made("session", session_id=id) for id in ready.ids]


def _session(step: Step, by: User, now: Any) -> SimpleNamespace:
    """A session as the counts and the hints look at it: everything but the database's own."""
    raw, id = step["raw"], uuid.UUID(step["id"])
    facts = dict.fromkeys(COLUMNS) | {name: [] for name in LISTS} | {"nil": False} | raw
    facts["date"] = date.fromisoformat(raw["date"])
    facts["start_time"] = time.fromisoformat(raw["start_time"]) if "start_time" in raw else None
    facts["services"] = [
        SimpleNamespace(**{"completed": None} | taught) for taught in raw["services"]
    ]
    return SimpleNamespace(
        **facts,
        id=id,
        raw=raw,
        content_hash=content.content_hash(raw),
        state="pending",
        co_teams=[],
        other_places=[],
        recorded_by=by.id,
        submitted_by=by.id,
        received_at=now,
        changed_at=now,
        waiting_since=now,
        client=None,
    )


def _row(session: SimpleNamespace) -> dict[str, Any]:
    own = ("id", "participants", "state", "recorded_by", "submitted_by", "received_at")
    return {name: getattr(session, name) for name in (*COLUMNS, *own)} | {
        "changed_at": session.changed_at,
        "waiting_since": session.waiting_since,
        "receipt_code": content.receipt_code(session.id),
        "content_hash": session.content_hash,
        "version": 1,
        "flags": session.flags,
        "is_clean": not session.flags,
    }


def _taught(session: SimpleNamespace) -> Iterable[dict]:
    for position, taught in enumerate(session.services):
        yield {"session_id": session.id, "position": position, **vars(taught)}


def _revision(session: SimpleNamespace, by: User) -> dict:
    return {
        "session_id": session.id,
        "version": 1,
        "action": "recorded",
        "at": session.changed_at,
        "by_id": by.id,
        "content_hash": session.content_hash,
        "body": session.raw,
        "reasons": [],
        "fields": [],
    }


class Taught:
    """The services of sessions by id, as the hints ask for them; those asked for and not at hand
    are kept in `missing`, to be read together."""

    def __init__(self, new: list[SimpleNamespace]):
        self.at_hand = {
            s.id: {t.service: (t.assisted, t.completed) for t in s.services} for s in new
        }
        self.missing: set[uuid.UUID] = set()

    def __call__(self, ids: list[uuid.UUID]) -> dict[uuid.UUID, flags.Taught]:
        self.missing |= set(ids) - self.at_hand.keys()
        return {id: self.at_hand[id] for id in ids if id in self.at_hand}

    def read(self) -> None:
        wanted, self.missing = sorted(self.missing), set()
        t = SessionService
        for part in in_parts(wanted):
            self.at_hand |= {id: {} for id in part}
            query = select(t.session_id, t.service, t.assisted, t.completed)
            for id, code, *numbers in db.session.execute(query.where(t.session_id.in_(part))):
                self.at_hand[id][code] = tuple(numbers)


def _flag(new: list[SimpleNamespace]) -> None:
    """Give each session its hints, as if they had been recorded in the order of their days."""
    taught = Taught(new)
    lines = _lines(new)
    homes, at_place = _homes(lines), _at_places(lines, new)
    _look(lines, homes, at_place, taught)
    if taught.missing:
        taught.read()
        _look(lines, homes, at_place, taught)


def _look(
    lines: dict[int, list], homes: dict[int, int | None], at_place: dict, taught: Taught
) -> None:
    """Each new session beside what came before it, and what other teams did there that day."""
    for team_id, line in lines.items():
        past: deque[flags.Past] = deque(maxlen=PAST)
        for one in line:
            if not isinstance(one, flags.Past):
                beside = at_place[one.place_id, one.date]
                around = flags.Around(
                    past=list(past),
                    same_day=[other for other in past if other.date == one.date],
                    beside=[other for team, other in beside if team != team_id],
                )
                one.flags = flags.found(flags.Look(one, around, homes[team_id], taught))
            past.appendleft(_as_past(one))


def _at_places(lines: dict[int, list], new: list) -> dict[tuple[int, date], list]:
    """(place, day) -> (team, session) of everything there then, the new ones included."""
    found: dict[tuple[int, date], list] = defaultdict(list)
    for session in new:
        found[session.place_id, session.date].append((session.team_id, _as_past(session)))
    if not new:
        return found
    days = [session.date for session in new]
    places = sorted({session.place_id for session in new})
    s = OutreachSession
    for part in in_parts(places):
        query = _facts().where(s.place_id.in_(part))
        there = query.where(s.date.between(min(days), max(days)))
        for team_id, *facts in db.session.execute(there):
            one = flags.Past(*facts)
            if (one.place_id, one.date) in found:
                found[one.place_id, one.date].append((team_id, one))
    return found


def _facts() -> Select:
    s = OutreachSession
    query = select(s.team_id, s.id, s.date, s.place_id, s.type, s.participants)
    return query.where(s.nil.is_(False), in_state(COUNTED_STATES))


def _as_past(one: Any) -> flags.Past:
    return flags.Past(one.id, one.date, one.place_id, one.type, one.participants)


def _lines(new: list[SimpleNamespace]) -> dict[int, list]:
    """Team -> its counted sessions and the new ones, by day."""
    lines: dict[int, list] = defaultdict(list)
    if not new:
        return lines
    s, last = OutreachSession, max(session.date for session in new)
    teams = sorted({session.team_id for session in new})
    for part in in_parts(teams):
        query = _facts().where(s.team_id.in_(part), s.date <= last)
        for team_id, *facts in db.session.execute(query):
            lines[team_id].append(flags.Past(*facts))
    for session in new:
        lines[session.team_id].append(session)
    for line in lines.values():
        line.sort(key=lambda one: (one.date, not isinstance(one, flags.Past)))
    return lines


def _homes(teams: Iterable[int]) -> dict[int, int | None]:
    """Team -> its home where that is a hamlet, to hint at sessions held elsewhere."""
    units = register().units
    rows = db.session.execute(select(Team.id, Team.home_id))
    found = {id: home if units[home].level == "hamlet" else None for id, home in rows}
    return {team: found[team] for team in teams}
