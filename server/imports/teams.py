"""Teams from checked rows."""

from collections import defaultdict
from collections.abc import Iterable

from marshmallow import ValidationError

from server import clock
from server.accounts.models import User
from server.admin_units.queries import register
from server.audit.actions import record as log
from server.extensions import db
from server.imports.columns import TEAMS
from server.imports.differences import compare_team
from server.imports.faults import Fault
from server.imports.matching import Places, Teams
from server.imports.plans import Made, Setting, Step, Tick, each
from server.imports.rows import Row
from server.teams import actions
from server.teams.models import Team
from server.teams.schemas import NewTeam

COLUMNS = TEAMS
FIELDS = ("kind", "name", "founded_on", "decision_number", "is_pilot")


def plan(rows: list[Row], setting: Setting, tick: Tick) -> list[Step]:
    """Found the teams that there are not yet; one of the same kind, name and home is known, and so
    is one that seems to be called otherwise now."""
    homes = {row.number: row.find(_home, setting.places) for row in rows}
    there = There(Teams(setting.places).all.values(), rows, homes)
    rows_of: dict[tuple, int] = {}

    def take(row: Row) -> Step:
        home = homes[row.number]
        row.find(_founding)
        key = _key(row.get("kind"), row.get("name"), home)
        if home is None:
            return {}
        if team := there.known(key) or there.renamed(row, home):
            compare_team(row, team)
            return {"outcome": "known"}
        first = rows_of.setdefault(key, row.number)
        if first != row.number:
            raise Fault("name", "team_twice", name=row.get("name"), first=first)
        return {"outcome": "added"} | _data(row, home)

    return each(rows, take, tick)


class There:
    """The teams that there are, as the rows of a file mean them."""

    def __init__(self, teams: Iterable[Team], rows: Iterable[Row], homes: dict[int, int | None]):
        # Of several of one name, the one that is there still.
        teams = sorted(teams, key=lambda team: team.dissolved_on)
        self._named = {_key(team.kind, team.name, team.home_id): team for team in teams}
        said = {
            _key(row.values.get("kind"), row.values.get("name") or "", homes[row.number])
            for row in rows
        }
        # Those that no row calls by their name: one of them may be meant by another.
        self._other: dict[tuple, list[Team]] = defaultdict(list)
        for key, team in self._named.items():
            if key not in said and team.dissolved_on > clock.today():
                self._other[team.kind, team.home_id].append(team)

    def known(self, key: tuple) -> Team | None:
        return self._named.get(key)

    def renamed(self, row: Row, home: int) -> Team | None:
        """The team that a row seems to call by another name: by its decision, or the only one of a
        hamlet. Two at one place are told apart by a file that has both."""
        others = self._other[row.get("kind"), home]
        number = (row.values.get("decision_number") or "").casefold()
        same = [t for t in others if number and (t.decision_number or "").casefold() == number]
        if len(same) == 1:
            return same[0]
        return others[0] if row.get("kind") == "hamlet" and len(others) == 1 else None


def _key(kind: str | None, name: str, home: int | None) -> tuple:
    return kind, name.casefold(), home


def _founding(row: Row) -> None:
    if row.get("founded_on"):
        actions.check_founding_day(row.get("founded_on"))


def _home(row: Row, places: Places) -> int:
    if row.get("home_code"):
        return places.coded(row.get("home_code"), "home_code")
    commune = places.commune_of(row)
    if commune is None:
        raise Fault("home_code", "home_unknown", "write_home")
    if row.get("hamlet"):
        return places.hamlet(row.get("hamlet"), commune, "hamlet")
    if row.get("kind") == "hamlet":
        raise Fault("hamlet", "hamlet_needed")
    return commune


def _data(row: Row, home: int) -> dict:
    """The team as the API would take it, checked as it is there."""
    plain = {name: row.get(name) for name in FIELDS if row.get(name) is not None}
    plain |= {"home_id": home, "founded_on": row.get("founded_on").isoformat()}
    actions.check_new(checked(NewTeam(), plain))
    return plain


def checked(schema, plain: dict) -> dict:
    """What a schema makes of a row; its first fault as ours."""
    try:
        return schema.load(plain)
    except ValidationError as error:
        name, (fault, *_) = next(iter(error.messages.items()))
        raise Fault(name, fault.code, **dict(fault.params)) from error


def apply(steps: list[Step], by: User | None, tick: Tick) -> list[Made]:
    """Write the new ones; however many, in a few statements."""
    new = [{k: v for k, v in step.items() if k != "outcome"} for step in steps if len(step) > 1]
    made = [Team(**NewTeam().load(plain)) for plain in new]
    db.session.add_all(made)
    db.session.flush()
    for done, team in enumerate(made, 1):
        above = place_above(team.home_id)
        log("team.created", "team", team.id, by=by, place_id=above, kind=team.kind, imported=True)
        tick(done)
    return [Made("team", team.id) for team in made]


def place_above(place_id: int) -> int:
    """A hamlet's commune, else the place itself: what the log names, so that a hamlet that came by
    mistake can still be taken back."""
    unit = register().units[place_id]
    return unit.parents[-1][2] if unit.level == "hamlet" and unit.parents else place_id
