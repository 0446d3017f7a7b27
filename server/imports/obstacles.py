"""What stands in the way of taking a batch back, in words. All that would be taken back is held
first, each kind in the order of its ids, so that what is found here still holds when it goes."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, select

from server.accounts.models import Device, User, UserArea
from server.admin_units.models import AdminUnit, AdminUnitName
from server.catalogue.models import Venue
from server.extensions import db
from server.imports.contents import Contents
from server.sessions.models import OutreachSession, SessionPlace
from server.teams.models import Team, TeamMember

MOST_NAMED = 3
CHUNK = 500
S = OutreachSession


def found(made: Contents) -> list[str]:
    """Everything in the way; nothing when the batch can go."""
    _hold(made)
    looks = (_sessions, _members, _users, _teams, _hamlets)
    return [what for look in looks for what in look(made)]


def _hold(made: Contents) -> None:
    joined = [facts["user_id"] for facts in made.members]
    teams = made.numbers("team")
    _lock(Team.id, Team.id.in_(teams))
    _lock(User.id, User.id.in_(made.numbers("user")))
    for part in _parts(sorted(joined)):
        _lock(TeamMember.user_id, TeamMember.user_id.in_(part))
    _lock(S.id, S.id.in_(made.sessions()))


def _lock(column: Any, condition: Any) -> None:
    rows = select(column).where(condition).order_by(column).with_for_update().subquery()
    db.session.execute(select(func.count()).select_from(rows))


def _parts(ids: list) -> Iterable[list]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def _sessions(made: Contents) -> Iterable[str]:
    own = S.id.in_(made.sessions())
    for condition, what in (
        (own & (S.state == "approved"), "đã được duyệt"),
        (
            own & ((S.state == "pending") & (S.version > 1))
            | own & ((S.state == "returned") & (S.version > 2)),
            "đã được sửa sau khi nhập",
        ),
        (own & S.merged_into.isnot(None), "đã được gộp vào buổi khác"),
        (S.id.in_(_standing_for_others(made)), "đang đại diện cho buổi khác đã gộp vào"),
    ):
        codes = select(S.receipt_code).where(condition).order_by(S.date, S.id)
        names = list(db.session.scalars(codes))
        if names:
            more = ", …" if len(names) > MOST_NAMED else ""
            yield f"{len(names)} buổi {what} ({', '.join(names[:MOST_NAMED])}{more})"


def _standing_for_others(made: Contents) -> Select:
    return select(S.merged_into).where(S.merged_into.in_(made.sessions()))


def _members(made: Contents) -> Iterable[str]:
    pairs = {(facts["team_id"], facts["user_id"]) for facts in made.members}
    if not pairs:
        return
    users = {user for _, user in pairs}
    teams = {team for team, _ in pairs}
    recorded = select(S.team_id, S.recorded_by).where(S.team_id.in_(teams)).distinct()
    busy = {user for team, user in db.session.execute(recorded) if (team, user) in pairs}
    yield from _by_name(User, busy & users, "đã ghi buổi cho Tổ")
    yield from _by_name(User, _changed(made, teams), "đã được sửa chức vụ hoặc ngày vào Tổ")


def _changed(made: Contents, teams: set[int]) -> set[int]:
    """Those whose membership is not what the file made it any more, or who began another since. Of
    one that is gone altogether nothing is to be taken back."""
    m, now = TeamMember, {}
    query = select(m.team_id, m.user_id, m.joined_on, m.version).where(m.team_id.in_(teams))
    for team, user, joined_on, version in db.session.execute(query):
        now.setdefault((team, user), {})[joined_on.isoformat()] = version
    changed = set()
    for facts in made.members:
        times = now.get((facts["team_id"], facts["user_id"]), {})
        is_same = times.get(facts["joined_on"]) == 1 and max(times) == facts["joined_on"]
        if times and not is_same:
            changed.add(facts["user_id"])
    return changed


def _users(made: Contents) -> Iterable[str]:
    users = made.numbers("user")
    signed_in = select(Device.user_id).where(Device.user_id.in_(users))
    secret = select(User.id).where(User.id.in_(users), User.secret_hash.isnot(None))
    here = set(db.session.scalars(signed_in)) | set(db.session.scalars(secret))
    yield from _by_name(User, here, "đã đăng nhập")
    own = {(facts["team_id"], facts["user_id"]) for facts in made.members}
    members = select(TeamMember.team_id, TeamMember.user_id)
    now = db.session.execute(members.where(TeamMember.user_id.in_(users)))
    elsewhere = {user for team, user in now if (team, user) not in own}
    yield from _by_name(User, elsewhere, "đã vào Tổ khác")


def _teams(made: Contents) -> Iterable[str]:
    teams = made.numbers("team")
    recorded = select(S.team_id).where(S.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(recorded)), "đã có buổi được ghi")
    joined = select(TeamMember.team_id).where(TeamMember.team_id.in_(teams)).distinct()
    yield from _by_name(Team, set(db.session.scalars(joined)), "đã có thành viên")


def _hamlets(made: Contents) -> Iterable[str]:
    hamlets = made.numbers("hamlet")
    for column, what in (
        (Team.home_id, "đã có Tổ"),
        (S.place_id, "đã có buổi được ghi"),
        (SessionPlace.place_id, "đã có buổi được ghi"),
        (UserArea.unit_id, "đã có cán bộ phụ trách"),
        (Venue.place_id, "đã có địa điểm"),
    ):
        busy = set(db.session.scalars(select(column).where(column.in_(hamlets)).distinct()))
        names = select(AdminUnitName.name).where(AdminUnitName.unit_id.in_(busy))
        yield from _named(list(db.session.scalars(names)), what)
    query = select(AdminUnit).where(AdminUnit.id.in_(made.numbers("people")))
    units = {unit.id: unit for unit in db.session.scalars(query)}
    later = [
        number
        for number, facts in made.facts("people")
        if any(getattr(units[number], name) != value for name, value in facts["after"].items())
    ]
    if later:
        yield f"dân số, số hộ của {len(later)} khóm, ấp đã được sửa lần nữa"


def _by_name(model: Any, ids: set[int], what: str) -> Iterable[str]:
    names = select(model.name).where(model.id.in_(sorted(ids)[:MOST_NAMED])).order_by(model.id)
    shown = list(db.session.scalars(names)) if ids else []
    yield from _named(shown + [""] * (len(ids) - len(shown)), what)


def _named(names: list[str], what: str) -> Iterable[str]:
    if not names:
        return
    more = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED]) + (f" và {more} nơi, người khác" if more > 0 else "")
    yield f"{shown} {what}"
