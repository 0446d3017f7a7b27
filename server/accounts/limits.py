"""Limits on wrong tries to sign in: counted per account in the database, so that every worker
shares them, and taken before any hashing. Never for good, and never by address: a commune hall's
seven hundred phones share one."""

import hashlib
import math
from datetime import datetime, timedelta

from sqlalchemy import case, delete
from sqlalchemy.dialects import postgresql, sqlite

from server import clock, problems
from server.accounts.models import TryCount
from server.extensions import db

TRIES = 10
WINDOW = timedelta(minutes=15)


def take_try(phone: str) -> tuple[int, datetime]:
    """Count one try for an account; gives how many there were in the window, this one included,
    and when the window began. The caller commits at once, so that tries at the same moment are all
    counted."""
    now = clock.now()
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    fresh = dialect.insert(TryCount).values(key=_key(phone), window_start=now, tries=1)
    over = TryCount.window_start <= now - WINDOW
    counted = fresh.on_conflict_do_update(
        index_elements=[TryCount.key],
        set_={
            "tries": case((over, 1), else_=TryCount.tries + 1),
            "window_start": case((over, now), else_=TryCount.window_start),
        },
    ).returning(TryCount.tries, TryCount.window_start)
    tries, start = db.session.execute(counted).one()
    return tries, start


def tries_left(tries: int, start: datetime) -> int:
    """How many tries remain after this one; raises `TOO_MANY_TRIES` when this one is too many."""
    if tries > TRIES:
        seconds = max(1, math.ceil((start + WINDOW - clock.now()).total_seconds()))
        problem = problems.TOO_MANY_TRIES(minutes=-(-seconds // 60))
        raise problem.with_headers(Retry_After=str(seconds))
    return TRIES - tries


def forget(phone: str) -> None:
    """The right secret was given: the wrong tries before it no longer count."""
    db.session.execute(delete(TryCount).where(TryCount.key == _key(phone)))


def _key(phone: str) -> str:
    return hashlib.sha256(phone.encode()).hexdigest()
