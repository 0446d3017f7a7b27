"""Reads of the catalogue."""

from sqlalchemy import select

from server import clock
from server.catalogue.codes import LIMITS
from server.catalogue.models import CatalogueEntry, Partner, Venue
from server.extensions import db
from server.text import plain

KINDS = {
    "types": "type",
    "audiences": "audience",
    "services": "service",
    "reasons": "reason",
    "difficulties": "difficulty",
}


def catalogue() -> dict:
    """Every list as it stands today, in its order, and the limits that a form checks."""
    today = clock.today()
    rows = db.session.scalars(
        select(CatalogueEntry)
        .where(CatalogueEntry.valid_from <= today, CatalogueEntry.valid_to > today)
        .order_by(CatalogueEntry.position)
    ).all()
    lists = {name: [r for r in rows if r.kind == kind] for name, kind in KINDS.items()}
    return lists | {
        "partners": db.session.scalars(select(Partner).order_by(Partner.name)).all(),
        "venues": db.session.scalars(select(Venue).order_by(Venue.name)).all(),
        "limits": LIMITS,
    }


def labels(kind: str) -> dict[str, str]:
    """Code -> Vietnamese label of one list as files write it, in its order, past ones included."""
    rows = db.session.execute(
        select(CatalogueEntry.code, CatalogueEntry.vi)
        .where(CatalogueEntry.kind == kind)
        .order_by(CatalogueEntry.position)
    )
    return {row.code: plain(row.vi) for row in rows}
