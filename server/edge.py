"""The edge of HTTP: JSON read strictly, every failure answered as RFC 9457, headers on every
answer, and the preconditions of a write."""

import json
import re
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

from blinker import Namespace
from flask import Flask, Response, current_app, g, jsonify, request
from flask_jwt_extended.exceptions import CSRFError, JWTExtendedException
from jwt.exceptions import ExpiredSignatureError, PyJWTError
from marshmallow import RAISE, ValidationError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from server import problems
from server.extensions import db, jwt
from server.fields import canonical_uuid
from server.problems import FieldError, Problem

LARGEST_BODY = 256 * 1024  # bytes
DEEPEST_JSON = 20
PROBLEM_TYPE = "application/problem+json"
# Nothing inline, nothing from elsewhere: a text that slips into a page can run nothing.
CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'"
)


def strict_json(raw: bytes) -> Any:
    """The JSON value of a body; raises `BAD_JSON` for what the standard or good sense forbids: NaN,
    the same key twice, nesting beyond reason, lone surrogates, another encoding."""
    try:
        text = raw.decode("utf-8")
        if _depth(text) > DEEPEST_JSON:
            raise ValueError("too deep")
        value = json.loads(
            text, object_pairs_hook=_distinct, parse_constant=_refuse, parse_int=_int
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise problems.BAD_JSON() from error
    return value


# Strings whole, an unclosed one to the end of the text, so that no character is looked at twice.
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.S)


def _depth(text: str) -> int:
    deepest = depth = 0
    for mark in _MARKS.findall(text):
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest


def _distinct(pairs: list[tuple[str, Any]]) -> dict:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("the same key twice")
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


def _int(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError("number too long")
    return int(digits)


class Parser(FlaskParser):
    """Reads bodies with `strict_json` and refuses what a schema does not name."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"json": RAISE, "query": RAISE, "headers": None}  # noqa: RUF012

    def _raw_load_json(self, req: Any) -> Any:
        return json_body()

    def handle_error(self, error: Any, req: Any, schema: Any, **kwargs: Any) -> Any:
        found = [e for tree in error.messages.values() for e in _pointers(tree, "")]
        raise problems.invalid(*found) from error


def json_body() -> Any:
    """The request's JSON object, read once and kept in `g.body`."""
    if "body" not in g:
        if request.mimetype != "application/json":
            raise problems.UNSUPPORTED_MEDIA()
        if "Transfer-Encoding" in request.headers:
            raise problems.LENGTH_REQUIRED()  # a chunked body would be cut off unseen
        g.body = strict_json(request.get_data())
        if not isinstance(g.body, dict):
            raise problems.invalid(FieldError("", "wrong_type"))
    return g.body


def _pointers(tree: Any, pointer: str) -> Iterator[FieldError]:
    """Marshmallow's nested messages as errors with JSON Pointers."""
    if isinstance(tree, FieldError):
        yield FieldError(pointer + tree.pointer, tree.code, tree.params)
    elif isinstance(tree, dict):
        for key, branch in tree.items():
            step = "" if key == "_schema" else "/" + str(key).replace("~", "~0").replace("/", "~1")
            yield from _pointers(branch, pointer + step)
    elif isinstance(tree, list):
        for branch in tree:
            yield from _pointers(branch, pointer)
    else:
        yield FieldError(pointer, "wrong_type")


def uuid_in_path(spelling: str) -> uuid.UUID:
    """The uuid of an address; any spelling but the canonical one is told so."""
    try:
        return canonical_uuid(spelling)
    except ValueError as error:
        raise problems.invalid(FieldError("/id", "not_uuid")) from error


def day_in_path(spelling: str) -> date:
    """The day of an address, YYYY-MM-DD; there is nothing at any other."""
    try:
        if len(spelling) != len("2026-11-21"):
            raise ValueError(spelling)
        return date.fromisoformat(spelling)
    except ValueError as error:
        raise problems.NOT_FOUND() from error


# Sent with the problem whenever somebody is refused what they may not do or see.
denied = Namespace().signal("denied")


def english() -> bool:
    """Whether the reader asks for English rather than Vietnamese."""
    return request.accept_languages.best_match(["vi", "en"], "vi") == "en"


def answer(problem: Problem) -> Response:
    """A problem as a response, in the language the reader asks for."""
    db.session.rollback()
    if problem.kind.status == 403 and problem.kind is not problems.CSRF_FAILED:
        denied.send(problem)
    body = problem.render(english()) | {"instance": f"/requests/{g.get('request_id', '')}"}
    response = jsonify(body)
    response.status_code = problem.kind.status
    response.mimetype = PROBLEM_TYPE
    response.headers.update(problem.headers)
    return response


def of_http(error: HTTPException) -> Problem:
    problem = problems.BY_STATUS.get(error.code or 500, problems.SERVER_ERROR)
    if isinstance(error, RequestEntityTooLarge):
        problem = problems.TOO_LARGE
    made = problem(minutes=15) if problem is problems.TOO_MANY_TRIES else problem()
    allowed = getattr(error, "valid_methods", None)
    return made.with_headers(Allow=", ".join(sorted(allowed))) if allowed else made


def init_app(app: Flask) -> None:
    """Install the error handlers and the headers."""
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    app.before_request(_number_request)
    app.after_request(_headers)
    app.register_error_handler(Problem, answer)
    app.register_error_handler(HTTPException, lambda error: answer(of_http(error)))
    app.register_error_handler(CSRFError, lambda error: answer(problems.CSRF_FAILED()))
    app.register_error_handler(JWTExtendedException, lambda error: answer(problems.TOKEN_MISSING()))
    app.register_error_handler(PyJWTError, _of_token)
    for kind in (IntegrityError, DataError, OperationalError, Exception):
        app.register_error_handler(kind, lambda error: answer(problem_of(error)))
    jwt.invalid_token_loader(lambda why: answer(problems.TOKEN_INVALID()))
    jwt.expired_token_loader(lambda header, body: answer(problems.TOKEN_EXPIRED()))
    jwt.revoked_token_loader(lambda header, body: answer(problems.TOKEN_REVOKED()))
    jwt.user_lookup_error_loader(lambda header, body: answer(problems.TOKEN_REVOKED()))
    jwt.token_verification_failed_loader(lambda header, body: answer(problems.TOKEN_INVALID()))
    jwt.unauthorized_loader(_of_missing_token)


def _of_missing_token(why: str) -> Response:
    return answer(problems.CSRF_FAILED() if "CSRF" in why else problems.TOKEN_MISSING())


def _of_token(error: PyJWTError) -> Response:
    expired = isinstance(error, ExpiredSignatureError)
    return answer(problems.TOKEN_EXPIRED() if expired else problems.TOKEN_INVALID())


def problem_of(error: Exception) -> Problem:
    """What went wrong below, as one of our problems."""
    if isinstance(error, ValidationError):
        return problems.invalid(*_pointers(error.messages, ""))
    if isinstance(error, IntegrityError):
        return problems.TAKEN()
    if isinstance(error, DataError):
        return problems.BAD_REQUEST()
    current_app.logger.error("fault", exc_info=error)
    if isinstance(error, OperationalError):
        return problems.BUSY().with_headers(Retry_After="2")
    return problems.SERVER_ERROR()


def _number_request() -> None:
    g.request_id = str(uuid.uuid4())


def _headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", CONTENT_POLICY)
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("X-Request-Id", g.get("request_id", ""))
    if request.path.startswith("/api/"):
        headers.setdefault("Cache-Control", "no-store")
        if "ETag" in headers:
            # Compression has marked the tag; ours speaks of the thing, not of its bytes.
            headers["ETag"] = headers["ETag"].split(":")[0].rstrip('"') + '"'
    if current_app.config["SESSION_COOKIE_SECURE"]:
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return response


def etag(version: int) -> str:
    """The strong entity tag of a version counter."""
    return f'"v{version}"'


def with_etag(response: Response, version: int) -> Response:
    response.headers["ETag"] = etag(version)
    return response


def if_match() -> int | None:
    """The version that the client believes it changes, or None without the header."""
    sent = request.headers.get("If-Match")
    return None if sent is None else version_in(sent)


def version_in(tag: str) -> int:
    """The version that an entity tag names; 0, which nothing has, for a tag that is not ours."""
    match = re.fullmatch(r'"v([0-9]{1,9})"', tag.strip())
    return int(match.group(1)) if match else 0


def required_if_match() -> int:
    """The same, where changing blindly is refused."""
    version = if_match()
    if version is None:
        raise problems.IF_MATCH_MISSING()
    return version
