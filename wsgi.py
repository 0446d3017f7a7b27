"""The entry for gunicorn and the flask command."""

from server import create_app

app = create_app()
