"""What a file would do, before it does it: one step for each row that is fine."""

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from server.access.scope import Scope
from server.accounts.models import User
from server.imports.matching import Places
from server.imports.rows import Row

Step = dict[str, Any]  # JSON; its `outcome` is one of OUTCOMES
Tick = Callable[[int], None]
OUTCOMES = ("added", "known", "corrected")


class WorldChanged(Exception):
    """What was planned no longer holds; why, in words."""


@dataclass(frozen=True)
class Made:
    """One thing that a batch made or corrected: a `hamlet`, `team`, `user` by its number, a
    `session` by its id, a `member` by `facts`, or `people` of a unit with `facts` of before."""

    type: str
    number: int | None = None
    session_id: uuid.UUID | None = None
    facts: dict | None = None


@dataclass(frozen=True)
class Setting:
    """Who brings the list (None: the operator), within what, and on which day its codes and names
    are to be understood."""

    day: date
    by: User | None
    scope: Scope
    places: Places


def each(rows: Iterable[Row], take: Callable[[Row], Step], tick: Tick) -> list[Step]:
    """What `take` makes of the rows; those with a fault, found before or by it, are left out. Of a
    row that adds nothing nobody asks what it would be called."""
    steps = []
    for done, row in enumerate(rows, 1):
        step = row.find(take)
        if step is None or step.get("outcome") != "known":
            row.tell_doubts()
        if step is not None and not row.faults:
            steps.append(step)
        tick(done)
    return steps


def counted(steps: Iterable[Step]) -> Counter:
    """How many steps of each outcome."""
    return Counter(step["outcome"] for step in steps)


def digest(steps: list[Step]) -> str:
    """By which two plans are told to be the same."""
    text = json.dumps(steps, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
