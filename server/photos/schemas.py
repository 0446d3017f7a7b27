"""Shapes of photos."""

from marshmallow import fields

from server.fields import Schema


class PhotoOut(Schema):
    id = fields.UUID(required=True)
    session_id = fields.UUID(required=True)
    width = fields.Integer(required=True, metadata={"description": "Pixels"})
    height = fields.Integer(required=True, metadata={"description": "Pixels"})
    bytes = fields.Integer(required=True, metadata={"description": "Of the JPEG that is kept"})
