"""Nhật ký Tổ số: the application, as a table of contents."""

from datetime import timedelta

from flask import Flask

from server import api_page, cli, config, edge, phone_app
from server.accounts.routes import ACCESS_SECONDS, auth
from server.admin_units.routes import units
from server.audit import denials  # noqa: F401 - listens
from server.blueprint import Api
from server.catalogue.routes import catalogue
from server.extensions import compress, db, engine_settings, jwt, migrate, prepare_engines
from server.figures.routes import rollups
from server.health import health
from server.imports.routes import imports
from server.invitations.routes import invitations, join_requests
from server.logbook.routes import logbook
from server.photos.routes import photos
from server.reports.routes import downloads
from server.search.routes import search
from server.sessions.routes import reviews, sessions
from server.sync.routes import sync
from server.teams.people import users
from server.teams.routes import teams
from server.worklist.routes import worklist
from server.writing import Json

BLUEPRINTS = (
    auth, users, units, teams, invitations, join_requests, catalogue, sessions, photos, reviews,
    sync, rollups, worklist, search, logbook, downloads, imports,
)  # fmt: skip


def create_app(settings: config.Settings | None = None) -> Flask:
    """The WSGI application."""
    settings = settings or config.from_environment()
    app = Flask(__name__, static_folder=None)
    app.config.update(flask_settings(settings))
    app.json = Json(app)
    edge.init_app(app)
    db.init_app(app)
    prepare_engines(app)
    migrate.init_app(app, db, directory=config.MIGRATIONS, render_as_batch=True)
    jwt.init_app(app)
    compress.init_app(app)
    api = Api(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(health)
    app.register_blueprint(api_page.pages)
    app.register_blueprint(phone_app.pages)
    cli.init_app(app)
    return app


def flask_settings(settings: config.Settings) -> dict:
    """Our settings in the words of Flask and its extensions."""
    return {
        "APP_ENV": settings.app_env,
        "SETTINGS": settings,
        "SECRET_KEY": settings.secret_key,
        # Browsers take a Secure cookie only over https; the demo is tried over http on a desk.
        "SESSION_COOKIE_SECURE": settings.is_production,
        **engine_settings(settings.database_url),
        "JWT_TOKEN_LOCATION": ["headers", "cookies"],
        "JWT_ACCESS_TOKEN_EXPIRES": timedelta(seconds=ACCESS_SECONDS),
        # A phone may stay a month and more without signal and still need no PIN.
        "JWT_REFRESH_TOKEN_EXPIRES": timedelta(days=90),
        "JWT_SESSION_COOKIE": False,
        "JWT_COOKIE_SECURE": settings.is_production,
        "JWT_COOKIE_SAMESITE": "Strict",
        "JWT_REFRESH_COOKIE_PATH": "/api/v1/auth/refresh",
        "JWT_DECODE_LEEWAY": 60,
        "COMPRESS_MIN_SIZE": 1500,  # below that it costs more than it saves
        "COMPRESS_MIMETYPES": [
            "text/html",
            "text/css",
            "text/javascript",
            "image/svg+xml",
            "application/json",
            "application/manifest+json",
        ],
        "API_TITLE": "Nhật ký Tổ số",
        "API_VERSION": "v1",
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": "/api/v1",
        "OPENAPI_JSON_PATH": "openapi.json",
        "API_SPEC_OPTIONS": {
            "components": {
                "securitySchemes": {
                    "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
                    "cookie": {"type": "apiKey", "in": "cookie", "name": "access_token_cookie"},
                }
            }
        },
    }
