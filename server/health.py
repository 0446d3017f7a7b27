"""Whether the process lives, whether it can work, and what it has counted."""

import os
import time

from alembic.script import ScriptDirectory
from flask import Blueprint, Response, current_app, g, jsonify, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from server import config
from server.access.requires import public
from server.extensions import db, sqlite_module

health = Blueprint("health", __name__)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
SECONDS = Histogram(
    "nhatky_request_seconds", "How long requests took", ["endpoint", "method", "status"]
)


@health.before_app_request
def _start() -> None:
    g.started = time.perf_counter()


@health.after_app_request
def _count(response: Response) -> Response:
    if "started" in g:
        # Only methods that exist: a label for each that somebody makes up would fill the memory.
        method = request.method if request.method in METHODS else "other"
        labels = (request.endpoint or "none", method, str(response.status_code))
        SECONDS.labels(*labels).observe(time.perf_counter() - g.started)
    return response


@health.get("/healthz")
@public
def alive():
    """200 while the process answers."""
    return jsonify(status="ok")


@health.get("/readyz")
@public
def ready():
    """200 when the database answers and stands at this version's migration, else 503."""
    checks = {"database": _database(), "migrations": _migrations()}
    fine = all(checks.values())
    answer = jsonify(status="ok" if fine else "not ready", checks=checks, sqlite=_sqlite())
    answer.status_code = 200 if fine else 503
    return answer


@health.get("/metrics")
@public
def metrics():
    """Counts for Prometheus, added up over the workers."""
    registry = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _database() -> bool:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        db.session.rollback()
        return False
    return True


def _migrations() -> bool:
    try:
        at = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    except SQLAlchemyError:
        db.session.rollback()
        return False
    return at == ScriptDirectory(config.MIGRATIONS).get_current_head()


def _sqlite() -> str | None:
    is_sqlite = current_app.config["SETTINGS"].is_sqlite
    return sqlite_module.sqlite_version if is_sqlite else None
