"""How long a session waits for its decision, and how long it may."""

from datetime import date, datetime, time, timedelta

from server import clock
from server.sessions.models import OutreachSession

OVERDUE_AFTER = 5  # working days, domain indicator I14
SLIP = timedelta(days=1)


def overdue_before(today: date) -> datetime:
    """The instant before which a session that still waits has waited for more than five working
    days, Monday to Friday; public holidays are not known here."""
    day, left = today, OVERDUE_AFTER
    while left:
        day -= timedelta(days=1)
        left -= day.weekday() < 5
    return datetime.combine(day, time(), clock.VIETNAM)


def wait_again(session: OutreachSession, decided_at: datetime, now: datetime) -> None:
    """Let a decided session wait from now on. A decision that is taken back within a day was a
    slip: the session has waited all the time, or an undo would make it look fresh."""
    if now - decided_at > SLIP:
        session.waiting_since = now
