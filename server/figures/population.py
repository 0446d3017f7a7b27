"""How many people or households a unit has, as far as the register knows."""

from dataclasses import dataclass

from server.admin_units.register import Map
from server.admin_units.units import Unit


@dataclass(frozen=True)
class Base:
    """`n` is None where it is not known for all of the unit: never 0, never a part for the whole.
    `years` and `sources` say where the number comes from."""

    n: int | None
    years: frozenset[int] = frozenset()
    sources: frozenset[str] = frozenset()


UNKNOWN = Base(None)


def base_of(unit_id: int, what: str, map_: Map) -> Base:
    """`what` is population or households: the unit's own number, else that of all its hamlets
    together on the map's day."""
    own = _of(map_.register.units[unit_id], what)
    if own.n is not None:
        return own
    parts = [_of(map_.register.units[h], what) for h in map_.within(unit_id, "hamlet")]
    if not parts or any(part.n is None for part in parts):
        return UNKNOWN
    return Base(
        sum(part.n or 0 for part in parts),
        frozenset().union(*(part.years for part in parts)),
        frozenset().union(*(part.sources for part in parts)),
    )


def _of(unit: Unit, what: str) -> Base:
    n = unit.population if what == "population" else unit.households
    if not n:
        return UNKNOWN
    return Base(
        n,
        frozenset({unit.population_year} if unit.population_year else ()),
        frozenset({unit.population_source} if unit.population_source else ()),
    )
