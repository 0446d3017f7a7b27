"""What a list of people finds there already."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import select

from server.accounts.models import User
from server.admin_units.models import FOREVER
from server.extensions import db
from server.imports.differences import areas_there
from server.imports.leads import Leads
from server.imports.rows import Row
from server.teams.models import FACTS, Team, TeamMember
from server.teams.reach import within


class Known:
    """The people there are by phone, those among them within reach, and who is in which team."""

    def __init__(self, by: User | None):
        columns = select(User.phone, User.id, User.name, User.role, User.disabled_at)
        self.by_phone: dict[str, Any] = {row.phone: row for row in db.session.execute(columns)}
        seen = select(User.id)
        self.within = None if by is None else set(db.session.scalars(seen.where(within(by))))
        m = TeamMember
        facts = (getattr(m, name) for name in FACTS)
        times = select(m.team_id, m.user_id, m.joined_on, m.left_on, m.role, *facts)
        self.times: dict[tuple[int, int], list[Any]] = defaultdict(list)
        for time in db.session.execute(times.order_by(m.joined_on)):
            self.times[time.team_id, time.user_id].append(time)
        self.areas = areas_there()
        self.leads = Leads()
        self.new: dict[str, Row] = {}

    def is_within(self, user_id: int) -> bool:
        return self.within is None or user_id in self.within

    def is_in(self, row: Row, team: Team, user: Any, joined: date) -> bool:
        """Whether a row says a time that somebody has in the team already."""
        on = row.get("joined_on")
        return user is not None and any(
            time.joined_on <= joined < time.left_on
            or on == time.joined_on
            or time.left_on == FOREVER
            for time in self.times[team.id, user.id]
        )
