"""The published figures as records: 40 outings and 4 classes in 2022, the department's 12 classes
for team members in March 2024, and the department's other classes."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from server.cli.demo.bodies import DEPARTMENT_RENAMED
from server.cli.demo.contents import Contents
from server.cli.demo.land import Land
from server.cli.demo.teams import Team

OUTINGS_BY_CHAPTERS, OUTINGS_BY_TEAMS = 18, 22
DX_DAY = date(2022, 10, 10)
BESIDES = {"home_visit": 14, "help_point": 12, "combined_meeting": 12, "market_street": 8,
           "broadcast": 4}  # fmt: skip
# (year, month): classes of the department for team members
CLASSES = {(2023, 5): 6, (2023, 11): 6, (2024, 3): 12, (2025, 4): 8, (2026, 4): 10}
Session = tuple[Team, date, dict]


def of_2022(rng: Random, land: Land, teams: list[Team], contents: Contents) -> Iterator[Session]:
    """Every session of 2022."""
    pilots = [team for team in teams if team.is_pilot]
    chapters = [
        team for team in teams
        if team.kind == "agency" and "oàn " in team.name and team.founded.year == 2022
        and not team.name.startswith("Tỉnh")
    ]  # fmt: skip
    leads = rng.sample(chapters, OUTINGS_BY_CHAPTERS) + (pilots * 2)[:OUTINGS_BY_TEAMS]
    for position, team in enumerate(leads):
        day = _some_day(rng, team, date(2022, 3, 26))
        if position % 5 == 0:
            day = DX_DAY - timedelta(days=rng.choice((0, 0, 1, 2)))
        body = contents.body(team, day, type="outing")
        body["services"] = [
            contents.taught.service(code, body["participants"])
            for code in ("cashless_account", "edongthap", "cashless_payment")[
                : rng.choice((2, 2, 3))
            ]
        ]
        yield team, day, body
    yield from _classes_of_2022(rng, land, teams, contents)
    for type, count in BESIDES.items():
        for _ in range(count):
            team = _host(rng, type, teams, pilots)
            day = _some_day(rng, team, date(2022, 5, 9))
            yield team, day, contents.body(team, day, type=type)


def _classes_of_2022(rng, land, teams, contents) -> Iterator[Session]:
    """Four classes for several audiences."""
    for name, district, month, count in (
        ("Sở Thông tin và Truyền thông", "866", 8, 96),
        ("Tỉnh đoàn Đồng Tháp", "867", 9, 74),
        ("Sở Thông tin và Truyền thông", "868", 11, 88),
        ("Trung tâm Chuyển đổi số", "872", 11, 62),
    ):
        team, day = _named(teams, name), date(2022, month, rng.randint(4, 26))
        body = contents.body(team, day, type="training_class", place=land.unit(district, day))
        for part in ("female", "elderly", "first_time"):
            body.pop(part, None)
        body |= {"audience": "mixed", "participants": count}
        body["staff_participants"] = round(count * rng.uniform(0.2, 0.35))
        codes = ("cashless_account", "edongthap")
        body["services"] = [contents.taught.service(code, count) for code in codes]
        yield team, day, body


def classes(
    rng: Random, land: Land, teams: list[Team], contents: Contents, end: date
) -> Iterator[Session]:
    """The department's classes for team members, in the districts, later the clusters."""
    for (year, month), count in CLASSES.items():
        districts = land.level("district", date(year, month, 1))
        for place in rng.sample(districts, count):
            day = date(year, month, rng.randint(4, 28))
            day -= timedelta(days=max(0, day.weekday() - 4))
            since = day >= DEPARTMENT_RENAMED
            name = "Sở Khoa học và Công nghệ" if since else "Sở Thông tin và Truyền thông"
            team = _named(teams, name)
            body = contents.body(team, day, type="training_class", place=place)
            for part in ("female", "elderly", "first_time", "staff_participants", "note"):
                body.pop(part, None)
            body |= {"audience": "team_members", "participants": rng.randint(38, 62)}
            body["services"] = []
            if day <= end:
                yield team, day, body


def _host(rng: Random, type: str, teams: list[Team], pilots: list[Team]) -> Team:
    if type == "market_street":
        market = ("Ban Quản lý chợ Lấp Vò", "Thành đoàn Cao Lãnh")
        return _named(teams, rng.choice(market))
    return rng.choice(pilots)


def _named(teams: list[Team], name: str) -> Team:
    return next(team for team in teams if team.name == name)


def _some_day(rng: Random, team: Team, earliest: date) -> date:
    """A weekend day of 2022 mostly, once the team was there."""
    first = max(earliest, team.founded + timedelta(days=6))
    day = first + timedelta(days=rng.randint(0, (date(2022, 12, 24) - first).days))
    return (
        day + timedelta(days=5 - day.weekday()) if rng.random() < 0.6 and day.weekday() < 5 else day
    )
