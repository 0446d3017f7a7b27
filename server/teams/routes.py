"""Who is signed in; teams and their members."""

from flask import current_app, jsonify
from flask_jwt_extended import current_user

from server import clock, cursors
from server.access.permissions import Permission
from server.access.requires import permissions_of, requires
from server.accounts.routes import auth
from server.blueprint import IF_MATCH, Blueprint
from server.edge import day_in_path, required_if_match, with_etag
from server.extensions import db, write
from server.teams import actions, first_codes, queries, reach, roster, schemas

teams = Blueprint("teams", __name__, url_prefix="/api/v1/teams", description="Teams")


@auth.get("/me")
@requires(Permission.ACCOUNT_OWN, one_time_code=True)
@auth.response(200, schemas.Me)
def me():
    """Who is signed in, what they may do, and where."""
    held = queries.memberships(current_user)
    return {
        "user": current_user,
        "permissions": sorted(permissions_of(current_user)),
        "areas": queries.own_areas(current_user),
        "teams": [queries.shown(team) | {"role": member.role} for member, team in held],
        "contact": queries.contact_of(current_user, held),
        "server_time": clock.now(),
        "is_demo": current_app.config["APP_ENV"] == "demo",
    }


@teams.get("")
@requires(Permission.TEAM_READ)
@teams.arguments(schemas.TeamQuery, location="query")
@teams.response(200, schemas.TeamPage)
def list_teams(query):
    """Teams in one's area, by id."""
    after = cursors.decode(query.get("cursor"), cursors.number)
    found = db.session.scalars(
        queries.teams(
            queries.scope_of(current_user),
            after=after[0] if after else 0,
            limit=query["limit"] + 1,
            unit=query.get("unit"),
            kind=query.get("kind"),
        )
    ).all()
    items, next_cursor = cursors.page(found, query["limit"], lambda team: [team.id])
    masked = Permission.PEOPLE_READ not in permissions_of(current_user)
    return {"items": queries.listed(items, masked=masked), "next_cursor": next_cursor}


@teams.post("")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.NewTeam)
@teams.response(201, schemas.TeamOut)
def create_team(data):
    """Add a team at a unit in one's area."""
    queries.scope_of(current_user).require_unit(data["home_id"])
    return _answer(write(actions.create, data, by=current_user), 201)


@teams.get("/<int(max=2147483647):team_id>")
@requires(Permission.TEAM_READ)
@teams.response(200, schemas.TeamDetail)
def read_team(team_id):
    """One team, with what would become of it and its people were it deleted."""
    team = queries.require_team(team_id, queries.scope_of(current_user))
    body = schemas.TeamDetail().dump(
        queries.shown(team)
        | {
            "has_sessions": any(way(team.id) for way in actions.kept),
            "last_worked_on": actions.last_worked_on(team.id),
            "only_here": queries.only_here(team.id),
            "unsent": actions.unsent_of(team.id),
        }
    )
    return with_etag(jsonify(body), team.version)


@teams.patch("/<int(max=2147483647):team_id>")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.TeamChange)
@teams.response(200, schemas.TeamOut)
@teams.doc(parameters=[IF_MATCH])
def change_team(data, team_id):
    """Change a team's name, decision or dates. Needs `If-Match`."""
    queries.require_team(team_id, queries.scope_of(current_user))
    version = required_if_match()
    return _answer(write(actions.change, team_id, data, version=version, by=current_user))


@teams.delete("/<int(max=2147483647):team_id>")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.TeamDeletion, location="query")
@teams.response(204)
def delete_team(query, team_id):
    """Delete a team that was added by mistake, one without sessions. Its roster and invitations go
    with it; the people stay. While phones of its people hold unsent sessions, only when asked to
    do so `despite_unsent`."""
    queries.require_team(team_id, queries.scope_of(current_user))
    despite = query.get("despite_unsent") == "true"
    write(actions.delete, team_id, despite_unsent=despite, by=current_user)


@teams.get("/<int(max=2147483647):team_id>/members")
@requires(Permission.TEAM_READ)
@teams.response(200, schemas.MemberList)
def list_members(team_id):
    """Everybody who is or was in a team. Peers see each other's phone masked, and an officer that
    of who has left for another area. Sex and Youth Union are for who may set them right."""
    queries.require_team(team_id, queries.scope_of(current_user))
    held = permissions_of(current_user)
    may_call, facts = Permission.PEOPLE_READ in held, Permission.TEAM_MANAGE in held
    found = queries.members(team_id)
    hidden = reach.out_of_sight(found, current_user) if may_call else {m.user_id for m in found}
    items = [queries.member_shown(m, masked=m.user_id in hidden, facts=facts) for m in found]
    return {"items": items, "next_cursor": None}


@teams.post("/<int(max=2147483647):team_id>/members")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.NewMember)
@teams.response(201, schemas.MemberOut)
def add_member(data, team_id):
    """Add a person to a team; an unknown phone makes a new volunteer without a secret."""
    team = _team_for(data, team_id)
    return queries.member_shown(write(actions.add_member, team, data, by=current_user))


def _team_for(data, team_id):
    """The team, if the caller may put whom `data` names into it."""
    team = queries.require_team(team_id, queries.scope_of(current_user))
    if "user_id" in data:
        reach.require_for_team(data["user_id"], current_user)
    return team


@teams.post("/<int(max=2147483647):team_id>/recovery-codes")
@requires(Permission.PEOPLE_MANAGE)
@teams.arguments(schemas.FirstCodesQuery)
@teams.response(201, schemas.FirstCodes)
def issue_first_codes(data, team_id):
    """Issue one-time codes to all members who have no PIN yet, each shown once, as single ones are;
    some at a time, from the one after `after`."""
    team = queries.require_team(team_id, queries.scope_of(current_user))
    return first_codes.issue(
        team, after=data.get("after", 0), by=current_user._get_current_object()
    )


@teams.post("/<int(max=2147483647):team_id>/leader")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.NewLeader)
@teams.response(201, schemas.MemberOut)
def name_leader(data, team_id):
    """Hand the lead over from a day on: to a member, to somebody else, or to somebody new; who led
    goes on as a member, or leaves."""
    team = _team_for(data, team_id)
    return queries.member_shown(write(roster.name_leader, team, data, by=current_user))


@teams.patch("/<int(max=2147483647):team_id>/members/<int(max=2147483647):user_id>/<joined_on>")
@requires(Permission.TEAM_MANAGE)
@teams.arguments(schemas.MemberChange)
@teams.response(200, schemas.MemberOut)
@teams.doc(parameters=[IF_MATCH])
def change_member(data, team_id, user_id, joined_on):
    """Set right a time in a team, named by the day on which it began. Needs `If-Match`."""
    team = queries.require_team(team_id, queries.scope_of(current_user))
    version, began = required_if_match(), day_in_path(joined_on)
    change = (team, user_id, began, data)
    member = write(roster.change_time, *change, version=version, by=current_user)
    hidden = reach.out_of_sight(queries.members(team_id), current_user)
    return queries.member_shown(member, masked=user_id in hidden)


@teams.delete("/<int(max=2147483647):team_id>/members/<int(max=2147483647):user_id>")
@requires(Permission.TEAM_MANAGE)
@teams.response(204)
def end_membership(team_id, user_id):
    """Let a person leave a team today."""
    team = queries.require_team(team_id, queries.scope_of(current_user))
    write(actions.end_membership, team, user_id, by=current_user)


def _answer(team, status=200):
    response = jsonify(schemas.TeamOut().dump(queries.shown(team)))
    response.status_code = status
    return with_etag(response, team.version)
