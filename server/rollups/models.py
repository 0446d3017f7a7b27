"""Leaf totals. Only additive counts; whatever is a ratio or a distinct count is worked out on
read. Every row is one place, one lead team, one bucket of time, one audience and state class."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.catalogue.codes import TYPES
from server.extensions import db

# How many sessions recorded an optional count stands beside it: blank is not zero.
OPTIONAL_COUNTS = ("first_time", "female", "elderly", "households")
PLACE_MEASURES = (
    *TYPES,
    "participants",
    "team_members_trained",
    *OPTIONAL_COUNTS,
    *(f"{name}_recorded" for name in OPTIONAL_COUNTS),
    "on_time",
    "reach",
    "joined",
)
SERVICE_MEASURES = ("assisted", "completed", "assisted_rated")
TEAM_MEASURES = ("sessions",)


def _never_negative(*measures: str) -> list[CheckConstraint]:
    """A total below zero means something was taken away twice: refuse it rather than keep it."""
    return [CheckConstraint(f"{measure} >= 0", name=measure) for measure in measures]


class PlaceTotal(db.Model):
    """What happened at a place. `reach` counts the sessions that came to it in person, also those
    that were held elsewhere and reached it too; `joined` those held there that another team led and
    this one took part in."""

    __tablename__ = "place_total"
    __table_args__ = (*_never_negative(*PLACE_MEASURES), Index(None, "grain", "start"))

    place_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    grain: Mapped[str] = mapped_column(String(4), primary_key=True)
    start: Mapped[date] = mapped_column(primary_key=True)
    audience_class: Mapped[str] = mapped_column(String(6), primary_key=True)
    state_class: Mapped[str] = mapped_column(String(8), primary_key=True)
    outing: Mapped[int] = mapped_column(default=0)
    training_class: Mapped[int] = mapped_column(default=0)
    home_visit: Mapped[int] = mapped_column(default=0)
    help_point: Mapped[int] = mapped_column(default=0)
    market_street: Mapped[int] = mapped_column(default=0)
    combined_meeting: Mapped[int] = mapped_column(default=0)
    online: Mapped[int] = mapped_column(default=0)
    broadcast: Mapped[int] = mapped_column(default=0)
    participants: Mapped[int] = mapped_column(default=0)
    team_members_trained: Mapped[int] = mapped_column(default=0)
    first_time: Mapped[int] = mapped_column(default=0)
    first_time_recorded: Mapped[int] = mapped_column(default=0)
    female: Mapped[int] = mapped_column(default=0)
    female_recorded: Mapped[int] = mapped_column(default=0)
    elderly: Mapped[int] = mapped_column(default=0)
    elderly_recorded: Mapped[int] = mapped_column(default=0)
    households: Mapped[int] = mapped_column(default=0)
    households_recorded: Mapped[int] = mapped_column(default=0)
    on_time: Mapped[int] = mapped_column(default=0)
    reach: Mapped[int] = mapped_column(default=0)
    joined: Mapped[int] = mapped_column(default=0)


class ServiceTotal(db.Model):
    """What was taught at a place to people other than the teams themselves. `assisted_rated` is the
    part of `assisted` for which `completed` was recorded: the base of a success rate."""

    __tablename__ = "service_total"
    __table_args__ = (*_never_negative(*SERVICE_MEASURES), Index(None, "grain", "start"))

    place_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    grain: Mapped[str] = mapped_column(String(4), primary_key=True)
    start: Mapped[date] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(String(32), primary_key=True)
    state_class: Mapped[str] = mapped_column(String(8), primary_key=True)
    assisted: Mapped[int] = mapped_column(default=0)
    completed: Mapped[int] = mapped_column(default=0)
    assisted_rated: Mapped[int] = mapped_column(default=0)


class TeamTotal(db.Model):
    """In how many sessions a team took part, leading or not."""

    __tablename__ = "team_total"
    __table_args__ = (*_never_negative(*TEAM_MEASURES), Index(None, "grain", "start"))

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), primary_key=True)
    grain: Mapped[str] = mapped_column(String(4), primary_key=True)
    start: Mapped[date] = mapped_column(primary_key=True)
    state_class: Mapped[str] = mapped_column(String(8), primary_key=True)
    sessions: Mapped[int] = mapped_column(default=0)
