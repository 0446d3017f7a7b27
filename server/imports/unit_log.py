"""What a list does to the register, in the log of the land above each unit: hamlets and their
populations are what everybody's rates are divided by."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from server.accounts.models import User
from server.admin_units.models import AdminUnitName, AdminUnitParent
from server.audit.actions import record as log
from server.extensions import db
from server.imports.bulk import in_parts


def tell(what: str, units: Iterable[int], by: User | None, people: dict[int, dict]) -> None:
    """One entry a unit, of the commune that it stands under now; `people` says of units what their
    numbers are from now on."""
    for part in in_parts(sorted(units)):
        names, above = _names(part), _parents(part)
        for unit in part:
            numbers: dict[str, Any] = {
                name: value for name, value in people.get(unit, {}).items() if value is not None
            }
            told = {"name": names.get(unit, ""), **numbers}
            log(f"unit.{what}", "unit", unit, by=by, place_id=above.get(unit), **told)


def _names(units: list[int]) -> dict[int, str]:
    n = AdminUnitName
    rows = select(n.unit_id, n.name).where(n.unit_id.in_(units)).order_by(n.valid_from)
    return dict(db.session.execute(rows).all())


def _parents(units: list[int]) -> dict[int, int]:
    p = AdminUnitParent
    rows = select(p.child_id, p.parent_id).where(p.child_id.in_(units)).order_by(p.valid_from)
    return dict(db.session.execute(rows).all())
