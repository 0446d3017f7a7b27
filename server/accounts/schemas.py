"""Shapes of sign-in and people."""

from marshmallow import fields

from server.access.permissions import Role
from server.fields import Code, Day, Id, Many, Moment, Name, QueryWhole, Schema, Text, Yes

LONGEST_SECRET = 128


class SignIn(Schema):
    """`secret` is a PIN, a password or a one-time code."""

    phone = Text(40, required=True)
    secret = Text(LONGEST_SECRET, shortest=1, required=True, metadata={"format": "password"})


class Tokens(Schema):
    access_token = fields.String(required=True)
    refresh_token = fields.String(required=True)
    expires_in = fields.Integer(required=True, metadata={"description": "Seconds"})
    must_change_secret = fields.Boolean(required=True)


class SignedIn(Schema):
    must_change_secret = fields.Boolean(required=True)


class NewSecret(Schema):
    """`current` is the present secret; who came in with a one-time code needs none."""

    current = Text(LONGEST_SECRET, metadata={"format": "password"})
    secret = Text(LONGEST_SECRET, shortest=1, required=True, metadata={"format": "password"})


class NewUser(Schema):
    name = Name(120, shortest=2, required=True)
    phone = Text(40, required=True)
    role = Code(list(Role), required=True)
    area_ids = Many(Id(), 20, distinct=True, load_default=list)


class UserChange(Schema):
    """Who is disabled is so for a `reason`, which the log keeps."""

    name = Name(120, shortest=2)
    phone = Text(40)
    area_ids = Many(Id(), 20, distinct=True)
    disabled = Yes()
    reason = Text(300, shortest=3)


class Handover(Schema):
    """To whom: the id of somebody of the same role, or the name and phone of somebody new."""

    user_id = Id()
    name = Name(120, shortest=2)
    phone = Text(40)
    area_ids = Many(Id(), 20, distinct=True)
    from_ = Day(data_key="from", required=True)


class UserArea(Schema):
    """An area from one day to another; `valid_to` is the day from which it is no more theirs."""

    unit_id = fields.Integer(required=True)
    name = fields.String(required=True)
    valid_from = Day(required=True)
    valid_to = Day(required=True, allow_none=True)


class UserOut(Schema):
    """`areas` are those of now and later. `code_expires_at` says that a one-time code waits to be
    used."""

    id = fields.Integer(required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True, allow_none=True)
    role = Code(list(Role), required=True)
    areas = fields.List(fields.Nested(UserArea), required=True)
    has_secret = fields.Boolean(required=True)
    code_expires_at = Moment(required=True, allow_none=True)
    disabled_at = Moment(required=True, allow_none=True)
    created_at = Moment(required=True)
    version = fields.Integer(required=True)


class UserQuery(Schema):
    role = Code(list(Role))
    phone = Text(40)
    without_team = Code(("true", "false"))
    cursor = Text(60)
    limit = QueryWhole(1, 200, load_default=50)


class OneTimeCode(Schema):
    code = fields.String(required=True)
    expires_at = Moment(required=True)


class DeviceOut(Schema):
    """`is_this`: the one that asks."""

    is_this = fields.Boolean(required=True)
    id = fields.UUID(required=True)
    label = fields.String(required=True)
    created_at = Moment(required=True)
    last_seen_at = Moment(required=True)
    revoked_at = Moment(required=True, allow_none=True)


class DevicePage(Schema):
    items = fields.List(fields.Nested(DeviceOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
