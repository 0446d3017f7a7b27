"""Shapes of the worklist."""

from marshmallow import fields

from server.fields import Day, Moment, QueryWhole, Schema, Text
from server.teams.schemas import TeamOut, UnitBrief


class Count(Schema):
    n = fields.Integer(required=True)


class Waiting(Count):
    """`oldest_on`: the day since which the first of them has waited."""

    oldest_on = Day(required=True, allow_none=True)


class Pending(Waiting):
    """`own`: how many of `n` the level above decides, for one entered or conducted them oneself or
    somebody of one's own level did; the rest is told of the others. `overdue`: those that have
    waited for more than five working days."""

    overdue = fields.Integer(required=True)
    own = fields.Integer(required=True)


class Part(Count):
    of = fields.Integer(required=True)


class IdleTeams(Part):
    days = fields.Integer(required=True)


class Worklist(Schema):
    as_of = Moment(required=True)
    month = fields.String(required=True, metadata={"description": "Of `hamlets_silent`: 2024-04"})
    pending = fields.Nested(Pending, required=True)
    flagged = fields.Nested(Count, required=True)
    returned = fields.Nested(Waiting, required=True)
    hamlets_silent = fields.Nested(Part, required=True)
    teams_idle = fields.Nested(IdleTeams, required=True)
    join_requests = fields.Nested(Count, required=True)
    asked_back = fields.Nested(Count, required=True)


class WorklistQuery(Schema):
    unit = QueryWhole()


class IdleTeamQuery(WorklistQuery):
    cursor = Text(60)
    limit = QueryWhole(1, 200, load_default=50)


class IdleTeam(Schema):
    """A team without a counted session for a month; `last_session_on` is null when it never had
    one. `returned_on`: the day of its latest session of that month that waits for its correction.
    `called`: its name, with the former commune in it marked as such: it is read under today's."""

    class Leader(Schema):
        name = fields.String(required=True)
        phone = fields.String(required=True, allow_none=True)

    team = fields.Nested(TeamOut, required=True)
    called = fields.String(required=True)
    last_session_on = Day(required=True, allow_none=True)
    days = fields.Integer(required=True, allow_none=True)
    returned_on = Day(required=True, allow_none=True)
    leader = fields.Nested(Leader, required=True, allow_none=True)
    path = fields.List(fields.Nested(UnitBrief), required=True)


class IdleTeamPage(Schema):
    items = fields.List(fields.Nested(IdleTeam), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
