"""Known rows that say other than the system does. A file adds and never corrects what is there;
which rows would have been corrections is told, and where to make them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from server import clock
from server.accounts.models import UserArea
from server.extensions import db
from server.imports.cells import NO, YES
from server.imports.columns import Column
from server.imports.files import Table
from server.imports.headings import placed
from server.imports.matching import Places
from server.imports.meanings import role_word
from server.imports.rows import Row, Stands
from server.imports.team_names import short
from server.teams.models import Team
from server.text import unguarded

MOST_TOLD = 30  # rows; of the rest only how many
OF_TEAM = ("name", "founded_on", "decision_number", "is_pilot")
OF_MEMBER = ("organisation", "is_female", "is_union_member", "joined_on")


@dataclass(frozen=True)
class Difference:
    """One cell: the row in the file, the column's heading there, what is `written` and what the
    system has, both as a file says it; `page` is a `team` or `person` of that `id`, where it can be
    changed."""

    row: int
    column: str
    written: str
    stands: str
    page: str
    id: int


@dataclass(frozen=True)
class Different:
    """In how many rows there are any, and those of the first of them."""

    rows: int = 0
    told: list[Difference] = field(default_factory=list)


def compare(row: Row, there: Mapping[str, Any], page: str, id: int) -> None:
    """Note where a row says other than what is there. A blank cell says nothing."""
    for name, value in there.items():
        said = row.doubts[name].said if name in row.doubts else row.values.get(name)
        if said is not None and not _is_same(said, value):
            row.unlike[name] = Stands(said, value, page, id)


def compare_team(row: Row, team: Team) -> None:
    compare(row, {name: getattr(team, name) for name in OF_TEAM}, "team", team.id)


def areas_there() -> Mapping[int, set[int]]:
    """The units that each person answers for today."""
    today, areas = clock.today(), defaultdict(set)
    now = UserArea.valid_from <= today, UserArea.valid_to > today
    columns = select(UserArea.user_id, UserArea.unit_id)
    for user_id, unit_id in db.session.execute(columns.where(*now)):
        areas[user_id].add(unit_id)
    return areas


def compare_person(row: Row, user: Any, said: list[int], there: set[int], places: Places) -> None:
    """With who is meant; `said` are the areas that the row names, `there` their own."""
    compare(row, {"name": user.name, "phone": user.phone}, "person", user.id)
    if said and set(said) != there:
        codes = sorted(places.code(unit) or places.map.name(unit) for unit in there)
        compare(row, {"area_codes": "; ".join(codes) or None}, "person", user.id)


def compare_member(row: Row, team: Team, times: Sequence[Any]) -> None:
    """With somebody's latest time in a team; of one that is over, its last day is told too."""
    if not times:
        return  # an earlier row puts them there
    time = times[-1]
    if (row.get("joined_on") or clock.today()) >= time.left_on:
        return  # an earlier row lets them come back
    there = {name: getattr(time, name) for name in OF_MEMBER} | {"member_role": time.role}
    if time.left_on <= clock.today():
        there["joined_on"] = f"{time.joined_on:%d/%m/%Y} – {time.left_on:%d/%m/%Y}"
    if row.get("team") and short(row.get("team")) != short(team.name):
        there["team"] = team.name  # whose number was heeded before it
    compare(row, there, "team", team.id)
    if stands := row.unlike.get("member_role"):
        row.unlike["member_role"] = stands._replace(value=role_word(stands.value, team.kind))


def _is_same(said: Any, value: Any) -> bool:
    if not isinstance(said, str) or not isinstance(value, str):
        return said == value
    value = unguarded(value)
    return said == (value.upper() if said.isupper() else value)  # lists are written in capitals


def gathered(table: Table, columns: Iterable[Column], rows: Iterable[Row]) -> Different:
    """What was noted of the rows that have no fault, in the words of the file."""
    unlike = [row for row in rows if row.unlike and not row.faults]
    if not unlike:
        return Different()
    places = {column.english: (column, at) for column, at in placed(table.head, columns).items()}
    cells, told = dict(table.rows), []
    for row in unlike[:MOST_TOLD]:
        for name, stands in row.unlike.items():
            column, at = places[name]
            # One word of several for the same: the one that stands there is looked for.
            is_word = column.kind == "word"
            said = cells[row.number][at] if is_word else as_written(column, stands.said)
            there = as_written(column, stands.value)
            told.append(Difference(row.number, table.head[at], said, there, stands.page, stands.id))
    return Different(len(unlike), told)


def as_written(column: Column, value: Any) -> str:
    """A value as a file says it; None is blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return (YES if value else NO)[0]
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if column.kind == "word":
        return next((word for word, code in column.words.items() if code == value), value)
    return str(value)
