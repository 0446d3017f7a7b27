"""Reads of one session: as far as its reader may see it, who wrote it, and its history."""

import uuid
from typing import Any

from sqlalchemy import or_, select

from server import problems
from server.access.permissions import Role
from server.access.scope import Scope
from server.accounts.models import User
from server.accounts.queries import in_area
from server.extensions import db
from server.sessions.endings import IMPORT_UNDONE, UNDONE_WORDS
from server.sessions.lists import visible
from server.sessions.models import OutreachSession, SessionRevision
from server.sessions.showing import decision
from server.teams.models import Team
from server.teams.queries import visible as visible_team


def require(session_id: uuid.UUID, scope: Scope) -> OutreachSession:
    """The session, if the scope shows it; else `SESSION_NOT_FOUND`, as for an id nobody has."""
    found = db.session.scalar(
        select(OutreachSession).where(OutreachSession.id == session_id, visible(scope))
    )
    if found is None:
        raise problems.SESSION_NOT_FOUND()
    return found


def is_seen(session_id: uuid.UUID, scope: Scope) -> bool:
    """Whether a scope shows the session of an id."""
    seen = select(OutreachSession.id).where(OutreachSession.id == session_id, visible(scope))
    return db.session.scalar(seen) is not None


def author_phone(session: OutreachSession, by: User, scope: Scope) -> str | None:
    """The number under which `by` reaches who held or recorded a session: a volunteer of a team of
    theirs, or somebody of their area. One query, none for volunteers."""
    author = session.conducted_by or session.recorded_by
    if by.role == Role.VOLUNTEER or author == by.id:
        return None
    of_ours = select(Team.id).where(Team.id == session.team_id, visible_team(scope))
    reached = or_(in_area(by), (User.role == Role.VOLUNTEER) & of_ours.exists())
    phone = select(User.phone).where(User.id == author, User.disabled_at.is_(None))
    return db.session.scalar(phone.where(reached))


def history(session_id: uuid.UUID, *, english: bool = False) -> list[dict]:
    """Every version, oldest first, with what changed against the content before."""
    rows = db.session.execute(
        select(SessionRevision, User.name)
        .join(User, User.id == SessionRevision.by_id)
        .where(SessionRevision.session_id == session_id)
        .order_by(SessionRevision.version)
    )
    found, before = [], None
    for revision, name in rows:
        changes = _changes(before, revision.body) if revision.body and before else []
        before = revision.body or before
        told = decision(revision, name) | _undone(revision, english)
        found.append({**told, "version": revision.version, "changes": changes})
    return found


def _undone(revision: SessionRevision, english: bool) -> dict:
    """What is said of a session that went with the file that brought it in."""
    is_so = revision.reasons == [IMPORT_UNDONE] or revision.comment == UNDONE_WORDS[0]
    if revision.action != "withdrawn" or not is_so:
        return {}
    return {"reasons": [], "comment": UNDONE_WORDS[english]}


def _changes(before: dict, after: dict) -> list[dict]:
    old, new = _flat(before), _flat(after)
    return [
        {"field": field, "from": old.get(field), "to": new.get(field)}
        for field in sorted(old.keys() | new.keys())
        if old.get(field) != new.get(field)
    ]


def _flat(body: dict) -> dict[str, Any]:
    """A body with its services spread out as `services.edongthap.completed`, without `client`."""
    flat = {key: value for key, value in body.items() if key not in ("client", "services")}
    for taught in body.get("services") or []:
        for count in ("assisted", "completed"):
            flat[f"services.{taught['service']}.{count}"] = taught.get(count)
    return flat
