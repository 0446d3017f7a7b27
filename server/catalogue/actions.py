"""Install the lists that the product ships with. Words and order that somebody has changed since
stay as they are."""

import csv
from pathlib import Path

from sqlalchemy import select

from server.catalogue.models import CatalogueEntry
from server.extensions import db

SHIPPED = Path(__file__).parent / "catalogue.csv"


def install() -> int:
    """Add the shipped entries that are not there yet; gives how many. The caller commits."""
    known = set(db.session.execute(select(CatalogueEntry.kind, CatalogueEntry.code)))
    added = 0
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        for position, row in enumerate(csv.DictReader(file)):
            if (row["kind"], row["code"]) in known:
                continue
            texts = {
                name: row[name] or None for name in ("vi_short", "definition", "unit", "pillar")
            }
            db.session.add(
                CatalogueEntry(
                    kind=row["kind"],
                    code=row["code"],
                    position=position,
                    vi=row["vi"],
                    en=row["en"],
                    is_open=row["is_open"] == "yes",
                    **texts,
                )
            )
            added += 1
    return added
