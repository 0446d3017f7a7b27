"""The land of the demo: the register from the files beside it, and who stands where when."""

import csv
from collections import defaultdict
from datetime import date
from pathlib import Path

from server.admin_units import actions
from server.admin_units.queries import register
from server.admin_units.register import Map

FILES = Path(__file__).parent / "data"
FIRST_CHANGE, REFORM = date(2025, 1, 1), date(2025, 7, 1)
# There is no public number of residents by hamlet: the demo's are made up, and say so.
INVENTED = {"population_year": "2025", "population_source": "Dữ liệu minh họa"}
ERAS = (date(2022, 1, 1), FIRST_CHANGE, REFORM)  # the map is the same from each day to the next


def load_register() -> None:
    """Load units, successions and hamlets into an empty register, what exists today first, so that
    a person's present area has the lower number."""
    units, successions = _rows("admin_units.csv"), _rows("successions.csv")
    units.sort(key=lambda row: row["valid_to"] != "")
    for row in units:
        row["is_demo"] = "yes" if row["legal_basis"] == "demo" else ""
    actions.add_units(units)
    actions.add_successions(successions)
    first = {
        row["old_code"]: row["new_code"]
        for row in successions
        if row["effective_date"] == FIRST_CHANGE.isoformat()
    }
    actions.add_units(
        [step for row in _rows("demo_hamlets.csv") for step in _hamlet_steps(row, first)]
    )


def _hamlet_steps(row: dict, first_change: dict[str, str]) -> list[dict]:
    """A hamlet's row for each commune that it stood under."""
    turns = [("", row["commune_code"])]
    if row["commune_code"] in first_change:
        turns.append((FIRST_CHANGE.isoformat(), first_change[row["commune_code"]]))
    turns.append((REFORM.isoformat(), row["commune_code_2025"]))
    ends = [since for since, _ in turns[1:]] + [""]
    return [
        {
            "code": row["demo_id"],
            "name": row["name"],
            "kind": row["kind"],
            "level": "hamlet",
            "parent_code": parent,
            "valid_from": since,
            "valid_to": until,
            "population": row["population"],
            "households": row["households"],
            **INVENTED,
            "is_demo": "yes" if row["name_attested"] == "no" else "",
            "continues": "yes" if since else "",
        }
        for (since, parent), until in zip(turns, ends, strict=True)
    ]


def _rows(name: str) -> list[dict]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Land:
    """The loaded register as the demo's life asks it."""

    def __init__(self):
        self.register = register()
        self.maps = {start: self.register.on(start) for start in ERAS}
        self.code = {
            (unit.named_on(unit.nearest_day(start)).code, start): unit.id
            for start in ERAS
            for unit in self.register.units.values()
            if unit.exists_on(start)
        }
        self.hamlets = self.level("hamlet", ERAS[-1])
        self._hamlets = {start: self._by_commune(start) for start in ERAS}

    def map(self, day: date) -> Map:
        """The map of a day."""
        return self.maps[max(start for start in ERAS if start <= day)]

    def unit(self, code: str, day: date) -> int:
        """The unit that has a code on a day."""
        return self.code[code, self.map(day).day]

    def level(self, level: str, day: date) -> list[int]:
        """The units of a level, in the order of their ids, which is that of the files."""
        return sorted(u for u in self.map(day).parent if self.register.units[u].level == level)

    def above(self, place: int, level: str, day: date) -> int | None:
        """The unit of a level over a place, or where a place of another time stands."""
        map_ = self.map(day)
        return map_.ancestor(map_.standing[place], level)

    def hamlets_of(self, unit: int, day: date) -> list[int]:
        """The hamlets under a unit of a day; of the unit's heir when it is no more."""
        map_ = self.map(day)
        at = map_.standing[unit]
        if self.register.units[at].level == "hamlet":
            return [at]
        return self._hamlets[map_.day][at]

    def name(self, unit: int, day: date) -> str:
        return self.map(day).name(unit)

    def kind(self, unit: int) -> str:
        return self.register.units[unit].kind

    def _by_commune(self, start: date) -> dict[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for hamlet in self.hamlets:
            for above in self.maps[start].path(hamlet)[1:]:
                found[above].append(hamlet)
        return found
