"""The bodies that hold sessions: who was founded where and when. The dates make the published
coverage: 551 of 697 hamlets and 40 of 143 communes on 14/04/2024, twelve youth teams."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from server.admin_units.models import FOREVER
from server.cli.demo.land import REFORM, Land
from server.cli.demo.people import Member, People, Person

PILOT = date(2022, 6, 30)
PILOT_DECISION = "692/QĐ-UBND-HC"
OWN_TEAM = "DEMO-30187-01"  # Ấp 1, xã Vĩnh Thạnh: the volunteer's
PUBLISHED = date(2024, 4, 14)
HAMLETS_THEN, COMMUNES_THEN = 551, 40
HAMLETS_NOW, COMMUNES_NOW = 668, 41


@dataclass(eq=False, slots=True)
class Team:
    """`pace`: sessions a month when nothing hinders; `usual`: how many people come; `care`: how
    often optional counts are filled in."""

    kind: str
    name: str
    home: int
    founded: date
    members: list[Member]
    pace: float
    usual: int
    care: float
    dissolved: date = FOREVER
    decision: str | None = None
    is_pilot: bool = False
    id: int = 0
    sessions: list = field(default_factory=list)

    def is_active_on(self, day: date) -> bool:
        return self.founded <= day < self.dissolved

    @property
    def leader(self) -> Person:
        return self.members[0].person


class Founding:
    """Founds teams: first those of hamlets and communes; see `bodies` for the others."""

    def __init__(self, rng: Random, land: Land, people: People, day: date):
        self.rng, self.land, self.people, self.day = rng, land, people, day
        self.teams: list[Team] = []

    def local_teams(self, volunteer: Person) -> list[Team]:
        self._pilots(volunteer)
        self._hamlets()
        self._communes()
        return self.teams

    def found(self, kind, name, home, founded, size, pace, *, known=(), **more) -> Team:
        """Found a team with its roster."""
        rng, kind_of_home = self.rng, self.land.kind(home)
        members = self.people.roster(size, founded, kind_of_home, known)
        usual = max(8, round(rng.lognormvariate(3.05, 0.32)))
        team = Team(kind, name, home, founded, members, pace, usual, rng.random() ** 0.6, **more)
        if team.dissolved < FOREVER:
            for member in members:
                member.left = team.dissolved
        self.teams.append(team)
        return team

    def _pace(self) -> float:
        return self.rng.choices((0.03, 0.12, 0.28, 0.65, 1.7), weights=(14, 34, 33, 15, 4))[0]

    def _hamlet_team(self, hamlet: int, founded: date, decision: str, known=(), **more) -> Team:
        commune = self.land.above(hamlet, "commune", founded)
        where = self.land.name(commune, founded)
        words = len(self.land.kind(commune).split())
        where = lowered(where) if where[-1].isdigit() else where.split(" ", words)[-1]
        name = f"Tổ công nghệ số cộng đồng {self.land.name(hamlet, founded)}, {where}"
        size = self.rng.choices((3, 4, 5), weights=(3, 4, 3))[0]
        team = self.found(
            "hamlet", name, hamlet, founded, size, self._pace(), known=known, decision=decision,
            **more,
        )  # fmt: skip
        left = founded + timedelta(days=self.rng.randint(200, 900))
        if size > 3 and left < self.day and self.rng.random() < 0.15:
            team.members[-1].left = left
        return team

    def _pilots(self, volunteer: Person) -> None:
        """One hamlet of each district."""
        for district in self.land.level("district", PILOT):
            hamlets = self.land.hamlets_of(district, PILOT)
            own = self.land.unit(OWN_TEAM, PILOT)
            hamlet = own if own in hamlets else self.rng.choice(hamlets)
            founded = workday(PILOT + timedelta(days=self.rng.randint(9, 60)))
            known = [volunteer] if hamlet == own else []
            team = self._hamlet_team(hamlet, founded, PILOT_DECISION, known, is_pilot=True)
            team.pace = max(team.pace, 0.5)
            if known:
                team.pace, team.usual = 1.2, 22

    def _hamlets(self) -> None:
        """Commune by commune, most hamlets of one at a time, some later, some not yet."""
        rng, land = self.rng, self.land
        taken = {team.home for team in self.teams}
        communes = land.level("commune", PILOT)
        rng.shuffle(communes)
        waves, later = [], []
        for commune in communes:
            for hamlet in land.hamlets_of(commune, PILOT):
                if hamlet not in taken:
                    (waves if rng.random() < 0.86 else later).append((hamlet, commune))
        order = waves + later
        then = HAMLETS_THEN - len(taken)
        now = HAMLETS_NOW - len(taken)
        self._wave(order[:then], date(2022, 10, 17), PUBLISHED - timedelta(days=4))
        self._wave(order[then:now], date(2024, 5, 6), self.day - timedelta(days=45))

    def _wave(self, order: list[tuple[int, int]], start: date, end: date) -> None:
        """Found one team after the other between two days; those of one commune together."""
        decisions: dict[int, tuple[date, str]] = {}
        for position, (hamlet, commune) in enumerate(order):
            if commune not in decisions:
                days = round((end - start).days * position / len(order))
                number = f"{self.rng.randint(12, 398)}/QĐ-UBND"
                decisions[commune] = (workday(start + timedelta(days=days)), number)
            self._hamlet_team(hamlet, *decisions[commune])

    def _communes(self) -> None:
        """Forty by the published day, some more by the reform, then those of the new communes,
        led by people of the old ones."""
        rng, land = self.rng, self.land
        old = [c for c in land.level("commune", PILOT) if land.register.units[c].valid_to == REFORM]
        for position, home in enumerate(rng.sample(old, COMMUNES_THEN + 16)):
            if position < COMMUNES_THEN:
                founded = date(2022, 9, 5) + timedelta(days=position * 14 + rng.randint(0, 9))
            else:
                founded = date(2024, 5, 13) + timedelta(days=(position - COMMUNES_THEN) * 18)
            self._commune_team(home, founded, dissolved=REFORM)
        for position, home in enumerate(rng.sample(land.level("commune", REFORM), COMMUNES_NOW)):
            founded = REFORM + timedelta(days=13 + position * 2)
            if position > COMMUNES_NOW - 9:
                founded += timedelta(days=min(60, max(0, (self.day - founded).days - 30)))
            known = [
                member.person
                for team in self.teams
                if team.kind == "commune" and land.above(team.home, "commune", REFORM) == home
                for member in team.members[:2]
            ]
            self._commune_team(home, founded, known=known[:4])

    def _commune_team(self, home: int, founded: date, **more) -> None:
        name = f"Tổ công nghệ số {lowered(self.land.name(home, founded))}"
        decision = f"{self.rng.randint(20, 420)}/QĐ-UBND"
        size, pace = self.rng.randint(5, 8), self._pace() * 1.3
        self.found("commune", name, home, workday(founded), size, pace, decision=decision, **more)


def lowered(name: str) -> str:
    return name[0].lower() + name[1:]


def workday(day: date) -> date:
    """The day, or the Friday before: decisions are signed in the week."""
    return day - timedelta(days=max(0, day.weekday() - 4))
