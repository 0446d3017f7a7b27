"""The teams of an area and everybody in them, one line a member: the sheet that a district used to
keep in Excel, under the headings of the file that brings members in, so that more people can be
written under it and the whole brought in again. Two queries, however many there are."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, NamedTuple

from sqlalchemy import Select, and_, case, select
from xlsxwriter.worksheet import Worksheet

from server import clock
from server.access.scope import Scope
from server.accounts.models import User
from server.admin_units.queries import everything_under, register, told_apart, told_by_above
from server.extensions import db
from server.imports.columns import LED_BY, LED_BY_PHONE, PEOPLE, TEAMS
from server.imports.meanings import role_word
from server.imports.templates import HOW_TO
from server.reports.paper import Paper
from server.reports.sessions_csv import TEAM_KINDS
from server.reports.workbook import write_pairs
from server.teams.models import Team, TeamMember
from server.teams.queries import visible

TITLE, EMPTY = "Tổ và thành viên", "Tổ chưa có thành viên"
YES = {True: "có", False: "không", None: ""}
_TEAM, _PERSON = ({column.english: column.heading for column in of} for of in (TEAMS, PEOPLE))
# Heading, width in characters, the name of a cell's look.
OF_TEAM = (
    (_PERSON["team_id"], 8, "code"), (_PERSON["team"], 44, "text"), (_TEAM["kind"], 18, "text"),
    (_TEAM["decision_number"], 20, "text"), (_TEAM["founded_on"], 13, "date"),
    (_TEAM["hamlet"], 26, "text"), (_PERSON["commune_code"], 20, "text"),
)  # fmt: skip
COLUMNS = (
    *OF_TEAM,
    (_PERSON["name"], 26, "text"), (_PERSON["phone"], 14, "code"),
    (_PERSON["member_role"], 12, "text"), (_PERSON["organisation"], 24, "text"),
    (_PERSON["joined_on"], 13, "date"), (_PERSON["is_female"], 8, "code"),
    (_PERSON["is_union_member"], 9, "code"), ("Tài khoản", 16, "text"),
    (LED_BY, 26, "text"), (LED_BY_PHONE, 22, "code"),
)  # fmt: skip
SOURCE = ("Nguồn", 18, "text")
ONLY_TO_READ = [heading for heading, _, _ in COLUMNS if heading not in _PERSON.values()]
SAID = [
    (
        "Thêm người",
        f"Viết thêm dòng ở trang “{TITLE}”, lưu lại, rồi chọn tệp này ở màn hình Nhập dữ liệu, mục"
        " Thành viên. Tổ được nhận ra theo Mã Tổ, hoặc theo Tên Tổ cùng Xã, phường.",
    ),
    (
        "Người đã có",
        "Người đã ở trong Tổ được giữ nguyên, không thêm lần nữa; dòng xóa đi không làm ai rời Tổ."
        " Sửa tên, chức vụ, tổ chức hoặc cho rời Tổ ở màn hình Tổ và thành viên.",
    ),
    ("Cột chỉ để xem", f"Khi nhập không đọc: {'; '.join(ONLY_TO_READ)}."),
]
CHUNK = 1000


class Leader(NamedTuple):
    name: str = ""
    phone: str | None = None


def write(
    file: BinaryIO, scope: Scope, unit: int | None, kind: str | None, about: str, demo: str
) -> int:
    """Write the workbook into a file; gives its lines. `about` says whose list of when it is."""
    paper = Paper(file)
    source = [demo] if demo else []
    columns, of_teams = ((*of, *(SOURCE for _ in source)) for of in (COLUMNS, OF_TEAM))
    sheet, formats = _sheet(paper, TITLE, columns, about, demo), paper.formats
    here, empty = 0, []
    for team, person in _lines(scope, unit, kind):
        if person is None:
            empty.append(team)
            continue
        here += 1
        _write(sheet, formats, here, columns, [*team, *person, *source])
    sheet.autofilter(0, 0, here, len(columns) - 1)
    if empty:
        # Apart: a line of nobody could not be brought in.
        rest = _sheet(paper, EMPTY, of_teams, about, demo)
        for at, team in enumerate(empty, 1):
            _write(rest, formats, at, of_teams, [*team, *source])
    write_pairs(paper, HOW_TO, ("Mục", "Nội dung"), [("Danh sách", about), *SAID], demo)
    paper.book.close()
    return here + len(empty)


def _sheet(paper: Paper, name: str, columns: tuple, about: str, demo: str) -> Worksheet:
    """A sheet whose first row are the headings; what it is stands above them on paper alone."""
    sheet = paper.sheet(name)
    said = about[:120].replace("&", "&&")
    sheet.set_header(f"&L&B{name.upper()}&B\n{said}&R{demo.upper()}")
    sheet.set_margins(left=0.5, right=0.4, top=1, bottom=0.5)
    for at, (heading, width, _) in enumerate(columns):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, paper.formats["head"])
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    return sheet


def _write(sheet: Worksheet, formats: dict, row: int, columns: tuple, values: list[Any]) -> None:
    for at, (value, (_, _, look)) in enumerate(zip(values, columns, strict=True)):
        if isinstance(value, date):
            sheet.write_datetime(row, at, value, formats[look])
        else:
            sheet.write_string(row, at, value or "", formats[look if value else "text"])


def _lines(scope: Scope, unit: int | None, kind: str | None) -> Iterator[tuple[list, list | None]]:
    """What stands of a team and of a person; teams by their place and name, in each the leader
    first; for a team of nobody None."""
    today = clock.today()
    map_ = register().on(today)
    leaders: dict[int, Leader] = {}
    for team, member, user in db.session.execute(_rows(scope, unit, kind, today)).yield_per(CHUNK):
        if member is not None and member.role == "leader" and user.disabled_at is None:
            leaders.setdefault(team.id, Leader(user.name, user.phone))
        path = {map_.register.units[step].level: step for step in map_.path(_home(team, map_))}
        hamlet, commune = path.get("hamlet"), path.get("commune")
        of_team = [
            str(team.id), team.name, TEAM_KINDS[team.kind], team.decision_number, team.founded_on,
            told_apart(hamlet, map_) if hamlet else "",
            told_by_above(commune, map_) if commune else "",
        ]  # fmt: skip
        leader = leaders.get(team.id, Leader())
        yield of_team, None if member is None else [*_person(team, member, user), *leader]


def _home(team: Team, map_) -> int | None:
    return map_.standing.get(team.home_id)


def _person(team: Team, member: TeamMember, user: User) -> list:
    account = "đã khóa" if user.disabled_at else "" if user.secret_hash else "chưa có mã PIN"
    facts = (YES[member.is_female], YES[member.is_union_member])
    role = role_word(member.role, team.kind).capitalize()
    who = [user.name, user.phone, role, member.organisation]
    return [*who, member.joined_on, *facts, account]


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
