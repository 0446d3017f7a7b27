"""Tables of imports."""

import uuid
from datetime import date, datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.accounts.models import User
from server.extensions import db

STATES = ("checked", "applied", "undone")


class ImportBatch(db.Model):
    """One file that was looked at, and what became of it. `day` is the one on which its codes and
    names are understood; `digest` tells whether it would still do what it would have done."""

    __tablename__ = "import_batch"
    __table_args__ = (
        CheckConstraint("state IN ('checked', 'applied', 'undone')", name="state"),
        Index(None, "by_id", "created_at"),
        Index(None, "created_at", "id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    file_name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    day: Mapped[date]
    rows: Mapped[int]
    added: Mapped[int]
    known: Mapped[int]
    corrected: Mapped[int]
    faulty: Mapped[int]
    faults: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10), default="checked")
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    by: Mapped[User] = relationship(foreign_keys=[by_id], lazy="raise")


class ImportMade(db.Model):
    """One thing that a batch made or corrected: by its number, a session by its id, a membership by
    `facts`, a correction with what was there before in them."""

    __tablename__ = "import_made"
    __table_args__ = (Index(None, "session_id"),)

    batch_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("import_batch.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    type: Mapped[str] = mapped_column(String(10))
    number: Mapped[int | None]
    session_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("outreach_session.id"))
    facts: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
