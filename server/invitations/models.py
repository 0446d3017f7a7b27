"""Tables of invitations and of requests to join."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.accounts.models import User
from server.extensions import db
from server.teams.models import Team

KINDS = ("personal", "team")
STATUSES = ("waiting", "approved", "declined")


class Invitation(db.Model):
    """A way into one team. A personal one is for one person and some days; a team's own hangs on
    the wall of the culture house, and whoever comes by it waits for a yes. The code itself is not
    stored: it is worked out from the id with a key outside the database, and found by its
    digest."""

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint("kind IN ('personal', 'team')", name="kind"),
        CheckConstraint("role IN ('leader', 'deputy', 'member')", name="role"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    name: Mapped[str | None] = mapped_column(String(120))
    created_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None]

    team: Mapped[Team] = relationship(lazy="joined")
    creator: Mapped[User] = relationship(lazy="joined", foreign_keys=[created_by])

    def state(self, now: datetime) -> str:
        """`open`, `used`, `expired` or `revoked`."""
        if self.revoked_at:
            return "revoked"
        if self.used_at:
            return "used"
        return "expired" if self.expires_at and self.expires_at <= now else "open"


class JoinRequest(db.Model):
    """Somebody at a team's standing invitation. Nobody is made of it before the yes: the PIN chosen
    waits here, hashed. `user_id` is who proved to have an account already."""

    __tablename__ = "join_request"
    __table_args__ = (
        CheckConstraint("status IN ('waiting', 'approved', 'declined')", name="status"),
        Index(None, "team_id", "status"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    invitation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("invitation.id"), index=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str] = mapped_column(String(10))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    secret_hash: Mapped[str | None] = mapped_column(String(200))
    asked_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(String(10), default="waiting")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    team: Mapped[Team] = relationship(lazy="joined")
