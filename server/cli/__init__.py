"""What an operator types: prepare, setup, import, rollups, audit. Each command commits once."""

from flask import Flask

from server.cli import audit, demo, prepare, rollups


def init_app(app: Flask) -> None:
    """Install the commands."""
    for group in (prepare.prepare, rollups.rollups, audit.audit, demo.demo):
        app.cli.add_command(group)
