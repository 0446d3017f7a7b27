"""Units by their names of any time, without accents; what is no more leads to what it is today."""

from dataclasses import dataclass
from typing import Any

from server.access.scope import Scope
from server.admin_units.queries import full_name, told_apart
from server.admin_units.register import Map
from server.admin_units.units import Name, Unit, depth
from server.text import fold, nfc, sort_key

MISSED = 9


@dataclass(frozen=True)
class Known:
    """What a unit of any time is looked for by: its names, `folded` all in one text, the words of
    its own, and those of all that stood above it too."""

    id: int
    level: str
    names: tuple[Name, ...]
    folded: str
    own: frozenset[str]
    words: frozenset[str]

    @property
    def name(self) -> str:
        return self.names[-1].name


def known_on(map_: Map) -> tuple[Known, ...]:
    """Every unit of any time, as people look for it on a map's day; worked out once for all days
    between two changes."""
    if "known" not in map_.drawn:
        units = map_.register.units.values()
        map_.drawn["known"] = tuple(_known_as(unit, map_) for unit in units)
    return map_.drawn["known"]


def _known_as(unit: Unit, map_: Map) -> Known:
    at = map_.register.on(unit.nearest_day(map_.day))
    folded = "\n".join(f" {name.folded}" for name in unit.names)
    own = frozenset(folded.split())
    return Known(unit.id, unit.level, unit.names, folded, own, own | at.words(unit.id))


@dataclass(frozen=True)
class Place:
    """A unit by the name that was looked for; `today` is where its land stands now."""

    known: Known
    name: str
    today: int


def find(q: str, map_: Map, scope: Scope, limit: int) -> list[dict]:
    """The best of the units of a scope that are or were called so: exact spelling first, then
    without accents, then those whose words are spread over the units above; those of today before
    those that are no more, larger ones first."""
    typed, wanted = nfc(q).strip().lower(), fold(q)
    words = frozenset(wanted.split())
    ranked: list[tuple[Any, Place]] = []
    for known in known_on(map_):
        # Most are neither called so nor stand under what is: they are not looked at closer.
        if f" {wanted}" not in known.folded and not words <= known.words:
            continue
        if not (words and scope.holds_place(known.id)):
            continue
        fit, name = _best(known, typed, wanted)
        if fit == MISSED and words <= known.words and not words.isdisjoint(known.own):
            fit, name = 4, known.name
        today = map_.standing.get(known.id)
        # What leads to a screen that is shut to the reader is not offered.
        if fit < MISSED and today is not None and scope.holds_place(today):
            key = (fit, not map_.has(known.id), depth(known.level), sort_key(name), known.id)
            ranked.append((key, Place(known, name, today)))
    ranked.sort(key=lambda one: one[0])
    return _shown([place for _, place in ranked], map_, limit)


def _best(known: Known, typed: str, wanted: str) -> tuple[int, str]:
    """How well the best of a unit's names fits, and which it is; the last one where several do."""
    return min(
        ((rank(name.spelt, name.folded, typed, wanted), name.name) for name in known.names[::-1]),
        key=lambda found: found[0],
    )


def rank(spelt: str, folded: str, typed: str, wanted: str) -> int:
    """0 for the very name, 9 for another; words are found from their beginning."""
    if f" {typed}" in f" {spelt}":
        return 0 if spelt.endswith(typed) else 1
    if f" {wanted}" in f" {folded}":
        return 2 if folded.endswith(wanted) else 3
    return MISSED


def _shown(places: list[Place], map_: Map, limit: int) -> list[dict]:
    found, said = [], set()
    for place in places:
        # A commune that goes on under its old name is found once.
        key = (place.today, fold(place.name))
        if key in said:
            continue
        said.add(key)
        found.append(_place(place, map_))
        if len(found) == limit:
            break
    return found


def _place(place: Place, map_: Map) -> dict:
    known, today = place.known, place.today
    is_here = known.id == today and place.name == map_.name(today)
    above = map_.path(today)[1:] if is_here else map_.path(today)[:1]
    now = None if is_here else {"name": full_name(today, map_), "is_same": _is_same(known.id, map_)}
    return {
        "kind": "unit",
        "id": str(today),
        "title": told_apart(today, map_) if is_here else place.name,
        "detail": ", ".join(map_.name(step) for step in above[:2]) if is_here and above else None,
        "level": known.level,
        "now": now,
    }


def _is_same(unit_id: int, map_: Map) -> bool:
    """Whether a unit goes on as one of today and as nothing else: under a new name, or renewed."""
    today = map_.standing[unit_id]
    return today == unit_id or map_.register.before.get(today or 0) == (unit_id,)
