"""Shapes of administrative units."""

from marshmallow import fields

from server.admin_units.models import LEVELS
from server.fields import Code, Day, QueryWhole, Schema, Text


class UnitName(Schema):
    id = fields.Integer(required=True)
    level = Code(LEVELS, required=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)
    code = fields.String(required=True, allow_none=True)


class UnitOut(UnitName):
    full_name = fields.String(required=True)
    parent = fields.Nested(UnitName, required=True, allow_none=True)
    path = fields.List(fields.Nested(UnitName), required=True)
    valid_from = Day(required=True, allow_none=True)
    valid_to = Day(required=True, allow_none=True)
    population = fields.Integer(required=True, allow_none=True)
    households = fields.Integer(required=True, allow_none=True)
    population_year = fields.Integer(required=True, allow_none=True)
    population_source = fields.String(required=True, allow_none=True)
    is_demo = fields.Boolean(required=True)


class UnitQuery(Schema):
    level = Code(LEVELS)
    on = Day()
    within = QueryWhole()
    q = Text(80)
    cursor = Text(60)
    limit = QueryWhole(1, 1000, load_default=100)


class DayQuery(Schema):
    on = Day()


class UnitPage(Schema):
    items = fields.List(fields.Nested(UnitOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
