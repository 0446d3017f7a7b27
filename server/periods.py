"""Reporting periods: what `2024-Q1` means by the calendar or by Decree 09/2019, which stored
buckets add up to it, and how officials write it. Pure: no database, no clock."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

DAY = timedelta(days=1)
# Decree 09/2019/ND-CP, Article 12: reports close on the 14th, so a period starts on the 15th of
# the month before its first one.
CLOSING_DAY = 14
_ROMAN = ("I", "II", "III", "IV")
_PERIOD = re.compile(r"(2[01]\d\d)(?:-(?:(Q)([1-4])|(H)([12])|(\d{2})))?", re.ASCII)


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included."""

    label: str
    start: date
    end: date
    basis: str = "calendar"


@dataclass(frozen=True)
class Bucket:
    """A stored total to add (`sign` 1) or take away (-1). `grain` is `half` or `year`."""

    grain: str
    start: date
    sign: int


def named(name: str, basis: str = "calendar") -> Period:
    """The period called `2024`, `2024-H1`, `2024-Q1` or `2024-03`; ValueError if there is none."""
    match = _PERIOD.fullmatch(name)
    if not match:
        raise ValueError(name)
    year, _, quarter, _, half, month = match.groups()
    if quarter:
        first, count, label = int(quarter) * 3 - 2, 3, f"quý {_ROMAN[int(quarter) - 1]}/{year}"
    elif half:
        first, count = int(half) * 6 - 5, 6
        label = f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}"
    elif month:
        first, count, label = int(month), 1, f"tháng {int(month)}/{year}"
    else:
        first, count, label = 1, 12, f"năm {year}"
    start = date(int(year), first, 1)
    end = add_months(start, count) - DAY
    if basis == "nd09":
        start = add_months(start, -1).replace(day=CLOSING_DAY + 1)
        end = end.replace(day=CLOSING_DAY)
    return Period(label, start, end, basis)


def between(start: date, end: date) -> Period:
    """The days from `start` to `end`; ValueError when they are the wrong way round."""
    if end < start:
        raise ValueError("end before start")
    return Period(f"từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}", start, end)


def year_to_date(period: Period) -> Period:
    """From the first day of the reporting year to the period's end."""
    if period.basis == "nd09":
        year = period.end.year + (period.end.month == 12 and period.end.day > CLOSING_DAY)
        start = date(year - 1, 12, CLOSING_DAY + 1)
    else:
        start = date(period.end.year, 1, 1)
    return Period("lũy kế từ đầu năm", start, period.end, period.basis)


def year_before(period: Period) -> Period:
    """The same days one year earlier; a last day of February stays the last day."""
    start, end = _year_earlier(period.start), _year_earlier(period.end)
    if (period.end + DAY).month != period.end.month:
        end = add_months(end.replace(day=1), 1) - DAY
    return Period("cùng kỳ năm trước", start, end, period.basis)


def elapsed(period: Period, today: date) -> Period:
    """The period up to today: what is not over is compared with as much of another."""
    return replace(period, end=max(period.start, min(period.end, today)))


def before(period: Period, today: date) -> Period:
    """The stretch just before a period: as many whole months, else as many days. Of a period that
    is not over only as many of its days, counted from its first, as have passed."""
    following = period.end + DAY
    count = (following.year - period.start.year) * 12 + following.month - period.start.month
    whole_months = following.day == period.start.day <= CLOSING_DAY + 1
    if whole_months:
        start = add_months(period.start, -count)
    else:
        start = period.start - (following - period.start)
    end, passed = period.start - DAY, elapsed(period, today).end
    if passed < period.end:
        end = min(end, start + (passed - period.start))
    return Period("kỳ trước", start, end, period.basis)


def months(period: Period) -> list[Period]:
    """The calendar months that the period touches, whole."""
    month, found = period.start.replace(day=1), []
    while month <= period.end:
        following = add_months(month, 1)
        label = f"tháng {month.month}/{month.year}"
        found.append(Period(label, month, following - DAY))
        month = following
    return found


def buckets(period: Period) -> tuple[list[Bucket], list[tuple[date, date]]]:
    """The fewest stored buckets that make up the period, and the ragged days (first, last) that
    only the sessions themselves can tell."""
    first = _half_start(period.start, up=True)
    last = _half_start(period.end + DAY, up=False)  # exclusive
    if first >= last:
        return [], [(period.start, period.end)]
    ragged = [(period.start, first - DAY)] if period.start < first else []
    if last <= period.end:
        ragged.append((last, period.end))
    return _whole(first, last), ragged


def half_of(day: date) -> date:
    """The first day of the half-month (1-14, 15-end) in which a day lies."""
    return day.replace(day=1 if day.day <= CLOSING_DAY else CLOSING_DAY + 1)


def last_of_half(half: date) -> date:
    """The last day of the half-month that starts on a day."""
    return _next_half(half) - DAY


def year_of(day: date) -> date:
    """The first day of the calendar year in which a day lies."""
    return date(day.year, 1, 1)


def add_months(day: date, count: int) -> date:
    """The same day some months later, for days that every month has (up to the 28th)."""
    month = day.year * 12 + day.month - 1 + count
    return date(month // 12, month % 12 + 1, day.day)


def _whole(first: date, last: date) -> list[Bucket]:
    """Buckets for [first, last), both half-month starts: for each calendar year its halves, or the
    year less the missing halves, whichever is fewer rows."""
    found: list[Bucket] = []
    for year in range(first.year, (last - DAY).year + 1):
        new_year, next_year = date(year, 1, 1), date(year + 1, 1, 1)
        inside = _halves(max(first, new_year), min(last, next_year))
        if len(inside) <= 12:
            found += [Bucket("half", half, 1) for half in inside]
            continue
        outside = set(_halves(new_year, next_year)) - set(inside)
        found.append(Bucket("year", new_year, 1))
        found += [Bucket("half", half, -1) for half in sorted(outside)]
    return found


def _halves(first: date, last: date) -> list[date]:
    found = []
    while first < last:
        found.append(first)
        first = _next_half(first)
    return found


def _next_half(half: date) -> date:
    return (
        half.replace(day=CLOSING_DAY + 1) if half.day == 1 else add_months(half.replace(day=1), 1)
    )


def _half_start(day: date, *, up: bool) -> date:
    half = half_of(day)
    return half if half == day or not up else _next_half(half)


def _year_earlier(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)
