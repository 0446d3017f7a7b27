"""An approved session is asked back by its author, and left as it is by whoever could reopen it."""

import uuid

from sqlalchemy import select

from server import problems
from server.accounts.models import User
from server.audit.actions import record as log
from server.extensions import db
from server.sessions.actions import current, forget_asking, hold, next_version
from server.sessions.models import OutreachSession, SessionRevision
from server.sessions.review import authors_of, require_above_all
from server.sessions.transitions import is_own, move

MOST = 3  # times that one approval is asked back: each is words for an officer to read


def ask_back(session_id: uuid.UUID, version: int, reason: str, *, by: User) -> OutreachSession:
    """Ask for an approved session of one's own to be reopened. It counts as before meanwhile. What
    waits for an answer is not asked again, or it could be kept from ever getting one; nor is what
    was answered asked again in the same words, which may be a lost request that comes late."""
    session = current(hold([session_id]).get(session_id), version)
    if session.asked_back_at is not None and is_own(session, by):
        if (session.asked_back_by, session.asked_back_reason) == (by.id, reason):
            return session  # the answer was lost on the way
        raise problems.ASKED_ALREADY()
    session.state = move(session, "ask_back", by)
    _check(session, reason, by)
    next_version(session, "asked_back", by, comment=reason)
    session.asked_back_at, session.asked_back_by = session.changed_at, by.id
    session.asked_back_reason = reason
    log("session.asked_back", "session", session.id, by=by, place_id=session.place_id)
    return session


def _check(session: OutreachSession, reason: str, by: User) -> None:
    """Raise where the asks before this one were answer enough."""
    r = SessionRevision
    told = select(r.action, r.by_id, r.comment).where(r.session_id == session.id)
    asked = 0
    for action, person, words in db.session.execute(
        told.where(r.action.in_(("asked_back", "approved"))).order_by(r.version)
    ):
        if action == "approved":
            asked = 0
            continue
        asked += 1
        if (person, words) == (by.id, reason):
            raise problems.ASKED_BEFORE()
    if asked >= MOST:
        raise problems.ASKED_ENOUGH(times=MOST)


def leave_approved(session_id: uuid.UUID, version: int, *, by: User) -> OutreachSession:
    """Let a session stay as it was approved, though its author asked for it back. By whoever could
    reopen it; the same request again changes nothing."""
    session = hold([session_id]).get(session_id)
    done = db.session.get(SessionRevision, (session_id, version + 1))
    if session is not None and done is not None and (done.action, done.by_id) == ("kept", by.id):
        return session  # the answer was lost on the way
    session = current(session, version)
    move(session, "keep", by)
    require_above_all(session, authors_of([session]), by)
    forget_asking(session)
    next_version(session, "kept", by)
    log("session.left_approved", "session", session.id, by=by, place_id=session.place_id)
    return session
