"""Hamlets from checked rows: new ones into the register through its own loader, known ones with
their population and households corrected."""

from collections import defaultdict
from datetime import date

from sqlalchemy import select

from server.accounts.models import User
from server.admin_units import actions
from server.admin_units.models import ALWAYS, FOREVER, AdminUnit, AdminUnitName
from server.extensions import db
from server.imports import unit_log
from server.imports.bulk import in_parts
from server.imports.columns import HAMLETS
from server.imports.faults import Fault
from server.imports.matching import Places
from server.imports.plans import Made, Setting, Step, Tick, WorldChanged, each
from server.imports.rows import Row

COLUMNS = HAMLETS
PEOPLE = ("population", "households", "population_year", "population_source")


def plan(rows: list[Row], setting: Setting, tick: Tick) -> list[Step]:
    """Add the hamlets of communes of a day, or know them again by their code, or by their name in
    their commune; two of one name there are told apart by the commune that each came from. With
    the commune before the reform, a hamlet gets its history too."""
    places, codes, seen = setting.places, Codes(setting.places), {}

    def take(row: Row) -> Step:
        commune = row.find(_commune, places)
        row.find(_once, seen)
        if commune is None or row.faults:
            return {}
        known = _known(row, commune, places)
        if known is not None:
            return _correction(row, known, places)
        stays = _stays(row, commune, places)
        code = codes.given(row) if row.get("code") else codes.next(commune)
        return {"outcome": "added", "rows": [_step(row, code, *stay) for stay in stays]}

    return each(rows, take, tick)


class Codes:
    """Codes for hamlets that have none of their own: the commune's, and a number that nobody has
    or ever had."""

    def __init__(self, places: Places):
        self.places = places
        units = places.map.register.units.values()
        self.used = {name.code for unit in units for name in unit.names}
        self.last: dict[int, int] = defaultdict(int)

    def next(self, commune: int) -> str:
        start = self.last[commune] or len(self.places.map.within(commune, "hamlet"))
        number = start + 1
        while (code := f"{self.places.code(commune)}-{number:02d}") in self.used:
            number += 1
        self.last[commune] = number
        self.used.add(code)
        return code

    def given(self, row: Row) -> str:
        if row.get("code") in self.used:
            raise Fault("code", "code_taken", code=row.get("code"))
        self.used.add(row.get("code"))
        return row.get("code")


def _commune(row: Row, places: Places) -> int:
    commune = places.commune(row.get("commune_code"), "commune_code")
    if places.code(commune) is None:
        raise Fault("commune_code", "commune_without_code", name=places.map.name(commune))
    return commune


def _once(row: Row, seen: dict) -> None:
    """No hamlet stands twice in a file."""
    told_apart = row.get("code"), row.get("old_commune_code")
    key = row.get("commune_code"), row.get("name").casefold(), *told_apart
    first = seen.setdefault(key, row.number)
    if first != row.number:
        said = {"name": row.get("name"), "first": first}
        raise Fault("name", "hamlet_twice", "tell_apart_by_code", **said)


def _known(row: Row, commune: int, places: Places) -> int | None:
    inside = places.map.within(commune, "hamlet")
    if row.get("code"):
        return next((h for h in places.by_code.get(row.get("code"), []) if h in inside), None)
    name, old = row.get("name").casefold(), row.get("old_commune_code")
    found = [h for h in inside if places.map.name(h).casefold() == name]
    if old:
        found = [hamlet for hamlet in found if _came_from(hamlet, places) == old]
    if len(found) > 1:
        said = {"name": row.get("name"), "units": places.named(found)}
        raise Fault("name", "several_hamlets", "tell_apart_by_code", **said)
    return found[0] if found else None


def _correction(row: Row, known: int, places: Places) -> Step:
    """What the file says of a known hamlet's people, where the register says otherwise."""
    unit = places.map.register.units[known]
    said = {name: row.get(name) for name in PEOPLE if row.get(name) is not None}
    if all(getattr(unit, name) == value for name, value in said.items()):
        return {"outcome": "known"}
    return {"outcome": "corrected", "unit_id": known, "people": said}


def _came_from(hamlet: int, places: Places) -> str | None:
    units = places.map.register.units
    return units[units[hamlet].parents[0][2]].names[0].code


def _stays(row: Row, commune: int, places: Places) -> list[tuple[str, date, date]]:
    """(commune's code, from, until) for each commune that the hamlet stood under."""
    units = places.map.register.units
    here = (places.code(commune), units[commune].valid_from, units[commune].valid_to)
    if not row.get("old_commune_code"):
        return [here]
    stays, first = [], units[commune].valid_from
    for unit_id in _line(row.get("old_commune_code"), commune, places):
        unit = units[unit_id]
        code = unit.named_on(unit.valid_from).code
        stays.append((code, unit.valid_from, min(unit.valid_to, first)))
    return [*stays, here]


def _line(code: str, commune: int, places: Places) -> list[int]:
    """The commune that had a code at first and those between it and the present one, by the
    shortest way that successions go. One that was split may lead to several."""
    units, after = places.map.register.units, places.map.register.after
    first = [
        unit.id
        for unit in units.values()
        if unit.valid_from == ALWAYS and unit.level == "commune" and unit.names[0].code == code
    ]
    ways = [[unit] for unit in first]
    while ways:
        way = ways.pop(0)
        if way[-1] == commune:
            return way[:-1]
        ways += [[*way, step] for step in after.get(way[-1], ()) if step not in way]
    said = {"code": code, "units": places.named([commune])}
    raise Fault("old_commune_code", "not_descended", **said)


def _step(row: Row, code: str, commune: str, since: date, until: date) -> dict[str, str]:
    name = row.get("name")
    return {
        "code": code,
        "name": name,
        "kind": row.get("kind") or name.split()[0].lower(),
        "level": "hamlet",
        "parent_code": commune,
        "valid_from": "" if since == ALWAYS else since.isoformat(),
        "valid_to": "" if until == FOREVER else until.isoformat(),
        **{name: str(row.get(name, "")) for name in PEOPLE},
        "continues": "yes" if row.get("old_commune_code") and since != ALWAYS else "",
        "is_demo": "yes" if row.get("is_demo") else "",
    }


def apply(steps: list[Step], by: User | None, tick: Tick) -> list[Made]:
    """Write the new hamlets and the corrections."""
    new = [row for step in steps for row in step.get("rows", ())]
    if new:
        try:
            actions.add_units(new)
        except actions.BadRows as bad:
            raise WorldChanged(str(bad)) from bad
    tick(len(new))
    ids = _ids({row["code"] for row in new})
    unit_log.tell("added", ids, by, {})
    corrected = {step["unit_id"]: step["people"] for step in steps if "unit_id" in step}
    unit_log.tell("corrected", corrected, by, corrected)
    return [Made("hamlet", unit) for unit in ids] + correct(corrected)


def _ids(codes: set[str]) -> list[int]:
    """The units that have codes which nobody had before."""
    found: set[int] = set()
    for part in in_parts(sorted(codes)):
        units = select(AdminUnitName.unit_id).where(AdminUnitName.code.in_(part))
        found |= set(db.session.scalars(units))
    return sorted(found)


def correct(people: dict[int, dict]) -> list[Made]:
    """Set the population and households of units; what was there before stands in what is given
    back."""
    if not people:
        return []
    units = {unit.id: unit for unit in db.session.scalars(select(AdminUnit))}
    made = []
    for unit_id, said in people.items():
        before = {name: getattr(units[unit_id], name) for name in said}
        for name, value in said.items():
            setattr(units[unit_id], name, value)
        made.append(Made("people", unit_id, facts={"before": before, "after": said}))
    actions.moved_on()
    return made
