"""Units, successions and hamlets from checked rows into the register, through its own loader."""

from collections import Counter
from datetime import date

from server.admin_units import actions
from server.admin_units.models import ALWAYS, FOREVER
from server.cli.imports.columns import HAMLETS
from server.cli.imports.matching import Places
from server.cli.imports.rows import Fault, Faults, Row, each


def load_units(rows: list[Row]) -> Counter:
    """Add units; those that are there already are corrected where the file says otherwise."""
    return _told(rows, actions.add_units, [_plain(row) for row in rows])


def load_successions(rows: list[Row]) -> Counter:
    """Add what became what."""
    return _told(rows, actions.add_successions, [_plain(row) for row in rows])


def load_hamlets(rows: list[Row], day: date) -> Counter:
    """Add the hamlets of communes of a day, or know them again by their code, or by their name in
    their commune; two of one name there are told apart by the commune that each came from. With
    the commune before the reform, a hamlet gets its history too."""
    places, taken = Places(day), Counter()
    _refuse_twins(rows)

    def take(row: Row) -> list[dict]:
        commune = places.coded(row.get("commune_code"), "commune_code", "commune")
        if _known(row, commune, places):
            return []
        taken[commune] += 1
        number = len(places.map.within(commune, "hamlet")) + taken[commune]
        code = row.get("code") or f"{row.get('commune_code')}-{number:02d}"
        return [_step(row, code, *stay) for stay in _stays(row, commune, places)]

    steps = each(rows, HAMLETS, take)
    new = [(row, step) for row, many in zip(rows, steps, strict=True) for step in many]
    if new:
        _told([row for row, _ in new], actions.add_units, [step for _, step in new])
    return Counter(added=sum(map(bool, steps)), known=sum(not many for many in steps))


def _known(row: Row, commune: int, places: Places) -> bool:
    if row.get("code"):
        return row.get("code") in places.by_code
    name, old = row.get("name").casefold(), row.get("old_commune_code")
    found = [
        h for h in places.map.within(commune, "hamlet") if places.map.name(h).casefold() == name
    ]
    if old:
        found = [hamlet for hamlet in found if _came_from(hamlet, places) == old]
    if len(found) > 1:
        raise Fault("name", f"trong xã có nhiều '{row.get('name')}': {places.named(found)}")
    return bool(found)


def _came_from(hamlet: int, places: Places) -> str | None:
    units = places.map.register.units
    return units[units[hamlet].parents[0][2]].names[0].code


def _stays(row: Row, commune: int, places: Places) -> list[tuple[str, date, date]]:
    """(commune's code, from, until) for each commune that the hamlet stood under."""
    units = places.map.register.units
    here = (row.get("commune_code"), units[commune].valid_from, units[commune].valid_to)
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
    what = f"xã có mã {code} trước đây không trở thành {places.named([commune])}"
    raise Fault("old_commune_code", what)


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
        "population": str(row.get("population", "")),
        "households": str(row.get("households", "")),
        "continues": "yes" if row.get("old_commune_code") and since != ALWAYS else "",
        "is_demo": "yes" if row.get("is_demo") else "",
    }


def _refuse_twins(rows: list[Row]) -> None:
    """No hamlet stands twice in a file."""
    seen, faults = {}, []
    for row in rows:
        told_apart = row.get("code"), row.get("old_commune_code")
        key = row.get("commune_code"), row.get("name").casefold(), *told_apart
        if key in seen:
            what = (
                f"'{row.get('name')}' đã có ở dòng {seen[key]}; nơi trùng tên cần ma hoặc ma_xa_cu"
            )
            faults.append((row.number, "ten", what))
        seen.setdefault(key, row.number)
    if faults:
        raise Faults(faults)


def _told(rows: list[Row], load, plain: list[dict]) -> Counter:
    """What a loader of the register did; its faults with the rows of our file."""
    try:
        return load(plain)
    except actions.BadRows as bad:
        raise Faults([(rows[at - 1].number, None, what) for at, what in bad.faults]) from bad


def _plain(row: Row) -> dict[str, str]:
    """A row as the register's loader reads it: texts."""
    found = {}
    for name, value in row.values.items():
        if isinstance(value, bool):
            found[name] = "yes" if value else ""
        else:
            found[name] = value.isoformat() if isinstance(value, date) else str(value)
    return found
