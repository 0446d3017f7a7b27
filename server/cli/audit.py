"""flask audit seal | verify"""

import click
from flask.cli import AppGroup

from server.audit import actions
from server.extensions import write

audit = AppGroup("audit", help="Chain the log, and prove it.")


@audit.command()
def seal():
    """Chain the entries that no seal closes yet."""
    click.echo(f"{write(actions.seal)} entries sealed")


@audit.command()
def verify():
    """Find entries that were altered, removed or slipped in."""
    faults = actions.verify()
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} faults")
    if faults:
        raise SystemExit(1)
