"""Write an entry; chain what was written; find what was altered, removed or slipped in."""

import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

from flask import current_app, g, has_request_context, request
from sqlalchemy import func, select

from server import clock
from server.audit.models import AuditEntry, AuditSeal
from server.extensions import db

SEAL_SIZE = 1000  # entries a link
GRACE = 300  # seconds, longer than any transaction may last


def record(
    action: str,
    object_type: str,
    object_id: Any,
    *,
    by: Any = None,
    place_id: int | None = None,
    **details: Any,
) -> None:
    """Add one entry to the open transaction. `details` must be JSON and hold no secret."""
    entry = AuditEntry(
        at=clock.now(),
        actor_id=by.id if by else None,
        action=action,
        object_type=object_type,
        object_id=str(object_id),
        place_id=place_id,
        details=details,
        address=request.remote_addr if has_request_context() else None,
        request_id=g.get("request_id") if has_request_context() else None,
    )
    entry.mac = mac_of(entry)
    db.session.add(entry)


def mac_of(entry: AuditEntry) -> str:
    """The HMAC-SHA256 of an entry's content, as 64 hexadecimal digits."""
    content = [
        entry.at.isoformat(timespec="microseconds"),
        entry.actor_id,
        entry.action,
        entry.object_type,
        entry.object_id,
        entry.place_id,
        entry.details,
        entry.address,
        entry.request_id,
    ]
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return _keyed(text)


def seal(grace: int = GRACE) -> int:
    """Chain the entries that no seal closes yet and that are older than `grace` seconds; gives how
    many. Younger ones wait: a transaction still running may commit a lower number beside them."""
    last = db.session.scalar(select(AuditSeal).order_by(AuditSeal.id.desc()).limit(1))
    start, chain, sealed = (last.last_id if last else 0), (last.chain if last else ""), 0
    until = clock.now() - timedelta(seconds=grace)
    young = select(func.min(AuditEntry.id)).where(AuditEntry.at > until, AuditEntry.id > start)
    end = db.session.scalar(young)
    while entries := _unsealed(start, end):
        chain = link(chain, entries)
        db.session.add(
            AuditSeal(
                at=clock.now(),
                first_id=start + 1,
                last_id=entries[-1].id,
                entries=len(entries),
                chain=chain,
            )
        )
        start, sealed = entries[-1].id, sealed + len(entries)
    return sealed


def _unsealed(after: int, before: int | None) -> list[AuditEntry]:
    query = select(AuditEntry).where(AuditEntry.id > after)
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return list(db.session.scalars(query.order_by(AuditEntry.id).limit(SEAL_SIZE)))


def link(chain: str, entries: list[AuditEntry]) -> str:
    return _keyed(chain + "".join(f"{entry.id}:{entry.mac};" for entry in entries))


def verify() -> list[str]:
    """What is wrong with the log, in words; empty when it is whole."""
    faults, chain = [], ""
    for row in db.session.scalars(
        select(AuditEntry).order_by(AuditEntry.id).execution_options(yield_per=1000)
    ):
        if not hmac.compare_digest(row.mac, mac_of(row)):
            faults.append(f"entry {row.id}: altered")
    twice = select(AuditEntry.mac).group_by(AuditEntry.mac).having(func.count() > 1)
    for row in db.session.scalars(select(AuditEntry).where(AuditEntry.mac.in_(twice))):
        faults.append(f"entry {row.id}: a copy of another")
    for row in db.session.scalars(select(AuditSeal).order_by(AuditSeal.id)):
        entries = db.session.scalars(
            select(AuditEntry)
            .where(AuditEntry.id.between(row.first_id, row.last_id))
            .order_by(AuditEntry.id)
        ).all()
        chain = link(chain, entries)
        if chain != row.chain:
            faults.append(
                f"seal {row.id}: entries {row.first_id}-{row.last_id} were {row.entries},"
                f" now {len(entries)}: removed, inserted or altered"
            )
            chain = row.chain
    highest = db.session.scalar(select(func.max(AuditEntry.id))) or 0
    closed = db.session.scalar(select(func.max(AuditSeal.last_id))) or 0
    if highest < closed:
        faults.append(f"entries after {highest} are missing up to {closed}")
    return faults


def _keyed(text: str) -> str:
    key = hashlib.sha256(b"audit:" + current_app.config["SECRET_KEY"].encode()).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
