"""flask prepare: everything between an empty folder and a server that can start."""

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade

from server.catalogue.actions import install
from server.cli import demo
from server.extensions import db, write
from server.sync.actions import renumber


@click.command()
@with_appcontext
def prepare():
    """Migrate, install the catalogue, and under APP_ENV=demo fill an empty database."""
    settings = current_app.config["SETTINGS"]
    upgrade()
    write(install)
    write(renumber)
    if settings.app_env == "demo" and demo.is_empty():
        click.echo("Loading the demo data (about ten seconds)")
        demo.load_into_empty()
    db.session.rollback()
    click.echo(f"\n  Nhật ký Tổ số: http://{settings.host}:{settings.port}/\n")
    if settings.app_env == "demo":
        for who, phone, secret in demo.ACCOUNTS:
            click.echo(f"  {who:<22}{phone}   {secret}")
        click.echo("")
