"""The lines of the forms: each unit's and each service's figures in the period, since the year
began, and a year before, on one map."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from server import periods
from server.catalogue.codes import MANY_PER_PERSON
from server.catalogue.models import CatalogueEntry
from server.extensions import db
from server.figures import sums
from server.figures.frame import UNDIVIDED, Frame
from server.periods import Period
from server.reports import writing
from server.reports.stock import stock
from server.text import plain

TOTAL = "Tổng cộng"
MORE = "more"  # under this name a row holds what the rollup does not have
Table = dict[int, dict]  # a row's key -> its figures

TURN = "lượt"


@dataclass(frozen=True)
class Line:
    """One line of a form: the texts that stand before its numbers, and the three spans."""

    texts: tuple[str, ...]
    now: dict
    year: dict
    before: dict


def spans(frame: Frame) -> dict[str, Period]:
    """The three periods of a line; one that is not over is compared up to today only."""
    elapsed = periods.elapsed(frame.period, frame.stock_day)
    return {
        "now": frame.period,
        "year": periods.year_to_date(frame.period),
        "before": periods.year_before(elapsed),
    }


def frames(frame: Frame) -> dict[str, Frame]:
    """The frame with each of its spans."""
    return {name: frame.with_period(period) for name, period in spans(frame).items()}


def unit_lines(bodies: dict[str, dict], spans: dict[str, Frame]) -> tuple[list[Line], Line]:
    """A line for each row of any span's rollup, in the order of the first, and the total."""
    where = writing.whereabouts(spans["now"])
    figures = {name: _table(bodies[name], spans[name]) for name in bodies}
    named = {_key(row): row for body in bodies.values() for row in body["rows"]}
    keys = sorted(named, key=lambda key: key == UNDIVIDED)  # stable: only this one moves, last
    lines = [
        Line(
            _texts(number, named[key], where),
            **{name: table.get(key, {}) for name, table in figures.items()},
        )
        for number, key in enumerate(keys, 1)
    ]
    totals = {name: bodies[name]["total"] | {MORE: _sum(figures[name])} for name in bodies}
    return lines, Line(("", "", TOTAL), **totals)


def _table(body: dict, frame: Frame) -> Table:
    """A rollup's rows by key, with what the forms show besides."""
    classes, there = sums.staff_classes(frame), stock(frame)
    found = {_key(row): row for row in body["rows"]}
    for key in {*found, *classes, *there}:
        more = {**there.get(key, {}), "staff_classes": classes.get(key, 0)}
        found[key] = found.get(key, {}) | {MORE: more}
    return found


def _sum(table: Table) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in table.values():
        for name, n in row[MORE].items():
            found[name] += n
    return found


def _key(row: dict) -> int:
    return row["unit"]["id"] if row["unit"] else UNDIVIDED


def _texts(number: int, row: dict, where: Callable[[dict], str]) -> tuple[str, str, str]:
    """The number of a line, the unit's code, and its name with what tells it from its namesakes;
    the undivided line has but a name."""
    if not row["unit"]:
        return "", "", row["label"]
    name = ", ".join(part for part in (row["label"], where(row)) if part)
    return str(number), row["unit"]["code"] or "", name


def service_lines(spans: dict[str, Frame]) -> tuple[list[Line], Line]:
    """A line for each service that a span has, with what it counts, and the total."""
    services = _services()
    figures = {name: _by_service(frame) for name, frame in spans.items()}
    used = [code for code in services if any(code in table for table in figures.values())]
    lines = [
        Line(
            (str(number), *services[code]),
            **{name: table.get(code, {}) for name, table in figures.items()},
        )
        for number, code in enumerate(used, 1)
    ]
    # Turns add up to turns; households, filings and products do not belong among them.
    turns = {code for code, (_, unit) in services.items() if unit == TURN}
    totals = {name: _total(table, turns) for name, table in figures.items()}
    return lines, Line(("", f"{TOTAL} các dòng tính bằng {TURN}", TURN), **totals)


def _services() -> dict[str, tuple[str, str]]:
    """Code -> (name, what it counts), in the catalogue's order, past services included."""
    rows = db.session.execute(
        select(CatalogueEntry.code, CatalogueEntry.vi, CatalogueEntry.unit)
        .where(CatalogueEntry.kind == "service")
        .order_by(CatalogueEntry.position)
    )
    return {row.code: (plain(row.vi), row.unit or "") for row in rows}


def _by_service(frame: Frame) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in sums.services_by_row(frame).values():
        for code, counts in row.items():
            known = found.setdefault(code, defaultdict(int))
            for name, n in counts.items():
                known[name] += n
    for code, known in found.items():
        # One person may file five forms: no rate of success there.
        if known["assisted_rated"] and code not in MANY_PER_PERSON:
            known["rated"], known["succeeded"] = known["assisted_rated"], known["completed"]
    return found


def _total(figures: dict[str, dict[str, int]], codes: set[str]) -> dict[str, int]:
    return {
        name: sum(row[name] for code, row in figures.items() if code in codes)
        for name in ("assisted", "completed", "assisted_rated")
    }
