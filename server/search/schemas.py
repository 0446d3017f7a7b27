"""Shapes of what is found."""

from marshmallow import fields

from server.access.permissions import Role
from server.admin_units.models import LEVELS
from server.fields import Code, Day, QueryWhole, Schema, Text
from server.sessions.endings import ENDINGS
from server.sessions.transitions import STATES

FOUND = ("session", "unit", "team", "person")


class SearchQuery(Schema):
    q = Text(80, required=True)
    limit = QueryWhole(1, 30, load_default=12)


class Found(Schema):
    """`title` is what was found, by the name that was looked for; `detail` tells it from others of
    that name. A unit that is no more says in `now` what it is or belongs to today, which is what
    `id` names; what has an end says in `until` when it came: a
    team is dissolved, a person disabled."""

    class Now(Schema):
        name = fields.String(required=True)
        is_same = fields.Boolean(required=True)

    kind = Code(FOUND, required=True)
    id = fields.String(required=True)
    title = fields.String(required=True)
    detail = fields.String(required=True, allow_none=True)
    level = Code(LEVELS, required=True, allow_none=True)
    now = fields.Nested(Now, required=True, allow_none=True)
    until = Day(required=True, allow_none=True)
    role = Code(list(Role), required=True, allow_none=True)
    phone = fields.String(required=True, allow_none=True)
    state = Code(STATES, required=True, allow_none=True)
    ending = Code(ENDINGS, required=True, allow_none=True)
    date = Day(required=True, allow_none=True)


class SearchResults(Schema):
    items = fields.List(fields.Nested(Found), required=True)
