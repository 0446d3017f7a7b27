"""What every file to take away has in common: how a ratio and a period are written, what the file
is called, and CSV that a spreadsheet reads rightly and never runs."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from tempfile import TemporaryFile
from typing import BinaryIO

from sqlalchemy import select

from server import clock
from server.admin_units.queries import told_apart
from server.extensions import db
from server.figures.frame import Frame
from server.periods import Period
from server.teams.models import Team
from server.text import bare, safe_cell

BOM = "\ufeff"  # without it a spreadsheet takes UTF-8 for the machine's old code page
SHORT_LEVELS = {"province": "tinh", "district": "huyen", "commune": "xa", "hamlet": "ap"}
STATES = {
    "official": ("da-duyet", "Số liệu đã duyệt"),
    "provisional": ("so-bo", "Số liệu sơ bộ (gồm buổi chờ duyệt)"),
}
FILES = {"rollup": "tong-hop", "sessions": "buoi", "coverage": "bao-phu"}
DEMO = "Dữ liệu minh họa"


def percent(numerator: int, denominator: int) -> float | None:
    """One decimal, rounded half up from the exact fraction; 100 only when nothing is missing and 0
    only when there is nothing (domain 5). None without a denominator."""
    if not denominator:
        return None
    tenths = (2000 * numerator + denominator) // (2 * denominator)
    if 0 < numerator < denominator:
        tenths = min(max(tenths, 1), 999)
    return tenths / 10


def days(period: Period) -> str:
    """'từ ngày 15/02/2024 đến ngày 14/03/2024'."""
    return f"từ ngày {period.start:%d/%m/%Y} đến ngày {period.end:%d/%m/%Y}"


def is_named(period: Period) -> bool:
    """Whether it is a month, a quarter or a year and not some days."""
    return not period.label.startswith("từ ")


def written(period: Period) -> str:
    """A period as officials write it: 'Tháng 3/2024 (từ ngày 15/02/2024 đến ngày 14/03/2024)'."""
    text = f"{period.label} ({days(period)})" if is_named(period) else days(period)
    return text[0].upper() + text[1:]


def file_name(what: str, frame: Frame, query: dict, made: datetime, suffix: str) -> str:
    """`tong-hop_tinh-dong-thap_theo-xa_2024-Q1_da-duyet_20240414T0530.xlsx`: whose figures, of when
    and which, in plain letters whatever the names."""
    days = f"{frame.period.start:%Y%m%d}-{frame.period.end:%Y%m%d}"
    named = frame.period.basis == "nd09" or not {"from_", "to"} & query.keys()
    period = query.get("period") or f"{frame.period.start:%Y-%m}" if named else days
    basis = "-nd09" if frame.period.basis == "nd09" else ""
    when = f"{made.astimezone(clock.VIETNAM):%Y%m%dT%H%M}"
    area = _plain(told_apart(frame.unit_id, frame.map))
    parts = [FILES[what], area, period + basis, STATES[frame.state][0], when]
    if what == "rollup":
        parts.insert(2, f"theo-{SHORT_LEVELS.get(frame.by, 'to')}")
    return f"{'_'.join(parts)}.{suffix}"


def plain_name(what: str, area: str, made: datetime, suffix: str) -> str:
    """`danh-sach-to_cum-lap-vo_20261122T0930.xlsx`, in plain letters whatever the names."""
    return f"{what}_{_plain(area)}_{made.astimezone(clock.VIETNAM):%Y%m%dT%H%M}.{suffix}"


def _plain(name: str) -> str:
    return bare(name).encode("ascii", "ignore").decode().replace(" ", "-")


def whereabouts(frame: Frame) -> Callable[[dict], str]:
    """A function of a row: what stands between it and the frame's unit, as 'Xã Lấp Vò, Cụm Lấp Vò';
    for a team its home and what stands above. Eleven communes of 2024 share a name with another."""
    homes = {}
    if frame.by == "team":
        homes = {row.id: row.home_id for row in db.session.execute(select(Team.id, Team.home_id))}

    def where(row: dict) -> str:
        if not row["unit"]:
            return ""
        key = row["unit"]["id"]
        path = frame.map.path(frame.map.standing.get(homes.get(key, key)))
        above = path if frame.by == "team" else path[1:]
        stop = above.index(frame.unit_id) if frame.unit_id in above else 0
        return ", ".join(told_apart(step, frame.map) for step in above[:stop])

    return where


def write_csv(headings: Iterable[str], rows: Iterable[list]) -> tuple[BinaryIO, int]:
    """A temporary file of RFC 4180 CSV, at its start, and how many rows it holds. Every text among
    `rows` must have gone through `safe_cell`; headings do here.

    The file is complete before its first byte is sent: a fault on the way is answered as a fault
    and never looks like a short file, and a slow reader holds neither a connection nor a
    snapshot."""
    with temporary() as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.write(BOM)
        writer = csv.writer(text)
        writer.writerow([safe_cell(heading) for heading in headings])
        count = 0
        for row in rows:
            writer.writerow(row)
            count += 1
        text.flush()
        text.detach()
        file.seek(0)
        return file, count


@contextmanager
def temporary() -> Iterator[BinaryIO]:
    """A nameless file on disk, closed at once when its writing fails."""
    file = TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        yield file
    except BaseException:
        file.close()
        raise
