"""Serves the built web app: hashed files for a year, pages and the service worker anew each time,
and every address of an app answered by its page."""

from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory
from werkzeug.exceptions import NotFound

from server.access.requires import public

DIST = Path(__file__).parent / "web" / "dist"
# Python does not know it, and browsers refuse a manifest by another name.
MANIFEST_TYPE = "application/manifest+json"
YEAR = 365 * 24 * 3600

pages = Blueprint("pages", __name__)


@pages.get("/assets/<path:name>")
@public
def asset(name: str) -> Response:
    """A built file; its name changes with its content, so it may be kept for good."""
    response = send_from_directory(DIST / "assets", name, max_age=YEAR)
    response.cache_control.public = True
    response.cache_control.immutable = True
    return response


@pages.get("/van-phong/", defaults={"path": ""})
@pages.get("/van-phong/<path:path>")
@public
def office(path: str) -> Response:
    """The office app, whatever its address."""
    return _page("office.html")


@pages.get("/", defaults={"path": ""})
@pages.get("/<path:path>")
@public
def phone(path: str) -> Response:
    """The phone app; or one of the few files beside it: its service worker, manifest and icons."""
    if path.lower().split("/")[0] == "api":
        abort(404)
    if "." in path.rsplit("/", 1)[-1]:
        manifest = MANIFEST_TYPE if path.endswith(".webmanifest") else None
        return send_from_directory(DIST, path, max_age=0, mimetype=manifest)
    return _page("index.html")


def _page(name: str) -> Response:
    try:
        response = send_from_directory(DIST, name, max_age=0)
    except NotFound:
        text = "Chưa dựng giao diện. Chạy: make run\n"
        return Response(text, status=503, mimetype="text/plain")
    response.cache_control.no_cache = True
    return response
