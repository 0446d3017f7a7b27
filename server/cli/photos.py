"""flask photos sweep"""

from datetime import timedelta

import click
from flask.cli import AppGroup
from sqlalchemy import select

from server import clock
from server.extensions import db, write
from server.photos import actions, files
from server.sessions.models import SessionPhoto

photos = AppGroup("photos", help="The files of photos.")
# A file is written before its row: a young one may just be on its way.
YOUNG = timedelta(days=1)


@photos.command()
def sweep():
    """Take away photos that belong to nothing: of sessions that never came, were withdrawn or
    refused, or turned out to be home visits."""
    gone = write(actions.sweep)
    for photo in gone:
        files.drop(photo.id, photo.sha256)
    rows = db.session.execute(select(SessionPhoto.id, SessionPhoto.sha256))
    known = {files.name_of(photo_id, sha256) for photo_id, sha256 in rows}
    stray = [
        path
        for path in files.older_than((clock.now() - YOUNG).timestamp())
        if path.stem not in known
    ]
    for path in stray:
        path.unlink()
    click.echo(f"{len(gone)} photos and {len(stray)} files taken away")
