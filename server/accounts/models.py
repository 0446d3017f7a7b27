"""Tables of people and sign-in."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from server import clock
from server.accounts.phones import backwards
from server.admin_units.models import FOREVER
from server.extensions import db
from server.text import fold, folded_name

# Worded as queries ask, or SQLite would not know that the index answers them.
STAFF = text("role <> 'volunteer'")


class User(db.Model):
    """A person of the programme: never a citizen. `token_epoch` ends every sign-in when raised."""

    __tablename__ = "user"
    __table_args__ = (
        CheckConstraint(
            "role IN ('volunteer', 'officer', 'province_staff', 'system_administrator')",
            name="role",
        ),
        Index("ix_user_staff", "id", sqlite_where=STAFF, postgresql_where=STAFF),
        # What the log tells of somebody who is no more is not told of who comes next.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    # What people type to find them: see `text.fold`.
    folded: Mapped[str] = mapped_column(String(240), default=folded_name, index=True)
    phone: Mapped[str | None] = mapped_column(String(10), unique=True)
    # A phone is also known by its last digits: read backwards they are its first.
    phone_reversed: Mapped[str | None] = mapped_column(
        String(10), default=lambda row: backwards(row.get_current_parameters().get("phone")),
        index=True,
    )  # fmt: skip
    role: Mapped[str] = mapped_column(String(24))
    secret_hash: Mapped[str | None] = mapped_column(String(200))
    code_hash: Mapped[str | None] = mapped_column(String(200))
    code_expires_at: Mapped[datetime | None]
    token_epoch: Mapped[int] = mapped_column(default=0)
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    # Where a volunteer last stood: asked only of those who are, and were, on no team's roster.
    last_home_id: Mapped[int | None] = mapped_column(ForeignKey("admin_unit.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)

    areas: Mapped[list["UserArea"]] = relationship(cascade="all, delete-orphan")

    @validates("name")
    def _fold(self, _key: str, name: str) -> str:
        self.folded = fold(name)
        return name

    @validates("phone")
    def _reverse(self, _key: str, phone: str | None) -> str | None:
        self.phone_reversed = backwards(phone)
        return phone

    @property
    def must_change_secret(self) -> bool:
        """Signed in with a one-time code and has not chosen a secret since."""
        return self.code_hash is not None


class UserArea(db.Model):
    """An area somebody answers for, from one day to another."""

    __tablename__ = "user_area"

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True, default=clock.today)
    valid_to: Mapped[date] = mapped_column(default=FOREVER)


class Device(db.Model):
    """One sign-in that lasts. A refresh token is good while it is the current one, or the one
    before it: the answer that carried its successor may have been lost."""

    __tablename__ = "device"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    label: Mapped[str] = mapped_column(String(200))
    current_jti: Mapped[str] = mapped_column(String(36))
    previous_jti: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class TryCount(db.Model):
    """Tries to sign in, counted per account before any hashing. The key is a digest of the phone
    typed, so that unknown phones are counted alike and none is kept."""

    __tablename__ = "try_count"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    window_start: Mapped[datetime]
    tries: Mapped[int]
