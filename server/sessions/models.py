"""Tables of outreach sessions. Led by the session's own uuid, which the client makes."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, time

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.sql.expression import ColumnElement

from server.extensions import db
from server.planner import off_index

FLAGGED = {"sqlite_where": text("is_clean = 0"), "postgresql_where": text("NOT is_clean")}
# Of these sources there are few: a list of one of them is read from an index of its own.
FROM_PHONES = ("web", "offline")
RARE_SOURCE = text("source NOT IN ('web', 'offline')")
_CAME = text("import_id IS NOT NULL")
IMPORTED = {"sqlite_where": _CAME, "postgresql_where": _CAME}
# Worded as queries ask, or SQLite would not know that the index answers them.
NIL = {"sqlite_where": text("nil IS 1"), "postgresql_where": text("nil IS true")}
# Nearly all are approved: what became of the others is listed from an index of its own.
NOT_APPROVED = text("state <> 'approved'")
COUNTED = text("state IN ('pending', 'approved')")
_OF_TEAMS = {
    "sqlite_where": text(f"{COUNTED} AND nil IS 0"),
    "postgresql_where": text(f"{COUNTED} AND nil IS false"),
}
ASKED_BACK, MERGED = text("asked_back_at IS NOT NULL"), text("merged_into IS NOT NULL")


class next_change(ColumnElement):
    """The number of the change being made. On PostgreSQL the transaction's, whose order is known
    once the older ones have ended; on SQLite, which has one writer at a time, the next one."""

    type = BigInteger()
    inherit_cache = True


@compiles(next_change, "postgresql")
def _transaction(element, compiler, **kw) -> str:
    return "pg_current_xact_id()::text::bigint"


@compiles(next_change, "sqlite")
def _next(element, compiler, **kw) -> str:
    return "(SELECT coalesce(max(change_number), 0) + 1 FROM outreach_session)"


class OutreachSession(db.Model):
    """One session, at one place on one local day, for ever. A nil report has no type, audience or
    counts and stands for a month without sessions. Optional counts: NULL is 'not recorded'."""

    __tablename__ = "outreach_session"
    __table_args__ = (
        CheckConstraint(
            "state IN ('pending', 'approved', 'returned', 'refused', 'withdrawn')", name="state"
        ),
        CheckConstraint("participants >= 0", name="participants"),
        CheckConstraint("nil OR (type IS NOT NULL AND audience IS NOT NULL)", name="nil"),
        Index(None, "place_id", "date"),
        Index(None, "team_id", "date"),
        Index(None, "date", "id"),
        Index(None, "state", "is_clean", "date", "id", "place_id"),
        Index("ix_outreach_session_flagged", "date", "id", **FLAGGED),
        Index("ix_outreach_session_nil", "date", "place_id", "state", **NIL),
        Index(
            "ix_outreach_session_rare_source",
            *("source", "date", "id", "place_id"),
            sqlite_where=RARE_SOURCE,
            postgresql_where=RARE_SOURCE,
        ),
        Index("ix_outreach_session_import", "import_id", "date", "id", **IMPORTED),
        Index(
            "ix_outreach_session_import_review",
            "import_id",
            "state",
            "is_clean",
            "date",
            "id",
            **IMPORTED,
        ),
        Index(
            "ix_outreach_session_not_approved",
            *("state", "date", "id", "place_id"),
            sqlite_where=NOT_APPROVED,
            postgresql_where=NOT_APPROVED,
        ),
        # All that a worklist counts by, so that it looks at no session itself.
        Index(
            "ix_outreach_session_waiting",
            *("state", "place_id", "submitted_by", "recorded_by"),
            *("conducted_by", "waiting_since", "changed_at", "is_clean"),
            sqlite_where=NOT_APPROVED,
            postgresql_where=NOT_APPROVED,
        ),
        # The last counted session of a team is the last in it.
        Index("ix_outreach_session_counted", "team_id", "date", **_OF_TEAMS),
        Index(None, "conducted_by"),
        Index(
            "ix_outreach_session_asked_back_at",
            "asked_back_at",
            postgresql_where=ASKED_BACK,
            sqlite_where=ASKED_BACK,
        ),
        Index(
            "ix_outreach_session_merged_into",
            "merged_into",
            postgresql_where=MERGED,
            sqlite_where=MERGED,
        ),
        Index(None, "change_number"),
        Index(None, "team_id", "change_number"),
        Index(None, "recorded_by", "change_number"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    receipt_code: Mapped[str] = mapped_column(String(13), index=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    place_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"))
    date: Mapped[date]
    nil: Mapped[bool] = mapped_column(default=False)
    type: Mapped[str | None] = mapped_column(String(20))
    audience: Mapped[str | None] = mapped_column(String(16))
    start_time: Mapped[time | None]
    duration_min: Mapped[int | None]
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id"))
    participants: Mapped[int] = mapped_column(default=0)
    staff_participants: Mapped[int | None]
    first_time: Mapped[int | None]
    female: Mapped[int | None]
    elderly: Mapped[int | None]
    households: Mapped[int | None]
    volunteers: Mapped[int | None]
    partner_ids: Mapped[list] = mapped_column(JSON, default=list)
    difficulties: Mapped[list] = mapped_column(JSON, default=list)
    note: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(10), default="web")

    # The batch that brought it in, if a file did.
    import_id: Mapped[uuid.UUID | None]

    state: Mapped[str] = mapped_column(String(10), default="pending")
    version: Mapped[int] = mapped_column(default=1)
    content_hash: Mapped[str] = mapped_column(String(64))
    flags: Mapped[list] = mapped_column(JSON, default=list)
    is_clean: Mapped[bool] = mapped_column(default=True)
    conducted_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    recorded_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    submitted_by: Mapped[int] = mapped_column(ForeignKey("user.id"))
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    received_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    # When it last came to wait for a decision; kept while it is decided.
    waiting_since: Mapped[datetime]
    client: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
    # The author of an approved one asks for it back.
    asked_back_at: Mapped[datetime | None]
    asked_back_by: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    asked_back_reason: Mapped[str | None] = mapped_column(Text)
    # Two teams told of one event: this one is withdrawn, and the other stands for both.
    # No foreign key: sessions are to be spread over machines by their own ids.
    merged_into: Mapped[uuid.UUID | None]
    # Moves with every change, so that a phone can ask what changed since.
    change_number: Mapped[int] = mapped_column(
        BigInteger, default=next_change(), onupdate=next_change(), server_default="0"
    )

    services: Mapped[list["SessionService"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SessionService.position"
    )
    co_teams: Mapped[list["SessionCoTeam"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SessionCoTeam.team_id"
    )
    other_places: Mapped[list["SessionPlace"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="SessionPlace.place_id"
    )


class SessionService(db.Model):
    """One thing taught: how many were guided, and how many can now do it (NULL: not recorded)."""

    __tablename__ = "session_service"
    __table_args__ = (CheckConstraint("assisted >= 0", name="assisted"),)

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("outreach_session.id"), primary_key=True
    )
    service: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    assisted: Mapped[int]
    completed: Mapped[int | None]


class SessionFlag(db.Model):
    """One hint of a session, beside its words in `flags`: few sessions have some of them, and a
    list of those is read from its index."""

    __tablename__ = "session_flag"
    __table_args__ = (Index(None, "flag", "date", "session_id", "place_id"),)

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("outreach_session.id"), primary_key=True
    )
    flag: Mapped[str] = mapped_column(String(32), primary_key=True)
    # The session's own: for the order of lists, and to pass over those of elsewhere.
    date: Mapped[date]
    place_id: Mapped[int]


class SessionCoTeam(db.Model):
    """A team that took part without leading: credited with the activity, never with the people."""

    __tablename__ = "session_co_team"

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("outreach_session.id"), primary_key=True
    )
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True, index=True)


class SessionPlace(db.Model):
    """A further hamlet that the session reached: counts for coverage, never for people."""

    __tablename__ = "session_place"

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("outreach_session.id"), primary_key=True
    )
    place_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True, index=True)


def in_state(states: Collection[str]) -> ColumnElement[bool]:
    """The condition that a session is in one of some states. Nearly all are approved, so that it
    leads nowhere: whatever else is asked says by which index they are found."""
    return off_index(OutreachSession.state).in_(states)


class SessionPhoto(db.Model):
    """A photo of a session, under the phone's own id. It may arrive before its session, so nothing
    ties the two but the session's id and who sent them."""

    __tablename__ = "session_photo"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    session_id: Mapped[uuid.UUID] = mapped_column(index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    received_at: Mapped[datetime]
    sha256: Mapped[str] = mapped_column(String(64))
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int]
    # What the picture looks like, as 16 hexadecimal digits; none for one that is nearly blank.
    fingerprint: Mapped[str | None] = mapped_column(String(16), index=True)

    __table_args__ = (Index(None, "by_id", "received_at"),)


class SessionRevision(db.Model):
    """What happened at each version. A record or amendment keeps the body as sent, its hash and the
    version it was based on, so that a lost answer can be given again; a review keeps its words."""

    __tablename__ = "session_revision"

    session_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("outreach_session.id"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    action: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    base_version: Mapped[int | None]
    content_hash: Mapped[str | None] = mapped_column(String(64))
    body: Mapped[dict | None] = mapped_column(JSON(none_as_null=True))
    reasons: Mapped[list] = mapped_column(JSON, default=list)
    fields: Mapped[list] = mapped_column(JSON, default=list)
    comment: Mapped[str | None] = mapped_column(Text)
    # Of a merge: the session that stands for both, or the one that it took in.
    other_id: Mapped[uuid.UUID | None]
