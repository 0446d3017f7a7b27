"""What a report says of itself: which unit, which days, whose figures, and where they come from."""

from datetime import datetime
from typing import Any

from server import clock
from server.admin_units.queries import full_name, told_apart
from server.figures.frame import Frame, level_name
from server.periods import Period, elapsed
from server.reports.coverage_list import definition, state_names
from server.reports.writing import DEMO, STATES, days, is_named, written

BASES = {"calendar": "Theo lịch", "nd09": "Theo kỳ báo cáo (Nghị định 09/2019/NĐ-CP)"}
OWN_DAYS = "Khoảng ngày tự chọn; năm tính theo lịch"
DEMO_SAID = "Số liệu trong tệp này là minh họa, không phải số liệu của địa phương."
SOURCE = (
    "Nhật ký Tổ số: các buổi do Tổ công nghệ số cộng đồng ghi, cán bộ Đoàn duyệt. Buổi thuộc về"
    " nơi và ngày diễn ra; sắp xếp đơn vị hành chính không làm thay đổi số liệu đã ghi."
)


def heads(frame: Frame, spans: dict[str, Period], made: datetime) -> list[str]:
    """The lines under a form's title."""
    return [
        whole_name(frame),
        f"Kỳ báo cáo: {written(elapsed(frame.period, frame.stock_day))}",
        f"Lũy kế {days(elapsed(spans['year'], frame.stock_day))};"
        f" cùng kỳ năm trước {days(spans['before'])}",
        f"{STATES[frame.state][1]}. Đơn vị hành chính ngày {frame.map.day:%d/%m/%Y}."
        f" Số liệu tính đến {_moment(made)}.",
    ]


def facts(
    frame: Frame, spans: dict[str, Period], body: dict, made: datetime, team: str | None, demo: bool
) -> list[tuple[str, Any]]:
    """The sheet 'Nguồn & bộ lọc'; days are days, so that the office can reckon with them."""
    found = [
        ("Đơn vị", whole_name(frame)),
        ("Mỗi dòng là một", level_name(frame)),
        ("Kỳ báo cáo", written(elapsed(frame.period, frame.stock_day))),
        ("Từ ngày", frame.period.start),
        ("Đến ngày", elapsed(frame.period, frame.stock_day).end),
        ("Cách tính kỳ", BASES[frame.period.basis] if is_named(frame.period) else OWN_DAYS),
        ("Lũy kế từ đầu năm", days(elapsed(spans["year"], frame.stock_day))),
        ("Cùng kỳ năm trước", days(spans["before"])),
        ("Đơn vị hành chính ngày", frame.map.day),
        ("Số Tổ, số khóm ấp tính vào ngày", frame.stock_day),
        ("Tình trạng số liệu", STATES[frame.state][1]),
        ("Số liệu tính đến", f"{_moment(made)} (giờ Việt Nam)"),
        ("Số hiệu số liệu", body["data_version"]),
        ("Nguồn", SOURCE),
    ]
    if team:
        found.insert(1, ("Chỉ tính các buổi của", team))
    if demo:
        found.append((DEMO, DEMO_SAID))
    return found


def coverage_heads(frame: Frame, body: dict, made: datetime) -> list[str]:
    """The title of the list of hamlets, and the lines under it."""
    return [
        "MỨC ĐỘ BAO PHỦ TỪNG KHÓM, ẤP",
        full_name(frame.unit_id, frame.map),
        f"Tháng {_month(body)}, 12 tháng đến {frame.stock_day:%d/%m/%Y}. {STATES[frame.state][1]}.",
        f"Đơn vị hành chính ngày {frame.map.day:%d/%m/%Y}. Số liệu tính đến {_moment(made)}.",
    ]


def of_coverage(
    frame: Frame, body: dict, only: str | None, rows: int, made: datetime, demo: bool
) -> list[tuple[str, Any]]:
    """The sheet of sources beside the list of hamlets."""
    all_or_more = "Chưa có buổi trong tháng" if only else "Tất cả khóm, ấp"
    kept = state_names(frame.state).get(only or "", all_or_more)
    found = [
        ("Đơn vị", whole_name(frame)),
        ("Danh sách", f"{kept}: {rows} khóm, ấp"),
        ("Tháng", _month(body)),
        ("12 tháng, từ ngày", frame.period.start),
        ("Đến ngày", frame.stock_day),
        ("Đơn vị hành chính ngày", frame.map.day),
        ("Tình trạng số liệu", STATES[frame.state][1]),
        ("Số liệu tính đến", f"{_moment(made)} (giờ Việt Nam)"),
        ("Cách tính", definition(frame.state)),
        ("Nguồn", SOURCE),
    ]
    return [*found, *([(DEMO, DEMO_SAID)] if demo else [])]


def _month(body: dict) -> str:
    year, month = body["months"][-1].split("-")
    return f"{int(month)}/{year}"


def whole_name(frame: Frame) -> str:
    """'Xã Lấp Vò, Cụm Lấp Vò, Tỉnh Đồng Tháp'."""
    return ", ".join(told_apart(step, frame.map) for step in frame.map.path(frame.unit_id))


def _moment(made: datetime) -> str:
    return f"{made.astimezone(clock.VIETNAM):%H:%M %d/%m/%Y}"
