"""What waits on the officer's desk today, and the volunteer's own last weeks: fixed in kind and in
days before today, so that the screens always have something to show."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median

from server.cli.demo.contents import SHAPES, Contents
from server.cli.demo.people import Person
from server.cli.demo.rows import Told
from server.cli.demo.teams import Team
from server.sessions.flags import FEWEST_FOR_USUAL

QUIET = 14  # days before today in which nothing else happens on the officer's land
OWN_QUIET = 45
FLAGGED = 4
# Days before today of the clean sessions that wait; one has waited long.
WAITING = ((11, "outing"), (7, "home_visit"), (6, "outing"), (5, "combined_meeting"),
           (4, "outing"), (4, "help_point"), (3, "outing"), (2, "home_visit"), (2, "outing"),
           (1, "combined_meeting"))  # fmt: skip
APPROVED = ((13, "outing"), (13, "help_point"), (12, "outing"), (12, "home_visit"), (11, "outing"),
            (10, "combined_meeting"), (10, "outing"), (9, "home_visit"), (8, "outing"),
            (8, "help_point"), (7, "outing"), (6, "outing"))  # fmt: skip
# The volunteer's own: approved ones, one that waits, and one sent back with the officer's words.
OWN_APPROVED = ((9, "outing"), (13, "home_visit"), (16, "outing"), (20, "combined_meeting"),
                (27, "outing"), (35, "home_visit"), (41, "help_point"))  # fmt: skip
OWN_WAITING, OWN_RETURNED = 2, 5
ANSWER = ("implausible", "services.edongthap.completed", "Kiểm tra lại số lượt e‑Dongthap")
OTHER_ANSWER = ("implausible", "participants", "Số lượt có gấp đôi không? Bạn xem lại sổ giúp.")


class Desk:
    """`teams`: those of the officer's land, the busiest first, without the volunteer's own."""

    def __init__(
        self, contents: Contents, officer: Person, own: Team, teams: list[Team], day: date
    ):
        self.contents, self.officer, self.own, self.day = contents, officer, own, day
        self.teams = teams

    def sessions(self) -> Iterator[Told]:
        teams = list(self.teams)
        yield from self._own()
        yield from self._above_usual(teams.pop(0))
        yield from self._repeated(teams.pop(0))
        yield from self._duplicate(teams.pop(0))
        yield from self._joint(teams)
        yield self._told(teams.pop(0), 6, "outing", fate="returned", waits=1, answer=OTHER_ANSWER)
        for age, type in WAITING:
            yield self._told(teams.pop(0), age, type, fate="pending")
        for position, (age, type) in enumerate(APPROVED):
            team = teams[position % len(teams)]
            yield self._told(team, age, type, fate="approved", waits=1.5)

    def _own(self) -> Iterator[Told]:
        lan = self.own.leader
        for age, type in OWN_APPROVED:
            told = self._told(self.own, age, type, fate="approved", waits=1.5, recorder=lan)
            self._teach(told, "cashless_account", "edongthap")
            yield told
        waiting = self._told(self.own, OWN_WAITING, "outing", fate="pending", recorder=lan)
        self._teach(waiting, "cashless_account", "edongthap", "vneid")
        yield waiting
        told = self._told(
            self.own, OWN_RETURNED, "outing", fate="returned", waits=1, recorder=lan, answer=ANSWER
        )
        told.body["participants"] = 24
        for part in ("female", "elderly", "first_time"):
            told.body.pop(part, None)
        told.body["services"] = [
            {"service": "cashless_account", "assisted": 15, "completed": 9},
            {"service": "edongthap", "assisted": 22, "completed": 22},
        ]
        yield told

    def _above_usual(self, team: Team) -> Iterator[Told]:
        """Five times what the team usually has."""
        usual = median(team.sessions[-20:]) if len(team.sessions) >= FEWEST_FOR_USUAL else 20
        told = self._told(team, 4, "outing", fate="pending")
        self._resize(told, max(40, round(usual * 5)))
        told.body.pop("volunteers", None)  # else it would be a crowd as well
        yield told

    def _repeated(self, team: Team) -> Iterator[Told]:
        """The third session in a row with the same numbers."""
        first = self._told(team, 12, "outing", fate="approved", waits=1)
        yield first
        for age, fate in ((8, "approved"), (3, "pending")):
            told = self._told(team, age, "outing", fate=fate, waits=1)
            told.body["participants"] = first.body["participants"]
            told.body["services"] = first.body["services"]
            for part in ("female", "elderly", "first_time"):
                told.body.pop(part, None)
            yield told

    def _duplicate(self, team: Team) -> Iterator[Told]:
        """A second session on a day, at a place, of a type."""
        yield self._told(team, 5, "outing", fate="approved", waits=1)
        told = self._told(team, 5, "outing", fate="pending")
        told.delay = 1
        yield told

    def _joint(self, teams: list[Team]) -> Iterator[Told]:
        """Two teams of one commune tell of one event. Takes both out of `teams`."""
        host = teams.pop(0)
        guest = next(team for team in teams if self._commune(team) == self._commune(host))
        teams.remove(guest)
        held = self._told(host, 6, "combined_meeting", fate="approved", waits=1)
        yield held
        told = self._told(guest, 6, "combined_meeting", fate="pending")
        told.body["place_id"], told.delay = host.home, 1  # the second to be received
        self._resize(told, held.body["participants"] + 2)
        yield told

    def _commune(self, team: Team) -> int | None:
        return self.contents.land.above(team.home, "commune", self.day)

    def _told(self, team: Team, age: int, type: str, **more) -> Told:
        """A session that no hint is about, unless made to be."""
        day = self.day - timedelta(days=age)
        body = self.contents.body(team, day, type=type, place=team.home)
        for extra in ("co_team_ids", "other_place_ids", "note"):
            body.pop(extra, None)
        told = Told(team, day, body, self.officer, delay=0, **more)
        many = SHAPES[type][0] * self.contents.rng.uniform(0.8, 1.2)
        self._resize(told, max(4, round(team.usual * many)))
        return told

    def _teach(self, told: Told, *codes: str) -> None:
        count = told.body["participants"]
        told.body["services"] = [self.contents.taught.service(code, count) for code in codes]

    def _resize(self, told: Told, count: int) -> None:
        body = told.body
        body["participants"] = count
        for part in ("female", "elderly", "first_time", "households"):
            if part in body:
                body[part] = max(1, round(count * (0.5 if part == "female" else 0.3)))
        body["services"] = self.contents.taught.services(body, told.day)
