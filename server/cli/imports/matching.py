"""Find the unit or team that a row means: by code and day, or by full name within a commune. Never
by folded text alone: 'Bình Thạnh' and 'Bình Thành' are two communes."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from server.admin_units.queries import register
from server.admin_units.register import Map
from server.cli.imports.rows import Fault
from server.extensions import db
from server.teams.models import Team
from server.text import fold


class Places:
    """The units of one day, by code and by name."""

    def __init__(self, day: date):
        self.day, self.map = day, register().on(day)
        self.by_code: dict[str, list[int]] = {}
        for unit_id in self.map.parent:
            code = self.map.register.units[unit_id].named_on(day).code
            if code:
                self.by_code.setdefault(code, []).append(unit_id)

    def coded(self, code: str, column: str, level: str | None = None) -> int:
        """The unit that has a code on the day."""
        found = [u for u in self.by_code.get(code, []) if level in (None, self.level(u))]
        if len(found) == 1:
            return found[0]
        if found:
            raise Fault(column, f"mã {code} là của nhiều đơn vị: {self.named(found)}")
        raise Fault(column, self._unknown(code))

    def hamlet(self, name: str, commune: int, column: str) -> int:
        """The hamlet of a commune that is called so."""
        inside = self.map.within(commune, "hamlet")
        return _one(name, {u: self.map.name(u) for u in inside}, column, self.named)

    def level(self, unit_id: int) -> str:
        return self.map.register.units[unit_id].level

    def named(self, units: Iterable[int]) -> str:
        """Units with their code and all that stands above them, to tell namesakes apart."""
        return "; ".join(self._named(unit) for unit in units)

    def _named(self, unit_id: int) -> str:
        path = ", ".join(self.map.name(step) for step in self.map.path(unit_id))
        code = self.map.register.units[unit_id].named_on(self.day).code
        return f"{path} (mã {code})" if code else path

    def _unknown(self, code: str) -> str:
        said = f"ngày {self.day:%d/%m/%Y} không đơn vị nào có mã {code}"
        others = {
            f"{name.name} (từ {name.valid_from:%d/%m/%Y})"
            for unit in self.map.register.units.values()
            for name in unit.names
            if name.code == code
        }
        return f"{said}; vào ngày khác là {', '.join(sorted(others))}" if others else said


class Teams:
    """The teams there are, by name, with the commune of their home."""

    def __init__(self, places: Places):
        self.places = places
        self.all = {team.id: team for team in db.session.scalars(select(Team))}

    def named(self, name: str, commune: int | None) -> Team:
        inside = {id: t for id, t in self.all.items() if commune in (None, self.commune(t))}
        found = _one(name, {id: t.name for id, t in inside.items()}, "team", self._listed)
        return self.all[found]

    def commune(self, team: Team) -> int | None:
        map_: Map = self.places.map
        return map_.ancestor(map_.standing.get(team.home_id), "commune")

    def _listed(self, ids: Iterable[int]) -> str:
        map_ = self.places.map
        listed = []
        for id in ids:
            home = self.places.named([map_.standing[self.all[id].home_id]])
            listed.append(f"{self.all[id].name} (số {id}; {home})")
        return "; ".join(listed)


def _one(name: str, names: dict[int, str], column: str, listed) -> int:
    """The one of `names` that is spelt so; a fault says who else comes near."""
    found = [id for id, known in names.items() if known.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise Fault(column, f"'{name}' có nhiều: {listed(found)}")
    near = [id for id, known in names.items() if fold(known) == fold(name)]
    hint = f"; gần giống: {listed(near)}" if near else ""
    raise Fault(column, f"không có '{name}'{hint}")
