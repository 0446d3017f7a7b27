"""Who goes out when: every team at its own pace, through the seasons, some in bursts, some silent
for months, and the months in which a careful team says that there was nothing."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from server.cli.demo.seasons import Month, months, poisson, weight
from server.cli.demo.teams import Team

START = date(2023, 1, 1)  # 2022 is told session by session: see `published`
MOODS, MOOD_WEIGHTS = (0.05, 0.5, 1, 1.7), (18, 25, 40, 17)
NIL_FROM = date(2024, 6, 1)
ORDINARY = sum(weight(date(2023, 5, 1) + timedelta(days=n)) for n in range(31))


def outings(rng: Random, teams: list[Team], end: date, target: int) -> list[tuple[date, Team]]:
    """About `target` pairs of a day and a team that held a session on it, up to `end`."""
    calendar = months(START, end)
    means = [
        (month, team, mean)
        for team in teams
        if team.pace
        for month, mean in _means(rng, team, calendar)
    ]
    scale = target / sum(mean for _, _, mean in means)
    found = []
    for month, team, mean in means:
        for _ in range(poisson(rng, mean * scale)):
            day = month.some_day(rng)
            if team.is_active_on(day):
                found.append((day, team))
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _means(rng: Random, team: Team, calendar: list[Month]) -> list[tuple[Month, float]]:
    found, mood = [], 1.0
    for month in calendar:
        if month.first.month in (1, 7):
            mood = rng.choices(MOODS, weights=MOOD_WEIGHTS)[0]
        there = month.days and month.days[-1] >= team.founded and month.days[0] < team.dissolved
        if there and month.total:
            found.append((month, team.pace * mood * month.total / ORDINARY))
    return found


def silent_months(
    rng: Random, teams: list[Team], held: list[tuple[date, Team]], end: date
) -> list[tuple[date, Team]]:
    """The last days of months that a careful hamlet team reports as without sessions."""
    busy: dict[Team, set] = defaultdict(set)
    for day, team in held:
        busy[team].add((day.year, day.month))
    found = []
    for team in teams:
        if team.kind != "hamlet" or rng.random() > 0.1:
            continue
        for month in months(max(NIL_FROM, team.founded), end):
            day = month.first.replace(day=28)
            quiet = (day.year, day.month) not in busy[team]
            if quiet and team.founded <= day <= end and rng.random() < 0.17:
                found.append((day, team))
    return found
