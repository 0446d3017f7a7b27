"""Sessions over HTTP."""

from flask import jsonify
from flask_jwt_extended import current_user, get_current_user
from sqlalchemy import select

from server import cursors, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import IF_MATCH, IF_MATCH_TO_AMEND, Blueprint
from server.edge import (
    english,
    etag,
    if_match,
    json_body,
    required_if_match,
    uuid_in_path,
    version_in,
    with_etag,
)
from server.extensions import db, write
from server.fields import canonical_uuid
from server.problems import field_error
from server.sessions import (
    actions,
    asking,
    lists,
    merging,
    past,
    queries,
    review,
    review_schemas,
    schemas,
)
from server.sessions.intake import Hand, receive
from server.sessions.models import OutreachSession
from server.sessions.showing import shown
from server.teams.queries import scope_of

# Made once: putting a schema together costs as much as using it.
NEW, SESSION, DETAIL = schemas.NewSession(), schemas.SessionOut(), schemas.SessionDetail()
LISTED = schemas.ListedSession()

sessions = Blueprint(
    "sessions", __name__, url_prefix="/api/v1/sessions", description="Outreach sessions"
)
reviews = Blueprint("reviews", __name__, url_prefix="/api/v1/reviews", description="Reviews")


@sessions.put("/<session_id>")
@requires(Permission.SESSION_RECORD)
@sessions.arguments(NEW)
@sessions.response(201, schemas.SessionOut)
@sessions.alt_response(200, schema=schemas.SessionOut)
@sessions.doc(parameters=[IF_MATCH_TO_AMEND])
def put_session(body, session_id):
    """Record a session under the client's own id, or with `If-Match` amend it. The same request
    again answers 200 with its own receipt and `Idempotent-Replay: true`."""
    receipt = receive(
        uuid_in_path(session_id),
        if_match(),
        body,
        json_body(),
        hand=Hand(current_user, current_user, scope_of(current_user)),
    )
    status = 201 if receipt.outcome == "new" else 200
    response = _answer(receipt.session, status)
    return _again(response) if receipt.outcome == "replayed" else response


@sessions.get("")
@requires(Permission.SESSION_READ)
@sessions.arguments(schemas.SessionQuery, location="query")
@sessions.response(200, schemas.SessionPage)
def list_sessions(query):
    """Sessions in one's scope: the latest first, or `sort=review`: flagged first, then oldest."""
    parts = (cursors.day, cursors.key)
    if query["sort"] == "review":
        parts = (cursors.number, *parts)
    asked = lists.filtered(query, current_user, scope_of(current_user))
    if "decidable" in query:
        theirs = review.decidable(current_user, review.barred_authors(current_user))
        asked = asked.where(theirs if query["decidable"] == "true" else ~theirs)
    page = lists.ordered(
        asked,
        query["sort"],
        cursors.decode(query.get("cursor"), *parts),
        query["limit"] + 1,
        by_flag=lists.is_by_flag(query),
        few=query.get("asked_back") == "true",
    )
    found = db.session.scalars(page).all()
    items, next_cursor = cursors.page(
        found, query["limit"], lambda s: lists.position(s, query["sort"])
    )
    return {"items": _listed(items), "next_cursor": next_cursor}


def _listed(items):
    told = shown(items, english=english())
    may = review.allowed(items, get_current_user())
    return [one | {"may": may[one["id"]]} for one in told]


@sessions.get("/<session_id>")
@requires(Permission.SESSION_READ)
@sessions.response(200, schemas.SessionDetail)
def read_session(session_id):
    """One session, with its team's usual numbers and what the caller may do with it now."""
    return _detail(_seen(session_id))


def _detail(session):
    body = shown([session], english=english())[0]
    body["usual"] = past.usual(past.past_of(session.team_id, session.id))
    body["similar"] = _similar(session)
    body["author_phone"] = queries.author_phone(session, current_user, scope_of(current_user))
    body["may"] = review.allowed([session], current_user)[session.id]
    return with_etag(jsonify(DETAIL.dump(body)), session.version)


def _similar(session):
    others = past.similar(session, lists.visible(scope_of(current_user)))
    return [
        one | {"etag": etag(one["version"]), "same_team": one["team_id"] == session.team_id}
        for one in shown(others, english=english())
    ]


@sessions.get("/<session_id>/history")
@requires(Permission.SESSION_READ)
@sessions.response(200, schemas.History)
def read_history(session_id):
    """What happened to a session, oldest first, with field differences."""
    items = queries.history(_seen(session_id).id, english=english())
    return {"items": items, "next_cursor": None}


@sessions.delete("/<session_id>")
@requires(Permission.SESSION_RECORD)
@sessions.arguments(schemas.Withdrawal)
@sessions.response(204)
@sessions.doc(parameters=[IF_MATCH])
def withdraw_session(body, session_id):
    """Take back one's own session while it waits or is returned. Needs `If-Match`."""
    session = _seen(session_id)
    write(
        actions.withdraw,
        session.id,
        required_if_match(),
        body["reason"],
        by=current_user,
        author=current_user,
    )


@sessions.post("/<session_id>/reopen-request")
@requires(Permission.SESSION_RECORD)
@sessions.arguments(schemas.Withdrawal)
@sessions.response(200, schemas.SessionDetail)
def ask_back(body, session_id):
    """Ask for one's own approved session to be reopened, at most three times, and in other
    words once it was answered. It may be asked while nobody else asks."""
    session = _seen(session_id)
    return _detail(
        write(asking.ask_back, session.id, session.version, body["reason"], by=current_user)
    )


@sessions.delete("/<session_id>/reopen-request")
@requires(Permission.SESSION_REVIEW)
@sessions.response(200, schemas.SessionDetail)
@sessions.doc(parameters=[IF_MATCH])
def leave_approved(session_id):
    """Let a session stay approved though its author asked for it back, by whoever could
    reopen it. Needs `If-Match`; the same request again changes nothing."""
    session, version = _seen(session_id), required_if_match()
    return _detail(write(asking.leave_approved, session.id, version, by=current_user))


@sessions.post("/<session_id>/review")
@requires(Permission.SESSION_REVIEW)
@sessions.arguments(review_schemas.Review)
@sessions.response(200, schemas.ListedSession)
@sessions.doc(parameters=[IF_MATCH])
def review_session(decision, session_id):
    """Approve, return with reasons, refuse, or reopen one session. Needs `If-Match`. The same
    decision of the same person on that version again, while nobody has gone on since, changes
    nothing and is answered as at first, with `Idempotent-Replay: true`."""
    session = _seen(session_id)
    review.check(decision)
    version = required_if_match()
    decided, again = write(review.decide, session.id, version, decision, by=current_user)
    answer = with_etag(jsonify(LISTED.dump(_listed([decided])[0])), decided.version)
    return _again(answer) if again else answer


@sessions.post("/<session_id>/merge")
@requires(Permission.SESSION_REVIEW)
@sessions.arguments(review_schemas.Merge)
@sessions.response(200, schemas.SessionDetail)
@sessions.doc(parameters=[IF_MATCH])
def merge_sessions(body, session_id):
    """Let this session stand for another record of the same event: that one is withdrawn and
    linked, its team is credited, the people are counted once. Needs `If-Match` of this one."""
    kept, version = _seen(session_id), required_if_match()
    wanted = _wanted([body["other"]])
    if not wanted:
        raise problems.invalid(field_error("/other/id", "no_such_session"))
    kept = (kept.id, version)
    return _detail(write(merging.merge, kept, wanted[0], body["comment"], by=current_user))


@sessions.delete("/<session_id>/merge")
@requires(Permission.SESSION_REVIEW)
@sessions.response(200, schemas.SessionDetail)
@sessions.doc(parameters=[IF_MATCH])
def unmerge_session(session_id):
    """Take a session out of the one that it was merged into; it waits for review again. Needs
    `If-Match`."""
    merged = _seen(session_id)
    if merged.merged_into and not queries.is_seen(merged.merged_into, scope_of(current_user)):
        raise problems.OUTSIDE_AREA()
    wanted = (merged.id, required_if_match())
    return _detail(write(merging.unmerge, wanted, by=current_user))


@reviews.post("")
@requires(Permission.SESSION_REVIEW)
@reviews.arguments(review_schemas.Reviews)
@reviews.response(200, review_schemas.ReviewResults)
def review_many(body):
    """Approve many sessions, or take many approvals back, with an answer for each; what the same
    request did before, and nobody has changed since, is answered as it was then."""
    decision = {"reasons": [], "fields": []} | {key: body[key] for key in ("decision", "comment")}
    review.check(decision)
    answers = write(review.decide_many, _wanted(body["sessions"]), decision, by=current_user)
    by_spelling = {str(key): answer for key, answer in answers.items()}
    return {"results": [_result(i["id"], by_spelling.get(i["id"])) for i in body["sessions"]]}


def _wanted(items):
    """The (id, version) pairs of the sessions that the caller may see."""
    asked = {}
    for item in items:
        try:
            asked[canonical_uuid(item["id"])] = version_in(item["etag"])
        except ValueError:
            continue
    visible = select(OutreachSession.id).where(
        OutreachSession.id.in_(asked), lists.visible(scope_of(current_user))
    )
    seen = set(db.session.scalars(visible))
    return [(key, version) for key, version in asked.items() if key in seen]


def _result(session_id, answer):
    if isinstance(answer, OutreachSession):
        return {
            "id": session_id,
            "status": 200,
            "etag": etag(answer.version),
            "state": answer.state,
            "problem": None,
        }
    problem = answer or problems.SESSION_NOT_FOUND()
    return {
        "id": session_id,
        "status": problem.kind.status,
        "etag": None,
        "state": None,
        "problem": problem.render(english()),
    }


def _again(response):
    response.headers["Idempotent-Replay"] = "true"
    return response


def _seen(session_id):
    return queries.require(uuid_in_path(session_id), scope_of(current_user))


def _answer(session, status=200):
    response = jsonify(SESSION.dump(shown([session], english=english())[0]))
    response.status_code = status
    return with_etag(response, session.version)
