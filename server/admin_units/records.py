"""The register's rows at hand while it is being changed: which unit has a code on a day."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from server.admin_units.models import AdminUnit, AdminUnitName, AdminUnitParent
from server.extensions import db


class Records:
    """Every unit, name and parent, read once. `parents`: unit id -> first day -> its row."""

    def __init__(self):
        self.units = {unit.id: unit for unit in db.session.scalars(select(AdminUnit))}
        self.names: dict[str, list[AdminUnitName]] = defaultdict(list)
        for name in db.session.scalars(select(AdminUnitName)):
            self.names[name.code].append(name)
        self.parents: dict[int, dict[date, AdminUnitParent]] = defaultdict(dict)
        for step in db.session.scalars(select(AdminUnitParent)):
            self.parents[step.child_id][step.valid_from] = step

    def add(self, unit: AdminUnit, name: AdminUnitName) -> None:
        self.units[unit.id] = unit
        self.names[name.code].append(name)

    def name(self, code: str, day: date) -> AdminUnitName | None:
        """The name and code as they stood on a day."""
        for name in self.names[code]:
            if name.valid_from <= day < name.valid_to:
                return name
        return None

    def unit(self, code: str, day: date) -> AdminUnit | None:
        """The unit that has a code on a day."""
        name = self.name(code, day)
        return self.units[name.unit_id] if name else None

    def overlap(self, code: str, since: date, until: date) -> bool:
        return any(n.valid_from < until and since < n.valid_to for n in self.names[code])
