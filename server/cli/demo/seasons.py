"""When people go out: the youth month in March, the digital transformation day on 10 October, the
summer campaign, weekends; and hardly anybody around Tết."""

import calendar
import math
from datetime import date, timedelta
from random import Random

MONTHS = {1: 0.9, 2: 0.85, 3: 1.6, 4: 1.0, 5: 0.9, 6: 1.0, 7: 1.25, 8: 1.1, 9: 0.95, 10: 1.5,
          11: 1.1, 12: 0.95}  # fmt: skip
WEEKDAYS = (0.7, 0.75, 0.8, 0.85, 0.9, 2.0, 1.5)
DAYS = {(10, 10): 3.5, (10, 9): 1.8, (10, 11): 1.8, (3, 26): 4.0, (3, 25): 1.8, (9, 2): 0.2,
        (4, 30): 0.3, (5, 1): 0.3, (1, 1): 0.3}  # fmt: skip
TET = (
    date(2022, 2, 1), date(2023, 1, 22), date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17),
    date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13), date(2030, 2, 3), date(2031, 1, 23),
)  # fmt: skip


def weight(day: date) -> float:
    """How likely a session is on a day, against an ordinary one."""
    return (
        MONTHS[day.month] * WEEKDAYS[day.weekday()] * DAYS.get((day.month, day.day), 1) * _tet(day)
    )


def _tet(day: date) -> float:
    away = min((abs((day - tet).days) for tet in TET), default=99)
    return 0.05 if away <= 6 else 0.5 if away <= 12 else 1.0


class Month:
    """The days of one month that lie in a range, with their weights added up for drawing."""

    def __init__(self, first: date, start: date, end: date):
        last = calendar.monthrange(first.year, first.month)[1]
        days = (first + timedelta(days=n) for n in range(last))
        self.first = first
        self.days = [day for day in days if start <= day <= end]
        self.sums: list[float] = []
        for day in self.days:
            self.sums.append((self.sums[-1] if self.sums else 0) + weight(day))

    @property
    def total(self) -> float:
        return self.sums[-1] if self.sums else 0.0

    def some_day(self, rng: Random) -> date:
        return rng.choices(self.days, cum_weights=self.sums)[0]


def months(start: date, end: date) -> list[Month]:
    """The months of a range, both days included."""
    found, first = [], start.replace(day=1)
    while first <= end:
        found.append(Month(first, start, end))
        first = (first + timedelta(days=32)).replace(day=1)
    return found


def poisson(rng: Random, mean: float) -> int:
    """How often something rare happens."""
    count, chance, limit = -1, 1.0, math.exp(-mean)
    while chance > limit or count < 0:
        chance *= rng.random()
        count += 1
    return count
