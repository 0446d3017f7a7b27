"""A session to be, and how it reads as a row."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from server.cli.demo.people import Person
from server.cli.demo.teams import Team
from server.clock import VIETNAM
from server.sessions.actions import COLUMNS

LISTS = ("partner_ids", "difficulties")


@dataclass(eq=False, slots=True)
class Told:
    """A session to be: what its team says, and how it fares. `fate`: empty to be drawn, else one of
    approved, pending, returned. `answer`: the officer's reason, field and words. `delay`: days
    until it is received, `waits`: until it is decided. `mends`: what is sent back comes again."""

    team: Team
    day: date
    body: dict
    reviewer: Person
    fate: str = ""
    answer: tuple = ()
    delay: float | None = None
    waits: float | None = None
    recorder: Person | None = None
    mends: bool = False


def revision(row: dict, action: str, by: Person) -> dict:
    return {
        "session_id": row["id"],
        "version": row["version"],
        "action": action,
        "at": row["changed_at"],
        "by_id": by.id,
        "reasons": [],
        "fields": [],
        "comment": None,
    }


def columns(body: dict) -> dict:
    row = {name: body.get(name, [] if name in LISTS else None) for name in COLUMNS}
    row["date"] = date.fromisoformat(body["date"])
    row["participants"] = body.get("participants", 0)
    row["nil"] = body.get("nil", False)
    row["source"] = body.get("source", "web")
    if row["start_time"]:
        row["start_time"] = time.fromisoformat(row["start_time"])
    return row


def moment(day: date, minutes: int, rng: Random) -> datetime:
    """A moment of a day in Vietnam, some minutes after midnight."""
    local = datetime.combine(day, time(0), VIETNAM)
    return local + timedelta(minutes=minutes, seconds=rng.randint(0, 59))
