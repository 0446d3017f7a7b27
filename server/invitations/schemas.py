"""Shapes of invitations and requests to join."""

from marshmallow import fields

from server.accounts.schemas import LONGEST_SECRET
from server.fields import Code, Id, Many, Moment, Name, QueryWhole, Schema, Text
from server.invitations.models import KINDS, STATUSES
from server.teams.models import KINDS as TEAM_KINDS
from server.teams.models import MEMBER_ROLES
from server.teams.schemas import UnitBrief

MOST_ON_A_SHEET = 100


class NewInvitation(Schema):
    """`name` is for whom a personal one is meant, to be told apart in the list."""

    team_id = Id(required=True)
    kind = Code(KINDS, required=True)
    role = Code(MEMBER_ROLES, load_default="member")
    name = Name(120, shortest=2, allow_none=True, load_default=None)


class Sheet(Schema):
    team_ids = Many(Id(), MOST_ON_A_SHEET, distinct=True, required=True)


class SheetQuery(Schema):
    unit = QueryWhole()
    kind = Code(TEAM_KINDS)
    team = QueryWhole()


class SheetSize(Schema):
    """How many teams a sheet would be of, and how many of them would get their code by it."""

    teams = fields.Integer(required=True)
    without_code = fields.Integer(required=True)


class Inviter(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)


class InvitedTo(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    kind = Code(TEAM_KINDS, required=True)
    home = fields.Nested(UnitBrief, required=True)


class InvitationOut(Schema):
    """`token` goes into the link `/moi/<token>`; `waiting` counts the requests that came by it."""

    token = fields.String(required=True)
    kind = Code(KINDS, required=True)
    role = Code(MEMBER_ROLES, required=True)
    name = fields.String(required=True, allow_none=True)
    team = fields.Nested(InvitedTo, required=True)
    created_at = Moment(required=True)
    created_by = fields.Nested(Inviter, required=True)
    expires_at = Moment(required=True, allow_none=True)
    waiting = fields.Integer(required=True)


class InvitationPage(Schema):
    items = fields.List(fields.Nested(InvitationOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class InvitationSheet(Schema):
    items = fields.List(fields.Nested(InvitationOut), required=True)


class InvitationQuery(Schema):
    team = QueryWhole(required=True)


class Welcome(Schema):
    """What somebody with the link may know."""

    class Team(Schema):
        name = fields.String(required=True)
        place = fields.String(required=True)

    kind = Code(KINDS, required=True)
    state = Code(("open", "used", "expired", "revoked"), required=True)
    name = fields.String(required=True, allow_none=True)
    team = fields.Nested(Team, required=True)
    invited_by = fields.String(required=True)
    is_demo = fields.Boolean(required=True)


class Acceptance(Schema):
    """`request_id` is the phone's own, so that asking twice is asking once. The rest is for who is
    not signed in."""

    request_id = fields.UUID(required=True)
    name = Name(120, shortest=2)
    phone = Text(40)
    secret = Text(LONGEST_SECRET, shortest=1, metadata={"format": "password"})


class Accepted(Schema):
    status = Code(("joined", "waiting"), required=True)
    must_change_secret = fields.Boolean(required=True)


class RequestStatus(Schema):
    status = Code(STATUSES, required=True)


class JoinRequestOut(Schema):
    """`is_known`: the phone has an account, or stands on a roster already."""

    id = fields.UUID(required=True)
    team = fields.Nested(InvitedTo, required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True)
    is_known = fields.Boolean(required=True)
    asked_at = Moment(required=True)
    status = Code(STATUSES, required=True)


class JoinRequestQuery(Schema):
    team = QueryWhole()
    unit = QueryWhole()
    cursor = Text(200)
    limit = QueryWhole(1, 100, load_default=50)


class JoinRequestPage(Schema):
    items = fields.List(fields.Nested(JoinRequestOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Answer(Schema):
    decision = Code(("approve", "decline"), required=True)
