"""Find the unit or team that a row means: by code and day, or by name. What is written with its
marks is never folded: 'Bình Thạnh' and 'Bình Thành' are two communes; only who types without any
marks may mean either. Nothing outside the scope of whoever brings the list is found."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from functools import reduce

from sqlalchemy import select

from server.access.scope import Scope
from server.admin_units.models import ALWAYS
from server.admin_units.queries import full_name, register, told_apart, told_by_above
from server.admin_units.register import Map
from server.extensions import db
from server.imports.communes import Communes, bare
from server.imports.faults import Fault
from server.imports.near import nearest
from server.imports.rows import Row
from server.imports.said import Said, say
from server.imports.team_names import likely, shown
from server.teams.models import Team
from server.teams.queries import visible, was_there
from server.text import fold

MOST_NAMED = 3


class Places:
    """The units of one day, by code and by name."""

    def __init__(self, day: date, scope: Scope):
        self.day, self.scope, self.map = day, scope, register().on(day)
        self.by_code: dict[str, list[int]] = {}
        self._said: dict[tuple, int | Fault] = {}
        self.communes = Communes(self.map, scope)
        for unit_id in self.map.parent:
            name = self.map.register.units[unit_id].named_on(day)
            if name.code:
                self.by_code.setdefault(name.code, []).append(unit_id)

    def coded(self, code: str, column: str) -> int:
        """The unit that has a code on the day."""
        return self._own(self._one_of(self.by_code.get(code, []), code, column), column)

    def commune(self, said: str, column: str) -> int:
        """The commune that has a code on the day, or is called so then or was before."""

        def look() -> int:
            found = [u for u in self.by_code.get(said, []) if self.level(u) == "commune"]
            found = found or self.communes.called(said) or self._told_by_above(said)
            return self._own(self._one_of(found, said, column), column)

        return once(self._said, (said, column), look)

    def _told_by_above(self, said: str) -> list[int]:
        """'xã Tân Phú, cụm Lấp Vò', as our own lists tell communes of one name apart."""
        spelt = said.casefold()
        alike = sorted(self.map.like_communes)
        return [u for u in alike if told_by_above(u, self.map).casefold() == spelt]

    def commune_of(self, row: Row) -> int | None:
        """The commune that a row names, if it names one."""
        said = row.get("commune_code")
        return self.commune(said, "commune_code") if said else None

    def hamlet(self, name: str, commune: int, column: str) -> int:
        """The hamlet of a commune that is called so."""
        inside = self.map.within(commune, "hamlet")
        key = (name, commune, column)
        return once(self._said, key, lambda: self._hamlet(name, inside, column))

    def _hamlet(self, name: str, inside: list[int], column: str) -> int:
        """By the name alone or, where the commune has several of it, as the screens tell them
        apart: 'Ấp 1 (xã Vĩnh Thạnh cũ)'."""
        apart = {u: told_apart(u, self.map) for u in inside}
        found = [u for u in inside if apart[u].casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
        names = {u: self.map.name(u) for u in inside}
        twins = [u for u in inside if names[u].casefold() == name.casefold()]
        if not twins and name.isascii():
            twins = [u for u in inside if fold(names[u]) == fold(name)]
        if len(twins) > 1:
            said = {"n": len(twins), "name": name, "names": _either(_first(apart, twins))}
            raise Fault(column, "hamlets_of_one_name", "write_out", **said)
        if twins:
            return twins[0]
        near = _first(apart, nearest(name, names))
        raise Fault(column, "hamlet_unknown", "near" if near else "", name=name, near=near)

    def level(self, unit_id: int) -> str:
        return self.map.register.units[unit_id].level

    def code(self, unit_id: int) -> str | None:
        return self.map.register.units[unit_id].named_on(self.day).code

    def named(self, units: Iterable[int]) -> list[Said | str]:
        """The first few units, each with its code and what tells it from its namesakes."""
        units = list(units)
        more = ["…"] if len(units) > MOST_NAMED else []
        return [self.named_one(unit) for unit in units[:MOST_NAMED]] + more

    def named_one(self, unit_id: int) -> Said | str:
        """'Ấp 1, xã Lấp Vò', 'Xã Lấp Vò, Cụm Lấp Vò (mã 30169)'."""
        name, above = full_name(unit_id, self.map), self.map.path(unit_id)[1:]
        if self.level(unit_id) == "commune" and above:
            name = f"{name}, {self.map.name(above[0])}"
        code = self.code(unit_id)
        return say("unit_with_code", path=name, of_unit=code) if code else name

    def _one_of(self, found: list[int], said: str, column: str) -> int:
        if len(found) == 1:
            return found[0]
        if found:
            units = self.named(found)
            raise Fault(column, "unit_of_several", "write_code", said=said, units=units)
        raise self._unknown(said, column)

    def _own(self, unit_id: int, column: str) -> int:
        if not self.scope.holds_place(unit_id):
            raise Fault(column, "outside", name=self.map.name(unit_id))
        return unit_id

    def _unknown(self, said: str, column: str) -> Fault:
        what = "unit_code_unknown" if said[:1].isdigit() else "unit_name_unknown"
        told = {"day": f"{self.day:%d/%m/%Y}", "said": said}
        names = (name for unit in self.map.register.units.values() for name in unit.names)
        others = {(name.name, name.valid_from) for name in names if name.code == said}
        if others:
            units = [_since(name, since) for name, since in sorted(others)]
            return Fault(column, what, "on_other_days", others=units, **told)
        near = nearest(bare(said), {u: bare(name) for u, name in self.communes.names.items()})
        return Fault(column, what, "near" if near else "", near=self.named(near), **told)


class Teams:
    """The teams of a scope that were there on some day, by name, with the commune of their home,
    and by the hamlet that is their home."""

    def __init__(self, places: Places):
        self.places = places
        mine = select(Team).where(visible(places.scope), was_there()).order_by(Team.id)
        self.all = {team.id: team for team in db.session.scalars(mine)}
        self.of_hamlet: dict[int, list[Team]] = defaultdict(list)
        self._named: dict[str, list[int]] = defaultdict(list)
        self._shown: dict[str, list[int]] = defaultdict(list)
        self._said: dict[tuple, int | Fault] = {}
        for team in self.all.values():
            self._named[team.name.casefold()].append(team.id)
            self._shown[shown(team.name).casefold()].append(team.id)
            if team.kind == "hamlet":
                self.of_hamlet[team.home_id].append(team)

    def named(
        self, name: str, commune: int | None, *, hamlet: int | None = None, day: date | None = None
    ) -> Team:
        """The team that is called so, of those in a commune, or of one's own there are; a hamlet
        and a day tell teams of one name apart."""
        key = (name, commune, hamlet, day if self._has_twins(name) else None)
        return self.all[once(self._said, key, lambda: self._find(name, commune, hamlet, day))]

    def _has_twins(self, name: str) -> bool:
        called = name.casefold()
        return len(self._named.get(called, ())) > 1 or len(self._shown.get(called, ())) > 1

    def _called(self, name: str, commune: int | None) -> list[int]:
        """Those of a commune, or of all, with that very name; else those that screens show so."""
        for names in (self._named, self._shown):
            found = names.get(name.casefold(), [])
            if inside := [id for id in found if commune in (None, self.commune(self.all[id]))]:
                return inside
        return []

    def _find(self, name: str, commune: int | None, hamlet: int | None, day: date | None) -> int:
        inside = self._called(name, commune)
        for fits in (
            lambda team: day is None or team.is_active_on(day),
            lambda team: hamlet is None or team.home_id == hamlet,
        ):
            if len(inside) > 1:
                inside = [id for id in inside if fits(self.all[id])] or inside
        if len(inside) == 1:
            return inside[0]
        if inside:
            told = {"n": len(inside), "name": name, "teams": self.listed(inside)}
            raise Fault("team", "teams_of_one_name", "tell_teams_apart", **told)
        near = self.near(name, commune)
        raise Fault("team", "team_unknown", "near" if near else "", name=name, near=near)

    def near(self, name: str, commune: int | None) -> list[Said]:
        """The first few that may be meant, of a commune or of all."""
        found = likely(name, {id: self.all[id].name for id in self.of(commune)})
        return self.listed(found) + ([say("as_told", text="…")] if len(found) > MOST_NAMED else [])

    def of(self, commune: int | None) -> list[int]:
        """The teams of a commune; None: of one's own land."""
        return [id for id, team in self.all.items() if commune in (None, self.commune(team))]

    def commune(self, team: Team) -> int | None:
        map_: Map = self.places.map
        return map_.ancestor(map_.standing.get(team.home_id), "commune")

    def listed(self, ids: Iterable[int]) -> list[Said]:
        """Teams with their number and where they are, the first few of them."""
        map_ = self.places.map
        return [
            say(
                "team_at",
                name=self.all[id].name,
                number=id,
                home=self.places.named_one(map_.standing[self.all[id].home_id]),
            )
            for id in list(ids)[:MOST_NAMED]
        ]


def once(said: dict[tuple, int | Fault], key: tuple, look: Callable[[], int]) -> int:
    """What `look` finds, looked for once: a file says the same wrong name in a thousand rows."""
    if key not in said:
        try:
            said[key] = look()
        except Fault as fault:
            said[key] = fault
    found = said[key]
    if isinstance(found, Fault):
        raise found.anew()
    return found


def is_called(name: str, said: str) -> bool:
    """Whether somebody means a name: as it is, or without any of its marks."""
    return name.casefold() == said.casefold() or (said.isascii() and fold(name) == fold(said))


def _since(name: str, since: date) -> Said | str:
    return name if since == ALWAYS else say("unit_since", name=name, since=f"{since:%d/%m/%Y}")


def _first(names: dict[int, str], units: Iterable[int]) -> list[str]:
    """The names of the first few units."""
    found = sorted({names[unit] for unit in units})
    return found[:MOST_NAMED] + (["…"] if len(found) > MOST_NAMED else [])


def _either(names: list[str]) -> Said | str:
    """Names to choose between: 'a or b or c'."""
    return reduce(lambda one, other: say("either", one=one, other=other), names)
