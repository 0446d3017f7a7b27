"""People and their memberships from checked rows. No secret is ever imported: officers give each
person a one-time code."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from server import clock
from server.access.permissions import Role
from server.accounts.models import User, UserArea
from server.accounts.schemas import NewUser
from server.audit.actions import record as log
from server.extensions import db
from server.imports import other_phones
from server.imports.bulk import in_parts
from server.imports.columns import PEOPLE, Column
from server.imports.differences import compare_member, compare_person
from server.imports.faults import Fault
from server.imports.known import Known
from server.imports.leads import require_still_free
from server.imports.matching import MOST_NAMED, Places, Teams
from server.imports.meanings import ROLES
from server.imports.plans import Made, Setting, Step, Tick, each
from server.imports.rows import Row
from server.imports.teams import checked, place_above
from server.teams.models import FACTS, Team, TeamMember
from server.teams.queries import facts_before
from server.teams.schemas import NewMember
from server.teams.times import require_there
from server.text import unguarded

ROLE_NAMES = {code: name for name, code in reversed(ROLES.items())}
ROLE_NAMES |= {Role.SYSTEM_ADMINISTRATOR: "quản trị hệ thống"}


# What only those need who may add officers.
FOR_OFFICERS = ("role", "area_codes")


def columns(by: User | None) -> tuple[Column, ...]:
    """The columns, offering no role that `by` may not give."""
    roles = set(ROLES.values())
    withheld = frozenset(role for role in roles if by and not _may_give(role, by))
    offered = withheld != roles - {Role.VOLUNTEER}
    return tuple(
        replace(column, withheld=withheld, offered=offered)
        if column.english in FOR_OFFICERS
        else column
        for column in PEOPLE
    )


def _may_give(role: str, by: User) -> bool:
    return by.role == Role.SYSTEM_ADMINISTRATOR or Role(role).rank < Role(by.role).rank


def plan(rows: list[Row], setting: Setting, tick: Tick) -> list[Step]:
    """Add people, and put them in their teams; a phone that is known is the same person, who must
    have the same name to be put anywhere; so is a member whose row has another phone."""
    teams, known = Teams(setting.places), Known(setting.by)
    team_of = {row.number: row.find(_team, setting.places, teams) for row in rows}
    known.by_phone |= other_phones.meant(rows, team_of, known)
    taken: set[tuple[str, int]] = set()

    def take(row: Row) -> Step:
        team = team_of[row.number]
        joined = row.find(_joined)
        areas = row.find(_areas, setting.places)
        row.find(_rank, setting.by)
        if row.faults:
            return {}
        user = known.by_phone.get(row.get("phone"))
        new = user is None and row.get("phone") not in known.new
        person = _person(row, team, areas) if user is None else None
        if user is None:
            _same_row(row, known)
        else:
            _same(row, user, team, joined, known)
            compare_person(row, user, areas, known.areas[user.id], setting.places)
        phone = row.get("phone") if user is None else user.phone
        step: Step = {"phone": phone, "outcome": "added" if new else "known"}
        if new:
            step["person"] = person
        if team and not _is_in(row, team, user, joined, known, taken):
            if user is not None and user.disabled_at:
                raise Fault("phone", "is_locked", "unlock_first", name=user.name)
            row.find(_require_there, team, joined)
            known.leads.check(row, team, joined)
            step |= {"outcome": "added", "team_id": team.id, "member": _member(row, joined)}
        elif team and user is not None:
            compare_member(row, team, known.times[team.id, user.id])
        return step

    return each(rows, take, tick)


def _is_in(row: Row, team: Team, user: Any, joined: date, known: Known, taken: set) -> bool:
    """Whether a person is in the team on the day, or an earlier row puts them there. Who has left
    may come back, but not before they left."""
    place = (row.get("phone"), team.id)
    is_in = place in taken or known.is_in(row, team, user, joined)
    taken.add(place)
    times = [] if user is None else known.times[team.id, user.id]
    if not is_in and any(joined < time.left_on for time in times):
        last = max(time.left_on for time in times)
        said = {"name": row.get("name"), "until": f"{last:%d/%m/%Y}"}
        raise Fault("joined_on", "was_in_team", "write_later_day", **said)
    return is_in


def _team(row: Row, places: Places, teams: Teams) -> Team | None:
    if row.get("team_id"):
        return _numbered(row, row.get("team_id"), places, teams)
    commune = places.commune_of(row)
    return teams.named(row.get("team"), commune) if row.get("team") else None


def _numbered(row: Row, text: str, places: Places, teams: Teams) -> Team:
    """The team of a number, wherever its commune belongs now; a fault names those that may be
    meant, by their name or commune."""
    is_number = text.isascii() and text.isdecimal()
    if is_number and int(text) in teams.all:
        return teams.all[int(text)]
    commune = places.commune_of(row)
    near = teams.near(row.get("team") or text, commune)
    if not near and (commune or len(teams.all) <= MOST_NAMED):
        near = teams.listed(teams.of(commune))
    what = "team_number_unknown" if is_number else "not_a_team_number"
    right = "team_numbers" if near else "or_name_of_team"
    raise Fault("team_id", what, right, number=text, text=text, teams=near)


def _joined(row: Row) -> date:
    joined = row.get("joined_on") or clock.today()
    if joined > clock.today():
        raise Fault("joined_on", "joined_in_future", "write_day_so_far")
    return joined


def _require_there(_row: Row, team: Team, joined: date) -> None:
    require_there(team, joined, "/joined_on")


def _areas(row: Row, places: Places) -> list[int]:
    codes = row.get("area_codes", "").replace(",", ";").split(";")
    return [places.coded(code.strip(), "area_codes") for code in codes if code.strip()]


def _rank(row: Row, by: User | None) -> None:
    role = row.get("role", Role.VOLUNTEER)
    if by and not _may_give(role, by):
        raise Fault("role", "role_too_high", "lower_roles", role=ROLE_NAMES[role])


def _person(row: Row, team: Team | None, areas: list[int]) -> dict:
    role = row.get("role", "volunteer")
    if role == "volunteer" and (areas or team is None):
        raise Fault("team", "volunteer_needs_team")
    if role != "volunteer" and (team or not areas):
        raise Fault("area_codes", "officer_needs_area")
    plain = {"name": row.get("name"), "phone": row.get("phone"), "role": role, "area_ids": areas}
    return checked(NewUser(), plain)


def _same(row: Row, user: Any, team: Team | None, joined: date, known: Known) -> None:
    """Who has the phone is who is meant. Under another name only who is in that very team: the row
    adds nothing there, and may be right."""
    if not known.is_within(user.id):
        raise Fault("phone", "phone_elsewhere")
    if unguarded(user.name).casefold() == row.said("name").casefold():
        row.settle("name")
    elif team is None or not known.is_in(row, team, user, joined):
        raise Fault("phone", "phone_of", "that_name_or_other_phone", name=user.name)
    if row.get("role", user.role) != user.role:
        raise Fault("role", "role_is_other", name=user.name, role=ROLE_NAMES[user.role])
    if team and user.role != Role.VOLUNTEER:
        raise Fault("team", "officer_in_team", name=user.name)


def _same_row(row: Row, known: Known) -> None:
    """Who stands in the file twice is the same person in two teams."""
    first = known.new.setdefault(row.get("phone"), row)
    if first.get("name").casefold() != row.get("name").casefold():
        said = {"first": first.number, "name": first.get("name")}
        raise Fault("phone", "phone_in_row", "one_name_or_other_phone", **said)


def _member(row: Row, joined: date) -> dict:
    plain = {name: row.get(name) for name in FACTS}
    plain |= {"role": row.get("member_role", "member"), "joined_on": joined.isoformat()}
    checked(NewMember(), plain)
    return plain


def apply(steps: list[Step], by: User | None, tick: Tick) -> list[Made]:
    """Write new people and memberships; however many, in a few statements."""
    joining = [step for step in steps if "team_id" in step]
    homes = dict(db.session.execute(select(Team.id, Team.home_id)).all())
    first = {step["phone"]: homes[step["team_id"]] for step in reversed(joining)}
    require_still_free(joining)
    made = _add_people([step["person"] for step in steps if "person" in step], first, by)
    ids = dict(db.session.execute(select(User.phone, User.id)).all())
    before = _before(sorted({ids[step["phone"]] for step in joining}))
    for done, step in enumerate(joining, 1):
        team_id, user_id = step["team_id"], ids[step["phone"]]
        data = NewMember().load(step["member"])
        facts = {name: data[name] for name in FACTS if data[name] is not None}
        facts = before.get((team_id, user_id), {}) | facts
        facts |= {name: data[name] for name in ("role", "joined_on")}
        db.session.add(TeamMember(team_id=team_id, user_id=user_id, **facts))
        above = place_above(homes[team_id])
        log("team.member_added", "team", team_id, by=by, place_id=above, user=user_id)
        joined = facts["joined_on"].isoformat()
        whose = {"team_id": team_id, "user_id": user_id, "joined_on": joined}
        made.append(Made("member", user_id, facts=whose))
        tick(done)
    return made


def _before(people: list[int]) -> dict[tuple[int, int], dict]:
    """Who comes back is who they were there, but for what the row says."""
    found: dict[tuple[int, int], dict] = {}
    for part in in_parts(people):
        found |= facts_before(part)
    return found


def _add_people(people: Iterable[dict], homes: dict[str, int], by: User | None) -> list[Made]:
    """Write new people; the log names their area or, of volunteers, where their first team is."""
    today, new = clock.today(), []
    for data in people:
        user = User(name=data["name"], phone=data["phone"], role=data["role"])
        user.areas = [UserArea(unit_id=unit, valid_from=today) for unit in data["area_ids"]]
        new.append(user)
    db.session.add_all(new)
    db.session.flush()
    for user in new:
        place = user.areas[0].unit_id if user.areas else place_above(homes[user.phone])
        log("user.created", "user", user.id, by=by, place_id=place, role=user.role)
    return [Made("user", user.id) for user in new]
