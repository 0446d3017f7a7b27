"""Whatever is done with people and teams, every volunteer is seen by the officers of where they
stand, or stood last, and by no others; where that is one officer, they have power over them."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from server import clock
from server.accounts.models import User
from server.accounts.queries import places_of
from server.extensions import db
from server.teams.models import Team, TeamMember
from server.teams.reach import has_charge, of_land, within
from tests.conftest import empty_tables
from tests.world import NOON, TODAY, World

PHONES = [f"091234567{n}" for n in range(3)]
DAYS = ("2026-11-10", "2026-11-21", "2026-11-25")
NORTH, SOUTH = ("Ấp 1", "Ấp 2"), ("Ấp 4",)
any_of = st.integers(0, 9)


class Rosters(RuleBasedStateMachine):
    """What is asked for may be refused: by what, other tests say."""

    app = None

    def __init__(self):
        super().__init__()
        empty_tables(self.app)
        world = World(self.app)
        self.khoa, self.tu = world.officer("Khoa"), world.officer("Tư", "cụm Nam")
        self.hanh = world.province()
        self.units = {home: world.units[home] for home in (*NORTH, *SOUTH)}
        self.officer_of = {id: self.tu if h in SOUTH else self.khoa for h, id in self.units.items()}
        self.made = 0
        self.stood = {}  # volunteer -> the homes where they were found last
        for n, home in enumerate(self.units):
            self.found(home)
            self.add(n, True, PHONES[n])

    def ask(self, by, method, path, body=None, version=1):
        headers = {"Authorization": f"Bearer {by.token}", "If-Match": f'"v{version}"'}
        client = self.app.test_client()
        with clock.set_to(NOON):
            answer = client.open(f"/api/v1{path}", method=method, json=body, headers=headers)
        assert answer.status_code < 500, answer.get_data(as_text=True)

    def rows(self, query):
        with self.app.app_context():
            return db.session.execute(query).all()

    def team(self, n, officer=True):
        """One of those there are, and who asks about it."""
        teams = self.rows(select(Team.id, Team.home_id).order_by(Team.id))
        if not teams:
            return 0, self.hanh
        id, home = teams[n % len(teams)]
        return id, self.officer_of[home] if officer else self.hanh

    def volunteer(self, n):
        there = self.rows(select(User.id, User.version).where(User.role == "volunteer"))
        return there[n % len(there)] if there else (0, 1)

    @rule(home=st.sampled_from((*NORTH, *SOUTH)))
    def found(self, home):
        self.made += 1
        body = {"kind": "hamlet", "name": f"Tổ {self.made}", "home_id": self.units[home]}
        self.ask(self.hanh, "POST", "/teams", body | {"founded_on": "2026-01-02"})

    @rule(team=any_of, officer=st.booleans(), phone=st.sampled_from(PHONES))
    def add(self, team, officer, phone):
        team, by = self.team(team, officer)
        self.ask(by, "POST", f"/teams/{team}/members", {"name": f"Bà {phone}", "phone": phone})

    @rule(team=any_of, officer=st.booleans(), user=any_of, day=st.sampled_from(DAYS))
    def take_in(self, team, officer, user, day):
        team, by = self.team(team, officer)
        body = {"user_id": self.volunteer(user)[0], "joined_on": day}
        self.ask(by, "POST", f"/teams/{team}/members", body)

    @rule(team=any_of, user=any_of, former=st.sampled_from(("member", "leaves")))
    def lead(self, team, user, former):
        team, _ = self.team(team)
        body = {"user_id": self.volunteer(user)[0], "former": former}
        self.ask(self.hanh, "POST", f"/teams/{team}/leader", body)

    @rule(team=any_of, user=any_of, way=st.sampled_from(("leaves", "deleted")))
    def pass_through(self, team, user, way):
        """Come and go within a day."""
        self.take_in(team, False, user, "2026-11-21")
        id, by = self.team(team)
        member = f"/members/{self.volunteer(user)[0]}" if way == "leaves" else ""
        self.look()
        self.ask(by, "DELETE", f"/teams/{id}{member}")

    @rule(user=any_of, disabled=st.booleans())
    def lock(self, user, disabled):
        user, version = self.volunteer(user)
        body = {"disabled": disabled} | ({"reason": "Nghỉ việc"} if disabled else {})
        self.ask(self.hanh, "PATCH", f"/users/{user}", body, version)

    @rule(n=any_of)
    def leave(self, n):
        m = TeamMember
        times = self.rows(select(m.team_id, m.user_id).order_by(m.team_id, m.user_id))
        if times:
            team, user = times[n % len(times)]
            self.ask(self.hanh, "DELETE", f"/teams/{team}/members/{user}")

    def look(self):
        """Of each volunteer on a roster the homes of their teams of today or later, or else of all
        before; who is on none is where they were found last."""
        times = select(TeamMember.user_id, Team.home_id, TeamMember.left_on)
        here = {}
        for user, home, left_on in self.rows(times.join(Team, Team.id == TeamMember.team_id)):
            here.setdefault(user, {}).setdefault(left_on > TODAY, set()).add(home)
        self.stood |= {user: homes.get(True) or homes[False] for user, homes in here.items()}

    @invariant()
    def everybody_is_seen_where_they_stand(self):
        self.look()
        everybody = {id for (id,) in self.rows(select(User.id).where(User.role == "volunteer"))}
        assert everybody == self.stood.keys()
        with self.app.app_context(), clock.set_to(NOON):
            for person in (self.khoa, self.tu, self.hanh):
                by = db.session.get(User, person.id)
                all_seen = set(db.session.scalars(select(User.id).where(within(by))))
                near = select(User.id).where(of_land(places_of(by), by))
                assert all_seen <= set(db.session.scalars(near))
                seen = all_seen & everybody
                for user, homes in self.stood.items():
                    whose = {self.officer_of[home] for home in homes}
                    assert (user in seen) == (person in whose or person is self.hanh)
                    alone = whose == {person} or person is self.hanh
                    assert not alone or has_charge(db.session.get(User, user), by)


def test_nobody_is_lost_whatever_is_done(app):
    run_state_machine_as_test(type("OnThisDatabase", (Rosters,), {"app": app}))
