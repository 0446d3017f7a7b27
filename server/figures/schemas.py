"""Shapes of what is read out."""

from marshmallow import fields, pre_load

from server.admin_units.models import LEVELS
from server.admin_units.schemas import UnitName
from server.fields import Code, Day, QueryWhole, Schema, Text
from server.figures.cells import LEFT_OUT, NOT_RECORDED
from server.sessions.schemas import TeamBrief
from server.sessions.transitions import STATES
from server.teams.schemas import UnitBrief

BY = (*LEVELS[1:], "team")
BASES = ("calendar", "nd09")
STANDINGS = ("official", "provisional")
GRAINS = ("month",)


class RollupQuery(Schema):
    """`period` (with `basis`) or `from` and `to`, both included; this month without either."""

    unit = QueryWhole()
    by = Code(BY)
    period = Text(10)
    basis = Code(BASES, load_default="calendar")
    from_ = Day(data_key="from")
    to = Day()
    map = Day()
    state = Code(STANDINGS, load_default="official")
    team = QueryWhole()

    @pre_load
    def _without_blanks(self, data, **_):
        """A form's untouched control arrives as an empty value and means nothing."""
        return {key: value for key, value in data.items() if value != ""}


class SessionsFileQuery(RollupQuery):
    """`session_state` asks for the sessions in one state instead of those that count."""

    session_state = Code(STATES)


class CellQuery(RollupQuery):
    cell = Text(80, required=True)
    row = Text(12)
    cursor = Text(200)
    limit = QueryWhole(1, 200, load_default=50)


class SeriesQuery(RollupQuery):
    grain = Code(GRAINS, load_default="month")


class Ratio(Schema):
    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True)


class Recorded(Schema):
    """A sum, and in how many sessions it was recorded: blank is not zero."""

    value = fields.Integer(required=True)
    recorded = fields.Integer(required=True)


class ServiceSum(Schema):
    assisted = fields.Integer(required=True)
    completed = fields.Integer(required=True)


class SessionCounts(Schema):
    all = fields.Integer(required=True)
    outing = fields.Integer(required=True)
    training_class = fields.Integer(required=True)
    home_visit = fields.Integer(required=True)
    help_point = fields.Integer(required=True)
    market_street = fields.Integer(required=True)
    combined_meeting = fields.Integer(required=True)
    online = fields.Integer(required=True)
    broadcast = fields.Integer(required=True)


class RollupRow(Schema):
    unit = fields.Nested(UnitBrief, required=True, allow_none=True)
    label = fields.String(required=True)
    sessions = fields.Nested(SessionCounts, required=True)
    joined = fields.Integer(
        required=True,
        metadata={
            "description": "How often a team took part in a session here that another led: credit"
            " beside `sessions`, which counts each once"
        },
    )
    participants = fields.Integer(required=True)
    team_members_trained = fields.Integer(required=True)
    first_time = fields.Nested(Recorded, required=True)
    female = fields.Nested(Recorded, required=True)
    elderly = fields.Nested(Recorded, required=True)
    households = fields.Nested(Recorded, required=True)
    services = fields.Dict(keys=fields.String(), values=fields.Nested(ServiceSum), required=True)
    hamlets_with_team = fields.Nested(Ratio, required=True)
    communes_with_team = fields.Nested(Ratio, required=True)
    districts_with_youth_team = fields.Nested(Ratio, required=True)
    hamlets_reached = fields.Nested(Ratio, required=True)
    active_teams = fields.Nested(Ratio, required=True)
    on_time = fields.Nested(Ratio, required=True)
    pending = fields.Integer(required=True)


class RollupPeriod(Schema):
    label = fields.String(required=True)
    from_ = fields.String(required=True, data_key="from", attribute="from")
    to = fields.String(required=True)
    basis = Code(BASES, required=True)


class RollupUnit(UnitName):
    full_name = fields.String(required=True)
    path = fields.List(fields.Nested(UnitName), required=True)


class RollupOut(Schema):
    as_of = fields.String(required=True)
    data_version = fields.String(required=True)
    unit = fields.Nested(RollupUnit, required=True)
    period = fields.Nested(RollupPeriod, required=True)
    map = fields.String(required=True)
    state = Code(STANDINGS, required=True)
    by = Code(BY, required=True)
    rows = fields.List(fields.Nested(RollupRow), required=True)
    total = fields.Nested(RollupRow, required=True)


class CellItem(Schema):
    id = fields.UUID(required=True)
    date = Day(required=True)
    place = fields.Nested(UnitBrief, required=True)
    team = fields.Nested(TeamBrief, required=True)
    receipt_code = fields.String(required=True)
    state = Code(STATES, required=True)
    value = fields.Integer(required=True)


class LeftOut(Schema):
    reason = Code((*LEFT_OUT, NOT_RECORDED), required=True)
    sessions = fields.Integer(required=True)
    value = fields.Integer(required=True)


class CellMember(Schema):
    unit = fields.Nested(UnitBrief, required=True, allow_none=True)
    team = fields.Nested(TeamBrief, required=True, allow_none=True)
    counted = fields.Boolean(required=True)


class CellOut(Schema):
    cell = fields.String(required=True)
    value = fields.Integer(required=True)
    sessions = fields.Integer(required=True)
    items = fields.List(fields.Nested(CellItem), required=True)
    left_out = fields.List(fields.Nested(LeftOut), required=True)
    members = fields.List(fields.Nested(CellMember), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class SeriesPoint(Schema):
    period = fields.String(required=True)
    label = fields.String(required=True)
    from_ = Day(required=True, data_key="from", attribute="from")
    to = Day(required=True)
    sessions = fields.Nested(SessionCounts, required=True)
    participants = fields.Integer(required=True)
    services = fields.Dict(keys=fields.String(), values=fields.Nested(ServiceSum), required=True)


class SeriesOut(Schema):
    unit = fields.Nested(UnitBrief, required=True)
    grain = Code(GRAINS, required=True)
    map = Day(required=True)
    state = Code(STANDINGS, required=True)
    points = fields.List(fields.Nested(SeriesPoint), required=True)
