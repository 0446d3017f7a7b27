"""Units and successions from checked rows into the register, through its own loader. They come from
the operator alone: a whole province's history is nobody's to bring in through a browser."""

from collections import Counter
from datetime import date

from server.admin_units import actions
from server.imports.faults import Faults, Finding
from server.imports.rows import Row
from server.imports.said import say


def load_units(rows: list[Row]) -> Counter:
    """Add units; those that are there already are corrected where the file says otherwise."""
    return _told(rows, actions.add_units)


def load_successions(rows: list[Row]) -> Counter:
    """Add what became what."""
    return _told(rows, actions.add_successions)


def _told(rows: list[Row], load) -> Counter:
    """What a loader of the register did; its faults with the rows of our file."""
    try:
        return load([_plain(row) for row in rows])
    except actions.BadRows as bad:
        found = [
            Finding(rows[at - 1].number, None, "", say("as_told", text=what))
            for at, what in bad.faults
        ]
        raise Faults(found) from bad


def _plain(row: Row) -> dict[str, str]:
    """A row as the register's loader reads it: texts."""
    found = {}
    for name, value in row.values.items():
        if isinstance(value, bool):
            found[name] = "yes" if value else ""
        else:
            found[name] = value.isoformat() if isinstance(value, date) else str(value)
    return found
