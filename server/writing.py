"""How answers are written: by their schemas, and then as JSON. A page of fifty sessions has some
four thousand values, so that this is where a list spends its time."""

from functools import cached_property
from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider
from marshmallow import Schema, fields


class Writer(Schema):
    """Writes plain dicts as marshmallow does, in one step for each value that is what it should be;
    all else goes its usual way."""

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        if self.many if many is None else many:
            return [self.dump(one, many=False) for one in obj]
        if type(obj) is not dict:
            return super().dump(obj, many=False)
        written = {}
        for key, name, kind, field in self._values:
            if name in obj:
                value = obj[name]
                as_is = value is None or type(value) is kind
                written[key] = value if as_is else field._serialize(value, name, obj)
        return written

    @cached_property
    def _values(self) -> list[tuple[str, str, type | None, fields.Field]]:
        """(key in the answer, key in the dict, type of what is written as it is, field) of each."""
        return [
            (field.data_key or name, field.attribute or name, _plain(field), field)
            for name, field in self.dump_fields.items()
        ]


def _plain(field: fields.Field) -> type | None:
    """The type of which a field writes every value as it is."""
    way = type(field)._serialize
    if way is fields.Number._serialize:
        return field.num_type
    return {fields.String._serialize: str, fields.Boolean._serialize: bool}.get(way)


class Json(JSONProvider):
    """Flask's JSON by orjson: UTF-8, keys in the order in which they were put, no spaces but where
    it is asked for by lines."""

    def dumps(self, obj: Any, *, indent: int | None = None, **kwargs: Any) -> str:
        return orjson.dumps(obj, option=orjson.OPT_INDENT_2 if indent else 0).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        body = _bytes(self._prepare_response_obj(args, kwargs))
        return self._app.response_class(body + b"\n", mimetype="application/json")


def _bytes(obj: Any) -> bytes:
    return orjson.dumps(obj)
