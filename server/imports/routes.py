"""Lists brought in over HTTP: looked at first, then written, and taken back as a whole."""

import io
import json

from flask import Response, request, send_file, stream_with_context
from flask_jwt_extended import current_user

from server import clock, cursors, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.blueprint import Blueprint
from server.edge import english, uuid_in_path
from server.extensions import db, write
from server.imports import actions, faulty, queries, schemas, store
from server.imports.faults import MOST_TOLD
from server.imports.files import LARGEST
from server.imports.kinds import KINDS
from server.imports.reviewing import approve_some
from server.imports.templates import template
from server.imports.undo import undo
from server.problems import field_error

FILE = "application/octet-stream"
BINARY = {"type": "string", "format": "binary"}
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

imports = Blueprint("imports", __name__, url_prefix="/api/v1/imports", description="Imports")


@imports.get("")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.PageQuery, location="query")
@imports.response(200, schemas.BatchPage)
def list_batches(query):
    """The files brought in, the latest first: one's own, and those of the people below oneself."""
    after = cursors.decode(query.get("cursor"), cursors.moment, cursors.key)
    found = db.session.scalars(queries.batches(_me(), after, query["limit"] + 1)).all()
    items, next_cursor = cursors.page(
        found, query["limit"], lambda batch: [batch.created_at.isoformat(), str(batch.id)]
    )
    return {
        "items": [queries.shown(one, _me(), alone=False) for one in items],
        "next_cursor": next_cursor,
    }


@imports.get("/templates/<kind>")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.LanguageQuery, location="query")
@imports.response(200, BINARY, content_type=XLSX)
def read_template(query, kind):
    """An empty table of a kind, with its headings, examples and the values it takes."""
    if kind not in KINDS:
        raise problems.NOT_FOUND()
    file = io.BytesIO()
    one = KINDS[kind]
    template(file, one.columns(_me()), _in_english(query), one.note)
    file.seek(0)
    name = f"mau-nhap-{one.file}.xlsx"
    return send_file(file, mimetype=XLSX, as_attachment=True, download_name=name)


@imports.put("/<import_id>")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.FileQuery, location="query")
@imports.response(201, schemas.BatchOut)
@imports.doc(requestBody={"required": True, "content": {FILE: {"schema": BINARY}}})
def put_file(query, import_id):
    """Look at a CSV (UTF-8) or XLSX file of at most 20 MB and 50,000 rows, under an id of the
    client's own: what it would add, knows or corrects, and everything that is wrong with it. Writes
    nothing else. The same file under the same id again gives the same answer. 422
    `import_other_kind` names the list that its headings are of, where that is another one."""
    batch_id, content, by = uuid_in_path(import_id), _body(), _me()
    _sweep()
    today = clock.today()
    day = query.get("on") or today
    if day > today:
        late = field_error("/on", "too_far_ahead", latest=f"{today:%d/%m/%Y}")
        raise problems.invalid(late)
    kind, name, anyway = query["kind"], query["name"], "anyway" in query
    batch = actions.look(batch_id, kind, name, day, content, by=by, anyway=anyway)
    return queries.shown(queries.require(batch.id, by), by)


def _body():
    if request.mimetype != FILE:
        raise problems.FILE_TYPE()
    if "Transfer-Encoding" in request.headers:
        raise problems.LENGTH_REQUIRED()
    request.max_content_length = LARGEST
    return request.get_data()


def _sweep():
    for batch_id in write(actions.sweep):
        store.drop(batch_id)


@imports.get("/<import_id>")
@requires(Permission.DATA_IMPORT)
@imports.response(200, schemas.BatchOut)
def read_batch(import_id):
    """One file and what became of it; while it is being worked on, how far that has come."""
    batch_id, by = uuid_in_path(import_id), _me()
    try:
        return queries.shown(queries.require(batch_id, by), by)
    except problems.Problem:
        told = store.progress(batch_id)
        if told is None or told["by_id"] != by.id:
            raise
        return queries.shown_at_work(batch_id, told, by)


@imports.get("/<import_id>/faults")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.PageQuery, location="query")
@imports.response(200, schemas.FaultPage)
def list_faults(query, import_id):
    """What is wrong with a file, in the order of its rows: the first thousand faults, and how many
    more there are."""
    batch = _seen(import_id)
    queries.require_area(batch, _me())
    after = cursors.decode(query.get("cursor"), cursors.number)
    try:
        items, more = store.faults(batch.id, after[0] if after else 0, query["limit"])
    except (ValueError, TypeError) as error:
        raise problems.BAD_CURSOR() from error
    return {
        "items": [one.render(english()) for one in items],
        "next_cursor": cursors.encode([more]) if more else None,
        "untold": max(0, batch.faults - MOST_TOLD),
    }


@imports.get("/<import_id>/faults.csv")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.LanguageQuery, location="query")
@imports.response(200, BINARY, content_type=CSV)
def read_faulty_rows(query, import_id):
    """The faulty rows as they were sent, each with its number and what is wrong with it. Mended,
    this file can itself be brought in."""
    batch = _with_rows(import_id)
    lines = faulty.as_csv(batch.id, _in_english(query))
    response = Response(stream_with_context(lines), mimetype=CSV)
    name = f"dong-loi-{KINDS[batch.kind].file}.csv"
    response.headers["Content-Disposition"] = f"attachment; filename={json.dumps(name)}"
    return response


@imports.get("/<import_id>/faults.xlsx")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.LanguageQuery, location="query")
@imports.response(200, BINARY, content_type=XLSX)
def read_faulty_rows_as_workbook(query, import_id):
    """The same as a workbook: the file's own columns, then the number of the row and its faults."""
    batch = _with_rows(import_id)
    file, kind = io.BytesIO(), KINDS[batch.kind]
    faulty.as_workbook(file, batch.id, kind.columns(_me()), _in_english(query))
    file.seek(0)
    name = f"dong-loi-{kind.file}.xlsx"
    return send_file(file, mimetype=XLSX, as_attachment=True, download_name=name)


def _with_rows(import_id):
    batch = _seen(import_id)
    queries.require_area(batch, _me())
    if not store.has_content(batch.id):
        raise problems.IMPORT_GONE()
    return batch


@imports.post("/<import_id>/apply")
@requires(Permission.DATA_IMPORT)
@imports.response(200, schemas.BatchOut)
def apply_batch(import_id):
    """Write what was looked at, whole or not at all; 409 `import_changed` when it would by now do
    something else. Only whoever brought the file; doing it twice changes nothing."""
    batch, by = _seen(import_id), _me()
    if batch.by_id != by.id:
        raise problems.FORBIDDEN()
    actions.apply(batch, by=by)
    return queries.shown(_seen(import_id), by)


@imports.post("/<import_id>/undo")
@requires(Permission.DATA_IMPORT)
@imports.arguments(schemas.Undoing, location="query")
@imports.response(200, schemas.BatchOut)
def undo_batch(query, import_id):
    """Take a whole batch back; 409 `import_in_use` says in words what stands in the way, 403
    `outside_area` that some of it lies where one does not answer for any more. While phones of
    those whom it put into teams hold unsent sessions, only when asked to do so `despite_unsent`:
    409 `import_has_unsent` says how many, `n`, and whose, `holders`. Of a file that was only looked
    at, its content goes."""
    despite = query.get("despite_unsent") == "true"
    undo(_seen(import_id), despite_unsent=despite, by=_me())
    return queries.shown(_seen(import_id), _me())


@imports.post("/<import_id>/approve")
@requires(Permission.SESSION_REVIEW)
@imports.response(200, schemas.BatchOut)
def approve_batch(import_id):
    """Approve the sessions that a batch brought in and that wait without a hint, at most five
    hundred at a time: called again until `waiting.clean` is 0. Nobody approves what they brought in
    themselves."""
    approve_some(_seen(import_id), by=_me())
    return queries.shown(_seen(import_id), _me())


def _in_english(query):
    return query["language"] == "en" if "language" in query else english()


def _seen(import_id):
    return queries.require(uuid_in_path(import_id), _me())


def _me():
    return current_user._get_current_object()
