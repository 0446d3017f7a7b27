"""The yardstick: a Flask handler that stores one row through the bare driver and does nothing else.
No scope, no rules, no totals, no log: the least that an acknowledged record can cost."""

import json
import os
import threading

from flask import Flask, request
from sqlalchemy import make_url

app = Flask(__name__)
local = threading.local()
url = make_url(os.environ["DATABASE_URL"])


def connection():
    if not hasattr(local, "connection"):
        local.connection = _sqlite() if url.get_backend_name() == "sqlite" else _postgresql()
    return local.connection


def _sqlite():
    from server.extensions import sqlite_module

    made = sqlite_module.connect(url.database, isolation_level=None)
    for pragma in ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL"):
        made.execute(f"PRAGMA {pragma}")
    return made


def _postgresql():
    import psycopg

    text = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(text, autocommit=True)


@app.put("/api/v1/sessions/<key>")
def put(key):
    mark = "?" if url.get_backend_name() == "sqlite" else "%s"
    body = json.dumps(request.get_json())
    connection().execute(f"INSERT INTO bare VALUES ({mark}, {mark})", (key, body))
    return {"id": key}, 201


if url.get_backend_name() == "sqlite":
    _sqlite().execute("CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT)")
else:
    _postgresql().execute("CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, body TEXT)")
