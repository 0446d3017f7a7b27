"""Finding over HTTP."""

from flask_jwt_extended import current_user

from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.search import queries, schemas
from server.teams.queries import scope_of

search = Blueprint("search", __name__, url_prefix="/api/v1/search", description="Finding anything")


@search.get("")
@requires(Permission.PEOPLE_READ)
@search.arguments(schemas.SearchQuery, location="query")
@search.response(200, schemas.SearchResults)
def find(query):
    """Sessions by receipt, units of any time, teams, and people by phone or name, in one's area;
    the closest first."""
    by = current_user._get_current_object()
    return {"items": queries.find(query["q"], scope_of(by), by, query["limit"])}
