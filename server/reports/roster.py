"""The teams of an area and everybody in them, one line a member: the sheet that a district used to
keep in Excel. Two queries, however many there are."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, NamedTuple

from sqlalchemy import Select, and_, case, select

from server import clock
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import everything_under, register
from server.extensions import db
from server.reports.paper import Paper
from server.reports.sessions_csv import TEAM_KINDS
from server.teams.models import Team, TeamMember
from server.teams.queries import visible

ROLES = {"leader": "Tổ trưởng", "deputy": "Tổ phó", "member": "Thành viên"}
# Heading, width in characters, the name of a cell's look.
COLUMNS = (
    ("Mã Tổ", 8, "code"), ("Tổ", 44, "text"), ("Loại Tổ", 18, "text"),
    ("Số quyết định", 20, "text"), ("Ngày thành lập", 13, "date"), ("Khóm, ấp", 16, "text"),
    ("Xã, phường", 20, "text"), ("Họ và tên", 26, "text"), ("Vai trò", 12, "text"),
    ("Đơn vị", 24, "text"), ("Số điện thoại", 14, "code"), ("Từ ngày", 13, "date"),
    ("Tài khoản", 16, "text"), ("Tổ trưởng", 26, "text"), ("Điện thoại Tổ trưởng", 14, "code"),
)  # fmt: skip
HEAD_ROW = 3
CHUNK = 1000


class Leader(NamedTuple):
    name: str = ""
    phone: str | None = None


def write(
    file: BinaryIO, scope: Scope, unit: int | None, kind: str | None, about: str, demo: str
) -> int:
    """Write the sheet into a file; gives its lines. `about` stands under its title."""
    paper = Paper(file)
    sheet, formats = paper.sheet("Tổ và thành viên"), paper.formats
    sheet.write_string(0, 0, "DANH SÁCH TỔ VÀ THÀNH VIÊN", formats["bold"])
    sheet.write_string(1, 0, about, formats["plain"])
    sheet.write_string(0, len(COLUMNS) - 1, demo.upper(), formats["demo"])
    for at, (heading, width, _) in enumerate(COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write_string(HEAD_ROW, at, heading, formats["head"])
    last = HEAD_ROW
    for last, line in enumerate(_lines(scope, unit, kind), HEAD_ROW + 1):
        for at, (value, (_, _, look)) in enumerate(zip(line, COLUMNS, strict=True)):
            if isinstance(value, date):
                sheet.write_datetime(last, at, value, formats[look])
            else:
                sheet.write_string(last, at, value or "", formats["text" if not value else look])
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.repeat_rows(HEAD_ROW)
    sheet.autofilter(HEAD_ROW, 0, last, len(COLUMNS) - 1)
    paper.book.close()
    return last - HEAD_ROW


def _lines(scope: Scope, unit: int | None, kind: str | None) -> Iterator[list]:
    """Teams by their place and name, in each the leader first; a team of nobody has a line too."""
    today = clock.today()
    map_ = register().on(today)
    leaders: dict[int, Leader] = {}
    for team, member, user in db.session.execute(_rows(scope, unit, kind, today)).yield_per(CHUNK):
        if member is not None and member.role == "leader" and user.disabled_at is None:
            leaders.setdefault(team.id, Leader(user.name, user.phone))
        leader = leaders.get(team.id, Leader())
        path = {map_.register.units[step].level: step for step in map_.path(_home(team, map_))}
        places = (path.get("hamlet"), path.get("commune"))
        yield [
            str(team.id), team.name, TEAM_KINDS[team.kind], team.decision_number, team.founded_on,
            *(map_.name(place) if place else "" for place in places),
            *(_person(member, user) if member is not None else [""] * 6),
            leader.name, leader.phone,
        ]  # fmt: skip


def _home(team: Team, map_) -> int | None:
    return map_.standing.get(team.home_id)


def _person(member: TeamMember, user: User) -> list:
    account = "đã khóa" if user.disabled_at else "" if user.secret_hash else "chưa có mã PIN"
    who = [user.name, ROLES[member.role], member.organisation, user.phone]
    return [*who, member.joined_on, account]


def _rows(scope: Scope, unit: int | None, kind: str | None, today: date) -> Select:
    m = TeamMember
    present = and_(m.team_id == Team.id, m.joined_on <= today, m.left_on > today)
    rank = case({"leader": 0, "deputy": 1}, value=m.role, else_=2)
    query = (
        select(Team, m, User)
        .outerjoin(m, present)
        .outerjoin(User, User.id == m.user_id)
        .where(visible(scope), Team.dissolved_on > today)
        .order_by(Team.home_id, Team.name, Team.id, rank, m.joined_on, m.user_id)
    )
    if unit is not None:
        query = query.where(Team.home_id.in_(everything_under(unit, today)))
    return query.where(Team.kind == kind) if kind else query
