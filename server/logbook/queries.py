"""Reads of the log, within what somebody answers for."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from server import clock
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import everything_under, named_on, register
from server.audit.models import OTHER, AuditEntry
from server.extensions import db
from server.logbook.kinds import KINDS, RARE
from server.sessions.models import OutreachSession
from server.teams.models import Team, TeamMember

# How people and teams go for good; the entry keeps their name.
ENDS = ("team.deleted", "team.taken_back", "user.taken_back")
# Where details speak of people by their ids.
NAMED_IN_DETAILS = ("user", "to", "giver", "for")


class Former(str):
    """The name of somebody or something that is no more."""


Names = dict[int, str]


def entries(scope: Scope, reader: int, wanted: dict, *, before: int | None, limit: int) -> Select:
    """Entries, latest first, about places in a scope, and one's own deeds; `wanted` as `LogQuery`
    says."""
    # `+ 0` keeps the database from gathering all that a scope has ever seen and sorting it: the
    # log is walked from its end, and what narrows it has an index of its own.
    own = AuditEntry.actor_id + 0 == reader
    seen = or_(own, scope.condition(place=AuditEntry.place_id + 0))
    query = select(AuditEntry).where(seen, *_conditions(wanted))
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return query.order_by(AuditEntry.id.desc()).limit(limit)


def _conditions(wanted: dict) -> list[ColumnElement[bool]]:
    made = {
        "person": lambda user: AuditEntry.actor_id == user,
        "about": _about,
        "kind": _of_kind,
        "object": _object,
        "unit": lambda unit: AuditEntry.place_id.in_(everything_under(unit, clock.today())),
        "from_": _since,
        "to": _until,
    }
    return [make(wanted[name]) for name, make in made.items() if name in wanted]


# Numbers grow with time, but for what was written at the same moment: how far they may be apart.
BESIDE = 1000


def _since(day: date) -> ColumnElement[bool]:
    """From a day on. The list is walked by number, so it is told where to stop."""
    e, start = AuditEntry, _midnight(day)
    first = db.session.scalar(select(e.id).where(e.at >= start).order_by(e.at).limit(1))
    return and_(e.at >= start, e.id >= (first or 0) - BESIDE)


def _until(day: date) -> ColumnElement[bool]:
    """Up to a day's end; and where to begin."""
    e, end = AuditEntry, _midnight(day + timedelta(days=1))
    last = db.session.scalar(select(e.id).where(e.at < end).order_by(e.at.desc()).limit(1))
    return and_(e.at < end, e.id <= (last or 0) + BESIDE)


def _about(user: int) -> ColumnElement[bool]:
    """Entries about a person, and those of their teams that speak of them; of who is on no roster,
    those of teams where they stood last, be they gone or not."""
    e = AuditEntry
    teams = set(db.session.scalars(select(TeamMember.team_id).where(TeamMember.user_id == user)))
    if teams:
        there = and_(e.object_type == "team", e.object_id.in_([str(team) for team in teams]))
    else:
        home = db.session.scalar(select(User.last_home_id).where(User.id == user))
        there = and_(e.object_type == "team", e.place_id == home)
    named = or_(and_(there, e.details["user"].as_integer() == user), e.id.in_(_among(there, user)))
    return or_(and_(e.object_type == "user", e.object_id == str(user)), named)


# Teams that went with people in them, and leads that others took over: few ever do.
NAMING_SEVERAL = {"team.deleted": "members", "team.leader_named": "former"}


def _among(there: ColumnElement[bool], user: int) -> list[int]:
    """The entries of some teams that name a person beside others."""
    e = AuditEntry
    told = select(e.id, e.action, e.details).where(there, e.action.in_(NAMING_SEVERAL))
    rows = db.session.execute(told)
    return [row.id for row in rows if user in row.details[NAMING_SEVERAL[row.action]]]


def _of_kind(kind: str) -> ColumnElement[bool]:
    words = KINDS[kind]
    if kind in RARE:
        return AuditEntry.object_type.in_(RARE[kind])
    ways = [AuditEntry.action.like(f"{word}.%") for word in words]
    found = or_(AuditEntry.action.in_(words), *ways)
    return found if kind == "sessions" else and_(OTHER, found)


def _object(named: str) -> ColumnElement[bool]:
    kind, _, key = named.partition(":")
    return and_(AuditEntry.object_type == kind, AuditEntry.object_id == key)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.VIETNAM)


def shown(found: list[AuditEntry]) -> list[dict]:
    """Entries as the API gives them; three queries for the names in them, however many, and one
    each for the people and the teams that are no more."""
    people, _ = _names(select(User.id, User.name), User.id, _people_in(found), "user")
    about = {_number(e.object_id) for e in found if e.object_type == "team"}
    teams, kinds = _names(select(Team.id, Team.name, Team.kind), Team.id, about, "team")
    sessions = [e for e in found if e.object_type == "session"]
    merged = [e.details["other"] for e in sessions if "other" in e.details]
    receipts = _receipts([*(e.object_id for e in sessions), *merged])
    subjects = {"user": people, "team": teams, "session": receipts}
    return [_entry(entry, people, subjects) | _kind(entry, kinds) for entry in found]


def _kind(entry: AuditEntry, kinds: dict[int, str]) -> dict:
    """What a team is decides what who leads it is called."""
    is_team = entry.object_type == "team"
    return {"team_kind": kinds.get(_number(entry.object_id)) if is_team else None}


def _entry(entry: AuditEntry, people: Names, subjects: dict[str, dict]) -> dict:
    key = entry.object_id if entry.object_type == "session" else _number(entry.object_id)
    columns = ("id", "at", "action", "object_type", "object_id", "details")
    subject = subjects.get(entry.object_type, {}).get(key)
    other = subjects["session"].get(entry.details.get("other"))
    return {name: getattr(entry, name) for name in columns} | {
        # A session is called by its receipt, wherever it is spoken of.
        "details": entry.details | ({"other": other} if other else {}),
        "actor": _named(entry.actor_id, people),
        "subject": subject,
        "is_gone": isinstance(subject, Former),
        "place": _place(entry.place_id),
        "people": [_named(user, people) for user in _mentioned(entry) if user in people],
    }


def _named(user: int | None, people: Names) -> dict | None:
    return {"id": user, "name": people[user]} if user in people else None


def _place(place_id: int | None) -> dict | None:
    if place_id not in register().units:
        return None
    return {"id": place_id, "name": named_on(place_id, clock.today())["full_name"]}


def _people_in(found: list[AuditEntry]) -> set[int]:
    ids = {e.actor_id for e in found if e.actor_id}
    ids |= {_number(e.object_id) for e in found if e.object_type == "user"}
    return ids.union(*(_mentioned(e) for e in found))


def _mentioned(entry: AuditEntry) -> list[int]:
    """Ids of people in the details, each once."""
    named = [entry.details.get(name) for name in NAMED_IN_DETAILS]
    for several in ("former", "members"):
        ids = entry.details.get(several)
        named += ids if isinstance(ids, list) else []
    return list(dict.fromkeys(user for user in named if type(user) is int))


def _names(rows: Select, key: Any, ids: set[int], kind: str) -> tuple[Names, dict[int, str]]:
    """Who or what there is by id, and of which kind; of what is no more, the name under which the
    log saw it go."""
    told = [row._mapping for row in db.session.execute(rows.where(key.in_(ids)))]
    here = {one["id"]: one["name"] for one in told}
    gone = [str(id) for id in ids - here.keys() - {0}]
    if gone:
        e = AuditEntry
        last = select(e.object_id, e.details).where(e.object_type == kind, e.object_id.in_(gone))
        ends = [(int(id), was) for id, was in db.session.execute(last.where(e.action.in_(ENDS)))]
        here |= {id: Former(was["name"]) for id, was in ends}
        told += [was | {"id": id} for id, was in ends]
    return here, {one["id"]: one["kind"] for one in told if "kind" in one}


def _receipts(ids: Iterable[str]) -> dict[str, str]:
    s = OutreachSession
    wanted = [uuid.UUID(key) for key in set(ids)]
    rows = db.session.execute(select(s.id, s.receipt_code).where(s.id.in_(wanted)))
    return {str(row.id): row.receipt_code for row in rows}


def _number(key: str) -> int:
    return int(key) if key.isdecimal() else 0
