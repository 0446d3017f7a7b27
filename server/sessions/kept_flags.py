"""The hints of sessions in rows of their own, beside the words that each session keeps of them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert

from server.extensions import db
from server.sessions.models import SessionFlag


def rows(sessions: Iterable[Any]) -> list[dict[str, Any]]:
    """The rows of sessions as their hints are now."""
    return [
        {
            "session_id": session.id,
            "flag": flag["code"],
            "date": session.date,
            "place_id": session.place_id,
        }
        for session in sessions
        for flag in session.flags
    ]


def add(session: Any) -> None:
    """Keep the hints of a new session."""
    if found := rows([session]):
        db.session.connection().execute(insert(SessionFlag.__table__), found)


def renew(session: Any) -> None:
    """Keep the hints of a session that has changed; whether it has any is kept with it."""
    session.is_clean = not session.flags
    gone = delete(SessionFlag.__table__).where(SessionFlag.session_id == session.id)
    db.session.connection().execute(gone)
    add(session)
