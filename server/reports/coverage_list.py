"""The hamlets of the coverage as a list to work through: who was last there and whom to call, the
longest without a visit first."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, BinaryIO

from server.figures.coverage import ACTIVE, NIL, NO_TEAM, SILENT
from server.reports.definitions import COUNTED
from server.reports.paper import Paper
from server.reports.workbook import height, write_pairs
from server.text import safe_cell

WITHOUT = "without"
FILTERS = (WITHOUT, ACTIVE, NIL, SILENT, NO_TEAM)
STATE_NAMES = {
    ACTIVE: "Có hoạt động",
    NIL: "Không phát sinh",
    SILENT: "Chưa báo cáo",
    NO_TEAM: "Chưa có Tổ",
}
UNAPPROVED = "Chưa có buổi đã duyệt"  # where only approved sessions count, a team may have reported
DEFINITION = (
    "{counted} Có hoạt động: có ít nhất một buổi tại chỗ trong tháng, không kể trực tuyến và tuyên"
    " truyền. Không phát sinh: Tổ báo tháng này không có buổi nào. Lần gần nhất: buổi tại chỗ gần"
    " nhất."
)
Column = tuple[str, int, Callable[[dict], Any]]  # heading, width in characters, value


def kept(rows: Iterable[dict], only: str | None) -> list[dict]:
    """The rows of a coverage that are asked for, as on the screen: longest without a session first,
    and of equals those whose team can be asked."""
    found = [row for row in rows if _fits(row["states"][-1], only)]
    return sorted(
        found, key=lambda r: (str(r["last_session_on"] or ""), r["states"][-1] == NO_TEAM)
    )


def _fits(state: str, only: str | None) -> bool:
    return only is None or (state != ACTIVE if only == WITHOUT else state == only)


def state_names(counted: str) -> dict[str, str]:
    """What the states are called where these sessions count: official or provisional."""
    return STATE_NAMES | ({SILENT: UNAPPROVED} if counted == "official" else {})


def definition(counted: str) -> str:
    """What the columns say where these sessions count."""
    return DEFINITION.format(counted=COUNTED[counted])


def columns(month: str, counted: str) -> list[Column]:
    """Of the list whose last month is `2026-11`."""
    year, number = month.split("-")
    names = state_names(counted)
    return [
        ("Khóm, ấp", 26, lambda row: row["unit"]["full_name"].split(", ")[0]),
        ("Xã, phường", 21, lambda row: _above(row, "commune")),
        ("Huyện, cụm", 18, lambda row: _above(row, "district")),
        (f"Tình trạng tháng {int(number)}/{year}", 15, lambda row: names[row["states"][-1]]),
        ("Lần gần nhất", 13, lambda row: _day(row["last_session_on"])),
        ("Buổi chờ bổ sung trong tháng", 12, lambda row: _sent(row, "returned")),
        ("Buổi từ xa trong tháng", 12, lambda row: _sent(row, "remote")),
        ("Buổi 12 tháng", 8, lambda row: row["sessions"]),
        ("Lượt 12 tháng", 8, lambda row: row["participants"]),
        ("Tổ", 36, lambda row: (row["team"] or {}).get("name", "")),
        ("Tổ trưởng", 22, lambda row: _leader(row, "name")),
        ("Điện thoại", 14, lambda row: _leader(row, "phone")),
    ]


def lines(rows: list[dict], columns: list[Column], standing: str) -> Iterator[list]:
    """For a CSV, each with what kind of figures these are."""
    for row in rows:
        yield [*(_plain(value(row)) for _, _, value in columns), standing]


def sheet(
    file: BinaryIO, head: list[str], columns: list[Column], rows: list[dict], facts: list, demo: str
) -> None:
    """Write the list into a file; `head` its title and the lines under it."""
    paper = Paper(file)
    page, formats, last = paper.sheet("Bao phủ"), paper.formats, len(columns) - 1
    for row, text in enumerate(head):
        page.merge_range(row, 0, row, last, text, formats["centre" if row else "title"])
    top = len(head) + 1
    page.write_string(top - 1, last, demo.upper(), formats["demo"])
    for at, (heading, width, _) in enumerate(columns):
        page.set_column(at, at, width)
        page.write_string(top, at, heading, formats["head"])
    page.set_row(top, 50)
    for at, row in enumerate(rows, top + 1):
        values = [value(row) for _, _, value in columns]
        for column, value in enumerate(values):
            _write(page, formats, at, column, value)
        widths = [width for _, width, _ in columns]
        page.set_row(at, max(height([str(v)], w) for v, w in zip(values, widths, strict=True)))
    page.autofilter(top, 0, top + len(rows), last)
    page.freeze_panes(top + 1, 1)
    page.repeat_rows(top)
    write_pairs(paper, "Nguồn & bộ lọc", ("Mục", "Nội dung"), facts, demo)
    paper.book.close()


def _write(page, formats: dict, row: int, column: int, value: Any) -> None:
    if isinstance(value, date):
        page.write_datetime(row, column, value, formats["date"])
    elif isinstance(value, int):
        page.write_number(row, column, value, formats["count"])
    else:
        page.write_string(row, column, value, formats["text"])


def _above(row: dict, level: str) -> str:
    return next((unit["name"] for unit in row["path"] if unit["level"] == level), "")


def _day(text: str | None) -> date | str:
    return date.fromisoformat(text) if text else "Chưa từng"


def _sent(row: dict, why: str) -> date | str:
    found = row["unheard"][why]
    return date.fromisoformat(found["date"]) if found else ""


def _leader(row: dict, what: str) -> str:
    return ((row["team"] or {}).get("leader") or {}).get(what) or ""


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return safe_cell(value) if isinstance(value, str) else value
