"""Bad input gets a clear answer, and nothing is changed by it."""

import json
import uuid

import pytest

from server.extensions import db
from server.rollups.models import PlaceTotal
from server.sessions.models import OutreachSession

PATH = "/sessions/"


@pytest.fixture
def lan(world):
    person = world.volunteer()
    person.good = world.body(person.team)
    person.world = world
    return person


def send(person, raw, *, path=None, content_type="application/json"):
    path = path or PATH + str(uuid.uuid4())
    headers = {"Content-Type": content_type}
    return person.call("PUT", path, data=raw, headers=headers, expect=ANY)


class _Any:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


ANY = _Any()


def stored(person):
    with person.app.app_context():
        sessions = db.session.query(OutreachSession).count()
        totals = db.session.query(PlaceTotal).count()
        db.session.rollback()
    return sessions, totals


def assert_refused(person, answer, *statuses):
    assert answer.status_code in statuses, answer.get_data(as_text=True)[:300]
    assert answer.mimetype == "application/problem+json"
    body = answer.json
    assert {"type", "title", "status", "detail", "code", "retryable", "instance"} <= body.keys()
    text = answer.get_data(as_text=True)
    assert not any(
        word in text for word in ("Traceback", "sqlalchemy", "psycopg", "SELECT ", "/server/")
    )
    assert stored(person) == (0, 0)


HOSTILE = {
    "empty": b"",
    "null": b"null",
    "list": b"[1]",
    "text": b'"x"',
    "cut": b'{"team_id": 1',
    "nan": b'{"participants": NaN}',
    "infinity": b'{"participants": -Infinity}',
    "exponent": b'{"participants": 1e400}',
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 20_000 + b"1" + b"}" * 20_000,
    "deep but whole": b"[" * 30 + b"]" * 30,
    "long number": b'{"participants": ' + b"9" * 5000 + b"}",
    "same key twice": b'{"team_id": 1, "team_id": 2}',
    "lone surrogate": b'{"note": "\\ud800"}',
    "lone surrogate key": b'{"\\ud800": 1}',
    "not utf-8": b'{"note": "\xff"}',
    "utf-16": '{"team_id": 1}'.encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf{}",
    "many keys": json.dumps({f"k{n}": n for n in range(10_000)}).encode(),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_json_is_refused(lan, name):
    assert_refused(lan, send(lan, HOSTILE[name]), 400, 413, 422)


def test_a_body_that_is_too_large_or_of_another_kind_is_refused(lan):
    assert_refused(lan, send(lan, b'{"note": "' + b"x" * 300_000 + b'"}'), 413)
    good = json.dumps(lan.good).encode()
    assert_refused(lan, send(lan, good, content_type="text/plain"), 415)
    assert_refused(lan, send(lan, good, content_type="application/x-www-form-urlencoded"), 415)


BIG = 2**63
WRONG = [
    ("/participants", {"participants": BIG}, "out_of_range"),
    ("/participants", {"participants": -1}, "out_of_range"),
    ("/participants", {"participants": 2001}, "out_of_range"),
    ("/participants", {"participants": 1.9}, "not_integer"),
    ("/participants", {"participants": "25"}, "not_integer"),
    ("/participants", {"participants": "1_000"}, "not_integer"),
    ("/participants", {"participants": True}, "not_integer"),
    ("/participants", {"participants": [25]}, "not_integer"),
    ("/team_id", {"team_id": BIG}, "out_of_range"),
    ("/place_id", {"place_id": 0}, "out_of_range"),
    ("/place_id", {"place_id": 999_999}, "no_such_place"),
    ("/date", {"date": "2026-11-22"}, "in_future"),
    ("/date", {"date": "2022-07-14"}, "before_founding"),
    ("/date", {"date": "2021-12-31"}, "before_programme"),
    ("/date", {"date": "2026-02-30"}, "not_date"),
    ("/date", {"date": "18/11/2026"}, "not_date"),
    ("/date", {"date": "2026-11-18T10:00:00Z"}, "not_date"),
    ("/date", {"date": 20261118}, "not_date"),
    ("/start_time", {"start_time": "25:00"}, "not_time"),
    ("/type", {"type": "party"}, "not_one_of"),
    ("/type", {"type": ["outing"]}, "wrong_type"),
    ("/audience", {"audience": "everyone"}, "not_one_of"),
    ("/colour", {"colour": "red"}, "unknown"),
    ("/state", {"state": "approved"}, "unknown"),
    ("/recorded_by", {"recorded_by": 1}, "unknown"),
    ("/services", {"services": {}}, "wrong_type"),
    ("/services", {"services": []}, "services_required"),
    ("/services/0", {"services": [1]}, "wrong_type"),
    ("/services/0/assisted", {"services": [{"service": "vneid"}]}, "required"),
    ("/services/0/service", {"services": [{"service": "x", "assisted": 1}]}, "not_one_of"),
    (
        "/services/0/completed",
        {"services": [{"service": "vneid", "assisted": 5, "completed": 6}]},
        "completed_exceeds_assisted",
    ),
    (
        "/services/0/assisted",
        {"services": [{"service": "vneid", "assisted": 26}]},
        "assisted_exceeds_participants",
    ),
    (
        "/services/1/service",
        {"services": [{"service": "vneid", "assisted": 1}, {"service": "vneid", "assisted": 2}]},
        "repeated",
    ),
    ("/female", {"female": 26}, "part_exceeds_participants"),
    ("/staff_participants", {"staff_participants": 3}, "not_allowed_here"),
    ("/note", {"note": "a\x00b"}, "bad_character"),
    ("/note", {"note": "a\u202eb"}, "bad_character"),
    ("/note", {"note": "\ufffe"}, "bad_character"),
    ("/note", {"note": "x" * 501}, "too_long"),
    ("/note", {"note": "CCCD 087204001234 của bà Sáu"}, "note_has_identity"),
    ("/note", {"note": {"a": 1}}, "wrong_type"),
    ("/co_team_ids", {"co_team_ids": [1, 1]}, "repeated"),
    ("/co_team_ids/0", {"co_team_ids": [999_999]}, "no_such_team"),
    ("/other_place_ids/0", {"other_place_ids": [999_999]}, "no_such_place"),
    ("/venue_id", {"venue_id": 5}, "no_such_venue"),
    ("/partner_ids/0", {"partner_ids": [5]}, "not_one_of"),
    ("/conducted_by", {"conducted_by": 5}, "no_such_person"),
    ("/source", {"source": "fax"}, "not_one_of"),
    ("/nil", {"nil": "yes"}, "wrong_type"),
    ("/type", {"nil": True}, "not_allowed_here"),
    ("/client/created_at", {"client": {"created_at": "now", "app_version": "1"}}, "not_time"),
    ("/client/x", {"client": {"x": 1}}, "unknown"),
]


@pytest.mark.parametrize(("pointer", "change", "code"), WRONG)
def test_each_fault_is_shown_at_its_place(lan, pointer, change, code):
    answer = send(lan, json.dumps(lan.good | change))
    assert_refused(lan, answer, 422)
    found = [(e["pointer"], e["code"]) for e in answer.json["errors"]]
    assert (pointer, code) in found
    assert all(e["detail"] for e in answer.json["errors"])


@pytest.mark.parametrize(
    "name", ["team_id", "place_id", "date", "type", "audience", "participants", "services"]
)
def test_what_is_required_is_required(lan, name):
    answer = send(lan, json.dumps({k: v for k, v in lan.good.items() if k != name}))
    assert_refused(lan, answer, 422)
    assert {"pointer": f"/{name}", "code": "required"}.items() <= answer.json["errors"][0].items()


def test_all_faults_are_told_at_once(lan):
    bad = lan.good | {
        "date": "2026-12-01",
        "female": 99,
        "services": [{"service": "vneid", "assisted": 30, "completed": 31}],
    }
    pointers = {e["pointer"] for e in send(lan, json.dumps(bad)).json["errors"]}
    assert pointers == {"/date", "/female", "/services/0/assisted", "/services/0/completed"}


@pytest.mark.parametrize(
    ("day", "place", "code"),
    [
        ("2026-11-18", "xã An", "unit_not_then"),
        ("2025-06-30", "xã An Bình", "unit_not_then"),
        ("2026-11-18", "Ấp 4", "outside_team_area"),
        ("2025-06-30", "Ấp 3", "outside_team_area"),  # another commune then
        ("2026-11-18", "cụm Bắc", "outside_team_area"),
    ],
)
def test_a_place_must_have_existed_and_be_in_the_teams_area_that_day(lan, day, place, code):
    body = lan.good | {"date": day, "place_id": lan.world.units[place]}
    answer = send(lan, json.dumps(body))
    assert_refused(lan, answer, 422)
    assert (answer.json["errors"][0]["pointer"], answer.json["errors"][0]["code"]) == (
        "/place_id",
        code,
    )


def test_inside_the_commune_but_not_at_home_is_only_flagged(lan):
    recorded = lan.record(lan.good | {"place_id": lan.world.units["Ấp 3"]})
    assert [flag["code"] for flag in recorded["flags"]] == ["outside_home"]


def test_a_co_team_opens_its_own_commune(lan):
    other = lan.world.team("Ấp 4")
    body = lan.good | {"place_id": lan.world.units["Ấp 4"], "co_team_ids": [other]}
    assert lan.record(body)["state"] == "pending"


def test_one_uuid_in_five_spellings_is_one_session_at_most(lan):
    one = "0b5ae0fd-6c6d-4a7e-9c3b-0d1f2a3b4c5d"
    lan.record(lan.good, session_id=one)
    for spelling in (
        one.upper(),
        one.replace("-", ""),
        "{" + one + "}",
        f"urn:uuid:{one}",
        f" {one}",
    ):
        answer = send(lan, json.dumps(lan.good), path=PATH + spelling)
        assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    for strange in (uuid.UUID(int=0), uuid.uuid1(), "x", "1", "%00", "..%2f"):
        answer = send(lan, json.dumps(lan.good), path=PATH + str(strange))
        assert answer.status_code in (404, 405, 422), strange
    assert stored(lan)[0] == 1


def test_english_on_request_and_vietnamese_otherwise(lan):
    bad = json.dumps(lan.good | {"date": "2026-12-01"})
    path = PATH + str(uuid.uuid4())
    headers = {"Content-Type": "application/json", "Accept-Language": "en"}
    english = lan.call("PUT", path, data=bad, headers=headers, expect=422).json
    assert english["errors"][0]["detail"] == "The date cannot be after today (21/11/2026)."
    vietnamese = send(lan, bad).json
    assert vietnamese["errors"][0]["detail"] == "Ngày diễn ra không được sau hôm nay (21/11/2026)."


def test_a_problem_says_the_case_at_hand_in_one_language(lan, world):
    session = lan.record(lan.good)
    khoa = world.officer()
    session = khoa.review(session, "approve")
    again = khoa.review(session, "approve", expect=409)
    said = "Buổi đang ở tình trạng “Đã duyệt” nên không duyệt được"
    assert (again["title"], again["detail"]) == (said, f"{said}.")
    headers = {"Accept-Language": "en", "If-Match": f'"v{session["version"]}"'}
    path = f"/sessions/{session['id']}/review"
    again = khoa.post(path, {"decision": "approve"}, headers=headers, expect=409).json
    assert again["title"] == "The session is “Approved”, so it cannot be approved"
    assert (again["state"], again["state_label"]) == ("approved", "Approved")


QUERIES = [
    "/sessions?limit=0", "/sessions?limit=1e3", "/sessions?unit=x", "/sessions?cursor=%7B",
    "/sessions?cursor=W10", "/sessions?cursor=WzEsMl0", "/sessions?state=done", "/sessions?x=1",
    "/sessions?from=2026-13-01", "/rollups?period=2026-13", "/rollups?period=2026-Q5",
    "/rollups?period=0000", "/rollups?period=9999-12", "/rollups?period=0001-01&basis=nd09",
    "/rollups?from=2026-02-01&to=2026-01-01", "/rollups?from=0001-01-01&to=9999-12-31",
    "/rollups?by=planet", "/rollups?by=district&unit={hamlet}", "/rollups?map=tomorrow",
    "/rollups/sessions", "/rollups/sessions?cell=x", "/rollups/sessions?cell=services.x.assisted",
    "/rollups/sessions?cell=participants&row=x", "/rollups/series?grain=day",
    "/units?q=" + "x" * 90, "/units?level=star", "/units?within=99999999999", "/units?on=2026-1-1",
    "/coverage?period=x", "/audit?cursor=AAAA", "/users?role=king",
    "/sessions?import=x", "/sessions?import=urn:uuid:0198c0de-0000-7000-8000-000000000001",
    "/sessions?import=0198C0DE-0000-7000-8000-000000000001",
    "/sessions?import=0198c0de000070008000000000000001",
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_that_makes_no_sense_is_told_so(world, query):
    khoa = world.officer()
    answer = khoa.get(query.format(hamlet=world.units["Ấp 1"]), expect=ANY)
    assert answer.status_code in (400, 404, 422), answer.get_data(as_text=True)[:200]
    assert answer.mimetype == "application/problem+json"


WORDLESS = [
    "\u3164\u3164",
    "\u115f\u1160",
    "\uffa0",
    "\u00ad",
    "\u2800\u2800",
    ".",
    "…",
    "-\n-",
    "!?",
]


@pytest.mark.parametrize("words", WORDLESS)
def test_a_reason_that_says_nothing_is_none(lan, world, words):
    session = lan.record(lan.good)
    khoa = world.officer()
    for decision in ("refuse", "return"):
        said = {"reasons": ["other"], "comment": words}
        answer = khoa.review(session, decision, **said, expect=422)
        assert [one["pointer"] for one in answer["errors"]] == ["/comment"], decision
    path, etag = f"/sessions/{session['id']}", {"If-Match": '"v1"'}
    lan.call("DELETE", path, json={"reason": words * 3}, headers=etag, expect=422)
    assert lan.get(path).json["state"] == "pending"
    assert khoa.review(session, "refuse", comment="Ấp 1: 0 buổi.")["state"] == "refused"


def test_a_return_points_at_fields_that_a_session_has(lan, world):
    session = lan.record(lan.good)
    khoa = world.officer()
    for name in ("khong co", "services.khong_co", "services.edongthap.date", "edongthap"):
        fields = {"reasons": ["implausible"], "fields": ["date", name]}
        (error,) = khoa.review(session, "return", **fields, expect=422)["errors"]
        assert (error["pointer"], error["code"]) == ("/fields/1", "not_one_of")
    right = ["participants", "services.edongthap", "services.edongthap.completed"]
    said = {"reasons": ["implausible"], "fields": right}
    assert khoa.review(session, "return", **said)["review"]["fields"] == right


def test_only_the_server_says_that_a_session_came_by_a_file(lan):
    refused = lan.record(lan.good | {"source": "import"}, expect=422)
    assert refused["errors"] == [
        {
            "pointer": "/source",
            "code": "not_allowed_here",
            "detail": "Không dùng mục này trong trường hợp này.",
        }
    ]
    for source in ("web", "offline", "message", "paper", "proxy"):
        session = lan.record(lan.good | {"source": source, "note": source})
        etag = {"If-Match": '"v1"'}
        lan.record(
            lan.good | {"source": "import"}, session_id=session["id"], headers=etag, expect=422
        )


@pytest.mark.parametrize("year", ["0001", "1969", "2200", "9999"])
def test_a_phones_clock_may_be_wrong_but_not_beyond_all_sense(lan, year):
    client = {"created_at": f"{year}-01-02T00:00:00+07:00", "app_version": "1"}
    (error,) = lan.record(lan.good | {"client": client}, expect=422)["errors"]
    assert (error["pointer"], error["code"]) == ("/client/created_at", "not_time")
    lan.record(lan.good | {"client": client | {"created_at": "1970-01-01T00:00:00Z"}})
