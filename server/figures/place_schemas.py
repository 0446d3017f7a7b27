"""Shapes of what is told of places: coverage, the curve of teams, places side by side."""

from marshmallow import fields, pre_load

from server.admin_units.models import LEVELS
from server.catalogue.codes import TYPES
from server.fields import Code, Day, Moment, QueryWhole, Schema, Text
from server.figures.comparison import CHANGES, PER
from server.figures.coverage import MONTH_STATES
from server.figures.schemas import STANDINGS, RollupPeriod, RollupQuery
from server.teams.schemas import UnitBrief


class CoverageLeader(Schema):
    """`phone` only for who may read people."""

    name = fields.String(required=True)
    phone = fields.String(required=True, allow_none=True)


class CoverageTeam(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    leader = fields.Nested(CoverageLeader, required=True, allow_none=True)


class Sent(Schema):
    """`type` is null for a report that there was nothing."""

    date = Day(required=True)
    type = Code(TYPES, required=True, allow_none=True)


class Unheard(Schema):
    """Of a hamlet that is `silent` in the last month: the latest session of the month that waits
    for its team's correction, and the latest held from afar (online, broadcast), which counts in
    the figures but not as a visit."""

    returned = fields.Nested(Sent, required=True, allow_none=True)
    remote = fields.Nested(Sent, required=True, allow_none=True)


class CoverageRow(Schema):
    """`last_session_on`: the last session that came to the hamlet in person."""

    unit = fields.Nested(UnitBrief, required=True)
    path = fields.List(fields.Nested(UnitBrief), required=True)
    team = fields.Nested(CoverageTeam, required=True, allow_none=True)
    states = fields.List(Code(MONTH_STATES), required=True)
    last_session_on = Day(required=True, allow_none=True)
    sessions = fields.Integer(required=True)
    participants = fields.Integer(required=True)
    unheard = fields.Nested(Unheard, required=True)


class CoverageSummary(Schema):
    active = fields.Integer(required=True)
    nil = fields.Integer(required=True)
    silent = fields.Integer(required=True)
    no_team = fields.Integer(required=True)


class CoverageOut(Schema):
    unit = fields.Nested(UnitBrief, required=True)
    map = Day(required=True)
    as_of = Moment(required=True)
    months = fields.List(fields.String(), required=True)
    summary = fields.Nested(CoverageSummary, required=True)
    rows = fields.List(fields.Nested(CoverageRow), required=True)


class TeamCurveQuery(Schema):
    unit = QueryWhole()
    map = Day()
    to = Day()
    state = Code(STANDINGS, load_default="official")


class TeamCurvePoint(Schema):
    """`pilot`: how many of the hamlets with a team have one of the pilot."""

    on = Day(required=True)
    period = fields.String(required=True)
    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True)
    pilot = fields.Integer(required=True)


class TeamCurveOut(Schema):
    unit = fields.Nested(UnitBrief, required=True)
    map = Day(required=True)
    as_of = Moment(required=True)
    points = fields.List(fields.Nested(TeamCurvePoint), required=True)


class ComparisonQuery(RollupQuery):
    """`cell` as for `/rollups/sessions`; `per` sets a count against residents or households."""

    by = Code(LEVELS[1:])
    cell = Text(80, shortest=1, load_default="participants")
    per = Code(PER)

    class Meta(Schema.Meta):
        exclude = ("team",)

    @pre_load
    def _without_blanks(self, data, **_):
        """Nothing asked for is the usual figure; an empty name is no figure's."""
        return {key: value for key, value in data.items() if value != "" or key == "cell"}


class Since(Schema):
    """The figure then, and what has changed since: `new` (there was nothing), `absolute` (fewer
    than 10 then: no percentage), `percent`, or for a share `points`."""

    kind = Code(CHANGES, required=True)
    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True, allow_none=True)
    difference = fields.Float(required=True)
    percent = fields.Float(required=True, allow_none=True)


class Compared(Schema):
    """`value` is the count, the percentage or the rate, to one decimal; none without a base.
    `small_base`: the base is under `small_under`."""

    numerator = fields.Integer(required=True)
    denominator = fields.Integer(required=True, allow_none=True)
    value = fields.Float(required=True, allow_none=True)
    small_base = fields.Boolean(required=True)
    before = fields.Nested(Since, required=True, allow_none=True)
    year_before = fields.Nested(Since, required=True, allow_none=True)


class ComparedRow(Compared):
    unit = fields.Nested(UnitBrief, required=True)
    label = fields.String(required=True)
    rank = fields.Integer(required=True, allow_none=True)
    population = fields.Integer(required=True, allow_none=True)


class Median(Schema):
    """The middle of `of` values in `unit`."""

    value = fields.Float(required=True, allow_none=True)
    of = fields.Integer(required=True)
    unit = fields.Nested(UnitBrief, required=True)


class Bases(Schema):
    """Of which years and sources the residents or households are; for how many rows unknown."""

    years = fields.List(fields.Integer(), required=True)
    sources = fields.List(fields.String(), required=True)
    unknown = fields.Integer(required=True)


class ComparisonOut(Schema):
    """`percent_from`: from how many on a count of then bears a percentage of change. `pending`: the
    unit's sessions that wait for review, as its rollup has them; official figures count none."""

    as_of = fields.String(required=True)
    unit = fields.Nested(UnitBrief, required=True)
    period = fields.Nested(RollupPeriod, required=True)
    before = fields.Nested(RollupPeriod, required=True)
    year_before = fields.Nested(RollupPeriod, required=True)
    map = Day(required=True)
    state = Code(STANDINGS, required=True)
    by = Code(LEVELS[1:], required=True)
    cell = fields.String(required=True)
    per = Code(PER, required=True, allow_none=True)
    scale = fields.Integer(required=True)
    small_under = fields.Integer(required=True, allow_none=True)
    percent_from = fields.Integer(required=True)
    bases = fields.Nested(Bases, required=True)
    median = fields.Nested(Median, required=True)
    rows = fields.List(fields.Nested(ComparedRow), required=True)
    total = fields.Nested(Compared, required=True)
    pending = fields.Integer(required=True)
    undivided = fields.Integer(required=True)
