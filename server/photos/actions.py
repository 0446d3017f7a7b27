"""Attach and remove photos, and sweep up what belongs to nothing. Each runs inside `write`; files
are written before their row and taken away after it."""

import hashlib
import uuid
from datetime import timedelta

from sqlalchemy import delete, func, or_, select, update

from server import clock, problems
from server.accounts.models import User
from server.audit.actions import record as log
from server.extensions import db
from server.sessions import flags, kept_flags
from server.sessions.models import OutreachSession, SessionPhoto, in_state, next_change
from server.sessions.past import is_photo_known
from server.sessions.transitions import wrong_state

MOST = 2  # a session
MOST_A_DAY = 100  # a person
ORPHANS_KEPT = timedelta(days=30)
# A photo may come late: its session may have been decided on meanwhile.
OPEN_STATES = ("pending", "returned", "approved")


def check(photo_id: uuid.UUID, session_id: uuid.UUID, sent: bytes, by: User) -> SessionPhoto | None:
    """Raise unless a photo may be attached; the photo itself, if this very one is there."""
    known = db.session.get(SessionPhoto, photo_id)
    if known is not None:
        same = (known.session_id, known.by_id, known.sha256) == (session_id, by.id, digest(sent))
        if not same:
            raise problems.PHOTO_CONFLICT()
        return known
    session = db.session.get(OutreachSession, session_id)
    if session is not None:
        _check_session(session, by)
    _leave_room(session_id, by)
    return None


def _check_session(session: OutreachSession, by: User) -> None:
    if by.id not in (session.recorded_by, session.submitted_by):
        raise problems.SESSION_NOT_FOUND()
    if session.state == "withdrawn":
        raise problems.SESSION_WITHDRAWN()
    if session.state not in OPEN_STATES:
        raise wrong_state(session.state, "photo")
    if session.type == "home_visit":
        raise problems.PHOTO_NOT_AT_HOME()


def _leave_room(session_id: uuid.UUID, by: User) -> None:
    mine = select(func.count()).where(SessionPhoto.by_id == by.id)
    if db.session.scalar(mine.where(SessionPhoto.session_id == session_id)) >= MOST:
        raise problems.TOO_MANY_PHOTOS(most=MOST)
    today = mine.where(SessionPhoto.received_at > clock.now() - timedelta(days=1))
    if db.session.scalar(today) >= MOST_A_DAY:
        raise problems.TOO_MANY_REQUESTS().with_headers(Retry_After="3600")


def attach(photo: SessionPhoto, *, by: User) -> None:
    """Store a photo's row, its file being there. The session may come later than its photo."""
    # Before its session is there, the person is what two photos at once wait for.
    db.session.get(User, by.id, with_for_update=True, populate_existing=True)
    session = db.session.get(
        OutreachSession, photo.session_id, populate_existing=True, with_for_update=True
    )
    _leave_room(photo.session_id, by)
    db.session.add(photo)
    if session is not None:
        _check_session(session, by)
        db.session.flush()
        _look_again(session)
        _tell_phones(session)
    place_id = session.place_id if session else None
    log("photo.attached", "session", photo.session_id, by=by, place_id=place_id)


def remove(photo: SessionPhoto, session: OutreachSession, *, by: User) -> None:
    """Take one's own photo off a session that is not decided on."""
    if photo.by_id != by.id:
        raise problems.FORBIDDEN()
    if session.state not in ("pending", "returned"):
        raise wrong_state(session.state, "photo")
    db.session.execute(delete(SessionPhoto).where(SessionPhoto.id == photo.id))
    session = db.session.get(
        OutreachSession, session.id, populate_existing=True, with_for_update=True
    )
    _look_again(session)
    _tell_phones(session)
    log("photo.removed", "session", session.id, by=by, place_id=session.place_id)


def _look_again(session: OutreachSession) -> None:
    """Hint, or no longer, that a photo of the session was shown before."""
    session.flags = flags.with_photo(session.flags, is_photo_known(session.id))
    kept_flags.renew(session)


def _tell_phones(session: OutreachSession) -> None:
    one = update(OutreachSession).where(OutreachSession.id == session.id)
    db.session.execute(one.values(change_number=next_change()))


def sweep() -> list[SessionPhoto]:
    """Forget photos that no session will ever show: of sessions that never came, were withdrawn or
    refused, or turned out to be home visits. Their rows, for the files to go after them."""
    s = OutreachSession
    came = select(s.id).where(s.id == SessionPhoto.session_id)
    ended = in_state(("withdrawn", "refused")) & s.merged_into.is_(None)
    useless = came.where(or_(ended, s.type == "home_visit"))
    orphan = ~came.exists() & (SessionPhoto.received_at < clock.now() - ORPHANS_KEPT)
    gone = db.session.scalars(select(SessionPhoto).where(or_(useless.exists(), orphan))).all()
    for photo in gone:
        db.session.delete(photo)
    return list(gone)


def digest(sent: bytes) -> str:
    return hashlib.sha256(sent).hexdigest()
