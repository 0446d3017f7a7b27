"""Places side by side, fairly: one figure for every unit of a level, per so many residents where a
population is known, against the median of the widest land that the reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from server import clock, periods, problems
from server.admin_units.queries import brief, named
from server.catalogue.codes import SERVICES, TYPES
from server.fields import instant
from server.figures import sums
from server.figures.frame import Frame, row_label
from server.figures.population import Base, base_of
from server.figures.rollup import RATIOS, every_team, members
from server.problems import field_error
from server.rollups.models import OPTIONAL_COUNTS

# What a count may be set against, and for how many of it the rate is given.
PER = {"population": 1000, "households": 100}
# Under so much a rate says little: residents or households, and units or teams of a share.
SMALL = {"population": 1000, "households": 300, "share": 10}
FEW = 10  # a change from fewer than these is told as a number, never as a percentage
CHANGES = NEW, ABSOLUTE, PERCENT, POINTS = "new", "absolute", "percent", "points"


@dataclass(frozen=True)
class Figure:
    """`denominator` is None for a plain count. A rate over nothing is no number."""

    numerator: int
    denominator: int | None = None

    def times(self, scale: int) -> Fraction | None:
        if self.denominator is None:
            return Fraction(self.numerator)
        return Fraction(self.numerator * scale, self.denominator) if self.denominator else None


def comparison(shown: Frame, wide: Frame, cell: str, per: str | None) -> dict:
    """The rows of `shown` in the order of their rank; `wide` has the same level over all the land
    that the median is taken of. Raises `INVALID` for a cell there is not, or one without a rate."""
    share = cell in RATIOS
    if per and (share or (cell.partition(".")[0] == "sessions" and per == "households")):
        raise problems.invalid(field_error("/per", "not_one_of"))
    scale = PER[per] if per else 100 if share else 1
    today, period = clock.today(), shown.period
    spans = {
        "now": period,
        "before": periods.before(period, today),
        "year_before": periods.year_before(periods.elapsed(period, today)),
    }
    bases = {row: base_of(row, per or "population", wide.map) for row in wide.rows}
    found, total, known = {}, {}, {}
    for name, span in spans.items():
        days = (span.start, span.end)  # of a year both comparisons are with the same days
        if days not in known:
            figures = measured(wide.with_period(span), cell)
            of_unit = figures if wide is shown else measured(shown.with_period(span), cell)
            known[days] = figures, of_unit
        figures, of_unit = known[days]
        found[name] = _rated(figures, wide.rows, bases if per else None)
        total[name] = _total(of_unit, base_of(shown.unit_id, per, wide.map) if per else None)
    values = {row: figure.times(scale) for row, figure in found["now"].items()}
    mine = {row: values[row] for row in shown.rows}
    ranks = ranked(mine)
    order = sorted(shown.rows, key=lambda row: (ranks[row] is None, ranks[row] or 0))
    small = SMALL["share" if share else per] if share or per else 0

    def told(now: dict[str, Figure]) -> dict:
        return {
            **_shown(now["now"], scale),
            "small_base": _is_small(now["now"], small),
            "before": _change(now["now"], now["before"], share),
            "year_before": _change(now["now"], now["year_before"], share),
        }

    rows = [
        {
            "unit": named(row, shown.map),
            "label": row_label(shown, row),
            "rank": ranks[row],
            "population": bases[row].n if per != "households" else None,
            **told({name: found[name][row] for name in spans}),
        }
        for row in order
    ]
    return {
        "as_of": instant(clock.now()),
        "unit": brief(shown.unit_id, shown.map),
        "period": _days(period),
        "before": _days(spans["before"]),
        "year_before": _days(spans["year_before"]),
        "map": shown.map.day.isoformat(),
        "state": shown.state,
        "by": shown.by,
        "cell": cell,
        "per": per,
        "scale": scale,
        "small_under": small or None,
        "percent_from": FEW,
        "bases": _sources(bases[row] for row in shown.rows),
        "median": _median(values, wide),
        "rows": rows,
        "total": told(total),
        "pending": sum(row["pending"] for row in sums.by_row(shown, ()).values()),
        "undivided": total["now"].numerator - sum(row["numerator"] for row in rows),
    }


def measured(frame: Frame, cell: str) -> dict[int, Figure]:
    """Row -> the cell's figure, as the rollup of the frame has it."""
    group, _, rest = cell.partition(".")
    code, _, count = rest.partition(".")
    if cell in RATIOS and cell != "on_time":
        ratios = members(frame, every_team(frame), only=(cell,))
        return {
            row: Figure(sum(found.values()), len(found))
            for row, of in ratios.items()
            if (found := of.get(cell)) is not None
        }
    if group == "services" and code in SERVICES and count in ("assisted", "completed"):
        taught = sums.services_by_row(frame, code)
        return {row: Figure(of.get(code, {}).get(count, 0)) for row, of in taught.items()}
    names = _measures(cell)
    rows = sums.by_row(frame, names)
    counted = {row: sum(of[name] for name in names) for row, of in rows.items()}
    if cell == "on_time":
        held = measured(frame, "sessions.all")
        return {row: Figure(n, held[row].numerator) for row, n in counted.items()}
    return {row: Figure(n) for row, n in counted.items()}


def _measures(cell: str) -> tuple[str, ...]:
    group, _, code = cell.partition(".")
    if cell == "sessions.all":
        return TYPES
    if group == "sessions" and code in TYPES:
        return (code,)
    if cell in ("participants", "team_members_trained", "on_time", *OPTIONAL_COUNTS):
        return (cell,)
    raise problems.invalid(field_error("/cell", "not_one_of"))


def _rated(figures: dict[int, Figure], rows: list[int], bases: dict[int, Base] | None):
    """A figure for every row; set against its base where one is asked for."""
    if bases is None:
        share = next((f.denominator is not None for f in figures.values()), False)
        return {row: figures.get(row, Figure(0, 0 if share else None)) for row in rows}
    return {row: Figure(figures.get(row, Figure(0)).numerator, bases[row].n or 0) for row in rows}


def _total(figures: dict[int, Figure], base: Base | None) -> Figure:
    """The unit's own figure: worked out from all of its parts, never averaged from their rates."""
    n = sum(figure.numerator for figure in figures.values())
    if base is not None:
        return Figure(n, base.n or 0)
    parts = [f.denominator for f in figures.values() if f.denominator is not None]
    return Figure(n, sum(parts) if parts else None)


def ranked(values: dict[int, Fraction | None]) -> dict[int, int | None]:
    """Largest first; equals share a rank and the next one counts them: 1, 1, 3."""
    first: dict[Fraction, int] = {}
    for place, value in enumerate(
        sorted((v for v in values.values() if v is not None), reverse=True), 1
    ):
        first.setdefault(value, place)
    return {row: None if value is None else first[value] for row, value in values.items()}


def median(values: Iterable[Fraction]) -> Fraction | None:
    """The middle value, or halfway between the two middle ones."""
    found = sorted(values)
    if not found:
        return None
    middle, odd = divmod(len(found), 2)
    return found[middle] if odd else (found[middle - 1] + found[middle]) / 2


def rounded(value: Fraction | None, digits: int = 1) -> float | None:
    """Half up, away from zero, from the exact fraction."""
    if value is None:
        return None
    tens = Fraction(10) ** digits
    whole = int(abs(value) * tens + Fraction(1, 2))
    exact = Decimal(whole if value >= 0 else -whole).scaleb(-digits)
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _shown(figure: Figure, scale: int) -> dict:
    return {
        "numerator": figure.numerator,
        "denominator": figure.denominator or None,
        "value": rounded(figure.times(scale)),
    }


def _is_small(figure: Figure, least: int) -> bool:
    return bool(figure.denominator) and figure.denominator < least


def _change(now: Figure, then: Figure, share: bool) -> dict | None:
    """From then to now: a share moves by points; a count by a percentage, by a number when it was
    small, or it is new. None where either is no number."""
    if share:
        one, other = now.times(100), then.times(100)
        if one is None or other is None:
            return None
        kind, difference, percent = POINTS, one - other, None
    else:
        difference, percent = Fraction(now.numerator - then.numerator), None
        kind = ABSOLUTE
        if then.numerator == 0 and now.numerator:
            kind = NEW
        elif then.numerator >= FEW:
            kind, percent = PERCENT, difference * 100 / then.numerator
    return {
        "kind": kind,
        "numerator": then.numerator,
        "denominator": then.denominator or None,
        "difference": rounded(difference),
        "percent": rounded(percent),
    }


def _median(values: dict[int, Fraction | None], wide: Frame) -> dict:
    known = [value for value in values.values() if value is not None]
    return {
        "value": rounded(median(known)),
        "of": len(known),
        "unit": brief(wide.unit_id, wide.map),
    }


def _sources(bases: Iterable[Base]) -> dict:
    """What the residents or households are known from, and for how many rows they are not."""
    bases = list(bases)
    return {
        "years": sorted({year for base in bases for year in base.years}),
        "sources": sorted({source for base in bases for source in base.sources}),
        "unknown": sum(base.n is None for base in bases),
    }


def _days(period: periods.Period) -> dict:
    return {
        "label": period.label,
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "basis": period.basis,
    }
