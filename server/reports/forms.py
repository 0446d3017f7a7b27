"""The three forms that the steering committee asks for (domain 2.3), as tables of columns. Every
flow stands as officials want it: in the period, since the year began, a year before, and the
change."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from server.reports.definitions import DEFINITIONS, heading
from server.reports.lines import Line
from server.reports.writing import percent

MEMBERS = "Thành viên"
RATE = "Tỷ lệ thành công"
BY_TYPE = "Số buổi theo hình thức khác (trong kỳ)"
OTHER_TYPES = ("market_street", "combined_meeting", "online", "broadcast")
UNITS = {"STT": "code", "Mã ĐVHC": "code", "Đơn vị": "text"}
SERVICES = {"STT": "code", "Dịch vụ": "text", "Đơn vị tính": "code"}
SMALL_BASE = 10  # below it a percentage of change means nothing (domain, indicator I18)
CHANGE_NOTE = (
    f"So với cùng kỳ (±%): chỉ tính khi cùng kỳ năm trước từ {SMALL_BASE} trở lên. Ô để trống: cùng"
    " kỳ không có hoặc quá ít để tính tỷ lệ, xem số ở cột “Cùng kỳ năm trước”."
)


@dataclass(frozen=True)
class Column:
    """`kind`: count, percent or change (both a number where 100 is all)."""

    group: str
    title: str
    kind: str
    value: Callable[[Line], Any]


@dataclass(frozen=True)
class Form:
    """`texts`: the headings left of the numbers, each with the look of its texts. `notes` explain
    under the table what its headings cannot."""

    name: str
    title: str
    unit: str
    texts: dict[str, str]
    columns: list[Column]
    lines: list[Line]
    total: Line
    notes: tuple[str, ...] = ()


def figure(row: dict, path: str) -> Any:
    """The figure of a row by its dotted name; 0 where nothing was counted."""
    for step in path.split("."):
        row = row.get(step) or {}
    return row or 0


def change(now: int, before: int) -> float | None:
    """Against a year before, in per cent, to one decimal, half away from zero; None, a blank cell,
    against fewer than `SMALL_BASE`: the figure of then stands in the column before."""
    if before < SMALL_BASE:
        return None
    tenths = (2000 * abs(now - before) + before) // (2 * before) / 10
    return tenths if now >= before else -tenths


def flow(path: str, title: str | None = None, recorded: str | None = None) -> list[Column]:
    """The four columns of a flow; where nobody recorded it, its cells are blank."""
    title = title or heading(path)

    def of(row: dict) -> int | None:
        return figure(row, path) if recorded is None or figure(row, recorded) else None

    def compared(line: Line) -> float | None:
        now, before = of(line.now), of(line.before)
        return None if now is None or before is None else change(now, before)

    return [
        Column(title, "Trong kỳ", "count", lambda line: of(line.now)),
        Column(title, "Lũy kế từ đầu năm", "count", lambda line: of(line.year)),
        Column(title, "Cùng kỳ năm trước", "count", lambda line: of(line.before)),
        Column(title, "So với cùng kỳ (±%)", "change", compared),
    ]


def _count(group: str, path: str, title: str | None = None) -> Column:
    return Column(group, title or heading(path), "count", lambda line: figure(line.now, path))


def _share(group: str, part: str, whole: str, when: str = "now", title: str = "Tỷ lệ") -> Column:
    def value(line: Line) -> float | None:
        row = getattr(line, when)
        return percent(figure(row, part), figure(row, whole))

    return Column(group, title, "percent", value)


def _ratio(group: str, path: str, whole: str, part: str) -> list[Column]:
    return [
        _count(group, f"{path}.denominator", whole),
        _count(group, f"{path}.numerator", part),
        _share(group, f"{path}.numerator", f"{path}.denominator"),
    ]


def _if_recorded(group: str, path: str, recorded: str, title: str, of: str) -> list[Column]:
    def value(line: Line) -> int | None:
        return figure(line.now, path) if figure(line.now, recorded) else None

    return [Column(group, title, "count", value), _count(group, recorded, of)]


def _sessions_with(path: str) -> list[Column]:
    group = f"{heading(path)} (trong kỳ)"
    return _if_recorded(group, f"{path}.value", f"{path}.recorded", "Số lượng", heading("recorded"))


def _members(path: str) -> list[Column]:
    title, of = heading(f"members.{path}"), heading("members.recorded")
    return _if_recorded(MEMBERS, f"more.{path}", f"more.{path}_recorded", title, of)


def _other_types(row: dict) -> int:
    return sum(figure(row, f"sessions.{code}") for code in OTHER_TYPES)


FORM_01 = [
    *_ratio("Khóm, ấp", "hamlets_with_team", "Tổng số", "Có Tổ"),
    *_ratio("Xã, phường, thị trấn", "communes_with_team", "Tổng số", "Có Tổ cấp xã"),
    _count("", "more.youth_teams", heading("youth_teams")),
    _count(MEMBERS, "more.members", "Tổng số"),
    *_members("female"),
    *_members("union"),
    _count("", "active_teams.denominator", "Số Tổ trong kỳ"),
    *flow("active_teams.numerator", heading("active_teams")),
    _share("", "active_teams.numerator", "active_teams.denominator", title="Tỷ lệ Tổ có hoạt động"),
]
FORM_02 = [
    *flow("sessions.all"),
    *flow("sessions.outing"),
    *flow("sessions.training_class"),
    _count("", "more.staff_classes", heading("staff_classes")),
    _count(BY_TYPE, "sessions.home_visit"),
    _count(BY_TYPE, "sessions.help_point"),
    Column(BY_TYPE, heading("other_types"), "count", lambda line: _other_types(line.now)),
    *flow("participants"),
    *(column for name in ("female", "elderly", "households") for column in _sessions_with(name)),
]  # fmt: skip
# By team a form says as well who took part without leading: they have worked, and led nothing.
FORM_02_OF_TEAMS = [*FORM_02[:4], _count("", "joined"), *FORM_02[4:]]
FORM_03 = [
    *flow("assisted", heading("services.assisted")),
    *flow("completed", heading("services.completed"), recorded="assisted_rated"),
    Column(RATE, "Được hướng dẫn ở buổi có ghi", "count", lambda line: line.now.get("rated")),
    _share(RATE, "succeeded", "rated", title="Trong kỳ"),
    _share(RATE, "succeeded", "rated", "year", "Lũy kế từ đầu năm"),
]


def _note(title: str, figure: str) -> str:
    return f"{title}: {DEFINITIONS[figure][1]}"


def forms(
    by: str, lines: list[Line], total: Line, taught: list[Line], all_taught: Line
) -> list[Form]:
    """The forms filled: the lines of units or teams and of services, with their totals."""
    of_teams = by == "team"
    joined = (_note(heading("joined"), "joined"),) if of_teams else ()
    return [
        Form("Biểu 01", "Tình hình thành lập Tổ công nghệ số cộng đồng",
             "khóm, ấp; xã; Tổ; người; %", UNITS, FORM_01, lines, total,
             (CHANGE_NOTE, _note(heading("members.recorded"), "members.recorded"), *joined)),
        Form("Biểu 02", "Kết quả hoạt động của Tổ công nghệ số cộng đồng",
             "buổi; lượt; hộ; %", UNITS, FORM_02_OF_TEAMS if of_teams else FORM_02, lines, total,
             (CHANGE_NOTE, _note(heading("recorded"), "recorded"), *joined)),
        Form("Biểu 03", "Kết quả hướng dẫn theo dịch vụ",
             "ghi ở từng dịch vụ; %", SERVICES, FORM_03, taught, all_taught,
             (CHANGE_NOTE, _note(RATE, "services.rate"))),
    ]  # fmt: skip
