"""The demo as a function of (seed, day): the land, its people and teams, five years of sessions up
to the evening before, and what waits today."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from server import clock
from server.access.permissions import Role
from server.admin_units.models import FOREVER
from server.audit.actions import record as log
from server.cli.demo import bodies, desk, life, people, published, store
from server.cli.demo.contents import Contents
from server.cli.demo.desk import Desk
from server.cli.demo.history import History
from server.cli.demo.land import REFORM, Land, load_register
from server.cli.demo.people import People, Person
from server.cli.demo.rows import Told
from server.cli.demo.teams import OWN_TEAM, Founding

SEED = 20220630
SESSIONS = 7_600  # from 2023 on, besides the told and the silent ones
START = date(2022, 1, 1)
PARTNERS = ("VNPT Đồng Tháp", "Viettel Đồng Tháp", "MobiFone Đồng Tháp", "Bưu điện tỉnh",
            "Agribank Đồng Tháp", "Điện lực Đồng Tháp")  # fmt: skip
STREETS = ("Nguyễn Huệ", "Hùng Vương", "Lý Thường Kiệt")  # the cashless pilot of TP Cao Lãnh


def load(day: date, seed: int = SEED) -> None:
    """Fill an empty database; runs inside `write`."""
    load_register()
    world = World(Random(seed), day)
    world.settle()
    world.live()
    log("demo.loaded", "demo", seed, day=day.isoformat(), sessions=len(world.history.sessions))


class World:
    """Everything of one demo, in the order in which it comes about."""

    def __init__(self, rng: Random, day: date):
        self.rng, self.day, self.land = rng, day, Land()
        self.people = People(rng)
        self.history = History(rng, datetime.combine(day, time(0), clock.VIETNAM))

    def settle(self) -> None:
        """People, teams, partners and venues."""
        volunteer = self.people.account(people.VOLUNTEER, date(2022, 7, 8))
        self.officers = self._officers()
        self.staff = self._account(people.PROVINCE, "82", "87")
        self.people.account(people.ADMINISTRATOR, START)
        founding = Founding(self.rng, self.land, self.people, self.day)
        self.teams = founding.local_teams(volunteer)
        bodies.youth(founding)
        bodies.agencies(founding)
        store.people(self.people.everybody)
        store.teams(self.teams)
        venues = store.venues(self._venues())
        self.contents = Contents(self.rng, self.land, self.teams, venues, store.partners(PARTNERS))

    def live(self) -> None:
        """Sessions and what became of them."""
        for told in sorted(self._told(), key=lambda told: told.day):
            self.history.write(told)
        level = {u.id: u.level for u in self.land.register.units.values()}
        self.history.add_flags(
            {t.id: t.home if level[t.home] == "hamlet" else None for t in self.teams}
        )
        store.sessions(self.history)
        store.totals()

    def _officers(self) -> dict[str, Person]:
        """District code -> the officer who answered for it, and for its cluster since."""
        found = {}
        for district in range(866, 878):
            if district == 875:
                found["875"] = self._account(people.OFFICER, "CUM-875", "875")
            else:
                found[str(district)] = self.people.somebody(Role.OFFICER, START)
                self._answer_for(found[str(district)], f"CUM-{district}", str(district))
        return found

    def _account(self, which: tuple, *codes: str) -> Person:
        return self._answer_for(self.people.account(which, START), *codes)

    def _answer_for(self, person: Person, now: str, before: str) -> Person:
        """For the cluster since the reform, with all that its land holds of any time; for the
        district until then, whose other part is another officer's now."""
        person.areas = [
            (self.land.unit(now, REFORM), REFORM, FOREVER),
            (self.land.unit(before, START), START, REFORM),
        ]
        return person

    def _venues(self) -> list[dict]:
        """Each at a hamlet, which is the same before and after the reform."""
        market = self.land.unit("DEMO-30169-04", START)
        streets = [self.land.unit(f"DEMO-29869-0{n}", START) for n in (1, 2, 3)]
        return [{"kind": "market", "name": "Chợ Lấp Vò", "place_id": market}] + [
            {"kind": "street", "name": f"Đường {name}", "place_id": place}
            for name, place in zip(STREETS, streets, strict=True)
        ]

    def _told(self) -> Iterator[Told]:
        rng, land, last = self.rng, self.land, self.day - timedelta(days=1)
        for team, day, body in published.of_2022(rng, land, self.teams, self.contents):
            yield self._settled(Told(team, day, body, self._reviewer(body["place_id"], day)))
        for team, day, body in published.classes(rng, land, self.teams, self.contents, last):
            yield self._settled(Told(team, day, body, self.staff))
        held = list(self._held(last))
        yield from held
        pairs = [(told.day, told.team) for told in held]
        for day, team in life.silent_months(rng, self.teams, pairs, last - timedelta(days=21)):
            body = {"team_id": team.id, "place_id": team.home, "date": day.isoformat(), "nil": True}
            yield self._settled(Told(team, day, body, self._reviewer(team.home, day)))
        yield from self._desk()

    def _held(self, last: date) -> Iterator[Told]:
        """The teams' own life, which leaves the last weeks of the officer's land to the desk."""
        rng, own = self.rng, self.land.unit(OWN_TEAM, START)
        for day, team in life.outings(rng, self.teams, last, SESSIONS):
            age = (self.day - day).days
            if team.home == own and age <= desk.OWN_QUIET:
                continue
            body = self.contents.body(team, day)
            if not body["participants"] and body["type"] != "broadcast":
                continue
            told = Told(team, day, body, self._reviewer(body["place_id"], day))
            if body["place_id"] in self._desk_land():
                if age <= desk.QUIET:
                    continue
                told.mends = True
                if age < 60:
                    self._settled(told)
            elif rng.random() < 0.012:
                self._by_proxy(told)
            team.sessions.append(body["participants"])
            yield told

    def _by_proxy(self, told: Told) -> None:
        """The officer typed in what the leader said, so the level above decides."""
        told.body |= {"source": "proxy", "conducted_by": told.team.leader.id}
        told.recorder, told.reviewer = told.reviewer, self.staff

    def _desk_land(self) -> frozenset[int]:
        if not hasattr(self, "_of_officer"):
            cluster, _, _ = self.officers["875"].areas[0]
            self._of_officer = self.land.register.places_of(cluster, self.day)
        return self._of_officer

    def _desk(self) -> Iterator[Told]:
        land = self._desk_land()
        own = next(t for t in self.teams if t.home == self.land.unit(OWN_TEAM, START))
        long_there = self.day - timedelta(days=90)
        teams = [
            t for t in self.teams
            if t.kind == "hamlet" and t.home in land and t is not own and t.founded < long_there
            and self.land.above(t.home, "district", self.day) in land
        ]  # fmt: skip
        teams.sort(key=lambda team: -len(team.sessions))
        yield from Desk(self.contents, self.officers["875"], own, teams, self.day).sessions()

    def _settled(self, told: Told) -> Told:
        told.fate, told.waits = "approved", self.rng.uniform(0.6, 3)
        if told.delay is None:
            told.delay = self.rng.choice((0, 0, 1, 2))
        return told

    def _reviewer(self, place: int, day: date) -> Person:
        """The officer of the land on the day; the province for what no district holds."""
        district = self.land.above(place, "district", day)
        if district is None:
            return self.staff
        unit = self.land.register.units[district]
        code = unit.named_on(unit.nearest_day(day)).code
        return self.officers[code.removeprefix("CUM-")]
