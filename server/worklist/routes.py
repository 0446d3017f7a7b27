"""The worklist over HTTP."""

from flask_jwt_extended import current_user

from server import cursors
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.extensions import db
from server.teams.queries import scope_of
from server.worklist import idle, queries, schemas
from server.worklist.area import area

worklist = Blueprint(
    "worklist", __name__, url_prefix="/api/v1/worklist", description="What is to be done"
)


@worklist.get("")
@requires(Permission.SESSION_REVIEW)
@worklist.arguments(schemas.WorklistQuery, location="query")
@worklist.response(200, schemas.Worklist)
def read_worklist(query):
    """What is to be done in one's area, or in one unit of it, as numbers."""
    return queries.worklist(_area(query))


@worklist.get("/teams")
@requires(Permission.SESSION_REVIEW)
@worklist.arguments(schemas.IdleTeamQuery, location="query")
@worklist.response(200, schemas.IdleTeamPage)
def list_idle_teams(query):
    """Teams without a counted session for a month, those that never had one first."""
    after = cursors.decode(query.get("cursor"), cursors.day, cursors.number)
    page = idle.teams(_area(query), after, query["limit"] + 1)
    rows, next_cursor = cursors.page(
        db.session.execute(page).all(),
        query["limit"],
        lambda row: [row.last.isoformat(), row[0].id],
    )
    return {"items": idle.shown_idle(rows), "next_cursor": next_cursor}


def _area(query):
    return area(current_user, scope_of(current_user), query.get("unit"))
