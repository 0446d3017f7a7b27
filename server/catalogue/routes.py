"""The catalogue over HTTP."""

from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.catalogue import queries, schemas

catalogue = Blueprint("catalogue", __name__, url_prefix="/api/v1", description="Catalogue")


@catalogue.get("/catalogue")
@requires(Permission.CATALOGUE_READ)
@catalogue.response(200, schemas.Catalogue)
def read_catalogue():
    """Services, types, audiences, reasons, partners, venues, and every limit of the form."""
    return queries.catalogue()
