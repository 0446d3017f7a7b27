"""The log over HTTP."""

from flask_jwt_extended import current_user

from server import cursors
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.extensions import db
from server.logbook import queries, schemas
from server.teams.queries import scope_of

logbook = Blueprint("logbook", __name__, url_prefix="/api/v1", description="The log")


@logbook.get("/audit")
@requires(Permission.AUDIT_READ)
@logbook.arguments(schemas.LogQuery, location="query")
@logbook.response(200, schemas.LogPage)
def read_log(query):
    """What was done in one's area, and by oneself, latest first."""
    after = cursors.decode(query.pop("cursor", None), cursors.number)
    limit = query.pop("limit")
    found = db.session.scalars(
        queries.entries(
            scope_of(current_user),
            current_user.id,
            query,
            before=after[0] if after else None,
            limit=limit + 1,
        )
    ).all()
    items, next_cursor = cursors.page(found, limit, lambda entry: [entry.id])
    return {"items": queries.shown(items), "next_cursor": next_cursor}
