"""How long a session may wait for its decision."""

from datetime import date, datetime, time, timedelta

from server import clock

OVERDUE_AFTER = 5  # working days, domain indicator I14


def overdue_before(today: date) -> datetime:
    """The instant before which a session that still waits has waited for more than five working
    days, Monday to Friday; public holidays are not known here."""
    day, left = today, OVERDUE_AFTER
    while left:
        day -= timedelta(days=1)
        left -= day.weekday() < 5
    return datetime.combine(day, time(), clock.VIETNAM)
