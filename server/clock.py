"""The one place that knows what time it is, so that tests and the demo can choose another."""

from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, timezone

# Vietnam keeps UTC+7 all year, so a fixed offset needs no time-zone database.
VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


def _system_clock() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system_clock


def now() -> datetime:
    """The present instant, in UTC."""
    return _source()


def today() -> date:
    """The calendar day in Vietnam."""
    return local_date(now())


def local_date(instant: datetime) -> date:
    """The day in Vietnam on which an instant falls."""
    return instant.astimezone(VIETNAM).date()


def parse(text: str) -> datetime:
    """An ISO 8601 instant with a zone."""
    return datetime.fromisoformat(text)


@contextmanager
def set_to(instant: datetime):
    """Stand still at `instant`, for tests."""
    global _source
    before, _source = _source, lambda: instant
    try:
        yield
    finally:
        _source = before
