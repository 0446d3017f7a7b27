"""Shapes of decisions on sessions, and of their answers."""

from marshmallow import fields

from server.blueprint import ProblemBody
from server.catalogue.codes import LIMITS, RETURN_REASONS
from server.fields import Code, Many, Part, Schema, Text
from server.sessions.transitions import DONE, STATES


class Review(Schema):
    """A decision. `fields` names what is to be mended, as `participants` or
    `services.edongthap.completed`."""

    decision = Code(DONE, required=True)
    reasons = Many(Code(RETURN_REASONS), len(RETURN_REASONS), distinct=True, load_default=list)
    fields_ = Many(
        Text(60), 40, distinct=True, load_default=list, data_key="fields", attribute="fields"
    )
    comment = Text(LIMITS["comment"], lines=True, allow_none=True, load_default=None)


class Merge(Schema):
    """The other record of the same event, at the version that was looked at."""

    class Other(Schema):
        id = Text(60, required=True)
        etag = Text(20, required=True)

    other = Part(Other, required=True)
    comment = Text(LIMITS["comment"], lines=True, allow_none=True, load_default=None)


class Reviews(Schema):
    """Many sessions, one decision, and an answer for each."""

    class One(Schema):
        id = Text(60, required=True)
        etag = Text(20, required=True)

    decision = Code(("approve", "reopen"), required=True)
    sessions = Many(Part(One), 100, required=True)
    comment = Text(LIMITS["comment"], lines=True, allow_none=True, load_default=None)


class ReviewResults(Schema):
    class Result(Schema):
        id = fields.String(required=True)
        status = fields.Integer(required=True)
        etag = fields.String(required=True, allow_none=True)
        state = Code(STATES, required=True, allow_none=True)
        problem = fields.Nested(ProblemBody, required=True, allow_none=True)

    results = fields.List(fields.Nested(Result), required=True)
