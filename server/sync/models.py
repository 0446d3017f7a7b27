"""What the server knows of the phones that send to it."""

import uuid
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import db


class Phone(db.Model):
    """One person's outbox on one phone. A phone numbers what it records from 1 on, without a gap:
    `heard` are the numbers that arrived or were given up, as [first, last] pairs, `waiting` those
    that it said it still holds. A number in neither, below the highest, was lost on the way: its
    browser was cleared."""

    __tablename__ = "phone"

    device_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    label: Mapped[str] = mapped_column(String(200))
    first_seen_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    # How far ahead of ours its clock is, in seconds.
    clock_ahead: Mapped[int]
    heard: Mapped[list] = mapped_column(JSON, default=list)
    waiting: Mapped[list] = mapped_column(JSON, default=list)
