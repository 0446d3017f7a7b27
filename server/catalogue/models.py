"""Tables of the catalogue."""

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.admin_units.models import ALWAYS, FOREVER
from server.extensions import db


class CatalogueEntry(db.Model):
    """One choice of one list (`kind`: service, type, audience, reason, difficulty, flag), by its
    code. `unit` is what a service counts, `definition` when it counts as completed, `pillar` which
    of the three pillars it serves."""

    __tablename__ = "catalogue_entry"

    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    position: Mapped[int]
    vi: Mapped[str] = mapped_column(String(160))
    vi_short: Mapped[str | None] = mapped_column(String(60))
    en: Mapped[str] = mapped_column(String(160))
    definition: Mapped[str | None] = mapped_column(String(300))
    unit: Mapped[str | None] = mapped_column(String(30))
    pillar: Mapped[str | None] = mapped_column(String(30))
    is_open: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date] = mapped_column(default=ALWAYS)
    valid_to: Mapped[date] = mapped_column(default=FOREVER)


class Partner(db.Model):
    """A business or body that helps at sessions."""

    __tablename__ = "partner"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)


class Venue(db.Model):
    """A place where sessions are held. `kind`: market, street, hall."""

    __tablename__ = "venue"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(120))
    place_id: Mapped[int] = mapped_column(ForeignKey("admin_unit.id"), index=True)
