"""Reads of batches: one's own, and those of the people below oneself in one's area."""

import uuid

from sqlalchemy import ColumnElement, Select, exists, or_, select, tuple_
from sqlalchemy.orm import joinedload

from server import problems
from server.access.permissions import Role
from server.accounts.models import User
from server.accounts.queries import in_area, places_of
from server.extensions import db
from server.imports import store, unsent
from server.imports.contents import Contents
from server.imports.models import ImportBatch
from server.imports.reviewing import may_approve, waiting


def visible(by: User) -> ColumnElement[bool]:
    """The condition on `ImportBatch` for what somebody sees."""
    # Asked of each batch's own person: of everybody at once it would walk all the people there are.
    theirs = exists().where(User.id == ImportBatch.by_id, in_area(by))
    return or_(ImportBatch.by_id == by.id, theirs)


def batches(by: User, position: list | None, limit: int) -> Select:
    """Batches, the latest first."""
    b = ImportBatch
    query = select(b).where(visible(by)).options(joinedload(b.by))
    if position:
        query = query.where(tuple_(b.created_at, b.id) < tuple(position))
    return query.order_by(b.created_at.desc(), b.id.desc()).limit(limit)


def require(batch_id: uuid.UUID, by: User) -> ImportBatch:
    """The batch, if somebody may see it; else `NOT_FOUND`."""
    query = select(ImportBatch).where(ImportBatch.id == batch_id, visible(by))
    found = db.session.scalar(query.options(joinedload(ImportBatch.by)))
    if found is None:
        raise problems.NOT_FOUND()
    return found


def require_area(batch: ImportBatch, by: User) -> None:
    """Raise `OUTSIDE_AREA` when a file was brought in for land that `by` does not answer for today:
    whoever was moved elsewhere keeps the numbers of their own, not what stands in them."""
    if not _answers_for(batch, by):
        raise problems.OUTSIDE_AREA()


def _answers_for(batch: ImportBatch, by: User) -> bool:
    if by.role == Role.SYSTEM_ADMINISTRATOR:
        return True
    return places_of(by).issuperset(store.areas(batch.id) or [])


def shown(batch: ImportBatch, by: User, *, alone: bool = True) -> dict:
    """A batch as the API gives it; `alone`, with what its sessions wait for."""
    own = batch.by_id == by.id
    kept = store.has_content(batch.id)
    may = []
    if own and kept and batch.state == "checked" and not batch.faults:
        may.append("apply")
    answers = alone or batch.state == "applied"
    answers = answers and _answers_for(batch, by)
    if (answers and batch.state == "applied") or (batch.state == "checked" and own):
        may.append("undo")
    if batch.kind == "sessions" and batch.state == "applied" and may_approve(batch, by):
        may.append("approve")
    is_open = alone and answers and batch.state == "checked"
    has_members = alone and batch.kind == "people" and batch.state == "applied"
    made = Contents(batch.id) if has_members else None
    waits = unsent.waiting(made) if made else {}
    names = ("id", "kind", "file_name", "day", "rows", "added", "known", "corrected", "faulty")
    more = ("faults", "state", "created_at", "applied_at", "undone_at")
    return {name: getattr(batch, name) for name in (*names, *more)} | {
        "by": {"id": batch.by_id, "name": batch.by.name},
        "has_content": kept,
        "progress": _coming(store.progress(batch.id)),
        "may": may,
        "passed_over": store.passed_over(batch.id) if alone else [],
        "different": store.different(batch.id) if alone and answers else None,
        "sample": store.sample(batch.id) if is_open else None,
        "sheet": store.sheet(batch.id) if alone else None,
        "teams": sorted({facts["team_id"] for facts in made.members}) if made else [],
        "unsent": sum(waits.values()),
        "holders": unsent.holders(waits, by) if answers else [],
        "waiting": waiting(batch) if alone else None,
    }


def shown_at_work(batch_id: uuid.UUID, told: dict, by: User) -> dict:
    """A file that is still being looked at, as a batch without anything found yet."""
    nothing = dict.fromkeys(("rows", "added", "known", "corrected", "faulty", "faults"), 0)
    return nothing | {
        "id": batch_id,
        "kind": told["kind"],
        "file_name": told["file_name"],
        "day": None,
        "state": "checking",
        "created_at": None,
        "applied_at": None,
        "undone_at": None,
        "by": {"id": by.id, "name": by.name},
        "has_content": False,
        "progress": _coming(told),
        "may": [],
        "passed_over": [],
        "different": None,
        "sample": None,
        "sheet": None,
        "teams": [],
        "unsent": 0,
        "holders": [],
        "waiting": None,
    }


def _coming(told: dict | None) -> dict | None:
    return told and {name: told[name] for name in ("phase", "done", "total")}
