"""The first rows that a file would add or correct, as they were understood: which team was taken
where none was named, how a day was read. In the words of a file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from server.admin_units.queries import full_name, told_apart
from server.extensions import db
from server.imports.columns import Column
from server.imports.differences import as_written
from server.imports.matching import Places
from server.imports.meanings import role_word
from server.imports.plans import Step
from server.imports.rows import Row
from server.imports.session_columns import COUNTS, is_of_service, of_service
from server.teams.models import Team
from server.text import sort_key

MOST = 10  # rows

Facts = dict[str, Any]  # English name of a column -> value
Teams = Mapping[int, Any]  # id, name and kind
PLACE = ("hamlet", "commune_code", "home_code")
# What of each kind is shown, where any of the rows has it; after it, what was done in each service.
SHOWN = {
    "hamlets": ("name", "commune_code", "population", "households"),
    "teams": ("kind", "name", *PLACE, "founded_on"),
    "people": ("name", "phone", "role", "area_codes", "team", "member_role", "joined_on"),
    "sessions": ("date", "team", *PLACE, "type", "participants", "female"),
}


@dataclass(frozen=True)
class Line:
    """A row of the file, and its values in the order of the columns."""

    row: int
    cells: list[str]


@dataclass(frozen=True)
class Beside:
    """A hamlet in which new teams would be founded, and those there already that no row means."""

    place: str
    teams: str


@dataclass(frozen=True)
class Sample:
    """The `columns` by their headings in the template, and the first rows."""

    columns: list[str] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)


def sampled(
    kind: str, columns: Sequence[Column], rows: Sequence[Row], steps: Sequence[Step], places: Places
) -> Sample:
    """What a plan without any fault begins with: it has one step for each row."""
    both = zip(rows, steps, strict=True)
    changing = [(row, step) for row, step in both if step["outcome"] != "known"][:MOST]
    near = {step["home_id"]: step["beside"] for step in steps if "beside" in step}
    near = dict(list(near.items())[:MOST])
    wanted = {_team_id(step) for _, step in changing} - {None}
    wanted |= {team for unnamed in near.values() for team in unnamed}
    named = select(Team.id, Team.name, Team.kind).where(Team.id.in_(wanted))
    teams = {team.id: team for team in db.session.execute(named)} if wanted else {}
    found = [FACTS[kind](row, step, teams, places) for row, step in changing]
    by_name = {column.english: column for column in columns}
    offered = (*SHOWN[kind], *(name for name in by_name if is_of_service(name)))
    shown = [name for name in offered if any(one.get(name) is not None for one in found)]
    lines = [
        Line(row.number, [as_written(by_name[name], one.get(name)) for name in shown])
        for (row, _), one in zip(changing, found, strict=True)
    ]
    beside = [
        Beside(
            full_name(home, places.map),
            ", ".join(sorted((teams[team].name for team in unnamed), key=sort_key)),
        )
        for home, unnamed in near.items()
    ]
    return Sample([by_name[name].heading for name in shown], lines, beside)


def _team_id(step: Step) -> int | None:
    return step.get("team_id") or step.get("raw", {}).get("team_id")


def _hamlet(row: Row, step: Step, _teams: Teams, places: Places) -> Facts:
    if step["outcome"] == "corrected":
        return _place(step["unit_id"], places) | _named(step["unit_id"], places) | step["people"]
    facts = {name: row.values.get(name) for name in ("name", "population", "households")}
    (code,) = {step["rows"][-1]["parent_code"]}
    return facts | _place(places.coded(code, "commune_code"), places)


def _team(_row: Row, step: Step, _teams: Teams, places: Places) -> Facts:
    founded = date.fromisoformat(step["founded_on"])
    named = {"kind": step["kind"], "name": step["name"], "founded_on": founded}
    return named | _place(step["home_id"], places)


def _person(row: Row, step: Step, teams: Teams, places: Places) -> Facts:
    facts = {"name": row.said("name"), "phone": step["phone"]}
    person, member = step.get("person"), step.get("member")
    if person and person["area_ids"]:
        areas = (places.map.name(unit) for unit in person["area_ids"])
        facts |= {"role": person["role"], "area_codes": "; ".join(areas)}
    if member:
        team = teams[step["team_id"]]
        facts |= {"team": team.name, "member_role": role_word(member["role"], team.kind)}
        facts["joined_on"] = date.fromisoformat(member["joined_on"])
    return facts


def _session(_row: Row, step: Step, teams: Teams, places: Places) -> Facts:
    raw = step["raw"]
    facts = {name: raw.get(name) for name in ("type", "participants", "female")}
    for taught in raw["services"]:
        facts |= {of_service(taught["service"], count): taught.get(count) for count in COUNTS}
    facts |= {"date": date.fromisoformat(raw["date"]), "team": teams[raw["team_id"]].name}
    return facts | _place(raw["place_id"], places)


def _named(unit_id: int, places: Places) -> Facts:
    return {"name": places.map.name(unit_id)}


def _place(unit_id: int, places: Places) -> Facts:
    """A unit, or what stands where it was, as the columns of a file say it."""
    map_ = places.map
    now = map_.standing.get(unit_id)
    if now is None:
        return {}
    if places.level(now) == "hamlet":
        commune = map_.ancestor(now, "commune")
        above = {"commune_code": map_.name(commune)} if commune is not None else {}
        return {"hamlet": told_apart(now, map_)} | above
    return {"commune_code" if places.level(now) == "commune" else "home_code": map_.name(now)}


FACTS: dict[str, Callable[[Row, Step, Teams, Places], Facts]] = {
    "hamlets": _hamlet,
    "teams": _team,
    "people": _person,
    "sessions": _session,
}
