"""What there is on the last day of a period, by row: youth teams and members. Blank is not zero:
beside each fact on a member stands how many have it recorded."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import func, select

from server.extensions import db
from server.figures.frame import Frame
from server.figures.rollup import teams_of
from server.teams.models import Team, TeamMember

MEASURES = ("members", "female", "female_recorded", "union", "union_recorded")


def stock(frame: Frame) -> dict[int, dict[str, int]]:
    """Row key -> `youth_teams` and the measures of members."""
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    teams = {team.id: team for team in _teams(frame)}
    for team in teams.values():
        found[_row(frame, team)]["youth_teams"] += team.kind == "youth"
    for team_id, *numbers in _members(frame, list(teams)):
        row = found[_row(frame, teams[team_id])]
        for measure, n in zip(MEASURES, numbers, strict=True):
            row[measure] += n or 0
    return found


def _teams(frame: Frame) -> Iterator[Team]:
    return (t for t in teams_of(frame).values() if t.founded_on <= frame.stock_day < t.dissolved_on)


def _row(frame: Frame, team: Team) -> int | None:
    if frame.by == "team":
        return team.id
    return frame.row_of.get(team.home_id)


def _members(frame: Frame, team_ids: list[int]) -> Iterator:
    m, day = TeamMember, frame.stock_day
    return db.session.execute(
        select(
            m.team_id,
            func.count(),
            func.count().filter(m.is_female.is_(True)),
            func.count(m.is_female),
            func.count().filter(m.is_union_member.is_(True)),
            func.count(m.is_union_member),
        )
        .where(m.team_id.in_(team_ids), m.joined_on <= day, m.left_on > day)
        .group_by(m.team_id)
    )
