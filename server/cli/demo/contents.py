"""What happened at a session: its body as the client would have sent it, believable for the kind of
team, the place and the time."""

from datetime import date
from random import Random

from server.cli.demo import words
from server.cli.demo.land import Land
from server.cli.demo.taught import Taught
from server.cli.demo.teams import Team

# kind of team: type -> weight
TYPES = {
    "hamlet": {"outing": 34, "home_visit": 20, "help_point": 15, "combined_meeting": 21,
               "online": 5, "broadcast": 3, "market_street": 2},
    "commune": {"outing": 30, "help_point": 32, "combined_meeting": 14, "training_class": 9,
                "market_street": 7, "home_visit": 5, "broadcast": 3},
    "youth": {"outing": 55, "help_point": 16, "training_class": 9, "market_street": 12,
              "home_visit": 8},
    "agency": {"outing": 58, "help_point": 16, "training_class": 8, "market_street": 8,
               "combined_meeting": 10},
}  # fmt: skip
# type: how many come against the team's usual number, minutes, volunteers
SHAPES = {
    "outing": (1.15, 120), "home_visit": (0.55, 150), "help_point": (0.6, 180),
    "market_street": (0.9, 120), "combined_meeting": (1.35, 60), "online": (0.5, 45),
    "training_class": (1.9, 150), "broadcast": (0, 30),
}  # fmt: skip
SOURCES = {"web": 62, "offline": 26, "paper": 8, "message": 4}


class Contents:
    """Fills in sessions. `venues`: place -> ids of venues there; `partners`: their ids."""

    def __init__(self, rng: Random, land: Land, teams: list[Team], venues: dict, partners: list):
        self.rng, self.land = rng, land
        self.venues, self.partners = venues, partners
        self.taught = Taught(rng)
        self._home: dict[int, list[Team]] = {}
        for team in teams:
            self._home.setdefault(team.home, []).append(team)

    def body(self, team: Team, day: date, *, type: str = "", place: int = 0) -> dict:
        """A session of a team on a day; type and place are drawn when not given."""
        rng = self.rng
        type = type or self._type(team, day)
        place = place or self._place(team, day, type)
        body = {
            "team_id": team.id,
            "place_id": place,
            "date": day.isoformat(),
            "type": type,
            "audience": self._audience(team, type),
        }
        self._fill_counts(body, team, day)
        body["services"] = self.taught.services(body, day)
        self._add_extras(body, team, day)
        body["source"] = rng.choices(tuple(SOURCES), weights=SOURCES.values())[0]
        return body

    def _type(self, team: Team, day: date) -> str:
        weights = dict(TYPES[team.kind])
        if self._venues_of(team, day):
            weights["market_street"] = 45
        if (day.year, day.month) == (2024, 3):
            weights.pop("training_class", None)  # that month's classes are the department's
        return self.rng.choices(tuple(weights), weights=weights.values())[0]

    def _venues_of(self, team: Team, day: date) -> list[int]:
        """The places with a venue that a team may go to."""
        if team.kind == "hamlet":
            return [team.home] if team.home in self.venues else []
        return [h for h in self.land.hamlets_of(team.home, day) if h in self.venues]

    def _place(self, team: Team, day: date, type: str) -> int:
        rng, land = self.rng, self.land
        venues = self._venues_of(team, day) if type == "market_street" else []
        if venues:
            return rng.choice(venues)
        if team.kind == "hamlet" and rng.random() < 0.95:
            return team.home
        area = land.map(day).standing[team.home]
        commune = land.above(team.home, "commune", day)
        if type in ("training_class", "broadcast") and rng.random() < 0.6:
            return commune or area
        return rng.choice(land.hamlets_of(commune or area, day))

    def _audience(self, team: Team, type: str) -> str:
        if type == "market_street":
            return "traders" if self.rng.random() < 0.85 else "residents"
        if type == "training_class":
            return self.rng.choices(("residents", "students", "officials", "mixed"), (5, 3, 1, 2))[
                0
            ]
        if team.kind in ("youth", "agency"):
            return "students" if self.rng.random() < 0.12 else "residents"
        return "residents"

    def _fill_counts(self, body: dict, team: Team, day: date) -> None:
        rng, type = self.rng, body["type"]
        many, minutes = SHAPES[type]
        count = round(team.usual * many * rng.lognormvariate(0, 0.3))
        body["participants"] = count = min(max(count, 3), 170) if many else 0
        if not count:
            return
        if body["audience"] == "mixed":
            body["staff_participants"] = round(count * rng.uniform(0.15, 0.4))
        if type == "home_visit":
            body["households"] = max(1, round(count / rng.uniform(1.1, 2.2)))
        fresh = max(0.12, 0.62 - 0.11 * (day - date(2022, 7, 1)).days / 365)
        for name, share, chance in (
            ("female", 0.55, 0.95), ("elderly", 0.24, 0.85), ("first_time", fresh, 0.75),
        ):  # fmt: skip
            if rng.random() < team.care * chance:
                body[name] = min(count, round(count * share * rng.uniform(0.6, 1.4)))
        if rng.random() < 0.75:
            body["volunteers"] = rng.randint(1, max(1, len(team.members)))
        if rng.random() < 0.6:
            body["start_time"] = (
                f"{rng.choice((7, 8, 8, 9, 14, 15, 18, 19)):02}:{rng.choice('03')}0"
            )
            body["duration_min"] = max(30, minutes + 15 * rng.randint(-3, 3))

    def _add_extras(self, body: dict, team: Team, day: date) -> None:
        rng, type = self.rng, body["type"]
        if body["place_id"] in self.venues and type == "market_street":
            body["venue_id"] = rng.choice(self.venues[body["place_id"]])
        if rng.random() < (0.3 if type in ("market_street", "training_class") else 0.06):
            body["partner_ids"] = sorted(rng.sample(self.partners, rng.choice((1, 1, 2))))
        if body["participants"] and rng.random() < 0.3:
            kinds = tuple(words.DIFFICULTIES)
            drawn = rng.choices(kinds, weights=words.DIFFICULTIES.values(), k=rng.choice((1, 1, 2)))
            body["difficulties"] = sorted(set(drawn), key=kinds.index)
        if rng.random() < 0.14:
            body["note"] = rng.choice(words.NOTES[type])
        if type in ("outing", "home_visit", "broadcast") and rng.random() < 0.07:
            self._add_places(body, team, day)
        if type == "outing" and rng.random() < 0.08:
            self._add_co_team(body, team, day)

    def _add_places(self, body: dict, team: Team, day: date) -> None:
        commune = self.land.above(body["place_id"], "commune", day)
        if commune:
            others = [h for h in self.land.hamlets_of(commune, day) if h != body["place_id"]]
            some = self.rng.sample(others, min(len(others), self.rng.choice((1, 1, 2))))
            if some:
                body["other_place_ids"] = sorted(some)

    def _add_co_team(self, body: dict, team: Team, day: date) -> None:
        """The district's youth team, or another body at home around here, takes part."""
        near = self.land.map(day).path(body["place_id"])
        candidates = [
            other
            for unit in near[:3]
            for other in self._home.get(unit, ())
            if other is not team and other.is_active_on(day) and other.pace
        ]
        if candidates:
            body["co_team_ids"] = [self.rng.choice(candidates).id]
