"""The phone's outbox in, and what changed since out."""

from flask import request
from flask_jwt_extended import current_user
from sqlalchemy import select

from server import clock, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.edge import english, etag
from server.extensions import db, write
from server.sessions import review
from server.sessions.intake import Hand
from server.sessions.models import OutreachSession
from server.sessions.showing import shown
from server.sync import actions, queries, schemas
from server.teams.queries import scope_of
from server.teams.reach import require_person

sync = Blueprint("sync", __name__, url_prefix="/api/v1/sync", description="The phone's outbox")


@sync.post("")
@requires(Permission.SESSION_RECORD)
@sync.arguments(schemas.Batch)
@sync.response(200, schemas.Verdicts)
def push(batch):
    """Take in what waits on a phone, with a verdict for each item. Sent again, each item gets its
    own receipt. If somebody else is signed in than the phone believes, nothing is stored."""
    if batch["user_id"] != current_user.id:
        raise problems.WRONG_USER()
    by = current_user._get_current_object()
    author = by
    if batch["recorded_by"] not in (None, by.id):
        author = require_person(batch["recorded_by"], by, "/recorded_by")
    hand = Hand(author, by, scope_of(by))
    outcomes = [actions.take(item, hand) for item in batch["items"]]
    phone = None
    if author.id == by.id:  # who hands in for another has no part in that one's numbers
        phone = write(actions.note_phone, by, batch, request.headers.get("User-Agent", ""))
    return {
        "server_time": clock.now(),
        "results": _verdicts(outcomes),
        "missing": queries.missing(phone) if phone else [],
    }


def _verdicts(outcomes):
    taken = {outcome.session_id for outcome in outcomes if outcome.problem is None}
    held = list(db.session.scalars(select(OutreachSession).where(OutreachSession.id.in_(taken))))
    told = shown(held, english=english())
    by_id = {session.id: (session, body) for session, body in zip(held, told, strict=True)}
    found = []
    for outcome in outcomes:
        session, body = by_id[outcome.session_id] if outcome.problem is None else (None, None)
        tag = etag(session.version) if session else None
        found.append(actions.verdict(outcome, body, tag, english()))
    return found


@sync.get("/changes")
@requires(Permission.SESSION_READ)
@sync.arguments(schemas.ChangesQuery, location="query")
@sync.response(200, schemas.Changes)
def pull(query):
    """What changed since the cursor among the sessions that this person recorded or that belong to
    their teams, of the last twelve months; what was withdrawn comes too, as withdrawn."""
    scope = scope_of(current_user)
    page = queries.changes(current_user, scope, query.get("cursor"), query["limit"])
    told = shown(page.sessions, english=english())
    allowed = review.allowed(page.sessions, current_user)
    for session, body in zip(page.sessions, told, strict=True):
        # Who left the team keeps what they recorded to read, and can do nothing with it any more.
        seen = scope.holds(session.place_id, session.team_id)
        body.update(etag=etag(session.version), may=allowed[session.id] if seen else [])
    return {
        "start_over": page.start_over,
        "has_more": page.has_more,
        "next_cursor": page.cursor,
        "items": told,
    }


@sync.get("/phones")
@requires(Permission.ACCOUNT_OWN)
@sync.arguments(schemas.PhoneQuery, location="query")
@sync.response(200, schemas.PhonePage)
def list_phones(query):
    """The phones that a person sends from, the latest first, with what they still hold and what
    never arrived; of oneself, or of somebody in one's reach."""
    if query["user"] != current_user.id:
        require_person(query["user"], current_user, "/user")
    return {"items": queries.phones(query["user"]), "next_cursor": None}
