"""Shapes of decisions on sessions, and of their answers."""

from collections.abc import Iterable
from typing import Any

from marshmallow import ValidationError, fields

from server.blueprint import ProblemBody
from server.catalogue.codes import LIMITS, RETURN_REASONS, SERVICES
from server.fields import Choice, Code, Many, Part, Reason, Schema, Text, coded
from server.sessions.schemas import NewSession
from server.sessions.transitions import DONE, STATES

COUNTED = ("assisted", "completed")
TAUGHT = [f"services.{code}" for code in SERVICES]
MARKED = {*NewSession().fields, *TAUGHT, *(f"{one}.{n}" for one in TAUGHT for n in COUNTED)}


class Marked(Text):
    """A field of a session, as a return names it."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        found = super()._deserialize(value, attr, data, **kwargs)
        if found not in MARKED:
            raise ValidationError(coded("not_one_of"))
        return found


class OneDecision(Choice):
    """Says which decisions there are."""

    def __call__(self, value: Any) -> Any:
        if value not in self.choices:
            raise ValidationError(coded("no_such_decision", decisions=", ".join(self.choices)))
        return value


class Decision(Code):
    """One of the decisions that can be taken here."""

    def __init__(self, decisions: Iterable[str]):
        super().__init__((), required=True)
        self.validators = [OneDecision(list(decisions))]


class Review(Schema):
    """A decision. `fields` names what is to be mended, as `participants` or
    `services.edongthap.completed`."""

    decision = Decision(DONE)
    reasons = Many(Code(RETURN_REASONS), len(RETURN_REASONS), distinct=True, load_default=list)
    fields_ = Many(
        Marked(60), 40, distinct=True, load_default=list, data_key="fields", attribute="fields"
    )
    comment = Reason(LIMITS["comment"], allow_none=True, load_default=None)


class Merge(Schema):
    """The other record of the same event, at the version that was looked at."""

    class Other(Schema):
        id = Text(60, required=True)
        etag = Text(20, required=True)

    other = Part(Other, required=True)
    comment = Reason(LIMITS["comment"], allow_none=True, load_default=None)


class Reviews(Schema):
    """Many sessions, one decision, and an answer for each."""

    class One(Schema):
        id = Text(60, required=True)
        etag = Text(20, required=True)

    decision = Decision(("approve", "reopen"))
    sessions = Many(Part(One), 100, required=True)
    comment = Reason(LIMITS["comment"], allow_none=True, load_default=None)


class ReviewResults(Schema):
    class Result(Schema):
        id = fields.String(required=True)
        status = fields.Integer(required=True)
        etag = fields.String(required=True, allow_none=True)
        state = Code(STATES, required=True, allow_none=True)
        problem = fields.Nested(ProblemBody, required=True, allow_none=True)

    results = fields.List(fields.Nested(Result), required=True)
