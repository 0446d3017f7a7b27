"""Reads of the log, within what somebody answers for."""

from sqlalchemy import Select, or_, select

from server.access.scope import Scope
from server.audit.models import AuditEntry


def entries(scope: Scope, actor_id: int, *, before: int | None, limit: int) -> Select:
    """Entries, latest first, about places in a scope, and one's own deeds."""
    own = AuditEntry.actor_id == actor_id
    query = select(AuditEntry).where(or_(own, scope.condition(place=AuditEntry.place_id)))
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return query.order_by(AuditEntry.id.desc()).limit(limit)
