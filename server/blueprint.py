"""The blueprint that every feature's routes hang on: strict parsing, and the problems in the API
document."""

from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import fields

from server.edge import PROBLEM_TYPE, Parser
from server.fields import Schema


class FieldProblem(Schema):
    pointer = fields.String(required=True, metadata={"description": "JSON Pointer into the body"})
    code = fields.String(required=True)
    detail = fields.String(required=True)


class ProblemBody(Schema):
    """RFC 9457, with a stable `code`, whether trying again may help, and pointers per field."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(required=True)
    instance = fields.String(required=True)
    code = fields.String(required=True)
    retryable = fields.Boolean(required=True)
    errors = fields.List(fields.Nested(FieldProblem))


class Blueprint(SmorestBlueprint):
    """flask-smorest's, with our parser and our one shape of error."""

    ARGUMENTS_PARSER = Parser()


PROBLEM_RESPONSE = {
    "description": "A problem (RFC 9457)",
    "content": {PROBLEM_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemBody"}}},
}
