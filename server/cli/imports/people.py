"""People and their memberships from checked rows. No secret is ever imported: officers give each
person a one-time code."""

from collections import Counter
from datetime import date

from sqlalchemy import select

from server import clock
from server.accounts.actions import create_user
from server.accounts.models import User
from server.accounts.schemas import NewUser
from server.cli.imports.columns import PEOPLE
from server.cli.imports.matching import Places, Teams
from server.cli.imports.rows import Fault, Row, each
from server.cli.imports.teams import checked
from server.extensions import db
from server.teams import actions
from server.teams.models import Team, TeamMember
from server.teams.schemas import NewMember

MEMBER_FIELDS = ("organisation", "is_female", "is_union_member")


def load_people(rows: list[Row], day: date) -> Counter:
    """Add people, and put them in their teams; a phone that is known is the same person, and must
    have the same name."""
    places = Places(day)
    teams = Teams(places)
    users = {user.phone: user for user in db.session.scalars(select(User))}
    members = {(m.team_id, m.user_id) for m in db.session.scalars(select(TeamMember))}

    def take(row: Row) -> str:
        team, done = _team(row, places, teams), "known"
        user = users.get(row.get("phone"))
        if user is None:
            user = users[row.get("phone")] = create_user(_person(row, places, team), by=None)
            done = "added"
        _same_person(row, user)
        if team and (team.id, user.id) not in members:
            actions.add_member(team, _member(row, user), by=None)
            members.add((team.id, user.id))
            done = "added"
        return done

    return Counter(each(rows, PEOPLE, take))


def _team(row: Row, places: Places, teams: Teams) -> Team | None:
    if row.get("team_id"):
        if row.get("team_id") not in teams.all:
            raise Fault("team_id", f"không có Tổ số {row.get('team_id')}")
        return teams.all[row.get("team_id")]
    if not row.get("team"):
        return None
    code = row.get("commune_code")
    commune = places.coded(code, "commune_code", "commune") if code else None
    return teams.named(row.get("team"), commune)


def _person(row: Row, places: Places, team: Team | None) -> dict:
    role = row.get("role", "volunteer")
    codes = row.get("area_codes", "").replace(",", ";").split(";")
    areas = [places.coded(code.strip(), "area_codes") for code in codes if code.strip()]
    if role == "volunteer" and (areas or team is None):
        raise Fault("team", "tình nguyện viên cần một Tổ và không có địa bàn")
    if role != "volunteer" and (team or not areas):
        raise Fault("area_codes", "cán bộ cần địa bàn và không thuộc Tổ")
    plain = {"name": row.get("name"), "phone": row.get("phone"), "role": role, "area_ids": areas}
    return checked(NewUser(), plain)


def _same_person(row: Row, user: User) -> None:
    if user.name.casefold() != row.get("name").casefold():
        raise Fault("phone", f"số này đã là của {user.name}")
    if row.get("role", user.role) != user.role:
        raise Fault("role", f"{user.name} đã có vai trò {user.role}")


def _member(row: Row, user: User) -> dict:
    joined = row.get("joined_on") or clock.today()
    if joined > clock.today():
        raise Fault("joined_on", "ngày vào Tổ sau hôm nay")
    plain = {name: row.get(name) for name in MEMBER_FIELDS}
    plain |= {"user_id": user.id, "role": row.get("member_role", "member")}
    return checked(NewMember(), plain | {"joined_on": joined.isoformat()})
