"""flask rollups verify | rebuild"""

import click
from flask.cli import AppGroup

from server.extensions import db, write
from server.rollups import actions
from server.sessions.totals import expected

rollups = AppGroup("rollups", help="Prove or rebuild the leaf totals.")


@rollups.command()
def verify():
    """Recompute every total from the sessions, in one snapshot, and count the differences."""
    found = actions.differences(expected())
    for name, count in found.items():
        click.echo(f"{name}: {count} differences")
    total = sum(found.values())
    click.echo(f"{total} differences")
    db.session.rollback()
    if total:
        raise SystemExit(1)


@rollups.command()
def rebuild():
    """Replace every total by what the sessions say."""
    write(actions.rebuild, expected())
    click.echo("Rebuilt.")
