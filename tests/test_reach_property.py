"""Whatever is done with people and teams, every volunteer stays in the sight and the power of an officer
where they stand or stood last, and of no officer of another area alone."""

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from server.accounts.models import User
from server.extensions import db
from server.teams.models import Team, TeamMember
from tests.conftest import empty_tables
from tests.world import World

PHONES = [f"091234567{n}" for n in range(4)]
DAYS = ("2026-11-10", "2026-11-21", "2026-11-25")
NORTH, SOUTH = ("Ấp 1", "Ấp 2"), ("Ấp 4",)
any_of = st.integers(0, 9)


class Rosters(RuleBasedStateMachine):
    """Each step is asked for by one of two officers, or by the province; whether it is refused is
    told by other tests."""

    app = None

    def __init__(self):
        super().__init__()
        empty_tables(self.app)
        self.world = World(self.app)
        w = self.world
        self.askers = [w.officer("Khoa"), w.officer("Tư", "cụm Nam"), w.province()]
        self.homes = {w.units[home]: self.askers[home in SOUTH] for home in (*NORTH, *SOUTH)}
        self.made = 0

    def ask(self, by, method, path, body=None, version=1):
        headers = {"Authorization": f"Bearer {by.token}", "If-Match": f'"v{version}"'}
        client = self.app.test_client()
        answer = client.open(f"/api/v1{path}", method=method, json=body, headers=headers)
        assert answer.status_code < 500, answer.get_data(as_text=True)
        return answer

    def pick(self, items, n):
        return items[n % len(items)] if items else None

    def teams(self, by):
        return [team["id"] for team in by.get("/teams").json["items"]]

    @rule(by=any_of, home=st.sampled_from((*NORTH, *SOUTH)))
    def found(self, by, home):
        self.made += 1
        body = {"kind": "hamlet", "name": f"Tổ {self.made}", "home_id": self.world.units[home]}
        self.ask(self.pick(self.askers, by), "POST", "/teams", body | {"founded_on": "2026-01-02"})

    @rule(by=any_of, team=any_of, phone=st.sampled_from(PHONES), day=st.sampled_from(DAYS))
    def add(self, by, team, phone, day):
        by = self.pick(self.askers, by)
        if team := self.pick(self.teams(by), team):
            body = {"name": f"Bà {phone}", "phone": phone, "joined_on": day}
            self.ask(by, "POST", f"/teams/{team}/members", body)

    @rule(by=any_of, team=any_of, user=any_of, day=st.sampled_from(DAYS), leads=st.booleans())
    def take_in(self, by, team, user, day, leads):
        by = self.pick(self.askers, by)
        user = self.pick(by.get("/users?role=volunteer").json["items"], user)
        if (team := self.pick(self.teams(by), team)) and user:
            way, when = ("leader", "from") if leads else ("members", "joined_on")
            body = {"user_id": user["id"], when: day} | ({"former": "leaves"} if leads else {})
            self.ask(by, "POST", f"/teams/{team}/{way}", body)

    @rule(by=any_of, team=any_of, user=any_of)
    def leave(self, by, team, user):
        by = self.pick(self.askers, by)
        if team := self.pick(self.teams(by), team):
            members = by.get(f"/teams/{team}/members").json["items"]
            if member := self.pick(members, user):
                self.ask(by, "DELETE", f"/teams/{team}/members/{member['user_id']}")

    @rule(by=any_of, team=any_of)
    def delete(self, by, team):
        by = self.pick(self.askers, by)
        if team := self.pick(self.teams(by), team):
            self.ask(by, "DELETE", f"/teams/{team}")

    @rule(by=any_of, user=any_of, disabled=st.booleans())
    def lock(self, by, user, disabled):
        by = self.pick(self.askers, by)
        if user := self.pick(by.get("/users?role=volunteer").json["items"], user):
            body = {"disabled": disabled} | ({"reason": "Nghỉ việc"} if disabled else {})
            self.ask(by, "PATCH", f"/users/{user['id']}", body, user["version"])

    @invariant()
    def everybody_is_seen_where_they_stand(self):
        seen = {
            by.id: {one["id"] for one in by.get("/users?role=volunteer&limit=200").json["items"]}
            for by in self.askers
        }
        khoa, tu, hanh = self.askers
        for user, homes in self.standing().items():
            whose = {self.homes[home].id for home in homes}
            assert user in seen[hanh.id], "the province sees all"
            assert {by.id for by in (khoa, tu) if user in seen[by.id]} >= whose != set()
            power = [
                by.id for by in (khoa, tu)
                if user in seen[by.id] and by.get(f"/users/{user}").json["is_manageable"]
            ]  # fmt: skip
            assert len(whose) > 1 or power == list(whose)

    def standing(self):
        """Where each volunteer stands: today or later; else anywhere before; else last."""
        with self.app.app_context():
            found = {}
            for user in db.session.scalars(select(User).where(User.role == "volunteer")):
                times = db.session.execute(
                    select(Team.home_id, TeamMember.left_on)
                    .join(TeamMember, TeamMember.team_id == Team.id)
                    .where(TeamMember.user_id == user.id)
                ).all()
                now = {home for home, left in times if f"{left}" > "2026-11-21"}
                found[user.id] = now or {home for home, _ in times} or {user.last_home_id}
            return found


def test_nobody_is_lost_whatever_is_done(app):
    Rosters.app = app
    run_state_machine_as_test(Rosters)
