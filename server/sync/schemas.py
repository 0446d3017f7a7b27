"""Shapes of the phone's batch. What an item carries is checked with the item, so that a bad one
stands in nobody's way."""

from typing import Any

from marshmallow import ValidationError, fields

from server.blueprint import ProblemBody
from server.fields import (
    LARGEST_ID,
    Code,
    Id,
    Many,
    Moment,
    Part,
    QueryWhole,
    Schema,
    Text,
    Uuid,
    Whole,
    coded,
)
from server.sessions.schemas import SessionDetail, SessionOut

MOST_ITEMS = 50
RECORD, AMEND, WITHDRAW = OPERATIONS = ("record", "amend", "withdraw")


class Loose(fields.Dict):
    """An object that is looked into later."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> dict:
        if not isinstance(value, dict):
            raise ValidationError(coded("wrong_type"))
        return value


class Item(Schema):
    """One thing to do. A `record` carries a session; an `amend` a session and the `if_match` it was
    written on; a `withdraw` its reason and the `if_match`."""

    client_seq = Whole(1, LARGEST_ID, required=True)
    op = Code(OPERATIONS, required=True)
    id = Text(60, required=True)
    if_match = Text(20, allow_none=True, load_default=None)
    session = Loose(
        allow_none=True, load_default=None, metadata={"description": "A NewSession, checked apart"}
    )
    reason = fields.String(allow_none=True, load_default=None)


class Batch(Schema):
    """`user_id` is whom the phone believes to be signed in. `recorded_by` is who wrote the items,
    where somebody else hands them in."""

    user_id = Id(required=True)
    device_id = Uuid(required=True)
    device_time = Moment(required=True)
    recorded_by = Id(allow_none=True, load_default=None)
    items = Many(Part(Item), MOST_ITEMS, required=True)
    waiting = Many(
        Whole(1, LARGEST_ID),
        1000,
        load_default=None,
        metadata={"description": "Numbers of what the phone holds and does not send this time"},
    )
    given_up = Many(
        Whole(1, LARGEST_ID),
        1000,
        load_default=list,
        metadata={"description": "Numbers that will never come: thrown away, or written anew"},
    )


class Verdict(Schema):
    """What became of one item; pointers of its problem point into its session. `content_hash` is
    of what the item carried; `session` is as it is now, which a later decision may have changed."""

    client_seq = fields.Integer(required=True)
    id = fields.String(required=True)
    status = fields.Integer(required=True)
    replay = fields.Boolean(required=True)
    content_hash = fields.String(required=True, allow_none=True)
    etag = fields.String(required=True, allow_none=True)
    session = fields.Nested(SessionOut, required=True, allow_none=True)
    problem = fields.Nested(ProblemBody, required=True, allow_none=True)


class Verdicts(Schema):
    server_time = Moment(required=True)
    results = fields.List(fields.Nested(Verdict), required=True)
    missing = fields.List(
        fields.List(fields.Integer()),
        required=True,
        metadata={"description": "[first, last] of the phone's numbers that never arrived"},
    )


class PhoneQuery(Schema):
    user = QueryWhole(required=True)


class PhoneOut(Schema):
    """`missing` counts records that were made on the phone and never arrived: its browser was
    cleared, or the phone is gone."""

    device_id = fields.UUID(required=True)
    label = fields.String(required=True)
    first_seen_at = Moment(required=True)
    last_seen_at = Moment(required=True)
    clock_ahead = fields.Integer(required=True, metadata={"description": "Seconds"})
    waiting = fields.Integer(required=True)
    missing = fields.Integer(required=True)


class PhonePage(Schema):
    items = fields.List(fields.Nested(PhoneOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ChangesQuery(Schema):
    cursor = Text(200)
    limit = QueryWhole(1, 100, load_default=50)


class Changed(SessionDetail):
    class Meta(SessionDetail.Meta):
        exclude = ("usual", "similar", "author_phone")

    etag = fields.String(required=True)


class Changes(Schema):
    """`next_cursor` is for the next time, also when nothing is left. `start_over` says that what
    the phone keeps is to be dropped first."""

    start_over = fields.Boolean(required=True)
    has_more = fields.Boolean(required=True)
    next_cursor = fields.String(required=True)
    items = fields.List(fields.Nested(Changed), required=True)
