"""Photos over HTTP."""

from flask import current_app, request, send_file
from flask_jwt_extended import current_user
from sqlalchemy.exc import IntegrityError

from server import clock, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.edge import uuid_in_path
from server.extensions import db, write
from server.photos import actions, files, schemas
from server.photos.images import TYPES, drawn_anew
from server.sessions.models import SessionPhoto
from server.sessions.queries import require
from server.sessions.showing import photo_ids
from server.teams.queries import scope_of

LARGEST_SENT = 5 * 1024 * 1024  # bytes
PHOTO = {"schema": {"type": "string", "format": "binary"}}

photos = Blueprint("photos", __name__, url_prefix="/api/v1/sessions", description="Photos")


@photos.put("/<session_id>/photos/<photo_id>")
@requires(Permission.SESSION_RECORD)
@photos.response(201, schemas.PhotoOut)
@photos.alt_response(200, schema=schemas.PhotoOut)
@photos.doc(requestBody={"required": True, "content": dict.fromkeys(TYPES, PHOTO)})
def put_photo(session_id, photo_id):
    """Attach a photo, at most two a session and none of a home visit, before or after the session
    itself arrives. It is drawn anew: at most 1280 pixels and 200 kB, upright, without its
    metadata. The same photo again answers 200."""
    session_id, photo_id = uuid_in_path(session_id), uuid_in_path(photo_id)
    sent = _body()
    by = current_user._get_current_object()
    known = actions.check(photo_id, session_id, sent, by)
    if known is not None:
        return known, 200
    db.session.rollback()  # nobody waits for a picture with the database in hand
    drawn = drawn_anew(sent)
    photo = SessionPhoto(
        id=photo_id,
        session_id=session_id,
        by_id=by.id,
        received_at=clock.now(),
        sha256=actions.digest(sent),
        width=drawn.width,
        height=drawn.height,
        bytes=len(drawn.content),
        fingerprint=drawn.fingerprint,
    )
    files.keep(photo_id, photo.sha256, drawn.content)
    try:
        write(actions.attach, photo, by=by)
    except IntegrityError:
        # The same photo, sent twice in this very moment: the other one is there.
        return actions.check(photo_id, session_id, sent, by), 200
    return photo


def _body():
    if request.mimetype not in TYPES:
        raise problems.PHOTO_TYPE()
    if "Transfer-Encoding" in request.headers:
        raise problems.LENGTH_REQUIRED()
    request.max_content_length = LARGEST_SENT
    return request.get_data()


@photos.get("/<session_id>/photos/<photo_id>")
@requires(Permission.SESSION_READ)
@photos.doc(responses={"200": {"description": "OK", "content": {"image/jpeg": PHOTO}}})
def read_photo(session_id, photo_id):
    """The photo, to whoever may see its session."""
    photo, _ = _seen(session_id, photo_id)
    try:
        response = send_file(
            files.path_of(photo.id, photo.sha256), mimetype="image/jpeg", max_age=0
        )
    except FileNotFoundError as error:
        current_app.logger.error("photo without its file: %s", photo.id)
        raise problems.NOT_FOUND() from error
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


@photos.delete("/<session_id>/photos/<photo_id>")
@requires(Permission.SESSION_RECORD)
@photos.response(204)
def remove_photo(session_id, photo_id):
    """Take one's own photo off a session that waits or was returned."""
    photo, session = _seen(session_id, photo_id)
    write(actions.remove, photo, session, by=current_user)
    files.drop(photo.id, photo.sha256)


def _seen(session_id, photo_id):
    session = require(uuid_in_path(session_id), scope_of(current_user))
    wanted = uuid_in_path(photo_id)
    if wanted not in photo_ids([session]).get(session.id, []):
        raise problems.NOT_FOUND()
    return db.session.get(SessionPhoto, wanted), session
