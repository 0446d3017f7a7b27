"""Look at a file, write what it would do, and take it back. Looking writes nothing but the batch;
writing is one transaction, and only of what was looked at."""

import hashlib
import uuid
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from server import clock, problems
from server.access.scope import Scope
from server.accounts.models import User
from server.accounts.queries import area_ids
from server.admin_units.queries import forget
from server.audit.actions import record as log
from server.extensions import db, write
from server.imports import plans, store
from server.imports.bulk import Insert, room
from server.imports.contents import Contents, lowest
from server.imports.differences import Different, gathered
from server.imports.faults import Found
from server.imports.files import Table, Unreadable, read
from server.imports.headings import passed_over, understood
from server.imports.kinds import KINDS, require_kind
from server.imports.matching import Places
from server.imports.models import ImportBatch, ImportMade
from server.imports.plans import Made, Setting, Step, Tick
from server.imports.rows import checked, findings
from server.imports.samples import Sample, sampled
from server.imports.templates import sheet_of
from server.imports.turns import turn
from server.teams.queries import scope_of

OLD = timedelta(days=store.KEPT)
MOST_WAITING = 20  # files of one person that are kept without being written
SOME = 100  # dropped at a time


def quiet(done: int) -> None:
    """Nobody watches."""


def planned(
    kind: str, table: Table, day: date, by: User | None, scope: Scope, tick: Tick = quiet
) -> tuple[list[Step], Found, Different, Sample]:
    """What a table would do, everything that is wrong with it, what it says other than the system,
    and the first rows as they were understood, where nothing is wrong. Raises `Unreadable` for its
    headings. Writes nothing."""
    one = KINDS[kind]
    columns = one.columns(by)
    rows = checked(table, columns)
    places = Places(day, scope)
    steps = one.plan(rows, Setting(day, by, scope, places), tick)
    found = findings(table, columns, rows)
    sample = Sample() if found.n else sampled(kind, columns, rows, steps, places)
    return steps, found, gathered(table, columns, rows), sample


def look(
    batch_id: uuid.UUID,
    kind: str,
    file_name: str,
    day: date,
    content: bytes,
    *,
    by: User,
    anyway: bool = False,
) -> ImportBatch:
    """Read and check a file, and keep what was found as a batch to be written or not. The same
    file under the same id again gives the same batch. Raises `IMPORT_OTHER_KIND` for what seems to
    be another list, unless it is to be taken for this one `anyway`."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = db.session.get(ImportBatch, batch_id)
    if known is not None:
        if (known.by_id, known.sha256, known.kind, known.day) != (by.id, sha256, kind, day):
            raise problems.IMPORT_CONFLICT()
        return known
    _require_idle(batch_id)
    with turn(by.id):
        return _looked_at(batch_id, kind, file_name, sha256, day, content, by, anyway)


def _looked_at(
    batch_id: uuid.UUID,
    kind: str,
    file_name: str,
    sha256: str,
    day: date,
    content: bytes,
    by: User,
    anyway: bool,
) -> ImportBatch:
    progress = store.Progress(batch_id, by.id, kind, file_name)
    of_kinds = {name: one.columns(by) for name, one in KINDS.items()}
    columns = of_kinds[kind]
    headed = partial(require_kind, kind=kind, of_kinds=of_kinds, anyway=anyway)
    db.session.rollback()  # a long file is not read with the database in hand
    try:
        table = read(content, progress.begin("reading", 0), headed)
        if not table.rows:
            raise Unreadable("no_rows")
        ticking = progress.begin("checking", len(table.rows))
        steps, found, different, sample = planned(kind, table, day, by, scope_of(by), ticking)
    except Unreadable as why:
        store.drop(batch_id)
        raise problems.IMPORT_UNREADABLE(why=why.said) from why
    except BaseException:
        store.drop(batch_id)
        raise
    strange = passed_over(table.head, columns)
    ours, sheet = understood(table, columns), sheet_of(table)
    store.keep(batch_id, ours, found, different, sample, strange, area_ids(by), sheet)
    counts = plans.counted(steps)
    batch = ImportBatch(
        id=batch_id,
        kind=kind,
        file_name=file_name,
        sha256=sha256,
        day=day,
        rows=len(table.rows),
        **{name: counts[name] for name in plans.OUTCOMES},
        faulty=len(found.rows),
        faults=found.n,
        digest=plans.digest(steps),
        state="checked",
        by_id=by.id,
        created_at=clock.now(),
    )
    batch.by = by
    too_many = write(_add, batch)
    progress.end()
    for old in too_many:
        store.drop(old)
    return batch


def _require_idle(batch_id: uuid.UUID) -> None:
    """Raise while somebody is at work on a batch already."""
    if store.progress(batch_id) is not None:
        raise problems.BUSY().with_headers(Retry_After="5")


def _add(batch: ImportBatch) -> list[uuid.UUID]:
    """Keep a batch, and give the ids of the same person's whose content is to go for it."""
    db.session.add(batch)
    told(batch, "checked", by=batch.by, rows=batch.rows)
    b = ImportBatch
    waiting = select(b.id).where(b.by_id == batch.by_id, b.state == "checked")
    latest_first = waiting.order_by(b.created_at.desc(), b.id)
    return list(db.session.scalars(latest_first.offset(MOST_WAITING).limit(SOME)))


def told(
    batch: ImportBatch, what: str, *, by: User, place_id: int | None = None, **details: Any
) -> None:
    """Log what was done with a batch, where those who answer for the land can read it: of what it
    holds, or else of who did it."""
    place = place_id or lowest(set(area_ids(by)))
    file = {"kind": batch.kind, "file": batch.file_name}
    log(f"import.{what}", "import", batch.id, by=by, place_id=place, **file, **details)


def apply(batch: ImportBatch, *, by: User) -> ImportBatch:
    """Write what was looked at, if it would still do exactly that. Doing it twice changes
    nothing."""
    if batch.state == "applied":
        return batch
    if batch.state != "checked" or batch.faults:
        raise problems.IMPORT_NOT_READY()
    table = store.table(batch.id)
    if table is None:
        raise problems.IMPORT_GONE()
    _require_idle(batch.id)
    with turn(by.id):
        return _written(batch, table, by)


def _written(batch: ImportBatch, table: Table, by: User) -> ImportBatch:
    progress = store.Progress(batch.id, by.id, batch.kind, batch.file_name)
    try:
        prepare = KINDS[batch.kind].prepare
        plan = _as_looked_at(batch, table, by, progress) if prepare else None
        ready = prepare(plan, by, batch.id) if prepare else None
        return write(_apply, batch.id, table, ready, by, progress)
    except (plans.WorldChanged, IntegrityError) as why:
        raise problems.IMPORT_CHANGED() from why
    finally:
        progress.end()
        forget()  # a register that was undone must not be remembered


def _as_looked_at(
    batch: ImportBatch, table: Table, by: User, progress: store.Progress
) -> list[Step]:
    ticking = progress.begin("checking", batch.rows)
    steps, found, *_ = planned(batch.kind, table, batch.day, by, scope_of(by), ticking)
    if found.n or plans.digest(steps) != batch.digest:
        raise plans.WorldChanged("another plan")
    return steps


def _apply(
    batch_id: uuid.UUID,
    table: Table,
    ready: Any,
    by: User,
    progress: store.Progress,
) -> ImportBatch:
    batch = held(batch_id)
    if batch.state != "checked":
        return batch
    if ready is None:
        KINDS[batch.kind].hold()
        ready = _as_looked_at(batch, table, by, progress)
    ticking = progress.begin("writing", batch.added + batch.corrected)
    with room():
        _remember(batch_id, KINDS[batch.kind].apply(ready, by, ticking))
    batch.state, batch.applied_at = "applied", clock.now()
    counts = {name: getattr(batch, name) for name in plans.OUTCOMES}
    told(batch, "applied", by=by, place_id=lowest(Contents(batch_id).places), **counts)
    return batch


def held(batch_id: uuid.UUID) -> ImportBatch:
    """The batch, held for this transaction."""
    query = select(ImportBatch).where(ImportBatch.id == batch_id).with_for_update()
    return db.session.scalars(query.execution_options(populate_existing=True)).one()


def _remember(batch_id: uuid.UUID, made: list[Made]) -> None:
    rows = [
        {
            "batch_id": batch_id,
            "position": position,
            "type": one.type,
            "number": one.number,
            "session_id": one.session_id,
            "facts": one.facts,
        }
        for position, one in enumerate(made)
    ]
    db.session.flush()
    Insert(ImportMade, rows).run()


def sweep() -> list[uuid.UUID]:
    """Forget the batches that nobody wrote within thirty days, and give the ids of all whose
    content is to go. Callers commit, and then drop it."""
    old = ImportBatch.created_at < clock.now() - OLD
    gone = list(db.session.scalars(select(ImportBatch.id).where(old)))
    for batch in db.session.scalars(select(ImportBatch).where(old, ImportBatch.state == "checked")):
        db.session.delete(batch)
    return [batch_id for batch_id in gone if store.folder(batch_id).exists()]
