"""flask demo: an invented life of the published programme, for an empty database. Loaded only under
APP_ENV=demo; nothing in it is about a real person."""

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import exists, select

from server import clock
from server.accounts.models import User
from server.admin_units.models import AdminUnit
from server.cli.demo import loading
from server.cli.demo.people import SIGNING_IN
from server.extensions import db, write

# Who can sign in: (who, phone, secret).
ACCOUNTS = tuple((who, phone, secret) for _, _, who, phone, secret in SIGNING_IN)
demo = AppGroup("demo", help="The demo data.")


class NotForProduction(click.ClickException):
    """Everybody knows the demo's secrets."""


class NotEmpty(click.ClickException):
    """The demo never mixes with data that is there."""


def is_empty() -> bool:
    """Whether the database holds neither units nor people yet."""
    somebody = exists(select(User.id)) | exists(select(AdminUnit.id))
    return not db.session.scalar(select(somebody))


def load_into_empty() -> None:
    """Load the demo of today, all or nothing. Refuses production and a database with data."""
    if current_app.config["SETTINGS"].is_production:
        raise NotForProduction("APP_ENV=production: the secrets of the demo's accounts are public")
    if not is_empty():
        raise NotEmpty("The demo is loaded into an empty database only")
    write(loading.load, clock.today())


@demo.command()
def load():
    """Load the demo data into an empty database."""
    load_into_empty()
    click.echo("Loaded.")
