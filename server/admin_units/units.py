"""A unit of the register with its own history. Pure and immutable."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from server.admin_units.models import LEVELS
from server.text import fold


@dataclass(frozen=True)
class Name:
    valid_from: date
    valid_to: date
    name: str
    code: str | None

    @cached_property
    def spelt(self) -> str:
        return self.name.lower()

    @cached_property
    def folded(self) -> str:
        return fold(self.name)


@dataclass(frozen=True)
class Unit:
    """A unit with its dated names and parents, oldest first."""

    id: int
    level: str
    kind: str
    valid_from: date
    valid_to: date
    population: int | None = None
    households: int | None = None
    is_demo: bool = False
    names: tuple[Name, ...] = ()
    parents: tuple[tuple[date, date, int], ...] = ()
    population_year: int | None = None
    population_source: str | None = None

    def exists_on(self, day: date) -> bool:
        return self.valid_from <= day < self.valid_to

    def named_on(self, day: date) -> Name:
        """The name on a day; on a day without one, the nearest."""
        for name in self.names:
            if day < name.valid_to:
                return name
        return self.names[-1]

    def turns(self) -> Iterator[date]:
        """The days on which it came, went, was renamed or put elsewhere."""
        yield from (self.valid_from, self.valid_to)
        for name in self.names:
            yield from (name.valid_from, name.valid_to)
        for valid_from, valid_to, _ in self.parents:
            yield from (valid_from, valid_to)

    def nearest_day(self, day: date) -> date:
        """The day itself while the unit exists, else its first or last day."""
        return min(max(day, self.valid_from), self.valid_to - timedelta(days=1))


def depth(level: str) -> int:
    """0 for a province to 3 for a hamlet."""
    return LEVELS.index(level)
