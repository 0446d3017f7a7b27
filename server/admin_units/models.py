"""Tables of the register. Intervals are [valid_from, valid_to); open ends are sentinel days, so
that comparisons need no NULL. Official codes are dated attributes, never keys: the communes of
2025 reuse older ones under other names."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.extensions import db

ALWAYS = date(1, 1, 1)
FOREVER = date(9999, 12, 31)
LEVELS = ("province", "district", "commune", "hamlet")


class AdminUnit(db.Model):
    """A place with an identity for life. `kind` is the Vietnamese word of its act: xã, khóm."""

    __tablename__ = "admin_unit"
    __table_args__ = (
        CheckConstraint("level IN ('province', 'district', 'commune', 'hamlet')", name="level"),
        CheckConstraint("valid_from < valid_to", name="interval"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[str] = mapped_column(String(10))
    kind: Mapped[str] = mapped_column(String(20))
    valid_from: Mapped[date] = mapped_column(default=ALWAYS)
    valid_to: Mapped[date] = mapped_column(default=FOREVER)
    legal_basis: Mapped[str | None] = mapped_column(String(100))
    population: Mapped[int | None]
    households: Mapped[int | None]
    # Of which year both are, and who says so.
    population_year: Mapped[int | None]
    population_source: Mapped[str | None] = mapped_column(String(200))
    is_demo: Mapped[bool] = mapped_column(default=False)


class AdminUnitName(db.Model):
    """What a unit was called, and its official code, from one day to another."""

    __tablename__ = "admin_unit_name"
    __table_args__ = (
        CheckConstraint("valid_from < valid_to", name="interval"),
        Index(None, "code", "valid_from"),
        Index(None, "folded"),
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True, default=ALWAYS)
    valid_to: Mapped[date] = mapped_column(default=FOREVER)
    name: Mapped[str] = mapped_column(String(120))
    folded: Mapped[str] = mapped_column(String(120))
    code: Mapped[str | None] = mapped_column(String(20))


class AdminUnitParent(db.Model):
    """Under which unit a unit stood, from one day to another."""

    __tablename__ = "admin_unit_parent"
    __table_args__ = (CheckConstraint("valid_from < valid_to", name="interval"),)

    child_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    valid_from: Mapped[date] = mapped_column(primary_key=True, default=ALWAYS)
    valid_to: Mapped[date] = mapped_column(default=FOREVER)
    parent_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), index=True)


class Succession(db.Model):
    """On `effective_date`, `from_id` became, wholly or in part, `to_id`."""

    __tablename__ = "succession"

    from_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), primary_key=True)
    effective_date: Mapped[date] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    legal_basis: Mapped[str | None] = mapped_column(String(100))


class RegisterVersion(db.Model):
    """One row that counts changes of the register, so that each process knows when to reread it."""

    __tablename__ = "register_version"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
