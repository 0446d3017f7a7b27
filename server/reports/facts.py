"""What a report says of itself: which unit, which days, whose figures, and where they come from."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from server import clock
from server.figures.frame import Frame, level_name
from server.periods import Period
from server.reports.coverage_list import DEFINITION, STATE_NAMES
from server.reports.writing import DEMO, STATES, written

BASES = {"calendar": "Theo lịch", "nd09": "Theo kỳ báo cáo (Nghị định 09/2019/NĐ-CP)"}
DEMO_SAID = "Số liệu trong tệp này là minh họa, không phải số liệu của địa phương."
SOURCE = (
    "Nhật ký Tổ số: các buổi do Tổ công nghệ số cộng đồng ghi, cán bộ Đoàn duyệt. Buổi thuộc về"
    " nơi và ngày diễn ra; sắp xếp đơn vị hành chính không làm thay đổi số liệu đã ghi."
)


def heads(frame: Frame, spans: dict[str, Period], body: dict, made: datetime) -> list[str]:
    """The lines under a form's title."""
    return [
        whole_name(body["unit"]),
        f"Kỳ báo cáo: {written(_so_far(frame.period, frame))}",
        f"Lũy kế {_days(_so_far(spans['year'], frame))};"
        f" cùng kỳ năm trước {_days(spans['before'])}",
        f"{STATES[frame.state][1]}. Đơn vị hành chính ngày {frame.map.day:%d/%m/%Y}."
        f" Số liệu tính đến {_moment(made)}.",
    ]


def facts(
    frame: Frame, spans: dict[str, Period], body: dict, made: datetime, team: str | None, demo: bool
) -> list[tuple[str, Any]]:
    """The sheet 'Nguồn & bộ lọc'; days are days, so that the office can reckon with them."""
    found = [
        ("Đơn vị", whole_name(body["unit"])),
        ("Mỗi dòng là một", level_name(frame)),
        ("Kỳ báo cáo", written(_so_far(frame.period, frame))),
        ("Từ ngày", frame.period.start),
        ("Đến ngày", _so_far(frame.period, frame).end),
        ("Cách tính kỳ", BASES[frame.period.basis]),
        ("Lũy kế từ đầu năm", _days(_so_far(spans["year"], frame))),
        ("Cùng kỳ năm trước", _days(spans["before"])),
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
        frame.map.name(frame.unit_id),
        f"Tháng {_month(body)}, 12 tháng đến {frame.stock_day:%d/%m/%Y}. {STATES[frame.state][1]}.",
        f"Đơn vị hành chính ngày {frame.map.day:%d/%m/%Y}. Số liệu tính đến {_moment(made)}.",
    ]


def of_coverage(
    frame: Frame, body: dict, only: str | None, rows: int, made: datetime, demo: bool
) -> list[tuple[str, Any]]:
    """The sheet of sources beside the list of hamlets."""
    kept = STATE_NAMES.get(only or "", "Chưa có buổi trong tháng" if only else "Tất cả khóm, ấp")
    found = [
        ("Đơn vị", ", ".join(frame.map.name(step) for step in frame.map.path(frame.unit_id))),
        ("Danh sách", f"{kept}: {rows} khóm, ấp"),
        ("Tháng", _month(body)),
        ("12 tháng, từ ngày", frame.period.start),
        ("Đến ngày", frame.stock_day),
        ("Đơn vị hành chính ngày", frame.map.day),
        ("Tình trạng số liệu", STATES[frame.state][1]),
        ("Số liệu tính đến", f"{_moment(made)} (giờ Việt Nam)"),
        ("Cách tính", DEFINITION),
        ("Nguồn", SOURCE),
    ]
    return [*found, *([(DEMO, DEMO_SAID)] if demo else [])]


def _month(body: dict) -> str:
    year, month = body["months"][-1].split("-")
    return f"{int(month)}/{year}"


def whole_name(unit: dict) -> str:
    """'Xã Lấp Vò, Cụm Lấp Vò, Tỉnh Đồng Tháp'."""
    return ", ".join([unit["name"], *(above["name"] for above in reversed(unit["path"]))])


def _so_far(period: Period, frame: Frame) -> Period:
    """The part of a period that is over: no paper speaks of days to come."""
    return replace(period, end=min(period.end, max(period.start, frame.stock_day)))


def _days(period: Period) -> str:
    return f"từ ngày {period.start:%d/%m/%Y} đến ngày {period.end:%d/%m/%Y}"


def _moment(made: datetime) -> str:
    return f"{made.astimezone(clock.VIETNAM):%H:%M %d/%m/%Y}"
