"""What an operator types: prepare, setup, import, rollups, audit, photos. Each commits once."""

from flask import Flask

from server.cli import audit, demo, photos, prepare, rollups, setup
from server.cli.imports import imports


def init_app(app: Flask) -> None:
    """Install the commands."""
    groups = (rollups.rollups, audit.audit, photos.photos, demo.demo)
    for command in (prepare.prepare, setup.setup, imports, *groups):
        app.cli.add_command(command)
