"""A team has one leader at a time and nobody twice, in a list of people as everywhere."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import select

from server import problems
from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.extensions import db
from server.imports.faults import Fault
from server.imports.plans import Step, WorldChanged
from server.imports.rows import Row
from server.imports.said import say
from server.teams import leading
from server.teams.leading import Lead
from server.teams.models import Team, TeamMember
from server.teams.times import outside


class Leads:
    """Who leads which team, and which row of the file makes somebody its leader."""

    def __init__(self) -> None:
        self.known: dict[int, list[Lead]] = defaultdict(list)
        for lead in leading.leads():
            self.known[lead.team_id].append(lead)
        self.rows: dict[int, Row] = {}

    def check(self, row: Row, team: Team, joined: date) -> None:
        """Raise where a row makes somebody leader beside who leads, or beside another row's."""
        if row.get("member_role") != "leader":
            return
        called = leading.called(team)
        said: dict[str, Any] = {"lead": say("both", vi=called.vietnamese, en=called.english)}
        for lead in self.known[team.id]:
            if lead.meets(joined, FOREVER):
                said |= {"name": lead.name}
                raise Fault("member_role", "team_has_leader_now", "hand_over_lead", **said)
        first = self.rows.setdefault(team.id, row)
        if first is not row:
            said |= {"name": first.get("name"), "first": first.number}
            raise Fault("member_role", "leader_in_row", "one_leader", **said)


def require_still_free(joining: list[Step]) -> None:
    """Raise when a team has got a leader, one of its new members or other days since it was looked
    at; the teams are held, as by whoever else puts somebody on a roster."""
    since = {
        (step["team_id"], step["phone"]): date.fromisoformat(step["member"]["joined_on"])
        for step in joining
    }
    led = {
        step["team_id"]: since[step["team_id"], step["phone"]]
        for step in joining
        if step["member"]["role"] == "leader"
    }
    teams = {team for team, _ in since}
    try:
        leading.hold(teams)
    except problems.Problem as gone:
        raise WorldChanged("a team is gone") from gone
    here = {team.id: team for team in db.session.scalars(select(Team).where(Team.id.in_(teams)))}
    if any(outside(here[team], day, "/joined_on") for (team, _), day in since.items()):
        raise WorldChanged("a team's days")
    if led and any(lead.meets(led[lead.team_id], FOREVER) for lead in leading.leads(led)):
        raise WorldChanged("another leader")
    m = TeamMember
    there = select(m.team_id, User.phone, m.left_on).join(User, User.id == m.user_id)
    for team, phone, left_on in db.session.execute(there.where(m.team_id.in_(teams))):
        if left_on > since.get((team, phone), FOREVER):
            raise WorldChanged("a member already")
