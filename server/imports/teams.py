"""Teams from checked rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from marshmallow import ValidationError

from server import clock
from server.accounts.models import User
from server.admin_units.queries import register
from server.audit.actions import record as log
from server.extensions import db
from server.imports.columns import TEAMS
from server.imports.differences import compare_team
from server.imports.faults import IN_FILE, Fault
from server.imports.matching import Places, Teams
from server.imports.plans import Made, Setting, Step, Tick, each
from server.imports.rows import Row
from server.teams import actions
from server.teams.models import Team
from server.teams.schemas import NewTeam
from server.text import fold

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
        if team := there.known(key):
            compare_team(row, team)
            return {"outcome": "known"}
        first = rows_of.setdefault(key, row.number)
        if first != row.number:
            raise Fault("name", "team_twice", name=row.get("name"), first=first)
        unnamed = there.unnamed(row.get("kind"), home)
        return {"outcome": "added", **_data(row, home), **({"beside": unnamed} if unnamed else {})}

    return each(rows, take, tick)


def _decision(number: str | None) -> str | None:
    return number.casefold() if number else None


def _number(row: Row) -> str | None:
    return _decision(row.values.get("decision_number"))


# What a team that is called otherwise is known by: of a team, and of a row.
TOLD_BY: tuple[tuple[Callable[[Team], str | None], Callable[[Row], str | None]], ...] = (
    (lambda team: fold(team.name), lambda row: fold(row.values["name"])),
    (lambda team: _decision(team.decision_number), _number),
)


class There:
    """The teams that there are, as the rows of a file mean them: each by one name at the most."""

    def __init__(self, teams: Iterable[Team], rows: Iterable[Row], homes: dict[int, int | None]):
        # Of several of one name, the one that is there still.
        teams = sorted(teams, key=lambda team: team.dissolved_on)
        self._known = {_key(team.kind, team.name, team.home_id): team for team in teams}
        said: dict[tuple, Row] = {}
        for row in rows:
            if homes[row.number] and row.values.get("name"):
                key = _key(row.values.get("kind"), row.values["name"], homes[row.number])
                said.setdefault(key, row)
        # At one place: the teams that no row calls by their name, and the names of no team.
        free: dict[tuple, list[Team]] = defaultdict(list)
        new: dict[tuple, list[tuple]] = defaultdict(list)
        for key, team in self._known.items():
            if key not in said and team.dissolved_on > clock.today():
                free[team.kind, team.home_id].append(team)
        for key in said.keys() - self._known.keys():
            new[key[0], key[2]].append(key)
        for place in free.keys() & new.keys():
            self._pair(free[place], new[place], said)
        self._free = free

    def known(self, key: tuple) -> Team | None:
        return self._known.get(key)

    def unnamed(self, kind: str, home: int) -> list[int]:
        """The teams of a hamlet that no row means: a new one there may be one of them renamed."""
        return [team.id for team in self._free.get((kind, home), ())] if kind == "hamlet" else []

    def _pair(self, free: list[Team], new: list[tuple], said: dict[tuple, Row]) -> None:
        """A team that is called otherwise now: the one of the same name without accents or of the
        same decision, or else the only one of a hamlet, unless its decision is another. Where
        several could be meant nobody is, and the row founds a team."""
        for of_team, of_row in TOLD_BY:
            for told in {of_team(team) for team in free} - {None}:
                teams = [team for team in free if of_team(team) == told]
                keys = [key for key in new if of_row(said[key]) == told]
                if len(teams) == len(keys) == 1:
                    self._known[keys[0]] = teams[0]
                    free.remove(teams[0])
                    new.remove(keys[0])
        if len(free) == len(new) == 1 and free[0].kind == "hamlet":
            numbers = {_decision(free[0].decision_number), _number(said[new[0]])}
            if len(numbers - {None}) < 2:
                self._known[new[0]] = free[0]


def _key(kind: str | None, name: str, home: int | None) -> tuple:
    return kind, name.casefold(), home


def _founding(row: Row) -> None:
    if row.get("founded_on"):
        actions.check_founding_day(row.get("founded_on"))


def _home(row: Row, places: Places) -> int:
    home, column = _named_home(row, places)
    # Told here in the words of the sheet; of founding one the rules say only that there is none.
    if "kind" in row.values and places.level(home) not in actions.HOME_LEVELS[row.values["kind"]]:
        named = places.map.name(home)
        raise Fault(column, "home_of_other_kind", "write_home_of_kind", name=named)
    return home


def _named_home(row: Row, places: Places) -> tuple[int, str]:
    """The unit, and the column that says it."""
    if row.get("home_code"):
        return places.coded(row.get("home_code"), "home_code"), "home_code"
    commune = places.commune_of(row)
    if commune is None:
        raise Fault("home_code", "home_unknown", "write_home")
    if row.get("hamlet"):
        return places.hamlet(row.get("hamlet"), commune, "hamlet"), "hamlet"
    if row.get("kind") == "hamlet":
        raise Fault("hamlet", "hamlet_needed")
    return commune, "commune_code"


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
        raise Fault(IN_FILE.get(name, name), fault.code, **dict(fault.params)) from error


def apply(steps: list[Step], by: User | None, tick: Tick) -> list[Made]:
    """Write the new ones; however many, in a few statements."""
    apart = ("outcome", "beside")
    new = [{k: v for k, v in step.items() if k not in apart} for step in steps if len(step) > 1]
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
