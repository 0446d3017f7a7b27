"""The API and the blueprint that every feature's routes hang on: strict parsing, and our problems
in the document."""

from collections.abc import Callable
from typing import Any

from flask import Response
from flask_smorest import Api as SmorestApi
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import fields
from werkzeug.exceptions import HTTPException

from server.edge import PROBLEM_TYPE, Parser, answer, of_http
from server.fields import Schema


class FieldProblem(Schema):
    pointer = fields.String(required=True, metadata={"description": "JSON Pointer into the body"})
    code = fields.String(required=True)
    detail = fields.String(required=True)


class ProblemBody(Schema):
    """RFC 9457, with a stable `code`, whether trying again may help, and pointers per field. What
    follows them comes with a few problems only."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String(
        metadata={"description": "The request; missing where one answer tells of several things"}
    )
    code = fields.String(required=True)
    retryable = fields.Boolean(required=True)
    errors = fields.List(fields.Nested(FieldProblem))
    counterparts = fields.List(
        fields.Dict(),
        metadata={"description": "The units that stand for this one on the map's day"},
    )
    map = fields.String(metadata={"format": "date"})
    tries_left = fields.Integer()
    minutes = fields.Integer(metadata={"description": "Until signing in may be tried again"})
    current_version = fields.Integer()
    state = fields.String(metadata={"description": "Of the session, as it is"})
    state_label = fields.String()
    why = fields.String(metadata={"description": "Why a file cannot be read"})
    other_kind = fields.String(metadata={"description": "Of list that a file seems to be"})
    seems = fields.String()
    in_the_way = fields.List(
        fields.String(), metadata={"description": "Why a batch cannot be taken back"}
    )


IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "description": "The ETag of what is changed",
    "required": True,
    "schema": {"type": "string"},
}
IF_MATCH_TO_AMEND = IF_MATCH | {"required": False}


class Blueprint(SmorestBlueprint):
    """flask-smorest's, with our parser and our one shape of error."""

    ARGUMENTS_PARSER = Parser()

    def arguments(self, schema: Any, **kwargs: Any) -> Callable:
        # Made once: putting a schema together costs as much as using it.
        return super().arguments(schema() if isinstance(schema, type) else schema, **kwargs)


class Api(SmorestApi):
    """flask-smorest's, with our one shape of error in its document and every failure left to
    `edge`, which answers it."""

    ERROR_SCHEMA = ProblemBody

    def handle_http_exception(self, error: HTTPException) -> Response:
        return answer(of_http(error))

    def _register_responses(self) -> None:
        self.DEFAULT_RESPONSE_CONTENT_TYPE = PROBLEM_TYPE
        super()._register_responses()
        self.DEFAULT_RESPONSE_CONTENT_TYPE = SmorestApi.DEFAULT_RESPONSE_CONTENT_TYPE
