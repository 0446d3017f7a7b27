"""Reads of the register: the current one for this process, search, and how a unit is shown."""

from collections import defaultdict
from datetime import date

from flask import g, has_request_context
from sqlalchemy import select

from server import problems
from server.admin_units.models import (
    ALWAYS,
    FOREVER,
    AdminUnit,
    AdminUnitName,
    AdminUnitParent,
    RegisterVersion,
    Succession,
)
from server.admin_units.register import Map, Register
from server.admin_units.units import Name, Unit, depth
from server.extensions import db
from server.text import fold, nfc, sort_key

_current: dict[str, Register] = {}


def register() -> Register:
    """The register as the database has it now; reread only when its version has moved. A request
    keeps to the one that it found when it was let in."""
    kept = g if has_request_context() else None
    if kept and "register" in kept:
        return kept.register
    version = kept.get("register_version") if kept else None
    if version is None:
        version = db.session.scalar(select(RegisterVersion.version)) or 0
    database = db.engine.url.render_as_string()
    known = _current.get(database)
    if known is None or known.version != version:
        known = _current[database] = _read(version)
    if kept:
        kept.register = known
    return known


def _read(version: int) -> Register:
    names, parents = defaultdict(list), defaultdict(list)
    for row in db.session.execute(
        select(AdminUnitName.__table__).order_by(AdminUnitName.valid_from)
    ):
        names[row.unit_id].append(Name(row.valid_from, row.valid_to, row.name, row.code))
    for row in db.session.execute(
        select(AdminUnitParent.__table__).order_by(AdminUnitParent.valid_from)
    ):
        parents[row.child_id].append((row.valid_from, row.valid_to, row.parent_id))
    units = {
        row.id: Unit(
            row.id,
            row.level,
            row.kind,
            row.valid_from,
            row.valid_to,
            row.population,
            row.households,
            row.is_demo,
            tuple(names[row.id]),
            tuple(parents[row.id]),
            row.population_year,
            row.population_source,
        )
        for row in db.session.execute(select(AdminUnit.__table__))
    }
    before, after = defaultdict(list), defaultdict(list)
    for row in db.session.execute(select(Succession.__table__).order_by(Succession.effective_date)):
        after[row.from_id].append(row.to_id)
        before[row.to_id].append(row.from_id)
    return Register(
        version,
        units,
        {unit: tuple(steps) for unit, steps in before.items()},
        {unit: tuple(steps) for unit, steps in after.items()},
    )


def on_map(unit_id: int, map_: Map) -> Unit:
    """The unit, if the day's map has it; else `UNIT_NOT_ON_MAP` naming its counterparts there."""
    unit = map_.register.units.get(unit_id)
    if unit is None:
        raise problems.NOT_FOUND()
    if not map_.has(unit_id):
        counterparts = [named(then, map_) for then in map_.register.counterparts(unit_id, map_.day)]
        raise problems.UNIT_NOT_ON_MAP(counterparts=counterparts, map=map_.day.isoformat())
    return unit


def brief(unit_id: int, map_: Map) -> dict:
    """`{id, level, kind, name, code}` as the day called it."""
    unit = map_.register.units[unit_id]
    name = unit.named_on(map_.day)
    return {
        "id": unit.id,
        "level": unit.level,
        "kind": unit.kind,
        "name": name.name,
        "code": name.code,
    }


def named(unit_id: int, map_: Map) -> dict:
    """The same with `full_name`: put into words once for all days between two changes, and not to
    be written into."""
    words = map_.drawn.setdefault("named", {})
    if unit_id not in words:
        words[unit_id] = brief(unit_id, map_) | {"full_name": full_name(unit_id, map_)}
    return words[unit_id]


def named_on(unit_id: int, day: date) -> dict:
    """The same as a day called it. One that was gone by then, as it was called last, and 'cũ': the
    commune that it went to often has its very name."""
    units = register()
    there = units.units[unit_id].nearest_day(day)
    words = named(unit_id, units.on(there))
    return words | {"full_name": f"{words['full_name']} (cũ)"} if there < day else words


def shown(unit_id: int, map_: Map) -> dict:
    """A unit as the API gives it, on the day's map or, when it is not there, on its nearest day.
    `path` is what stands above it, highest first."""
    unit = map_.register.units[unit_id]
    day = unit.nearest_day(map_.day)
    at = map_ if day == map_.day else map_.register.on(day)
    above = at.path(unit_id)[1:]
    return {
        **brief(unit_id, at),
        "full_name": full_name(unit_id, at),
        "parent": brief(above[0], at) if above else None,
        "path": [brief(step, at) for step in reversed(above)],
        "valid_from": None if unit.valid_from == ALWAYS else unit.valid_from,
        "valid_to": None if unit.valid_to == FOREVER else unit.valid_to,
        "population": unit.population,
        "households": unit.households,
        "population_year": unit.population_year,
        "population_source": unit.population_source,
        "is_demo": unit.is_demo,
    }


def told_apart(unit_id: int, map_: Map) -> str:
    """A name among its siblings: 'Ấp 1 (xã Vĩnh Thạnh cũ)' where a merged commune holds several of
    one name, else the name alone."""
    name = map_.name(unit_id)
    if unit_id not in map_.namesakes:
        return name
    earlier = [p for p in map_.register.units[unit_id].parents if p[1] <= map_.day]
    if not earlier:
        return name
    former = map_.register.units[earlier[-1][2]]
    return f"{name} ({_lower(former.named_on(earlier[-1][0]).name)} cũ)"


def told_by_above(commune_id: int, map_: Map) -> str:
    """A commune's name or, where another of the day is called so too, with what stands above it:
    'xã Tân Phú, cụm Lấp Vò'."""
    name, above = map_.name(commune_id), map_.path(commune_id)[1:]
    if commune_id not in map_.like_communes or not above:
        return name
    return f"{name}, {_lower(map_.name(above[0]))}"


def full_name(unit_id: int, map_: Map) -> str:
    """'Ấp 1, xã Lấp Vò': a name with the commune that tells it from its namesakes."""
    above = map_.path(unit_id)[1:]
    if map_.register.units[unit_id].level != "hamlet" or not above:
        return map_.name(unit_id)
    return f"{told_apart(unit_id, map_)}, {_lower(map_.name(above[0]))}"


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def search(q: str, map_: Map, *, level: str | None, within: int | None) -> list[int]:
    """Units of the day whose name, of any time, holds the words typed, accents or not; exact
    spelling first, then folded names, then those whose words are spread over the units above
    ('ap 5 lap vo'), larger units first, in dictionary order."""
    typed, wanted = nfc(q).strip().lower(), fold(q)
    inside = map_.standing_under(within) if within is not None else None
    found = []
    for unit_id in map_.parent:
        unit = map_.register.units[unit_id]
        if (level and unit.level != level) or (inside is not None and unit_id not in inside):
            continue
        rank = min((_rank(name, typed, wanted) for name in unit.names), default=9)
        if rank == 9 and _spread(set(wanted.split()), unit_id, map_):
            rank = 4
        if wanted and rank < 9:
            found.append((rank, depth(unit.level), sort_key(map_.name(unit_id)), unit_id))
    return [entry[3] for entry in sorted(found)]


def _spread(words: set[str], unit_id: int, map_: Map) -> bool:
    own = set(map_.register.units[unit_id].named_on(map_.day).folded.split())
    return not words.isdisjoint(own) and words <= map_.words(unit_id)


def _rank(name: Name, typed: str, wanted: str) -> int:
    if typed in name.spelt:
        return 0 if name.spelt.endswith(typed) else 1
    if wanted in name.folded:
        return 2 if name.folded.endswith(wanted) else 3
    return 0 if name.code and name.code.lower() == typed else 9


def everything_under(unit_id: int, day: date) -> frozenset[int]:
    """The land of an area, as seen on a day: see `Register.places_of`; `NOT_FOUND` for no unit."""
    if unit_id not in register().units:
        raise problems.NOT_FOUND()
    return register().places_of(unit_id, day)


def listed(map_: Map, *, level: str | None, within: int | None) -> list[int]:
    """The units of a day, of one level or all, at or under one unit or all; dictionary order of
    the whole path."""
    units = map_.register.units
    return [unit for unit in map_.walk(within) if level in (None, units[unit].level)]


def forget() -> None:
    """Drop what this process remembers of every register."""
    _current.clear()
    look_again()


def look_again() -> None:
    """Let this request see the register as it is by now, and no longer as when it was let in."""
    if has_request_context():
        g.pop("register", None)
        g.pop("register_version", None)
