"""Reports to take away, over HTTP: each from one snapshot, within the caller's scope, and logged
before its first byte leaves."""

from datetime import date
from typing import Any

from flask import Response, current_app
from flask_jwt_extended import current_user

from server import clock, problems
from server.access.permissions import Permission
from server.access.requires import requires
from server.accounts.queries import area_ids
from server.admin_units.queries import full_name, register
from server.audit.actions import record as log
from server.blueprint import Blueprint
from server.catalogue.queries import labels
from server.extensions import db, write
from server.figures import schemas
from server.figures.rollup import rollup
from server.figures.routes import coverage_frame, coverage_of, frame_for
from server.reports import (
    coverage_list,
    definitions,
    facts,
    forms,
    lines,
    rollup_csv,
    roster,
    sessions_csv,
    writing,
)
from server.reports.schemas import CoverageFileQuery
from server.reports.workbook import workbook
from server.teams.models import Team
from server.teams.queries import scope_of
from server.teams.schemas import TeamsFileQuery

downloads = Blueprint(
    "downloads", __name__, url_prefix="/api/v1/reports", description="Reports to take away"
)
CHUNK = 64 * 1024  # bytes
BINARY = {"type": "string", "format": "binary"}
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@downloads.get("/rollup.csv")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(schemas.RollupQuery, location="query")
@downloads.response(200, BINARY, content_type=CSV)
def read_rollup_csv(query):
    """The rollup for machines: one line a child, the undivided line, the total."""
    frame = frame_for(query)
    body = rollup(frame)
    columns = rollup_csv.columns(labels("service"), writing.whereabouts(frame), _standing(frame))
    file, rows = writing.write_csv([name for name, _ in columns], rollup_csv.lines(body, columns))
    return _sent("rollup", "csv", CSV, file, rows, frame, query, version=body["data_version"])


@downloads.get("/rollup.xlsx")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(schemas.RollupQuery, location="query")
@downloads.response(200, BINARY, content_type=XLSX)
def read_rollup_xlsx(query):
    """The steering committee's three forms, with definitions and source, ready for the desk."""
    frame, made = frame_for(query), clock.now()
    spans = lines.frames(frame)
    bodies = {name: rollup(span) for name, span in spans.items()}
    of_units, total = lines.unit_lines(bodies, spans)
    made_forms = forms.forms(frame.by, of_units, total, *lines.service_lines(spans))
    periods = lines.spans(frame)
    body, team = bodies["now"], _team_name(query.get("team"))
    is_undivided = any(not number for number, *_ in (line.texts for line in of_units))
    defined = definitions.of_workbook(frame, periods, is_undivided=is_undivided)
    found = facts.facts(frame, periods, body, made, team, _is_demo())
    heads = facts.heads(frame, periods, made)
    with writing.temporary() as file:
        workbook(file, made_forms, heads, defined, found, writing.DEMO if _is_demo() else "")
    rows, version = len(body["rows"]), body["data_version"]
    return _sent("rollup", "xlsx", XLSX, file, rows, frame, query, version=version)


@downloads.get("/coverage.csv")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(CoverageFileQuery, location="query")
@downloads.response(200, BINARY, content_type=CSV)
def read_coverage_csv(query):
    """The hamlets of the coverage, one line each; phones for who may read people."""
    frame, body, rows = _coverage(query)
    columns = coverage_list.columns(body["months"][-1], frame.state)
    lines = coverage_list.lines(rows, columns, _standing(frame))
    file, n = writing.write_csv([*(name for name, _, _ in columns), "Tình trạng số liệu"], lines)
    return _sent("coverage", "csv", CSV, file, n, frame, query)


@downloads.get("/coverage.xlsx")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(CoverageFileQuery, location="query")
@downloads.response(200, BINARY, content_type=XLSX)
def read_coverage_xlsx(query):
    """The same list as a sheet to print and to work through."""
    frame, body, rows = _coverage(query)
    columns = coverage_list.columns(body["months"][-1], frame.state)
    said = facts.of_coverage(frame, body, query.get("only"), len(rows), clock.now(), _is_demo())
    head = facts.coverage_heads(frame, body, clock.now())
    with writing.temporary() as file:
        demo = writing.DEMO if _is_demo() else ""
        coverage_list.sheet(file, head, columns, rows, said, demo)
    return _sent("coverage", "xlsx", XLSX, file, len(rows), frame, query)


def _coverage(query):
    frame = coverage_frame({name: value for name, value in query.items() if name != "only"})
    body = coverage_of(frame)
    if not {"period", "from_", "to"} & query.keys():
        query["period"] = body["months"][-1]  # as the file is called
    return frame, body, coverage_list.kept(body["rows"], query.get("only"))


@downloads.get("/sessions.csv")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(schemas.SessionsFileQuery, location="query")
@downloads.response(200, BINARY, content_type=CSV)
def read_sessions_csv(query):
    """The sessions that the rollup counts, one line each; with `session_state`, those in that
    state."""
    frame, scope = frame_for(query), scope_of(current_user)
    found = sessions_csv.sessions(frame, scope, query.get("session_state"))
    lines = sessions_csv.lines(found, register(), _source())
    file, rows = writing.write_csv(sessions_csv.headings(), lines)
    return _sent("sessions", "csv", CSV, file, rows, frame, query)


@downloads.get("/teams.xlsx")
@requires(Permission.REPORT_DOWNLOAD)
@downloads.arguments(TeamsFileQuery, location="query")
@downloads.response(200, BINARY, content_type=XLSX)
def read_teams_xlsx(query):
    """The teams that work and everybody in them, one line a member."""
    unit, made = query.get("unit"), clock.now()
    map_ = register().on(clock.today())
    if unit is not None and not map_.has(unit):
        raise problems.UNIT_NOT_ON_MAP()
    name = full_name(unit, map_) if unit else "Toàn bộ địa bàn phụ trách"
    about = f"{name}. Lúc {made.astimezone(clock.VIETNAM):%H:%M %d/%m/%Y}. {_source()}."
    with writing.temporary() as file:
        wanted = (unit, query.get("kind"), about, writing.DEMO if _is_demo() else "")
        rows = roster.write(file, scope_of(current_user), *wanted)
    place = unit or next(iter(area_ids(current_user)), None)
    called = writing.plain_name("danh-sach-to", name, made, "xlsx")
    return _answer(file, XLSX, called, "teams.xlsx", place, query, rows)


def _is_demo() -> bool:
    return current_app.config["APP_ENV"] == "demo"


def _source() -> str:
    """Where figures come from: who reads a file must know invented ones."""
    return writing.DEMO if _is_demo() else current_app.config["API_TITLE"]


def _standing(frame) -> str:
    return writing.STATES[frame.state][1] + (f"; {writing.DEMO}" if _is_demo() else "")


def _team_name(team_id: int | None) -> str | None:
    return db.session.get(Team, team_id).name if team_id else None


def _sent(what, suffix, mimetype, file, rows, frame, query, **details: Any):
    name = writing.file_name(what, frame, query, clock.now(), suffix)
    told = f"{what}.{suffix}"
    return _answer(file, mimetype, name, told, frame.unit_id, query, rows, **details)


def _answer(file, mimetype, name, told, place_id, query, rows, **details: Any):
    """The file as an answer, after the log has it: with its filter and the number of its rows."""
    size = file.seek(0, 2)
    file.seek(0)
    asked = {name.rstrip("_"): _plain(value) for name, value in query.items()}
    try:
        write(
            log, "report.downloaded", "report", told, by=current_user,
            place_id=place_id, filter=asked, rows=rows, **details,
        )  # fmt: skip
    except BaseException:
        file.close()
        raise
    answer = Response(_chunks(file), mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.content_length = size  # a download that breaks off is then seen to have broken off
    answer.call_on_close(file.close)
    return answer


def _chunks(file):
    with file:
        while chunk := file.read(CHUNK):
            yield chunk


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
