"""The API document as a page to read: plain HTML, no script, nothing from elsewhere."""

import json
from pathlib import Path

from flask import Blueprint, Response, render_template

from server.access.requires import public

DOCUMENT = Path(__file__).parent / "openapi.json"
METHODS = ("get", "post", "put", "patch", "delete")

pages = Blueprint("api_page", __name__, url_prefix="/api/v1", template_folder="templates")


@pages.get("/docs")
@public
def docs() -> str:
    """Every call with its parameters, body and answers."""
    document = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    calls = [
        {"method": method, "path": path, **operations[method]}
        for path, operations in document["paths"].items()
        for method in METHODS
        if method in operations
    ]
    return render_template("api.html", document=document, calls=calls, refers=_reference)


@pages.get("/docs.css")
@public
def style() -> Response:
    """The page's style, apart from it, as the content policy wants."""
    return Response(render_template("api.css"), mimetype="text/css")


def _reference(schema: dict) -> str:
    """The name of what a schema refers to, or its type."""
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    if "allOf" in schema:
        return _reference(schema["allOf"][0])
    if schema.get("type") == "array":
        return f"{_reference(schema['items'])}[]"
    values = schema.get("enum")
    return " | ".join(map(str, values)) if values else schema.get("type", "any")
