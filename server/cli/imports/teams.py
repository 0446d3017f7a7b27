"""Teams from checked rows."""

from collections import Counter
from datetime import date

from marshmallow import ValidationError

from server.cli.imports.columns import TEAMS
from server.cli.imports.matching import Places, Teams
from server.cli.imports.rows import Fault, Row, each
from server.teams import actions
from server.teams.schemas import NewTeam

FIELDS = ("kind", "name", "founded_on", "decision_number", "is_pilot")


def load_teams(rows: list[Row], day: date) -> Counter:
    """Found the teams that there are not yet; one of the same kind, name and home is known."""
    places = Places(day)
    known = {(t.kind, t.name.casefold(), t.home_id) for t in Teams(places).all.values()}

    def take(row: Row) -> str:
        home = _home(row, places)
        key = (row.get("kind"), row.get("name").casefold(), home)
        if key in known:
            return "known"
        known.add(key)
        actions.create(_data(row, home), by=None)
        return "added"

    return Counter(each(rows, TEAMS, take))


def _home(row: Row, places: Places) -> int:
    if row.get("home_code"):
        return places.coded(row.get("home_code"), "home_code")
    if not row.get("commune_code"):
        raise Fault("home_code", "cần ma_don_vi, hoặc ma_xa (và khom_ap)")
    commune = places.coded(row.get("commune_code"), "commune_code", "commune")
    if row.get("hamlet"):
        return places.hamlet(row.get("hamlet"), commune, "hamlet")
    if row.get("kind") == "hamlet":
        raise Fault("hamlet", "Tổ khóm, ấp cần tên khóm, ấp")
    return commune


def _data(row: Row, home: int) -> dict:
    """The team as the API would take it, checked by the same schema."""
    plain = {name: row.get(name) for name in FIELDS if row.get(name) is not None}
    plain |= {"home_id": home, "founded_on": row.get("founded_on").isoformat()}
    return checked(NewTeam(), plain)


def checked(schema, plain: dict) -> dict:
    """What a schema makes of a row; its first fault as ours."""
    try:
        return schema.load(plain)
    except ValidationError as error:
        name, (fault, *_) = next(iter(error.messages.items()))
        raise Fault(name, fault.render(False)["detail"]) from error
