"""Answers are written quickly, and as marshmallow and JSON would write them."""

import json
import math
import uuid
from datetime import UTC, date, datetime

import marshmallow
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import fields

from server.fields import Code, Day, Id, Moment, Part, Schema, Text, Whole
from server.writing import Json

FIELDS = {
    "name": fields.String(),
    "note": Text(200, allow_none=True),
    "state": Code(("pending", "approved")),
    "team_id": Id(),
    "participants": Whole(0, 100),
    "median": fields.Float(),
    "nil": fields.Boolean(),
    "date": Day(),
    "at": Moment(),
    "id": fields.UUID(),
    "from_": fields.Raw(data_key="from", attribute="before"),
    "params": fields.Dict(),
    "ids": fields.List(Id()),
}
OURS, MARSHMALLOWS = Schema.from_dict(FIELDS)(), marshmallow.Schema.from_dict(FIELDS)()
WHOLE = st.integers(-(2**31), 2**31)
ANY = st.one_of(st.none(), st.booleans(), WHOLE, st.floats(allow_nan=False, allow_infinity=False))
NUMBER = st.one_of(st.none(), st.booleans(), WHOLE)
VALUES = {
    "name": st.one_of(ANY, st.text()),
    "note": st.one_of(st.none(), st.text()),
    "state": st.one_of(ANY, st.text()),
    "team_id": NUMBER,
    "participants": NUMBER,
    "median": NUMBER,
    "nil": st.one_of(st.none(), st.booleans()),
    "date": st.one_of(st.none(), st.dates()),
    "at": st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))),
    "id": st.one_of(st.none(), st.uuids()),
    "before": ANY,
    "params": st.dictionaries(st.text(), ANY),
    "ids": st.one_of(st.none(), st.lists(WHOLE)),
    "nobody asks for this": ANY,
}


@given(st.fixed_dictionaries({}, optional=VALUES))
def test_a_row_is_written_as_marshmallow_writes_it(row):
    ours, theirs = OURS.dump(row), MARSHMALLOWS.dump(row)
    assert ours == theirs
    assert [*map(type, ours.values())] == [*map(type, theirs.values())]
    assert list(ours) == list(theirs)


def test_parts_lists_and_whatever_is_no_dict_are_written_too():
    class Person(Schema):
        id, name = fields.Integer(), fields.String()

    class Page(Schema):
        items, by = fields.List(fields.Nested(Person)), Part(Person, allow_none=True)
        pairs = fields.Nested(Person, many=True)

    class Row:
        id, name, phone = 3, "Ba", "0900000003"

    lan = {"id": 1, "name": "Lan", "phone": "0900000001"}
    written = Page().dump({"items": [lan, Row()], "by": None, "pairs": (lan,)})
    assert written == {
        "items": [{"id": 1, "name": "Lan"}, {"id": 3, "name": "Ba"}],
        "by": None,
        "pairs": [{"id": 1, "name": "Lan"}],
    }
    assert Person(many=True, only=("name",)).dump([lan]) == [{"name": "Lan"}]


LEAVES = st.one_of(
    st.none(), st.booleans(), WHOLE, st.text(), st.floats(allow_nan=False, allow_infinity=False)
)
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


APP = Flask(__name__)
JSON = Json(APP)


@given(TREES)
def test_json_is_what_everybody_reads(tree):
    assert json.loads(JSON.dumps(tree)) == tree
    assert JSON.loads(json.dumps(tree)) == tree
    assert json.loads(JSON.response(tree).get_data()) == tree


def test_json_keeps_letters_order_and_knows_ids_and_days():
    key = uuid.uuid4()
    told = {"tổ": "Ấp 1", "id": key, "a": date(2026, 11, 22), "nothing": math.nan}
    assert JSON.dumps(told) == (
        f'{{"tổ":"Ấp 1","id":"{key}","a":"2026-11-22","nothing":null}}'
    )  # fmt: skip
    assert datetime.fromisoformat(json.loads(JSON.dumps(datetime(2026, 1, 2, tzinfo=UTC))))
    # The committed document, whose changes people read line by line.
    assert JSON.dumps(told, indent=2).count("\n") == len(told) + 1
