"""What an operator types: prepare, setup, import, rollups, audit. Each command commits once."""

from flask import Flask

from server.cli import audit, demo, prepare, rollups, setup
from server.cli.imports import imports


def init_app(app: Flask) -> None:
    """Install the commands."""
    for group in (prepare.prepare, setup.setup, imports, rollups.rollups, audit.audit, demo.demo):
        app.cli.add_command(group)
