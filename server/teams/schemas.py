"""Shapes of teams, members, and of who is signed in."""

from marshmallow import fields

from server.access.permissions import Role
from server.accounts.schemas import UserArea, UserOut
from server.admin_units.models import LEVELS
from server.fields import (
    Code,
    Day,
    Id,
    Many,
    Moment,
    Name,
    Part,
    QueryWhole,
    Schema,
    Text,
    Yes,
)
from server.teams.models import KINDS, MEMBER_ROLES


class UnitBrief(Schema):
    id = fields.Integer(required=True)
    level = Code((*LEVELS, "team"), required=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)
    code = fields.String(required=True, allow_none=True)
    full_name = fields.String()


class TeamOut(Schema):
    id = fields.Integer(required=True)
    kind = Code(KINDS, required=True)
    name = fields.String(required=True)
    home = fields.Nested(UnitBrief, required=True)
    founded_on = Day(required=True)
    dissolved_on = Day(required=True, allow_none=True)
    dissolves_on = Day(
        required=True,
        allow_none=True,
        metadata={"description": "While it works: the day from which it is known to be no more"},
    )
    decision_number = fields.String(required=True, allow_none=True)
    is_pilot = fields.Boolean(required=True)
    version = fields.Integer(required=True)


class TeamDetail(TeamOut):
    """`has_sessions`: it cannot be deleted. `last_worked_on`: the day of the last that counts or
    may yet; it ends later. `only_here`: how many people are in no other team. `unsent`: how many
    sessions their phones say that they still hold, of whatever team."""

    has_sessions = fields.Boolean(required=True)
    last_worked_on = Day(required=True, allow_none=True)
    only_here = fields.Integer(required=True)
    unsent = fields.Integer(required=True)


class TeamDeletion(Schema):
    despite_unsent = Code(("true", "false"))


class TeamQuery(Schema):
    unit = QueryWhole()
    kind = Code(KINDS)
    cursor = Text(60)
    limit = QueryWhole(1, 200, load_default=50)


class TeamsFileQuery(Schema):
    unit = QueryWhole()
    kind = Code(KINDS)


class TeamRow(TeamOut):
    """A team in a list; `leader` who leads it today and can be called, `members` how many it has
    today."""

    class TeamLeader(Schema):
        name = fields.String(required=True)
        phone = fields.String(required=True, allow_none=True)

    leader = fields.Nested(TeamLeader, required=True, allow_none=True)
    members = fields.Integer(required=True)


class TeamPage(Schema):
    items = fields.List(fields.Nested(TeamRow), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class NewTeam(Schema):
    kind = Code(KINDS, required=True)
    name = Name(160, shortest=3, required=True)
    home_id = Id(required=True)
    founded_on = Day(required=True)
    decision_number = Name(60, allow_none=True, load_default=None)
    is_pilot = Yes(load_default=False)


class TeamChange(Schema):
    name = Name(160, shortest=3)
    founded_on = Day()
    dissolved_on = Day(allow_none=True)
    decision_number = Name(60, allow_none=True)
    is_pilot = Yes()


class NewMember(Schema):
    """Either the id of a person there is, or the name and phone of a new volunteer. Of who was in
    the team before, what is not said of organisation, sex and Youth Union is as it was."""

    user_id = Id()
    name = Name(120, shortest=2)
    phone = Text(40)
    role = Code(MEMBER_ROLES, load_default="member")
    organisation = Name(120, allow_none=True)
    joined_on = Day()
    is_female = Yes(allow_none=True)
    is_union_member = Yes(allow_none=True)


class NewLeader(Schema):
    """To whom the lead goes, as in `NewMember`; `former` is what becomes of who had it."""

    user_id = Id()
    name = Name(120, shortest=2)
    phone = Text(40)
    from_ = Day(data_key="from")
    former = Code(("member", "leaves"), load_default="member")


class MemberChange(Schema):
    role = Code(MEMBER_ROLES)
    organisation = Name(120, allow_none=True)
    joined_on = Day()
    left_on = Day(allow_none=True)
    is_female = Yes(allow_none=True)
    is_union_member = Yes(allow_none=True)


class MemberOut(Schema):
    """`is_in_reach`: whether the reader may open the person. The two facts on the person are given
    to who may set them right."""

    user_id = fields.Integer(required=True)
    name = fields.String(required=True)
    phone = fields.String(required=True, allow_none=True)
    role = Code(MEMBER_ROLES, required=True)
    organisation = fields.String(required=True, allow_none=True)
    joined_on = Day(required=True)
    left_on = Day(required=True, allow_none=True)
    has_secret = fields.Boolean(required=True)
    is_disabled = fields.Boolean(required=True)
    is_in_reach = fields.Boolean(required=True)
    is_female = fields.Boolean(allow_none=True)
    is_union_member = fields.Boolean(allow_none=True)
    version = fields.Integer(required=True)


class MemberList(Schema):
    items = fields.List(fields.Nested(MemberOut), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class FirstCodesQuery(Schema):
    after = Id()


class FirstCodes(Schema):
    """`next`: after whom to go on, or null when these were all."""

    class Given(Schema):
        user_id = fields.Integer(required=True)
        name = fields.String(required=True)
        phone = fields.String(required=True, allow_none=True)
        role = Code(MEMBER_ROLES, required=True)
        code = fields.String(required=True)

    items = fields.List(fields.Nested(Given), required=True)
    expires_at = Moment(required=True)
    next = fields.Integer(required=True, allow_none=True)


class NamedTeam(Schema):
    id = fields.Integer(required=True)
    name = fields.String(required=True)
    kind = Code(KINDS, required=True)
    home = fields.Nested(UnitBrief, required=True)


class ListedUser(UserOut):
    """`last_home`: where the team of a volunteer was who is in none any more."""

    last_home = fields.Nested(UnitBrief, required=True, allow_none=True)


class UserPage(Schema):
    items = fields.List(fields.Nested(ListedUser), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class UserDetail(UserOut):
    """A person with what they answered for and where they were; `is_manageable` by the reader.
    `lock`: who locked them and why. `last_home`: where who is on no team's roster stood last."""

    class Membership(Schema):
        team = fields.Nested(NamedTeam, required=True)
        role = Code(MEMBER_ROLES, required=True)
        organisation = fields.String(required=True, allow_none=True)
        joined_on = Day(required=True)
        left_on = Day(required=True, allow_none=True)

    class Lock(Schema):
        by = fields.String(required=True, allow_none=True)
        reason = fields.String(required=True, allow_none=True)

    past_areas = fields.List(fields.Nested(UserArea), required=True)
    memberships = fields.List(fields.Nested(Membership), required=True)
    last_home = fields.Nested(UnitBrief, required=True, allow_none=True)
    lock = fields.Nested(Lock, required=True, allow_none=True)
    is_manageable = fields.Boolean(required=True)


class Me(Schema):
    class User(Schema):
        id = fields.Integer(required=True)
        name = fields.String(required=True)
        role = Code(list(Role), required=True)
        must_change_secret = fields.Boolean(required=True)

    class OwnTeam(Schema):
        id = fields.Integer(required=True)
        name = fields.String(required=True)
        kind = Code(KINDS, required=True)
        role = Code(MEMBER_ROLES, required=True)
        home = fields.Nested(UnitBrief, required=True)

    class Contact(Schema):
        name = fields.String(required=True)
        phone = fields.String(required=True, allow_none=True)

    user = Part(User, required=True)
    permissions = Many(fields.String(), 100, required=True)
    areas = Many(Part(UnitBrief), 100, required=True)
    teams = Many(Part(OwnTeam), 100, required=True)
    contact = Part(
        Contact,
        required=True,
        allow_none=True,
        metadata={
            "description": "Whom to ask: the officer nearest to a volunteer's team for a new PIN;"
            " somebody above who has no area any more, for one"
        },
    )
    server_time = Moment(required=True)
    is_demo = fields.Boolean(required=True)
