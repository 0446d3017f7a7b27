"""Tables of the audit log."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import db

# Nearly all entries are about sessions: the others are walked in an index of their own.
OTHER = text("object_type <> 'session'")


class AuditEntry(db.Model):
    """Who did what to which thing, when. `place_id` decides which officers may read it. `mac` is an
    HMAC over the other columns, with a key that the database does not hold."""

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index(None, "object_type", "object_id"),
        Index(None, "place_id", "id"),
        Index(None, "actor_id", "id"),
        Index(None, "at"),
        Index("ix_audit_entry_other", "id", sqlite_where=OTHER, postgresql_where=OTHER),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    action: Mapped[str] = mapped_column(String(60))
    object_type: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[str] = mapped_column(String(40))
    place_id: Mapped[int | None] = mapped_column(ForeignKey("admin_unit.id"))
    details: Mapped[dict] = mapped_column(JSON)
    address: Mapped[str | None] = mapped_column(String(45))
    request_id: Mapped[str | None] = mapped_column(String(36))
    mac: Mapped[str] = mapped_column(String(64))


class AuditSeal(db.Model):
    """One link of the chain: it closes the entries `first_id`..`last_id` and the seal before it."""

    __tablename__ = "audit_seal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    first_id: Mapped[int]
    last_id: Mapped[int]
    entries: Mapped[int]
    chain: Mapped[str] = mapped_column(String(64))
