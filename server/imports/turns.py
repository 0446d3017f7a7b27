"""Who may have a file worked on now: one file of each person and two in each process, so that
reading lists takes neither the memory nor the threads that everybody else needs."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from server import problems

MOST_AT_ONCE = 2
WAIT = "20"  # seconds after which to ask again

_lock = threading.Lock()
_at_work: set[int] = set()


@contextmanager
def turn(user_id: int) -> Iterator[None]:
    """Hold one of the places; raises `BUSY` at once when there is none, for whoever waited here
    would hold a thread."""
    with _lock:
        if user_id in _at_work or len(_at_work) >= MOST_AT_ONCE:
            raise problems.BUSY().with_headers(Retry_After=WAIT)
        _at_work.add(user_id)
    try:
        yield
    finally:
        with _lock:
            _at_work.discard(user_id)
