"""Shapes of sessions and reviews: types and ranges only. What belongs together is in `rules`."""

from typing import Any

from marshmallow import fields, missing

from server.catalogue.codes import (
    AUDIENCES,
    DIFFICULTIES,
    LIMITS,
    SERVICES,
    SOURCES,
    TYPES,
)
from server.fields import (
    ClockTime,
    Code,
    Day,
    Id,
    Many,
    Moment,
    Part,
    QueryWhole,
    Reason,
    Schema,
    Text,
    Uuid,
    Whole,
    Yes,
)
from server.sessions.endings import ENDINGS
from server.sessions.flags import RULES
from server.sessions.transitions import ACTIONS, DONE, HAPPENED, STATES
from server.teams.models import KINDS
from server.teams.schemas import UnitBrief

PEOPLE = LIMITS["participants"]
CLOCK_YEARS = range(1970, 2200)  # that a phone may show; one that lost the time says 1970


class ServiceCount(Schema):
    service = Code(SERVICES, required=True)
    assisted = Whole(0, PEOPLE, required=True)
    completed = Whole(0, PEOPLE * 50, allow_none=True, load_default=None)


class Client(Schema):
    created_at = Moment(required=True, years=CLOCK_YEARS)
    app_version = Text(40, required=True)


class NewSession(Schema):
    """A session as the client sends it. A nil report has team, place and a day of its month."""

    team_id = Id(required=True)
    co_team_ids = Many(Id(), LIMITS["co_teams"], distinct=True, load_default=list)
    place_id = Id(required=True)
    other_place_ids = Many(Id(), LIMITS["other_places"], distinct=True, load_default=list)
    date = Day(required=True)
    start_time = ClockTime(allow_none=True, load_default=None)
    duration_min = Whole(
        LIMITS["duration_min"], LIMITS["duration_max"], allow_none=True, load_default=None
    )
    type = Code(TYPES, load_default=None, allow_none=True)
    audience = Code(AUDIENCES, load_default=None, allow_none=True)
    venue_id = Id(allow_none=True, load_default=None)
    partner_ids = Many(Id(), LIMITS["partners"], distinct=True, load_default=list)
    participants = Whole(0, PEOPLE, load_default=None, allow_none=True)
    staff_participants = Whole(0, PEOPLE, allow_none=True, load_default=None)
    first_time = Whole(0, PEOPLE, allow_none=True, load_default=None)
    female = Whole(0, PEOPLE, allow_none=True, load_default=None)
    elderly = Whole(0, PEOPLE, allow_none=True, load_default=None)
    households = Whole(0, LIMITS["households"], allow_none=True, load_default=None)
    volunteers = Whole(1, LIMITS["volunteers"], allow_none=True, load_default=None)
    services = Many(Part(ServiceCount), len(SERVICES), load_default=None, allow_none=True)
    difficulties = Many(Code(DIFFICULTIES), len(DIFFICULTIES), distinct=True, load_default=list)
    note = Text(LIMITS["note"], lines=True, allow_none=True, load_default=None)
    conducted_by = Id(allow_none=True, load_default=None)
    source = Code(SOURCES, load_default="web")
    nil = Yes(load_default=False)
    client = Part(Client, allow_none=True, load_default=None)


class Person(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)


class Flag(Schema):
    """Something a reviewer should look at. A hint, never a verdict."""

    code = Code(RULES, required=True)
    detail = fields.String(required=True)
    params = fields.Dict(required=True)


class Decision(Schema):
    action = Code(DONE.values(), required=True)
    at = Moment(required=True)
    by = fields.Nested(Person, required=True)
    reasons = fields.List(fields.String(), required=True)
    fields_ = fields.List(fields.String(), required=True, data_key="fields", attribute="fields")
    comment = fields.String(required=True, allow_none=True)


class AskedBack(Schema):
    """The author of an approved session asks for it to be reopened."""

    at = Moment(required=True)
    by = fields.Nested(Person, required=True)
    reason = fields.String(required=True)


class TeamBrief(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    kind = Code(KINDS, required=True)


class Usual(Schema):
    """Medians of the team's last counted sessions; null where there are too few."""

    class Taught(Schema):
        assisted = fields.Float(required=True)
        completed = fields.Float(required=True, allow_none=True)

    sessions = fields.Integer(required=True)
    participants = fields.Float(required=True, allow_none=True)
    services = fields.Dict(keys=fields.String(), values=fields.Nested(Taught), required=True)


class Answer(Schema):
    """Has every field, also those that a body may leave out."""

    def on_bind_field(self, field_name: str, field_obj: Any) -> None:
        field_obj.required, field_obj.load_default = True, missing


class ServiceCountOut(Answer, ServiceCount):
    """What was taught, as an answer says it."""


class SessionOut(Answer, NewSession):
    """The session with what the server knows of it, without what it knows of the phone."""

    class Meta(NewSession.Meta):
        exclude = ("client",)

    services = fields.List(fields.Nested(ServiceCountOut), required=True)
    id = fields.UUID(required=True)
    state = Code(STATES, required=True)
    version = fields.Integer(required=True)
    receipt_code = fields.String(required=True)
    flags = fields.List(fields.Nested(Flag), required=True)
    received_at = Moment(required=True)
    changed_at = Moment(required=True)
    waiting_since = Moment(
        required=True, metadata={"description": "When it last came to wait for a decision"}
    )
    recorded_by = fields.Nested(Person, required=True)
    submitted_by = fields.Nested(Person, required=True)
    reviewed_by = fields.Nested(Person, required=True, allow_none=True)
    conducted_by = fields.Nested(Person, required=True, allow_none=True)
    content_hash = fields.String(required=True)
    team = fields.Nested(TeamBrief, required=True)
    place = fields.Nested(UnitBrief, required=True)
    place_today = fields.Nested(UnitBrief, required=True)
    review = fields.Nested(Decision, required=True, allow_none=True)
    asked_back = fields.Nested(AskedBack, required=True, allow_none=True)
    photos = fields.List(fields.UUID(), required=True)
    ending = Code(
        ENDINGS,
        required=True,
        allow_none=True,
        metadata={"description": "How a withdrawn session came to be so; null for any other"},
    )
    merged_into = fields.UUID(
        required=True,
        allow_none=True,
        metadata={"description": "The session that stands for this one, which is withdrawn"},
    )


class Similar(SessionOut):
    """Another session to look at beside it: it may tell of the same event."""

    etag = fields.String(required=True)
    same_team = fields.Boolean(required=True)


class SessionDetail(SessionOut):
    similar = fields.List(fields.Nested(Similar), required=True)
    usual = fields.Nested(Usual, required=True)
    author_phone = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Of who held or recorded it, for the officers of their area"},
    )
    may = fields.List(Code(ACTIONS), required=True)


class SessionQuery(Schema):
    unit = QueryWhole()
    team = QueryWhole()
    state = Code(STATES)
    from_ = Day(data_key="from")
    to = Day()
    flag = Text(40)
    flagged = Code(("true", "false"))
    late = Code(("true",), metadata={"description": "Pending for more than five working days"})
    decidable = Code(
        ("true", "false"),
        metadata={"description": "Whether it is one's own to decide, or for the level above"},
    )
    source = Code(SOURCES)
    import_ = Uuid(
        data_key="import",
        metadata={"description": "The file that brought the sessions in"},
    )
    receipt = Text(20)
    mine = Code(("true", "false"))
    asked_back = Code(("true", "false"))
    sort = Code(("recent", "review"), load_default="recent")
    cursor = Text(200)
    limit = QueryWhole(1, 100, load_default=50)


class ListedSession(SessionOut):
    may = fields.List(Code(ACTIONS), required=True)


class SessionPage(Schema):
    items = fields.List(fields.Nested(ListedSession), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Change(Schema):
    field = fields.String(required=True)
    from_ = fields.Raw(data_key="from", attribute="from", allow_none=True)
    to = fields.Raw(allow_none=True)


class Revision(Decision):
    action = Code(HAPPENED, required=True)
    version = fields.Integer(required=True)
    other_id = fields.UUID(
        required=True, allow_none=True, metadata={"description": "Of a merge: the other session"}
    )
    changes = fields.List(fields.Nested(Change), required=True)


class History(Schema):
    items = fields.List(fields.Nested(Revision), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Withdrawal(Schema):
    reason = Reason(LIMITS["comment"], shortest=3, required=True)
