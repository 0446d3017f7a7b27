"""Shape of the catalogue."""

from marshmallow import fields

from server.fields import Schema


class Entry(Schema):
    code = fields.String(required=True)
    vi = fields.String(required=True)
    vi_short = fields.String(required=True, allow_none=True)
    en = fields.String(required=True)
    definition = fields.String(required=True, allow_none=True)
    unit = fields.String(required=True, allow_none=True)
    pillar = fields.String(required=True, allow_none=True)
    is_open = fields.Boolean(required=True)


class PartnerOut(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)


class VenueOut(Schema):
    id = fields.Integer(required=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)
    place_id = fields.Integer(required=True)


class Limits(Schema):
    participants = fields.Integer(required=True)
    households = fields.Integer(required=True)
    volunteers = fields.Integer(required=True)
    duration_min = fields.Integer(required=True)
    duration_max = fields.Integer(required=True)
    note = fields.Integer(required=True)
    comment = fields.Integer(required=True)
    co_teams = fields.Integer(required=True)
    other_places = fields.Integer(required=True)
    partners = fields.Integer(required=True)
    on_time_days = fields.Integer(required=True)
    late_days = fields.Integer(required=True)
    programme_start = fields.String(required=True)


class Catalogue(Schema):
    types = fields.List(fields.Nested(Entry), required=True)
    audiences = fields.List(fields.Nested(Entry), required=True)
    services = fields.List(fields.Nested(Entry), required=True)
    reasons = fields.List(fields.Nested(Entry), required=True)
    difficulties = fields.List(fields.Nested(Entry), required=True)
    partners = fields.List(fields.Nested(PartnerOut), required=True)
    venues = fields.List(fields.Nested(VenueOut), required=True)
    limits = fields.Nested(Limits, required=True)
