"""Rows that may be a corrected copy of a session that is there: the same team, day, place and form,
but other numbers. Never taken in silently as another session."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select

from server.extensions import db
from server.imports.bulk import in_parts
from server.imports.faults import Fault
from server.imports.plans import Step
from server.imports.rows import Row
from server.sessions.counts import COUNTED_STATES
from server.sessions.models import OutreachSession, in_state

S = OutreachSession


def refused(steps: Iterable[Step], rows: dict[int, Row]) -> list[Step]:
    """The steps without those that may be a correction, of which their rows are told. `rows` are by
    the identity of their steps."""
    steps = list(steps)
    new = {_key(step["raw"]) for step in steps if step["outcome"] == "added"}
    there = _there(new)
    kept = []
    for step in steps:
        raw = step["raw"]
        alike = there.get(_key(raw), ()) if step["outcome"] == "added" else ()
        code = next((code for code, *told in alike if not _is_apart(raw, *told)), None)
        if code is None:
            kept.append(step)
        else:
            rows[id(step)].tell(Fault(None, "maybe_correction", "correct_or_tell_apart", code=code))
    return kept


def _is_apart(raw: dict, start: Any, note: str | None) -> bool:
    """Whether the row says that it is another session: by its start or its note."""
    said, known = raw.get("start_time"), start and f"{start:%H:%M}"
    return bool((said and said != known) or (raw.get("note") and raw["note"] != note))


def _key(raw: dict) -> tuple[int, date, int, str]:
    return raw["team_id"], date.fromisoformat(raw["date"]), raw["place_id"], raw["type"]


def _there(wanted: set[tuple]) -> dict[tuple, list[tuple]]:
    """(receipt, start, note) of the sessions there are at each of the keys."""
    found: dict[tuple, list[tuple]] = {}
    for key, *told in _sessions(wanted):
        if key in wanted:
            found.setdefault(key, []).append(tuple(told))
    return found


def _sessions(wanted: set[tuple]) -> Iterator[tuple]:
    teams, days = sorted({team for team, *_ in wanted}), [day for _, day, *_ in wanted]
    columns = (S.team_id, S.date, S.place_id, S.type, S.receipt_code, S.start_time, S.note)
    for part in in_parts(teams):
        there = S.team_id.in_(part), S.date.between(min(days), max(days))
        counted = S.nil.is_(False), in_state(COUNTED_STATES), S.merged_into.is_(None)
        for *key, code, began, note in db.session.execute(select(*columns).where(*there, *counted)):
            yield tuple(key), code, began, note
