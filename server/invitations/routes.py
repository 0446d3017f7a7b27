"""Invitations and requests to join over HTTP."""

from flask import current_app, request
from flask_jwt_extended import current_user, verify_jwt_in_request

from server import cursors, problems
from server.access.permissions import Permission
from server.access.requires import public, requires
from server.accounts.routes import with_cookies
from server.blueprint import Blueprint
from server.edge import uuid_in_path
from server.extensions import db, write
from server.invitations import actions, joining, queries, schemas
from server.invitations.models import JoinRequest

invitations = Blueprint(
    "invitations", __name__, url_prefix="/api/v1/invitations", description="Ways into a team"
)
join_requests = Blueprint(
    "join_requests", __name__, url_prefix="/api/v1/join-requests", description="Requests to join"
)


@invitations.post("")
@requires(Permission.TEAM_INVITE)
@invitations.arguments(schemas.NewInvitation)
@invitations.response(201, schemas.InvitationOut)
def invite(data):
    """Make an invitation into a team that one leads or that is of one's area: for one person, good
    for seven days, or the team's own, where each who comes waits for a yes."""
    team = queries.require_team(data["team_id"], current_user)
    made = write(actions.invite, data, team, by=current_user._get_current_object())
    return queries.shown([made])[0]


@invitations.get("/sheet")
@requires(Permission.TEAM_INVITE)
@invitations.arguments(schemas.SheetQuery, location="query")
@invitations.response(200, schemas.SheetSize)
def sheet_size(query):
    """How many cards a sheet of the teams of a unit would have, before any code is made."""
    return queries.sheet_size(current_user, query)


@invitations.post("/sheet")
@requires(Permission.TEAM_INVITE)
@invitations.arguments(schemas.Sheet)
@invitations.response(200, schemas.InvitationSheet)
def sheet(data):
    """The teams' own invitations, for a sheet to print; made where a team has none. Teams out of
    reach are left out."""
    by = current_user._get_current_object()
    teams = queries.teams_to_invite(data["team_ids"], by)
    return {"items": queries.shown(write(actions.standing, teams, by=by))}


@invitations.get("")
@requires(Permission.TEAM_INVITE)
@invitations.arguments(schemas.InvitationQuery, location="query")
@invitations.response(200, schemas.InvitationPage)
def list_invitations(query):
    """A team's invitations that can still be used."""
    team = queries.require_team(query["team"], current_user)
    return {"items": queries.shown(queries.open_invitations([team.id])), "next_cursor": None}


@invitations.delete("/<token>")
@requires(Permission.TEAM_INVITE)
@invitations.response(204)
def revoke(token):
    """End an invitation at once."""
    invitation = queries.by_token(token)
    queries.require_team(invitation.team_id, current_user, dissolved=True)
    write(actions.revoke, invitation, by=current_user)


@invitations.get("/<token>")
@public
@invitations.response(200, schemas.Welcome)
def read_invitation(token):
    """What somebody with the link may know of an invitation."""
    is_demo = current_app.config["APP_ENV"] == "demo"
    return queries.welcome(queries.by_token(token)) | {"is_demo": is_demo}


@invitations.post("/<token>/accept")
@public
@invitations.arguments(schemas.Acceptance)
@invitations.response(200, schemas.Accepted)
def accept(data, token):
    """Come by an invitation: with name, phone and PIN, or signed in with the request's id alone.
    A personal one signs in at once, by cookies; at a team's own the answer is `waiting`."""
    invitation = queries.by_token(token)
    if not {"name", "phone", "secret"} & data.keys():
        verify_jwt_in_request()
        if current_user.must_change_secret:
            raise problems.SECRET_MUST_CHANGE()
        joined = joining.come_signed_in(
            invitation, data["request_id"], current_user._get_current_object()
        )
        return {"status": "joined" if joined else "waiting", "must_change_secret": False}
    tokens = joining.come(invitation, data, request.headers.get("User-Agent", ""))
    if tokens is None:
        return {"status": "waiting", "must_change_secret": False}
    body = {"status": "joined", "must_change_secret": tokens["must_change_secret"]}
    return with_cookies(body, tokens)


@invitations.get("/<token>/requests/<request_id>")
@public
@invitations.response(200, schemas.RequestStatus)
def read_request(token, request_id):
    """What became of one's own request."""
    invitation = queries.by_token(token)
    asked = db.session.get(JoinRequest, uuid_in_path(request_id))
    if asked is None or asked.invitation_id != invitation.id:
        raise problems.NOT_FOUND()
    return asked


@join_requests.get("")
@requires(Permission.TEAM_INVITE)
@join_requests.arguments(schemas.JoinRequestQuery, location="query")
@join_requests.response(200, schemas.JoinRequestPage)
def list_requests(query):
    """Requests that wait for one's yes, the oldest first."""
    found = db.session.scalars(
        queries.waiting_requests(
            current_user,
            team=query.get("team"),
            unit=query.get("unit"),
            after=cursors.decode(query.get("cursor"), cursors.moment, cursors.key),
            limit=query["limit"] + 1,
        )
    ).all()
    items, next_cursor = cursors.page(
        found, query["limit"], lambda asked: [asked.asked_at.isoformat(), str(asked.id)]
    )
    return {"items": queries.requests_shown(items), "next_cursor": next_cursor}


@join_requests.post("/<request_id>/decision")
@requires(Permission.TEAM_INVITE)
@join_requests.arguments(schemas.Answer)
@join_requests.response(200, schemas.JoinRequestOut)
def decide(data, request_id):
    """Say yes or no to a request. The first word stands; the answer tells which."""
    asked = queries.require_request(uuid_in_path(request_id), current_user)
    decided = write(actions.decide, asked.id, data["decision"], by=current_user)
    return queries.requests_shown([decided])[0]
