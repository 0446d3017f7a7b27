"""Find the unit or team that a row means: by code and day, or by full name within a commune. Never
by folded text alone: 'Bình Thạnh' and 'Bình Thành' are two communes. Nothing outside the scope of
whoever brings the list is found."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches

from sqlalchemy import select

from server.access.scope import Scope
from server.admin_units.queries import register, told_apart
from server.admin_units.register import Map
from server.extensions import db
from server.imports.rows import Fault
from server.teams.models import Team
from server.teams.queries import visible
from server.text import fold

MOST_NAMED = 5
MOST_COMPARED = 400  # names, beyond which looking for the nearest takes too long


class Places:
    """The units of one day, by code and by name."""

    def __init__(self, day: date, scope: Scope):
        self.day, self.scope, self.map = day, scope, register().on(day)
        self.by_code: dict[str, list[int]] = {}
        self._communes: dict[str, list[int]] = defaultdict(list)
        self._said: dict[tuple, int | Fault] = {}
        for unit_id in self.map.parent:
            name = self.map.register.units[unit_id].named_on(day)
            if name.code:
                self.by_code.setdefault(name.code, []).append(unit_id)
            if self.level(unit_id) == "commune":
                self._communes[name.name.casefold()].append(unit_id)

    def coded(self, code: str, column: str) -> int:
        """The unit that has a code on the day."""
        return self._own(self._one_of(self.by_code.get(code, []), code, column), column)

    def commune(self, said: str, column: str) -> int:
        """The commune that has a code, or is called so in full, on the day."""

        def look() -> int:
            found = [u for u in self.by_code.get(said, []) if self.level(u) == "commune"]
            found = found or self._communes.get(said.casefold(), [])
            return self._own(self._one_of(found, said, column), column)

        return once(self._said, (said, column), look)

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
        twins = [u for u in inside if self.map.name(u).casefold() == name.casefold()]
        if len(twins) > 1:
            right = f"ghi rõ: {' hoặc '.join(sorted({apart[u] for u in twins}))}"
            raise Fault(column, f"trong xã có {len(twins)} nơi tên “{name}”", right)
        return _one(name, {u: self.map.name(u) for u in inside}, column, self.named)

    def level(self, unit_id: int) -> str:
        return self.map.register.units[unit_id].level

    def code(self, unit_id: int) -> str | None:
        return self.map.register.units[unit_id].named_on(self.day).code

    def named(self, units: Iterable[int]) -> str:
        """Units with their code and all that stands above them, to tell namesakes apart."""
        units = list(units)
        more = "; …" if len(units) > MOST_NAMED else ""
        return "; ".join(self._named(unit) for unit in units[:MOST_NAMED]) + more

    def _named(self, unit_id: int) -> str:
        path = ", ".join(self.map.name(step) for step in self.map.path(unit_id))
        code = self.code(unit_id)
        return f"{path} (mã {code})" if code else path

    def _one_of(self, found: list[int], said: str, column: str) -> int:
        if len(found) == 1:
            return found[0]
        if found:
            raise Fault(column, f"“{said}” là của nhiều đơn vị", f"ghi mã: {self.named(found)}")
        raise Fault(column, *self._unknown(said))

    def _own(self, unit_id: int, column: str) -> int:
        if not self.scope.holds_place(unit_id):
            raise Fault(column, f"{self.map.name(unit_id)} ngoài địa bàn của bạn")
        return unit_id

    def _unknown(self, said: str) -> tuple[str, str]:
        what = "có mã" if said[:1].isdigit() else "tên là"
        told = f"ngày {self.day:%d/%m/%Y} không đơn vị nào {what} {said}"
        units = self.map.register.units.values()
        others = {
            f"{name.name} (từ {name.valid_from:%d/%m/%Y})"
            for unit in units
            for name in unit.names
            if name.code == said
        }
        if others:
            return told, f"vào ngày khác là {', '.join(sorted(others))}"
        near = {u: self.map.name(u) for units in self._communes.values() for u in units}
        return told, _near(said, near, self.named)


class Teams:
    """The teams of a scope, by name, with the commune of their home, and by the hamlet that is
    their home."""

    def __init__(self, places: Places):
        self.places = places
        self.all = {
            team.id: team for team in db.session.scalars(select(Team).where(visible(places.scope)))
        }
        self.of_hamlet: dict[int, list[Team]] = defaultdict(list)
        self._named: dict[str, list[int]] = defaultdict(list)
        self._said: dict[tuple, int | Fault] = {}
        for team in self.all.values():
            self._named[team.name.casefold()].append(team.id)
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
        return len(self._named.get(name.casefold(), ())) > 1

    def _find(self, name: str, commune: int | None, hamlet: int | None, day: date | None) -> int:
        found = self._named.get(name.casefold(), [])
        inside = [id for id in found if commune in (None, self.commune(self.all[id]))]
        for fits in (
            lambda team: day is None or team.is_active_on(day),
            lambda team: hamlet is None or team.home_id == hamlet,
        ):
            if len(inside) > 1:
                inside = [id for id in inside if fits(self.all[id])] or inside
        if len(inside) == 1:
            return inside[0]
        if inside:
            right = f"thêm khóm, ấp và xã, phường để phân biệt: {self.listed(inside)}"
            raise Fault("team", f"có {len(inside)} Tổ tên “{name}”", right)
        near = {
            id: team.name for id, team in self.all.items() if commune in (None, self.commune(team))
        }
        raise Fault("team", f"không có “{name}”", _near(name, near, self.listed))

    def commune(self, team: Team) -> int | None:
        map_: Map = self.places.map
        return map_.ancestor(map_.standing.get(team.home_id), "commune")

    def listed(self, ids: Iterable[int]) -> str:
        map_ = self.places.map
        listed = []
        for id in list(ids)[:MOST_NAMED]:
            home = self.places.named([map_.standing[self.all[id].home_id]])
            listed.append(f"{self.all[id].name} (số {id}; {home})")
        return "; ".join(listed)


def once(said: dict[tuple, int | Fault], key: tuple, look: Callable[[], int]) -> int:
    """What `look` finds, looked for once: a file says the same wrong name in a thousand rows."""
    if key not in said:
        try:
            said[key] = look()
        except Fault as fault:
            said[key] = fault
    found = said[key]
    if isinstance(found, Fault):
        raise Fault(found.column, found.what, found.right)
    return found


def _one(name: str, names: dict[int, str], column: str, listed: Callable) -> int:
    """The one of `names` that is spelt so; a fault says who else comes near."""
    found = [id for id, known in names.items() if known.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(column, f"“{name}” có nhiều: {listed(found)}")
    raise Fault(column, f"không có “{name}”", _near(name, names, listed))


def _near(name: str, names: dict[int, str], listed: Callable) -> str:
    """Who is spelt nearly so, to be looked at and never taken for the one that was meant."""
    folded = {id: fold(known) for id, known in names.items()}
    near = [id for id, known in folded.items() if known == fold(name)]
    if not near and len(names) <= MOST_COMPARED:
        close = get_close_matches(fold(name), set(folded.values()), n=3, cutoff=0.7)
        near = [id for id, known in folded.items() if known in close]
    return f"gần giống: {listed(near)}" if near else ""
