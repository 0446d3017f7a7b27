"""Shapes of the log."""

from marshmallow import fields

from server.fields import Code, Day, Moment, QueryWhole, Schema, Text
from server.logbook.kinds import KINDS
from server.teams.models import KINDS as TEAM_KINDS


class LogQuery(Schema):
    """`person`: what somebody did. `about`: what was done about somebody. `object`: what happened
    to one thing, `team:7` or `session:<uuid>`. `from` and `to` are days, both included."""

    person = QueryWhole()
    about = QueryWhole()
    kind = Code(list(KINDS))
    object = Text(80)
    unit = QueryWhole()
    from_ = Day(data_key="from")
    to = Day()
    cursor = Text(60)
    limit = QueryWhole(1, 200, load_default=50)


class Named(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)


class LogEntry(Schema):
    """`subject` names what the entry tells of: a person, a team, a session's receipt; `is_gone`
    when it is no more; `team_kind` of a team, where it is known. `people` names those whom the
    details speak of by their ids."""

    id = fields.Integer(required=True)
    at = Moment(required=True)
    actor = fields.Nested(Named, required=True, allow_none=True)
    action = fields.String(required=True)
    object_type = fields.String(required=True)
    object_id = fields.String(required=True)
    subject = fields.String(required=True, allow_none=True)
    is_gone = fields.Boolean(required=True)
    team_kind = Code(TEAM_KINDS, required=True, allow_none=True)
    place = fields.Nested(Named, required=True, allow_none=True)
    people = fields.List(fields.Nested(Named), required=True)
    details = fields.Dict(required=True)


class LogPage(Schema):
    items = fields.List(fields.Nested(LogEntry), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
