"""The bodies that hold sessions: who was founded where and when. The dates make the published
coverage: 551 of 697 hamlets and 40 of 143 communes on 14/04/2024, twelve youth teams."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from server.admin_units.models import FOREVER
from server.catalogue.codes import PROGRAMME_START
from server.cli.demo.land import REFORM, Land
from server.cli.demo.people import Member, People, Person

PILOT = date(2022, 6, 30)
PILOT_DECISION = "692/QĐ-UBND-HC"
OWN_TEAM = "DEMO-30187-01"  # Ấp 1, xã Vĩnh Thạnh: the volunteer's
PUBLISHED = date(2024, 4, 14)
HAMLETS_THEN, COMMUNES_THEN = 551, 40
HAMLETS_NOW, COMMUNES_NOW = 668, 41
DEPARTMENT_RENAMED = date(2025, 3, 1)


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
    """Founds every team of the demo, in the order of their kinds."""

    def __init__(self, rng: Random, land: Land, people: People, day: date):
        self.rng, self.land, self.people, self.day = rng, land, people, day
        self.teams: list[Team] = []

    def everybody(self, volunteer: Person) -> list[Team]:
        self._pilots(volunteer)
        self._hamlets()
        self._communes()
        self._youth()
        self._agencies()
        return self.teams

    def _found(self, kind, name, home, founded, size, pace, *, known=(), **more) -> Team:
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
        where = where if where[-1].isdigit() else where.split(" ", self._words(commune))[-1]
        name = f"Tổ công nghệ số cộng đồng {self.land.name(hamlet, founded)}, {where}"
        size = self.rng.choices((3, 4, 5), weights=(3, 4, 3))[0]
        team = self._found(
            "hamlet", name, hamlet, founded, size, self._pace(), known=known, decision=decision,
            **more,
        )  # fmt: skip
        left = founded + timedelta(days=self.rng.randint(200, 900))
        if size > 3 and left < self.day and self.rng.random() < 0.15:
            team.members[-1].left = left
        return team

    def _words(self, commune: int) -> int:
        return len(self.land.kind(commune).split())

    def _pilots(self, volunteer: Person) -> None:
        """One hamlet of each district."""
        for district in self.land.level("district", PILOT):
            hamlets = self.land.hamlets_of(district, PILOT)
            own = self.land.unit(OWN_TEAM, PILOT)
            hamlet = own if own in hamlets else self.rng.choice(hamlets)
            founded = _workday(PILOT + timedelta(days=self.rng.randint(9, 60)))
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
                decisions[commune] = (_workday(start + timedelta(days=days)), number)
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
        name = f"Tổ công nghệ số {_lower(self.land.name(home, founded))}"
        decision = f"{self.rng.randint(20, 420)}/QĐ-UBND"
        size, pace = self.rng.randint(5, 8), self._pace() * 1.3
        self._found("commune", name, home, _workday(founded), size, pace, decision=decision, **more)

    def _youth(self) -> None:
        rng, land = self.rng, self.land
        for position, home in enumerate(land.level("district", PILOT)):
            founded = _workday(date(2022, 8, 15) + timedelta(days=position * 21))
            name = f"Tổ thanh niên chuyển đổi số cộng đồng {_lower(land.name(home, founded))}"
            self._found("youth", name, home, founded, rng.randint(6, 9), rng.uniform(0.9, 2.2),
                        dissolved=REFORM)  # fmt: skip
        for position, home in enumerate(land.level("district", REFORM)):
            founded = _workday(REFORM + timedelta(days=10 + position * 3))
            name = f"Tổ thanh niên chuyển đổi số cộng đồng {_lower(land.name(home, founded))}"
            self._found("youth", name, home, founded, rng.randint(6, 9), rng.uniform(0.9, 2.2))

    def _agencies(self) -> None:
        """Bodies that are older than the programme take part from its first day."""
        land, start = self.land, PROGRAMME_START
        province = land.unit("87", start)
        renamed = {"dissolved": DEPARTMENT_RENAMED}
        self._agency("Sở Thông tin và Truyền thông", province, start, 0, **renamed)
        self._agency("Sở Khoa học và Công nghệ", province, DEPARTMENT_RENAMED, 0)
        self._agency("Tỉnh đoàn Đồng Tháp", province, start, 0.2)
        self._agency("Trung tâm Chuyển đổi số", province, start, 0.15)
        self._agency("Ban Quản lý chợ Lấp Vò", land.unit("30169", start), start, 0.5)
        for district in land.level("district", start):
            city = land.kind(district) == "thành phố"
            bare = land.name(district, start).split(" ", 2 if city else 1)[1 + city]
            name = f"{'Thành' if city else 'Huyện'} đoàn {bare}"
            self._agency(name, district, start, 0.5, dissolved=REFORM)
        for since, count, more in ((start, 26, {"dissolved": REFORM}), (REFORM, 30, {})):
            homes = [
                c for c in land.level("commune", since)
                if land.register.units[c].valid_to in (REFORM, FOREVER)
            ]  # fmt: skip
            for home in self.rng.sample(homes, count):
                self._agency(
                    f"Đoàn {_lower(land.name(home, since))}", home, since,
                    self.rng.uniform(0.05, 0.4), **more,
                )  # fmt: skip

    def _agency(self, name: str, home: int, since: date, pace: float, **more) -> None:
        self._found("agency", name, home, since, self.rng.randint(2, 3), pace, **more)


def _lower(name: str) -> str:
    return name[0].lower() + name[1:]


def _workday(day: date) -> date:
    """The day, or the Friday before: decisions are signed in the week."""
    return day - timedelta(days=max(0, day.weekday() - 4))
