"""A team has one leader at a time, in a list of people as everywhere."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from server.admin_units.models import FOREVER
from server.imports.faults import Fault
from server.imports.plans import Step, WorldChanged
from server.imports.rows import Row
from server.teams import leading
from server.teams.leading import Lead
from server.teams.models import Team


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
        for lead in self.known[team.id]:
            if lead.meets(joined, FOREVER):
                raise Fault("member_role", "team_has_leader_now", "hand_over_lead", name=lead.name)
        first = self.rows.setdefault(team.id, row)
        if first is not row:
            said = {"name": first.get("name"), "first": first.number}
            raise Fault("member_role", "leader_in_row", "one_leader", **said)


def require_still_free(joining: Iterable[Step]) -> None:
    """Raise when a team has got a leader since its own was looked at; the teams are held."""
    new = {
        step["team_id"]: date.fromisoformat(step["member"]["joined_on"])
        for step in joining
        if step["member"]["role"] == "leader"
    }
    if not new:
        return
    leading.hold(new)
    if any(lead.meets(new[lead.team_id], FOREVER) for lead in leading.leads(new)):
        raise WorldChanged("another leader")
