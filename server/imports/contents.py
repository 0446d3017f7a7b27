"""What a batch made: as subqueries and, where they are few, as rows; and where all of it lies."""

import uuid
from functools import cached_property

from sqlalchemy import Select, select, union

from server import clock
from server.access.scope import Scope
from server.accounts.models import UserArea
from server.admin_units.models import AdminUnitParent
from server.admin_units.queries import register
from server.audit.models import AuditEntry
from server.extensions import db
from server.imports.models import ImportBatch, ImportMade
from server.imports.teams import place_above
from server.sessions.models import OutreachSession
from server.teams.models import Team


class Contents:
    def __init__(self, batch_id: uuid.UUID):
        self.id = batch_id

    def numbers(self, type_: str) -> Select:
        m = ImportMade
        return select(m.number).where(m.batch_id == self.id, m.type == type_)

    @cached_property
    def gone(self) -> set[int]:
        """Teams of it that were deleted since. SQLite gives their numbers to others."""
        e, applied = AuditEntry, select(ImportBatch.applied_at).where(ImportBatch.id == self.id)
        teams = {facts["team_id"] for _, facts in self.facts("member")}
        teams.update(db.session.scalars(self.numbers("team")))
        deleted = select(e.object_id).where(
            e.object_type == "team",
            e.object_id.in_(map(str, teams)),
            e.action.in_(("team.deleted", "team.taken_back")),
            e.at >= applied.scalar_subquery(),
        )
        return set(map(int, db.session.scalars(deleted)))

    def teams(self) -> Select:
        """The teams that it made and that are still there."""
        return self.numbers("team").where(ImportMade.number.not_in(self.gone))

    def sessions(self) -> Select:
        return select(ImportMade.session_id).where(
            ImportMade.batch_id == self.id, ImportMade.type == "session"
        )

    def facts(self, type_: str) -> list[tuple[int, dict]]:
        m = ImportMade
        query = select(m.number, m.facts).where(m.batch_id == self.id, m.type == type_)
        return [(number, facts) for number, facts in db.session.execute(query.order_by(m.position))]

    @cached_property
    def members(self) -> list[dict]:
        """`{team_id, user_id, joined_on}` of each membership in a team that is still there."""
        made = (facts for _, facts in self.facts("member"))
        return [facts for facts in made if facts["team_id"] not in self.gone]

    @cached_property
    def places(self) -> set[int]:
        """Every unit that what was made is about."""
        parent = AdminUnitParent
        s, inside = OutreachSession, OutreachSession.id.in_(self.sessions())
        joined = {facts["team_id"] for facts in self.members}
        found = union(
            select(s.place_id).where(inside),
            select(Team.home_id).where(Team.id.in_(select(s.team_id).where(inside))),
            select(Team.home_id).where(Team.id.in_(self.teams())),
            select(Team.home_id).where(Team.id.in_(joined)),
            select(UserArea.unit_id).where(UserArea.user_id.in_(self.numbers("user"))),
            # The register in memory does not know a new hamlet yet, but what it stands under.
            select(parent.parent_id).where(parent.child_id.in_(self.numbers("hamlet"))),
            self.numbers("people"),
        )
        return set(db.session.scalars(found))

    def lies_in(self, scope: Scope) -> bool:
        return all(scope.holds_place(place) for place in self.places)


def lowest(places: set[int]) -> int | None:
    """The lowest unit of today that holds all of some units; never a hamlet, for one that came by
    mistake must be able to go again."""
    map_ = register().on(clock.today())
    paths = [map_.path(map_.standing.get(place_above(place))) for place in places]
    if not paths:
        return None
    shared = set(paths[0]).intersection(*paths)
    return next((unit for unit in paths[0] if unit in shared), None)
