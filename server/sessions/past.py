"""What a session is looked at beside: what its team did before and on the same day, who else was at
the place that day, and where its photos were shown before."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from statistics import median

from sqlalchemy import ColumnElement, Select, bindparam, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from server.admin_units.queries import register
from server.extensions import db
from server.sessions import flags
from server.sessions.counts import COUNTED_STATES
from server.sessions.flags import Around, Past
from server.sessions.models import OutreachSession, SessionPhoto, SessionService, in_state
from server.teams.models import Team

PAST = 20  # sessions of a team that make up what is usual
BESIDE = 20  # sessions of one day or one photo that are looked at


def hints(session: OutreachSession, team: Team, came_at: datetime | None = None) -> list[dict]:
    """What a reviewer should look at in a session of a team, as stored; `came_at`: when its content
    came in, where it does so not now."""
    units = register().units
    home = team.home_id if units[team.home_id].level == "hamlet" else None
    residents = units[session.place_id].population
    look = flags.Look(session, around(session), home, taught_at, residents, came_at)
    return flags.found(look)


def around(session: OutreachSession) -> Around:
    """Everything that hints are found from, in one query."""
    rows = db.session.execute(
        _around(),
        {
            "but": session.id,
            "team_id": session.team_id,
            "place_id": session.place_id,
            "day": session.date,
        },
    )
    found: dict[str, list[Past]] = {"past": [], "same_day": [], "beside": [], "same_photo": []}
    for kind, *row in rows:
        found[kind].append(Past(*row))
    return Around(**found)


@cache
def _around() -> Select:
    s = OutreachSession.__table__.c
    own, at_place = s.team_id == bindparam("team_id"), s.place_id == bindparam("place_id")
    that_day = s.date == bindparam("day")
    parts = (
        _told("past").where(own).order_by(s.date.desc(), s.received_at.desc()).limit(PAST),
        _told("same_day").where(own, that_day).limit(BESIDE),
        _told("beside").where(at_place, that_day, ~own).limit(BESIDE),
        _told("same_photo").where(s.id.in_(_showing_the_same(bindparam("but")))).limit(BESIDE),
    )
    return union_all(*(select(part.subquery()) for part in parts))


def _told(kind: str) -> Select:
    """Other counted sessions, marked by what they are looked at for."""
    s = OutreachSession.__table__.c
    return (
        select(literal(kind).label("kind"), s.id, s.date, s.place_id, s.type, s.participants)
        .where(s.id != bindparam("but"))
        .where(s.nil.is_(False), in_state(COUNTED_STATES))
    )


def is_photo_known(session_id: uuid.UUID) -> bool:
    """Whether another counted session shows a photo of this one."""
    s = OutreachSession
    other = select(s.id).where(s.id.in_(_showing_the_same(session_id)))
    return db.session.scalar(other.where(in_state(COUNTED_STATES)).limit(1)) is not None


def _showing_the_same(session_id: object) -> Select:
    """The ids of the other sessions that show a photo of this one."""
    ours, theirs = aliased(SessionPhoto), aliased(SessionPhoto)
    return (
        select(theirs.session_id)
        .join(ours, ours.fingerprint == theirs.fingerprint)
        .where(ours.session_id == session_id, theirs.session_id != ours.session_id)
    )


def past_of(team_id: int, but: uuid.UUID) -> list[Past]:
    """The team's last counted sessions but one, latest first. One query."""
    rows = db.session.execute(_past(), {"team_id": team_id, "but": but})
    return [Past(*row[1:]) for row in rows]


@cache
def _past() -> Select:
    s = OutreachSession.__table__.c
    own = _told("past").where(s.team_id == bindparam("team_id"))
    return own.order_by(s.date.desc(), s.received_at.desc()).limit(PAST)


def similar(session: OutreachSession, seen: ColumnElement[bool]) -> list[OutreachSession]:
    """Other sessions to look at beside one, of those that `seen` lets through: of the team on the
    same day, of others at the same place that day, with the same photo, or named by a hint. Those
    of the day come first."""
    s, named = OutreachSession, _named(session.flags)
    alike = or_(
        (s.team_id == session.team_id) & (s.date == session.date),
        (s.place_id == session.place_id) & (s.date == session.date),
        s.id.in_(_showing_the_same(session.id)),
        s.id.in_(named),
    )
    query = select(s).where(alike, s.id != session.id, s.nil.is_(False), seen)
    open_ = in_state((*COUNTED_STATES, "returned"))
    # However many are of that day, those that a hint names are among them.
    found = query.where(open_).order_by(s.id.not_in(named), s.date != session.date, s.date, s.id)
    few = db.session.scalars(found.limit(BESIDE))
    return sorted(few, key=lambda one: (one.date != session.date, one.date, one.id))


def _named(stored: Iterable[dict]) -> list[uuid.UUID]:
    """The sessions that stored hints name beside their own."""
    return [uuid.UUID(one) for flag in stored for one in flag["params"].get("others", ())]


def taught_at(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, flags.Taught]:
    """Session id -> its services; for sessions without any, nothing. One query."""
    t = SessionService
    query = select(t.session_id, t.service, t.assisted, t.completed).where(t.session_id.in_(ids))
    found: dict[uuid.UUID, flags.Taught] = {}
    for session_id, service, assisted, completed in db.session.execute(query):
        found.setdefault(session_id, {})[service] = (assisted, completed)
    return found


def usual(past: list[Past]) -> dict:
    """The medians that a reviewer reads beside a session's own numbers; none while the team has too
    few sessions for anything to be usual."""
    services: dict[str, dict] = {}
    enough = past if len(past) >= flags.FEWEST_FOR_USUAL else []
    taught = taught_at([p.id for p in enough]).values()
    for code in {code for counts in taught for code in counts}:
        pairs = [counts[code] for counts in taught if code in counts]
        # Of the same sessions, or more would seem to succeed than were guided.
        both = [pair for pair in pairs if pair[1] is not None]
        services[code] = {
            "assisted": median(assisted for assisted, _ in both or pairs),
            "completed": median(done for _, done in both) if both else None,
        }
    return {
        "sessions": len(past),
        "participants": flags.usual_participants(past),
        "services": services,
    }
