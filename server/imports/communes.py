"""The communes of a day by what people call them: in full, without “Xã” before it, without the
marks, or as they were called before they were merged."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from server.access.scope import Scope
from server.admin_units.register import Map
from server.imports.meanings import LEVELS
from server.text import fold

KINDS = tuple(f"{word} " for word, level in LEVELS.items() if level == "commune")
Names = dict[str, set[int]]
Turn = Callable[[str], str]
HEEDING_MARKS = 3  # of the ways, the first


def spelt(name: str) -> str:
    return " ".join(name.casefold().split())


def bare(name: str) -> str:
    """'lấp vò' of 'Xã Lấp Vò'."""
    name = spelt(name)
    return name.removeprefix(next((kind for kind in KINDS if name.startswith(kind)), ""))


class Communes:
    """The communes of a map, of which a name without more means one within the scope."""

    def __init__(self, map_: Map, scope: Scope):
        self.map, self.scope = map_, scope
        units = map_.register.units
        self.names = {u: map_.name(u) for u in map_.parent if units[u].level == "commune"}
        self._full = _by(spelt, self.names.items())

    def called(self, said: str) -> list[int]:
        """Those that somebody may mean, by the first way of calling them that finds any within the
        scope; those outside it are given where there are none inside."""
        if found := self._full.get(spelt(said)):
            return self._inside(found) or sorted(found)
        outside: set[int] = set()
        # What has marks means them; only who types without any may mean either.
        for turned, names in self._ways if said.isascii() else self._ways[:HEEDING_MARKS]:
            found = names.get(turned(said), set())
            if inside := self._inside(found):
                return inside
            outside = outside or found
        return sorted(outside)

    def _inside(self, found: set[int]) -> list[int]:
        return [unit for unit in sorted(found) if self.scope.holds_place(unit)]

    @cached_property
    def _ways(self) -> list[tuple[Turn, Names]]:
        """(how what is said is turned, communes by their names so turned), as they are tried."""
        now, before = list(self.names.items()), list(self._before())
        heeding = [(spelt, _by(bare, now)), (spelt, _by(spelt, before)), (spelt, _by(bare, before))]
        folded = [
            (fold, _by(lambda name, short=short: fold(short(name)), known))
            for known in (now, before)
            for short in (spelt, bare)
        ]
        return heeding + folded

    def _before(self) -> Iterator[tuple[int, str]]:
        """(commune of the map, a name) for each name of another time on its land."""
        for unit in self.map.register.units.values():
            stands = self.map.standing.get(unit.id) if unit.level == "commune" else None
            if stands in self.names:
                yield from ((stands, name.name) for name in unit.names)


def _by(turned: Turn, known: Iterable[tuple[int, str]]) -> Names:
    found: Names = defaultdict(set)
    for unit, name in known:
        found[turned(name)].add(unit)
    return found
