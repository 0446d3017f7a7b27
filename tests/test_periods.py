"""Reporting periods by both bases, and the buckets that make them up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server import periods

DAY = timedelta(days=1)
WEEK = periods.between(date(2026, 11, 3), date(2026, 11, 9))


@pytest.mark.parametrize(
    ("name", "basis", "start", "end", "label"),
    [
        ("2024", "calendar", "2024-01-01", "2024-12-31", "năm 2024"),
        ("2024-H1", "calendar", "2024-01-01", "2024-06-30", "6 tháng đầu năm 2024"),
        ("2024-H2", "calendar", "2024-07-01", "2024-12-31", "6 tháng cuối năm 2024"),
        ("2024-Q1", "calendar", "2024-01-01", "2024-03-31", "quý I/2024"),
        ("2024-02", "calendar", "2024-02-01", "2024-02-29", "tháng 2/2024"),
        ("2024-03", "nd09", "2024-02-15", "2024-03-14", "tháng 3/2024"),
        ("2024-Q1", "nd09", "2023-12-15", "2024-03-14", "quý I/2024"),
        ("2024-H2", "nd09", "2024-06-15", "2024-12-14", "6 tháng cuối năm 2024"),
        ("2024", "nd09", "2023-12-15", "2024-12-14", "năm 2024"),
    ],
)
def test_a_period_is_the_days_that_officials_mean(name, basis, start, end, label):
    period = periods.named(name, basis)
    found = (period.start.isoformat(), period.end.isoformat(), period.label)
    assert found == (start, end, label)


@pytest.mark.parametrize("name", ["2024-13", "2024-Q5", "24", "2024-H3", "2024-1", "", "2024-Q1 "])
def test_what_is_no_period_is_refused(name):
    with pytest.raises(ValueError):
        periods.named(name)


@pytest.mark.parametrize(
    ("period", "today", "start", "end"),
    [
        (periods.named("2026-11"), "2026-12-05", "2026-10-01", "2026-10-31"),
        (periods.named("2026-11"), "2026-11-21", "2026-10-01", "2026-10-21"),
        (periods.named("2026-03"), "2026-03-31", "2026-02-01", "2026-02-28"),
        (periods.named("2026-03"), "2026-03-30", "2026-02-01", "2026-02-28"),
        (periods.named("2026-Q1"), "2026-05-01", "2025-10-01", "2025-12-31"),
        (periods.named("2026"), "2027-01-01", "2025-01-01", "2025-12-31"),
        (periods.named("2026-03", "nd09"), "2026-12-01", "2026-01-15", "2026-02-14"),
        (WEEK, "2026-12-01", "2026-10-27", "2026-11-02"),
        (WEEK, "2026-11-04", "2026-10-27", "2026-10-28"),
    ],
)  # fmt: skip
def test_the_stretch_before_is_as_long_and_of_a_running_one_as_much_as_has_passed(
    period, today, start, end
):
    found = periods.before(period, date.fromisoformat(today))
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end)


days = st.dates(date(2021, 1, 1), date(2028, 12, 31))


@given(days, days)
def test_buckets_and_ragged_days_cover_each_day_exactly_once(one, other):
    period = periods.between(min(one, other), max(one, other))
    buckets, ragged = periods.buckets(period)
    covered = dict.fromkeys(_days(period.start - 400 * DAY, period.end + 400 * DAY), 0)
    for bucket in buckets:
        for day in _days(bucket.start, _end(bucket)):
            covered[day] += bucket.sign
    for first, last in ragged:
        for day in _days(first, last):
            covered[day] += 1
    assert {day for day, n in covered.items() if n} == set(_days(period.start, period.end))
    assert set(covered.values()) <= {0, 1}


@given(
    st.sampled_from(["2024", "2024-H1", "2025-Q3", "2026-11"]),
    st.sampled_from(["calendar", "nd09"]),
)
def test_official_periods_have_no_ragged_days_and_few_buckets(name, basis):
    buckets, ragged = periods.buckets(periods.named(name, basis))
    assert ragged == []
    assert len(buckets) <= 13


def test_the_same_period_a_year_before_keeps_the_end_of_february():
    assert periods.year_before(periods.named("2025-02")).end == date(2024, 2, 29)
    assert periods.year_before(periods.named("2024-02")).end == date(2023, 2, 28)


def test_year_to_date_follows_the_basis():
    march = periods.year_to_date(periods.named("2024-03", "nd09"))
    assert (march.start, march.end) == (date(2023, 12, 15), date(2024, 3, 14))
    assert periods.year_to_date(periods.named("2024-Q3")).start == date(2024, 1, 1)


def _days(first, last):
    return [first + n * DAY for n in range((last - first).days + 1)]


def _end(bucket):
    start = bucket.start
    if bucket.grain == "year":
        return date(start.year, 12, 31)
    if start.day == 1:
        return start.replace(day=14)
    return (start.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def test_a_period_that_has_not_begun_is_refused_with_words(world):
    hanh = world.province()
    for path in ("/rollups", "/coverage", "/rollups/comparison", "/rollups/series"):
        for query in ("period=2099-01", "period=2026-12", "from=2026-12-01&to=2026-12-31"):
            answer = hanh.get(f"{path}?{query}", expect=422).json
            assert [error["code"] for error in answer["errors"]] == ["not_begun"], path
            assert "21/11/2026" in answer["errors"][0]["detail"]
    # The one that runs, and the year that it is in, are told up to today.
    for period in ("2026-11", "2026-Q4", "2026"):
        hanh.get(f"/rollups?period={period}")
    # By Decree 09 December has begun on 15 November.
    hanh.get("/rollups?period=2026-12&basis=nd09")
