"""The rollup as a table for machines: one line a child, the undivided line, the total; one number
a cell."""

from collections.abc import Callable, Iterator
from typing import Any

from server.catalogue.codes import TYPES
from server.figures.rollup import RATIOS
from server.reports.definitions import heading
from server.reports.writing import percent
from server.rollups.models import OPTIONAL_COUNTS
from server.text import safe_cell

Column = tuple[str, Callable[[dict], Any]]


def columns(services: dict[str, str], where: Callable[[dict], str], standing: str) -> list[Column]:
    """Heading and value of every column; `services`: code -> its name, all of them, so that files
    of different periods have the same columns. `where` tells namesakes apart; `standing` says what
    kind of figures these are."""
    return [
        ("Mã đơn vị", lambda row: safe_cell((row["unit"] or {}).get("code") or "")),
        ("Đơn vị", lambda row: safe_cell(row["label"])),
        ("Thuộc", lambda row: safe_cell(where(row))),
        *((heading(f"sessions.{code}"), _of("sessions", code)) for code in ("all", *TYPES)),
        (heading("joined"), _of("joined")),
        (heading("participants"), _of("participants")),
        (heading("team_members_trained"), _of("team_members_trained")),
        *_optional(),
        *_services(services),
        *_ratios(),
        (heading("pending"), _of("pending")),
        ("Tình trạng số liệu", lambda row: standing),
    ]


def lines(body: dict, columns: list[Column]) -> Iterator[list]:
    """The rows of a rollup and its total, called so."""
    for row in (*body["rows"], body["total"] | {"label": "Tổng cộng", "unit": None}):
        yield [value(row) for _, value in columns]


def _of(*path: str) -> Callable[[dict], Any]:
    def value(row: dict) -> Any:
        for step in path:
            row = row.get(step, {})
        return row if row != {} else 0

    return value


def _optional() -> Iterator[Column]:
    for name in OPTIONAL_COUNTS:
        yield heading(name), lambda row, name=name: recorded(row[name])
        yield f"{heading(name)}: số buổi có ghi", _of(name, "recorded")


def recorded(count: dict) -> int | None:
    """Blank is not zero: a count that no session recorded stays blank."""
    return count["value"] if count["recorded"] else None


def _services(services: dict[str, str]) -> Iterator[Column]:
    for code, name in services.items():
        for count in ("assisted", "completed"):
            yield f"{name}: {heading(f'services.{count}').lower()}", _of("services", code, count)


def _ratios() -> Iterator[Column]:
    for name in RATIOS:
        yield f"{heading(name)}: tử số", _of(name, "numerator")
        yield f"{heading(name)}: mẫu số", _of(name, "denominator")
        yield f"{heading(name)}: tỷ lệ (%)", lambda row, name=name: percent(*row[name].values())
