"""`python -m tests.bench.grow N`: grow the database of DATABASE_URL to N sessions."""

import sys

from server import create_app
from tests.bench.land import grow_to

with create_app().app_context():
    grow_to(int(sys.argv[1]))
