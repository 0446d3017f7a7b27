"""What a session that stands for several has of the others: their teams and the hamlets they
reached. Kept in step with what its author writes and with what is merged into it."""

import uuid
from datetime import datetime

from sqlalchemy import select

from server.admin_units.queries import register
from server.extensions import db
from server.sessions.models import OutreachSession, SessionCoTeam, SessionPlace, SessionRevision


def merged_into(session_id: uuid.UUID) -> list[OutreachSession]:
    """The sessions that one stands for, held for this transaction in the order of their ids."""
    merged = select(OutreachSession).where(OutreachSession.merged_into == session_id)
    held = merged.order_by(OutreachSession.id).with_for_update()
    return list(db.session.scalars(held.execution_options(populate_existing=True)))


def fits(stays: OutreachSession, goes: OutreachSession) -> bool:
    """Whether one can stand for another: both of one day, and neither a nil report."""
    return stays.date == goes.date and not (stays.nil or goes.nil)


def teams(session: OutreachSession) -> set[int]:
    return {session.team_id, *(co.team_id for co in session.co_teams)}


def places(session: OutreachSession) -> set[int]:
    """The hamlets that a session reached; one for a whole commune says nothing of any."""
    units = register().units
    reached = {session.place_id, *(other.place_id for other in session.other_places)}
    return {place for place in reached if units[place].level == "hamlet"}


def take_in(stays: OutreachSession, goes: OutreachSession) -> None:
    """Credit the other's teams, and count the hamlets that it reached."""
    for team_id in sorted(teams(goes) - teams(stays)):
        stays.co_teams.append(SessionCoTeam(session_id=stays.id, team_id=team_id))
    for place_id in sorted(places(goes) - {stays.place_id} - places(stays)):
        stays.other_places.append(SessionPlace(session_id=stays.id, place_id=place_id))


def give_back(session: OutreachSession, others: list[OutreachSession]) -> None:
    """Leave what its author wrote, and what those bring that it still stands for."""
    written = _written(session)
    own = written.body if written else {}
    kept_teams = set(own.get("co_team_ids") or []).union(*map(teams, others))
    kept_places = set(own.get("other_place_ids") or []).union(*map(places, others))
    session.co_teams = [co for co in session.co_teams if co.team_id in kept_teams]
    session.other_places = [at for at in session.other_places if at.place_id in kept_places]


def came_at(session: OutreachSession) -> datetime | None:
    """When its author's last content came in; a merge or a decision changes a session later."""
    written = _written(session)
    return written.at if written else None


def _written(session: OutreachSession) -> SessionRevision | None:
    """The last revision that brought content."""
    r = SessionRevision
    brought = select(r).where(r.session_id == session.id, r.body.isnot(None))
    return db.session.scalar(brought.order_by(r.version.desc()).limit(1))
