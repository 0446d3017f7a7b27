"""The register in memory: who existed, who stood under whom, and where a place stands on the map
of any day. Pure and immutable; `queries.register` keeps a current one per process."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from server.admin_units.units import Unit
from server.text import sort_key

# Maps and areas worked out already must not fill the memory.
MOST_KEPT = 64


@dataclass(frozen=True)
class Register:
    """`before` and `after` follow successions: unit id -> ids of its predecessors, successors."""

    version: int
    units: dict[int, Unit]
    before: dict[int, tuple[int, ...]]
    after: dict[int, tuple[int, ...]]
    _drawn: dict[int, dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    _places: dict[tuple[int, int], frozenset[int]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def on(self, day: date) -> "Map":
        """The map of a day. What is worked out for one day holds for all up to the next change, so
        a list of sessions from a hundred days draws as many maps as the land had, one or two."""
        turn = self.turn(day)
        if turn not in self._drawn and len(self._drawn) > MOST_KEPT:
            self._drawn.clear()
        return Map(self, day, self._drawn.setdefault(turn, {}))

    @cached_property
    def turns(self) -> list[date]:
        """The days on which anything changed: between two of them all maps are the same."""
        return sorted({day for unit in self.units.values() for day in unit.turns()})

    def turn(self, day: date) -> int:
        """The number of the time between two changes in which a day lies."""
        return bisect_right(self.turns, day)

    def counterparts(self, unit_id: int, day: date) -> list[int]:
        """The units of `day` that a unit came from or became, nearest in time."""
        unit = self.units[unit_id]
        if unit.exists_on(day):
            return [unit_id]
        steps = self.after if unit.valid_to <= day else self.before
        found, seen, queue = [], {unit_id}, list(steps.get(unit_id, ()))
        while queue:
            step = queue.pop(0)
            if step in seen:
                continue
            seen.add(step)
            if self.units[step].exists_on(day):
                found.append(step)
            else:
                queue += steps.get(step, ())
        return found

    def places_of(self, area_id: int, day: date) -> frozenset[int]:
        """Every unit, of any time, whose land belongs to an area as seen on `day`: all that stands
        under it then; for an area that has ended, what stood under it on its last day, and what
        has taken over nothing else since."""
        key = (area_id, self.turn(day))
        known = self._places.get(key)
        if known is None:
            if len(self._places) > MOST_KEPT:
                self._places.clear()
            known = self._places[key] = self._places_of(area_id, day)
        return known

    def _places_of(self, area_id: int, day: date) -> frozenset[int]:
        area = self.units[area_id]
        found = {area_id} | self.on(area.nearest_day(day)).standing_under(area_id)
        if not area.exists_on(day):
            self._follow(found)
        return frozenset(found)

    def _follow(self, found: set[int]) -> None:
        """Add the successors that took over nothing but units already found."""
        queue = list(found)
        while queue:
            for successor in self.after.get(queue.pop(), ()):
                if successor not in found and set(self.before[successor]) <= found:
                    found.add(successor)
                    queue.append(successor)


class drawn_once:
    """A part of a map that is worked out when it is first asked for, for all days of its time."""

    def __init__(self, work: Callable[["Map"], Any]):
        self.work, self.name, self.__doc__ = work, work.__name__, work.__doc__

    def __get__(self, map_: "Map", _owner: type) -> Any:
        if self.name not in map_.drawn:
            map_.drawn[self.name] = self.work(map_)
        return map_.drawn[self.name]


class Map:
    """The administrative map of one day: the tree of the units that exist on it, and where every
    unit of any other time stands in that tree. `drawn` is shared with the maps of all days between
    the same two changes."""

    def __init__(self, register: Register, day: date, drawn: dict[str, Any]):
        self.register, self.day, self.drawn = register, day, drawn

    @drawn_once
    def _within(self) -> dict[tuple[int, str], list[int]]:
        return {}

    @drawn_once
    def _rows(self) -> dict[tuple[int, str | None], dict[int, int]]:
        return {}

    @drawn_once
    def parent(self) -> dict[int, int | None]:
        """Unit id -> parent id, for the units that exist on the day."""
        return {
            u.id: self._parent(u) for u in self.register.units.values() if u.exists_on(self.day)
        }

    @drawn_once
    def children(self) -> dict[int | None, list[int]]:
        """Unit id -> its children in Vietnamese dictionary order; None -> the provinces."""
        found: dict[int | None, list[int]] = defaultdict(list)
        for child, parent in self.parent.items():
            found[parent].append(child)
        for siblings in found.values():
            siblings.sort(key=lambda unit: sort_key(self.name(unit)))
        return found

    @drawn_once
    def namesakes(self) -> frozenset[int]:
        """The units that have a sibling of the same name, as hamlets of a merged commune do."""
        found = []
        for siblings in self.children.values():
            names = Counter(self.name(unit) for unit in siblings)
            found += [unit for unit in siblings if names[self.name(unit)] > 1]
        return frozenset(found)

    @drawn_once
    def like_communes(self) -> frozenset[int]:
        """The communes of which another is called the same, wherever it is."""
        units = self.register.units
        communes = [unit for unit in self.parent if units[unit].level == "commune"]
        names = Counter(self.name(unit).casefold() for unit in communes)
        return frozenset(u for u in communes if names[self.name(u).casefold()] > 1)

    @drawn_once
    def standing(self) -> dict[int, int | None]:
        """Unit id, of any time -> the unit of this map it stands at. A unit split among several
        stands at the unit that holds them all, so no past figure is ever divided."""
        found: dict[int, int | None] = {}
        for unit_id in self.register.units:
            self._stand(unit_id, found)
        return found

    @drawn_once
    def _under(self) -> dict[int, frozenset[int]]:
        under: dict[int, set[int]] = defaultdict(set)
        for unit_id, stands_at in self.standing.items():
            for ancestor in self.path(stands_at):
                under[ancestor].add(unit_id)
        return {ancestor: frozenset(units) for ancestor, units in under.items()}

    def name(self, unit_id: int) -> str:
        return self.register.units[unit_id].named_on(self.day).name

    def words(self, unit_id: int) -> frozenset[str]:
        """The folded words of a unit's name and of all above it, now or before: people go on
        looking for a hamlet by its old commune."""
        steps = [
            *self.path(unit_id),
            *(parent for _, _, parent in self.register.units[unit_id].parents),
        ]
        names = (self.register.units[step].named_on(self.day).folded for step in steps)
        return frozenset(word for name in names for word in name.split())

    def has(self, unit_id: int) -> bool:
        return unit_id in self.parent

    def path(self, unit_id: int | None) -> list[int]:
        """The unit and all above it, lowest first; empty for None."""
        found = []
        while unit_id is not None:
            found.append(unit_id)
            unit_id = self.parent.get(unit_id)
        return found

    def ancestor(self, unit_id: int | None, level: str) -> int | None:
        """The unit of a level at or above a unit, if there is one."""
        for step in self.path(unit_id):
            if self.register.units[step].level == level:
                return step
        return None

    def standing_under(self, unit_id: int) -> frozenset[int]:
        """Every unit, of any time, that stands at or under a unit of this map."""
        return self._under.get(unit_id, frozenset())

    def within(self, unit_id: int, level: str) -> list[int]:
        """The units of a level at or under a unit, in dictionary order of the whole path."""
        found = self._within.get((unit_id, level))
        if found is None:
            units = self.register.units
            found = [unit for unit in self.walk(unit_id) if units[unit].level == level]
            self._within[unit_id, level] = found
        return found

    def rows_under(self, unit_id: int, level: str | None) -> dict[int, int]:
        """Every unit, of any time, that stands at or under a unit -> the unit of a level it stands
        at or under, 0 where there is none or no level is asked for."""
        found = self._rows.get((unit_id, level))
        if found is None:
            found = self._rows[unit_id, level] = {
                place: (level and self.ancestor(self.standing[place], level)) or 0
                for place in self.standing_under(unit_id)
            }
        return found

    def walk(self, unit_id: int | None) -> Iterator[int]:
        """A unit and all under it, each before its children, in dictionary order; None: all."""
        stack = [unit_id] if unit_id is not None else self.children.get(None, [])[::-1]
        while stack:
            step = stack.pop()
            yield step
            stack += reversed(self.children.get(step, []))

    def common(self, units: Iterable[int]) -> int | None:
        """The lowest unit that holds all the given units."""
        paths = [self.path(unit) for unit in units]
        if not paths:
            return None
        shared = set(paths[0]).intersection(*paths[1:])
        return next((step for step in paths[0] if step in shared), None)

    def _parent(self, unit: Unit) -> int | None:
        for valid_from, valid_to, parent_id in unit.parents:
            if valid_from <= self.day < valid_to:
                return parent_id
        return None

    def _stand(self, unit_id: int, found: dict[int, int | None]) -> int | None:
        """Where a unit stands; fills `found`. Recursion goes one way in time, so it ends."""
        if unit_id in found:
            return found[unit_id]
        unit = self.register.units[unit_id]
        if unit.exists_on(self.day):
            found[unit_id] = unit_id
            return unit_id
        later = unit.valid_to <= self.day
        steps = (self.register.after if later else self.register.before).get(unit_id, ())
        stands = [self._stand(step, found) for step in steps]
        known = {step for step in stands if step is not None}
        result = self.common(known) if known else self._by_parent(unit, found)
        found[unit_id] = result
        return result

    def _by_parent(self, unit: Unit, found: dict[int, int | None]) -> int | None:
        """An abolished level without heirs leaves its figures with the level above."""
        parents = unit.parents if unit.valid_to <= self.day else unit.parents[:1]
        return self._stand(parents[-1][2], found) if parents else None
