"""Tables of teams."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.extensions import db
from server.text import fold, folded_name

KINDS = ("hamlet", "commune", "youth", "agency")
MEMBER_ROLES = ("leader", "deputy", "member")
# What a time in a team says of a person, beside role and days.
FACTS = ("organisation", "is_female", "is_union_member")


class Team(db.Model):
    """A body that holds sessions. Only `hamlet` teams count for hamlet coverage; `agency` is a
    department, a Youth Union chapter or a market board. `home_id` is the unit it belongs to.
    One that is dissolved on its founding day was added by mistake: it was there on no day."""

    __tablename__ = "team"
    __table_args__ = (
        CheckConstraint("kind IN ('hamlet', 'commune', 'youth', 'agency')", name="kind"),
        CheckConstraint("founded_on <= dissolved_on", name="interval"),
        {"sqlite_autoincrement": True},  # as of people
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(160))
    folded: Mapped[str] = mapped_column(String(320), default=folded_name, index=True)
    home_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), index=True)
    founded_on: Mapped[date]
    dissolved_on: Mapped[date] = mapped_column(default=FOREVER)
    decision_number: Mapped[str | None] = mapped_column(String(60))
    is_pilot: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    @validates("name")
    def _fold(self, _key: str, name: str) -> str:
        self.folded = fold(name)
        return name

    def is_active_on(self, day: date) -> bool:
        return self.founded_on <= day < self.dissolved_on


class TeamMember(db.Model):
    """A person's time in a team in one role; who comes back, or becomes its leader, begins another.
    The two facts on the person are what Biểu 01 counts; blank means not recorded."""

    __tablename__ = "team_member"
    __table_args__ = (
        CheckConstraint("role IN ('leader', 'deputy', 'member')", name="role"),
        CheckConstraint("joined_on < left_on", name="interval"),
    )

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), primary_key=True, index=True)
    joined_on: Mapped[date] = mapped_column(primary_key=True)
    left_on: Mapped[date] = mapped_column(default=FOREVER)
    role: Mapped[str] = mapped_column(String(10))
    organisation: Mapped[str | None] = mapped_column(String(120))
    is_female: Mapped[bool | None]
    is_union_member: Mapped[bool | None]
    version: Mapped[int] = mapped_column(default=1)

    user: Mapped[User] = relationship(lazy="raise")
    team: Mapped[Team] = relationship(lazy="raise")
